/** The course’s own routes, for pages: read, checked and looked up when the site is built. A mistake in any of them fails the build. */
import { getCollection } from 'astro:content';
import { courseLedger } from '../../facts/course-ledger.ts';
import { loadRoutes, type Route } from '../../routes/read.ts';
import { architectureExercises } from '../architecture/course-exercises.ts';
import { interviews } from '../interview/interviews.ts';

const texts = import.meta.glob<string>('/content/routes/*.yaml', { query: '?raw', import: 'default', eager: true });

/** In the order of their doors. */
export async function courseRoutes(): Promise<Route[]> {
  const [pages, briefs] = await Promise.all([getCollection('docs'), getCollection('exercises')]);
  return loadRoutes(
    Object.entries(texts).map(([path, text]) => ({ path: path.slice(1), text })),
    courseLedger,
    {
      pages: pages.flatMap(({ id, data: { number, title, minutes, tools = [], quiz } }) =>
        number === undefined || minutes === undefined ? [] : [{ id: id.replace(/^lessons\//, ''), number, title, minutes, tools, quiz }],
      ),
      exercises: briefs.map(({ id, data: { title, concepts } }) => ({ id, title, concepts })),
      designs: architectureExercises.map(({ exercise: { id, title, minutes } }) => ({ id, title, minutes })),
      questions: interviews.flatMap(({ questions }) => questions.map(({ id, question, minutes }) => ({ id, text: question, minutes }))),
    },
  );
}
