/** Every interview question of the course, read and checked when the site is built. A mistake in any of them fails the build. */
import topicsText from '../../../content/topics.yaml?raw';
import { parseTopics } from '../../coverage/topics.ts';
import { courseLedger } from '../../facts/course-ledger.ts';
import { loadInterviews } from '../../interview/read.ts';
import { plannedLessons } from '../../site/course-map.ts';
import { fileName } from '../../site/course-outline.ts';

const texts = import.meta.glob<string>('/content/interview/*.yaml', { query: '?raw', import: 'default', eager: true });

/** In the order of the lessons. */
export const interviews = loadInterviews(
  Object.entries(texts).map(([path, text]) => ({ path: path.slice(1), text })),
  {
    ledger: courseLedger,
    lessons: plannedLessons.map(fileName),
    topics: parseTopics({ path: 'content/topics.yaml', text: topicsText }).topics.map(({ id }) => id),
  },
);
