/** Where a reader was, and what comes next. */
import { ANSWER } from '../quiz/progress-store.ts';
import { bestOf, hasGivenUp } from './exercise-standing.ts';
import type { Stop } from './outline.ts';
import { isRead, lastPlace } from './reading.ts';
import { valuesBelow, type Records } from './records.ts';

export interface Whereabouts {
  /** Where the reader was, or, once that is done, the first thing after it that is not. */
  goOn: Stop;
  /** What comes after that, if anything is left. */
  next: Stop | undefined;
}

/** @returns undefined where nobody was anywhere, and where nothing is left to do */
export function whereYouWere(records: Records, stops: readonly Stop[]): Whereabouts | undefined {
  const place = lastPlace(records);
  const at = stops.findIndex(({ path }) => path === place);
  if (at < 0) return undefined;
  const open = [...stops.slice(at), ...stops.slice(0, at)].filter((stop) => !isDone(records, stop));
  return open[0] && { goOn: open[0], next: open[1] };
}

/** A page is done when its reader says so, a quiz when nothing of it is left to find out, an exercise when it is passed or was given up. */
export function isDone(records: Records, stop: Stop): boolean {
  if (stop.kind === 'page') return isRead(records, stop.path);
  if (stop.kind === 'quiz') {
    const results = Object.values(valuesBelow(records, ANSWER, stop.id));
    return results.filter(({ right, shown }) => right || shown).length >= stop.questions;
  }
  const passed = bestOf(records, stop.name)?.passed ?? [];
  return hasGivenUp(records, stop.name) || stop.concepts.every((id) => passed.includes(id));
}

/** What stands before the title: `lesson 07, page 2 of 2`, `the quiz of lesson 07`, `the exercise of lesson 07`. */
export function stopWords(stop: Stop): string {
  const lesson = `lesson ${String(stop.lesson).padStart(2, '0')}`;
  if (stop.kind === 'page') return stop.pages > 1 ? `${lesson}, page ${stop.page} of ${stop.pages}` : lesson;
  return `the ${stop.kind} of ${lesson}`;
}
