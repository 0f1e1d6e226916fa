/** Where something stands in a text that somebody typed. */

/** A piece of a text: offsets, `to` behind its last character. */
export interface Span {
  from: number;
  to: number;
}

const LONGEST_EXCERPT = 80;

/** Lines and columns, both from 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\r\n]/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** What `placeOf` was given. */
export function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  let offset = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|[\r\n]/g)) {
    if (--line === 0) break;
    offset = index + lineBreak.length;
  }
  return offset + column - 1;
}

/** `line 7, column 5`. */
export function placeSentence(text: string, { from }: Span): string {
  const { line, column } = placeOf(text, from);
  return `line ${line}, column ${column}`;
}

/** The line of a mistake, in three parts: the middle is to blame. Of a long line it is a piece. */
export function excerpt(text: string, { from, to }: Span): [before: string, blamed: string, after: string] {
  const { column } = placeOf(text, from);
  const end = /[\r\n]|$/g;
  end.lastIndex = from;
  const stop = end.exec(text)!.index;
  const until = Math.min(Math.max(to, from), stop, from + LONGEST_EXCERPT);
  return [
    text.slice(Math.max(from - column + 1, from - LONGEST_EXCERPT), from),
    text.slice(from, until),
    text.slice(until, Math.min(stop, until + LONGEST_EXCERPT)),
  ];
}
