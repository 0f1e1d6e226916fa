/** The files of the ledger in the order in which the course is read. */
import type { LedgerGroup } from './ledger.ts';

/** A page of a lesson as it is written. */
export interface LessonPage {
  /** 1 to 16. */
  lesson: number;
  text: string;
}

/** The id of a fact, as a page names it: in quotation marks. */
const NAMED = /(?<=["'])[a-z0-9-]+(?=["'])/g;

/** The groups, each at the lesson that names most of its facts, the first of them if there are two. What no lesson names comes last. */
export function inLessonOrder(groups: readonly LedgerGroup[], pages: readonly LessonPage[]): LedgerGroup[] {
  const named = pages.map(({ lesson, text }) => ({ lesson, ids: new Set(text.match(NAMED)) }));
  const lessons = [...new Set(pages.map(({ lesson }) => lesson))].toSorted((a, b) => a - b);

  function lessonOf({ facts }: LedgerGroup): number {
    const counts = lessons.map(
      (lesson) => facts.filter(({ id }) => named.some((page) => page.lesson === lesson && page.ids.has(id))).length,
    );
    const most = Math.max(0, ...counts);
    return most === 0 ? Infinity : lessons[counts.indexOf(most)]!;
  }

  const placed = groups.map((group) => ({ group, lesson: lessonOf(group) }));
  return placed.toSorted((a, b) => (a.lesson === b.lesson ? 0 : a.lesson - b.lesson)).map(({ group }) => group);
}
