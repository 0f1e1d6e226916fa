/** What a reader has done over the whole course, in figures and in words. */
import { ratingsIn } from '../interview/ratings-store.ts';
import { standingOf } from '../interview/ratings.ts';
import { ANSWER } from '../quiz/progress-store.ts';
import { scoreOf, type Score } from '../quiz/progress.ts';
import { bestOf, hasGivenUp, lastOf } from './exercise-standing.ts';
import type { CourseOutline, OutlineExercise, OutlineLesson } from './outline.ts';
import { isRead } from './reading.ts';
import { valuesBelow, type Records } from './records.ts';

/** So much of so much. */
export interface Share {
  done: number;
  of: number;
}

export interface LessonOverview {
  pages: Share;
  /** Undefined where the lesson has no quiz. */
  quiz: Score | undefined;
  /** Questions of the interview room that are rated on every line. */
  interview: Share;
}

export function lessonOverview(records: Records, { pages, quiz, interview }: OutlineLesson): LessonOverview {
  const standing = standingOf(ratingsIn(records), interview);
  return {
    pages: { done: pages.filter(({ path }) => isRead(records, path)).length, of: pages.length },
    quiz: quiz && scoreOf(valuesBelow(records, ANSWER, quiz.id), [...quiz.questions]),
    interview: { done: standing.rated, of: standing.questions },
  };
}

export interface ExerciseOverview {
  /** Ids of today’s concepts that the best run passed. */
  passed: ReadonlySet<string>;
  /** Those that count. */
  concepts: Share;
  /** By what the concepts are worth today. */
  points: Share;
  /** Of the last run; undefined before any. */
  last: Share | undefined;
  givenUp: boolean;
}

export function exerciseOverview(records: Records, { name, concepts }: OutlineExercise): ExerciseOverview {
  const counted = concepts.filter(({ beyond }) => !beyond);
  const among = (passed: readonly string[] = []) => counted.filter(({ id }) => passed.includes(id));
  const worth = (some: typeof counted) => some.reduce((sum, { points }) => sum + points, 0);
  const [best, last] = [bestOf(records, name), lastOf(records, name)];
  return {
    passed: new Set(concepts.filter(({ id }) => best?.passed.includes(id)).map(({ id }) => id)),
    concepts: { done: among(best?.passed).length, of: counted.length },
    points: { done: worth(among(best?.passed)), of: worth(counted) },
    last: last && { done: among(last.passed).length, of: counted.length },
    givenUp: hasGivenUp(records, name),
  };
}

export interface CourseOverview {
  pages: Share;
  questions: Share;
  concepts: Share;
  interview: Share;
}

export function courseOverview(records: Records, { lessons, exercises }: CourseOutline): CourseOverview {
  const each = lessons.map((lesson) => lessonOverview(records, lesson));
  return {
    pages: sumOf(each.map(({ pages }) => pages)),
    questions: sumOf(each.flatMap(({ quiz }) => (quiz ? [{ done: quiz.right, of: quiz.total }] : []))),
    concepts: sumOf(exercises.map((exercise) => exerciseOverview(records, exercise).concepts)),
    interview: sumOf(each.map(({ interview }) => interview)),
  };
}

function sumOf(shares: readonly Share[]): Share {
  return { done: shares.reduce((sum, { done }) => sum + done, 0), of: shares.reduce((sum, { of }) => sum + of, 0) };
}

/** `2 of 2 pages read`; `read` and `not read yet` where there is one. */
export function pagesInWords({ done, of }: Share): string {
  if (of === 1) return done === 1 ? 'read' : 'not read yet';
  return `${done} of ${of} pages read`;
}

/** `9 of 14 right, 2 shown` */
export function quizInWords({ right, done, total }: Score): string {
  const shown = done - right;
  return `${right} of ${total} right${shown > 0 ? `, ${shown} shown` : ''}`;
}

/** `3 of 7 concepts passed, 35 of 100 points` */
export function exerciseInWords({ concepts, points, last, givenUp }: ExerciseOverview): string {
  const best = `${concepts.done} of ${concepts.of} concepts passed, ${points.done} of ${points.of} points`;
  const behind = last && last.done < concepts.done ? ` The last run passed ${last.done}.` : '';
  return `${best}.${behind}${givenUp ? ' You have asked for the solution.' : ''}`;
}
