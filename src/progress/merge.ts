/** Two accounts of what one reader did, made into one. */
import { isRecord, type Entry, type Records } from './records.ts';

/**
 * Of each record the newer account. Hints that were read stay read, and a best run stays the best: there the larger one counts.
 * In whatever order accounts are joined, and however often, the same comes out.
 */
export function merged(one: Records, other: Records): Records {
  const both: Record<string, Entry> = { ...one };
  for (const [key, theirs] of Object.entries(other)) {
    const ours = Object.hasOwn(one, key) ? one[key] : undefined;
    both[key] = ours ? chosen(key, ours, theirs) : theirs;
  }
  return both;
}

/** What a value of a kind is worth, where that decides before its age does. Values of these kinds are never taken back. */
const WORTH: Readonly<Record<string, (value: unknown) => unknown>> = {
  hint: (value) => value,
  best: (value) => isRecord(value) && Array.isArray(value.passed) && value.passed.length,
};

function chosen(key: string, one: Entry, other: Entry): Entry {
  const worth = WORTH[key.slice(0, key.indexOf('/'))];
  const difference = worth ? Number(worth(other.value)) - Number(worth(one.value)) : 0;
  if (difference) return difference > 0 ? other : one;
  return written(other) > written(one) ? other : one;
}

/** Later is larger, and of two at the same time one is always the same. */
function written({ at, value }: Entry): string {
  return at + (JSON.stringify(value) ?? '');
}

/** `now` as if the change from `before` to `after` had not been made. What was changed since stays as it is. */
export function undone(now: Records, before: Records, after: Records): Records {
  const result: Record<string, Entry> = { ...now };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, became, is] = [before, after, now].map((records) => (Object.hasOwn(records, key) ? records[key] : undefined));
    if (sameEntry(was, became) || !sameEntry(is, became)) continue;
    if (was) result[key] = was;
    else delete result[key];
  }
  return result;
}

export function sameEntry(one: Entry | undefined, other: Entry | undefined): boolean {
  return one && other ? written(one) === written(other) : one === other;
}
