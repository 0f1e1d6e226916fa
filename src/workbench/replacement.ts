/** A piece of a text and what comes in its place. */
export interface Replacement {
  from: number;
  to: number;
  insert: string;
}

/** The one replacement that makes a text of another, as short as it can be: what both begin and end with stays, and a cursor in it. */
export function replacementFor(before: string, after: string): Replacement | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
