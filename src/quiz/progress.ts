/** How the questions of a quiz went. `progress-store.ts` keeps it. */
import { isRecord } from '../progress/records.ts';

/** Question id to how it went. */
export type Results = Record<string, Result>;

export interface Result {
  /** Answered right by the reader, without having been shown the answer. Stays true once it is. */
  right: boolean;
  /** How many different answers were checked until it was right, or so far. */
  tries: number;
  /** The answer was shown before it was found. */
  shown: boolean;
}

/** The result after one more check. A question that was right once stays right: trying again is practice. */
export function afterCheck(before: Result | undefined, right: boolean): Result {
  if (before?.right) return before;
  const { tries = 0, shown = false } = before ?? {};
  return { right: right && !shown, tries: tries + 1, shown };
}

/** The result after the reader asked for the answer. */
export function afterShown(before: Result | undefined): Result {
  return before?.right ? before : { right: false, tries: before?.tries ?? 0, shown: true };
}

export interface Score {
  total: number;
  /** Answered right, whatever the number of tries. */
  right: number;
  firstTry: number;
  /** Right, or shown: nothing left to find out. */
  done: number;
}

/** The score over `ids`. Results of questions that the quiz no longer has do not count. */
export function scoreOf(results: Results, ids: string[]): Score {
  const known = ids.flatMap((id) => results[id] ?? []);
  return {
    total: ids.length,
    right: known.filter((result) => result.right).length,
    firstTry: known.filter((result) => result.right && result.tries === 1).length,
    done: known.filter((result) => result.right || result.shown).length,
  };
}

export function isResult(value: unknown): value is Result {
  return (
    isRecord(value) &&
    typeof value.right === 'boolean' &&
    typeof value.shown === 'boolean' &&
    Number.isInteger(value.tries) &&
    (value.tries as number) >= 0
  );
}
