/** What the browser keeps of a quiz, and how it is read back: text in, text out. `progress-store.ts` has the storage. */

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

export type ReadResults =
  | { status: 'read'; results: Results }
  /** Not text that this course wrote. */
  | { status: 'unreadable' }
  /** Written by a newer version of the course: to be left alone. */
  | { status: 'newer' };

/** Each step takes the stored data of one version to the next; the first takes version 1 to version 2. */
export type Step = (data: Record<string, unknown>) => Record<string, unknown>;

const STEPS: Step[] = [];

export function readResults(text: string | null, steps: Step[] = STEPS): ReadResults {
  if (text === null) return { status: 'read', results: {} };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { status: 'unreadable' };
  }
  if (!isRecord(data) || typeof data.version !== 'number' || !Number.isInteger(data.version) || data.version < 1)
    return { status: 'unreadable' };
  if (data.version > steps.length + 1) return { status: 'newer' };
  const { results } = steps.slice(data.version - 1).reduce<Record<string, unknown>>((older, step) => step(older), data);
  if (!isRecord(results)) return { status: 'unreadable' };
  return {
    status: 'read',
    results: Object.fromEntries(Object.entries(results).filter((entry): entry is [string, Result] => isResult(entry[1]))),
  };
}

export function writeResults(results: Results): string {
  return JSON.stringify({ version: STEPS.length + 1, results });
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

function isResult(value: unknown): value is Result {
  return (
    isRecord(value) &&
    typeof value.right === 'boolean' &&
    typeof value.shown === 'boolean' &&
    Number.isInteger(value.tries) &&
    (value.tries as number) >= 0
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
