/** Every quiz of the course, read and checked when the site is built. A mistake in any of them fails the build. */
import { courseLedger } from '../../facts/course-ledger.ts';
import { unknown } from '../../facts/nearest.ts';
import { loadQuizzes, type Quiz } from '../../quiz/read.ts';

const texts = import.meta.glob<string>('/content/quizzes/*.yaml', { query: '?raw', import: 'default', eager: true });

const quizzes = loadQuizzes(
  Object.entries(texts).map(([path, text]) => ({ path: path.slice(1), text })),
  courseLedger,
);

export const allQuizzes: readonly Quiz[] = [...quizzes.values()];

/** @throws Error that names the nearest quiz. */
export function quizNamed(id: string): Quiz {
  const quiz = quizzes.get(id);
  if (!quiz) throw new Error(unknown('quiz', id, quizzes.keys()));
  return quiz;
}
