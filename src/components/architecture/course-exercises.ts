/** Every architecture exercise of the course, read, checked and looked up when the site is built. A mistake in any of them fails the build. */
import topicsText from '../../../content/topics.yaml?raw';
import { loadExercises } from '../../architecture/read.ts';
import { parseTopics } from '../../coverage/topics.ts';
import { courseFeatures } from '../../facts/course-features.ts';
import { courseLedger } from '../../facts/course-ledger.ts';

const texts = import.meta.glob<string>('/content/architecture/*.yaml', { query: '?raw', import: 'default', eager: true });

const topics = parseTopics({ path: 'content/topics.yaml', text: topicsText }).topics;
const lessonOf = new Map(topics.map(({ id, lesson }) => [id, lesson]));

/** In the order of the lessons whose topics they practice. */
export const architectureExercises = loadExercises(
  Object.entries(texts).map(([path, text]) => ({ path: path.slice(1), text })),
  { ledger: courseLedger, features: courseFeatures, topics: [...lessonOf.keys()] },
)
  .map((read) => ({ ...read, lessons: lessonsOf(read.exercise.topics) }))
  .sort((one, other) => one.lessons[0]! - other.lessons[0]! || one.exercise.id.localeCompare(other.exercise.id));

/** Numbers of the lessons that an exercise practices: that of its first topic, then the others. */
function lessonsOf(names: readonly string[]): number[] {
  return [...new Set(names.map((name) => lessonOf.get(name)!))];
}
