/** The course as far as progress counts it: data that a page brings along, with ids and nothing of the content. */

export interface OutlinePage {
  /** Without slashes around it: `lessons/08-throttling`. */
  path: string;
  title: string;
}

export interface OutlineQuiz {
  /** Name of its file. */
  id: string;
  questions: readonly string[];
}

export interface OutlineLesson {
  number: number;
  title: string;
  /** In reading order. Empty while the lesson is not written. */
  pages: readonly OutlinePage[];
  quiz?: OutlineQuiz;
  /** Interview questions, with the lines of their rubrics. */
  interview: readonly { id: string; lines: readonly string[] }[];
  /** Names of its exercises. */
  exercises: readonly string[];
}

export interface OutlineExercise {
  name: string;
  title: string;
  formerly: readonly string[];
  concepts: readonly { id: string; title: string; points: number; beyond: boolean; formerly: readonly string[] }[];
}

export interface CourseOutline {
  lessons: readonly OutlineLesson[];
  exercises: readonly OutlineExercise[];
}

/** One thing to open, on the way through the course. */
export type Stop = { path: string; title: string; lesson: number } & (
  | { kind: 'page'; page: number; pages: number }
  | { kind: 'quiz'; id: string; questions: number }
  | { kind: 'exercise'; name: string; concepts: readonly string[] }
);

/** In the order in which they are met: the pages of a lesson, its quiz, its exercises. */
export function stopsOf({ lessons, exercises }: CourseOutline): Stop[] {
  return lessons.flatMap(({ number: lesson, title, pages, quiz, exercises: names }): Stop[] => [
    ...pages.map(({ path, title }, index): Stop => ({ kind: 'page', path, title, lesson, page: index + 1, pages: pages.length })),
    ...(quiz ? [{ kind: 'quiz', path: `quizzes/${quiz.id}`, title, lesson, id: quiz.id, questions: quiz.questions.length } as const] : []),
    ...exercises
      .filter(({ name }) => names.includes(name))
      .map(({ name, title, concepts }): Stop => {
        const counted = concepts.filter(({ beyond }) => !beyond).map(({ id }) => id);
        return { kind: 'exercise', path: `exercises/${name}`, title, lesson, name, concepts: counted };
      }),
  ]);
}
