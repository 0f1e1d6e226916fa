/** The course's own coverage, for its page: read by Vite when the site is built. */
import { getCollection } from 'astro:content';
import topicsText from '../../content/topics.yaml?raw';
import { architectureExercises } from '../components/architecture/course-exercises.ts';
import { interviews } from '../components/interview/interviews.ts';
import { allQuizzes } from '../components/quiz/quizzes.ts';
import { formatFinding } from '../facts/finding.ts';
import { glossary } from '../glossary/course-glossary.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { meetingsIn } from './meetings.ts';
import { parseTopics } from './topics.ts';

/** @throws Error that lists what is wrong with the list of topics */
export async function courseCoverage(): Promise<Coverage[]> {
  const { topics, findings } = parseTopics({ path: 'content/topics.yaml', text: topicsText });
  if (findings.length > 0) throw new Error(`The list of topics has mistakes:\n${findings.map(formatFinding).join('\n')}`);
  const [lessons, briefs] = await Promise.all([getCollection('docs'), getCollection('exercises')]);
  return coverageOf(
    topics,
    meetingsIn({
      lessons: lessons.map(({ id, data: { title, topics: taught = [], tools = [], quiz } }) => ({
        id: id.replace(/^lessons\//, ''),
        title,
        topics: taught,
        tools,
        quiz,
      })),
      quizzes: [...allQuizzes],
      briefs: briefs.map(({ id, data: { title, topics: practiced } }) => ({ id, title, topics: practiced })),
      interviews,
      architecture: architectureExercises.map(({ exercise }) => exercise),
      terms: glossary,
    }),
  );
}
