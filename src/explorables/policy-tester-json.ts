/**
 * JSON as somebody typed it, with the place of everything in it. `JSON.parse` does not say where a field stands, and where a mistake stands
 * only in some browsers.
 */

import type { Span } from './text-place.ts';

export type Reading =
  | {
      value: unknown;
      /** By path, as a PolicyError writes it: `Statement[0].Effect`. Of a field, name and value. */
      places: ReadonlyMap<string, Span>;
    }
  | { problem: string; place: Span };

/** Far deeper than any policy; whoever nests deeper wants to see the page fall. */
const DEPTH = 16;

const SPACE = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Mistake extends Error {
  readonly place: Span;

  constructor(problem: string, place: Span) {
    super(problem);
    this.place = place;
  }
}

export function readJson(text: string): Reading {
  try {
    return { places: placesIn(text), value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof Mistake) return { problem: error.message, place: error.place };
    throw error;
  }
}

/** @throws Mistake where the text is no JSON */
function placesIn(text: string): Map<string, Span> {
  const places = new Map<string, Span>();
  let at = 0;

  skipSpace();
  value('', 0);
  if (at < text.length) fail('The policy is over before this.');
  return places;

  /** @param from where its place begins: at the name of the field, if it has one */
  function value(path: string, depth: number, from = at): void {
    if (depth > DEPTH) fail(`This is nested more than ${DEPTH} deep.`);
    let index = 0;
    if (text[at] === '{') list('}', () => member(path, depth + 1));
    else if (text[at] === '[') list(']', () => value(`${path}[${index++}]`, depth + 1));
    else if (text[at] === '"') string();
    else if (!skip(SCALAR)) fail(noValue(text[at]));
    places.set(path, { from, to: at });
    skipSpace();
  }

  function member(path: string, depth: number): void {
    const from = at;
    if (text[at] === '}' || text[at] === undefined) fail(noValue(text[at]));
    if (text[at] !== '"') fail('The name of a field belongs here, in straight double quotes.');
    const name = JSON.parse(string()) as string;
    skipSpace();
    if (text[at] !== ':') fail('A colon is missing between the name of the field and its value.');
    at++;
    skipSpace();
    value(path === '' ? name : `${path}.${name}`, depth, from);
  }

  /** Members or elements, between brackets. */
  function list(close: string, item: () => void): void {
    const open = at++;
    skipSpace();
    if (text[at] !== close) {
      item();
      while (text[at] === ',') {
        at++;
        skipSpace();
        item();
      }
    }
    if (at === text.length) throw new Mistake(`This ${text[open]} is never closed.`, { from: open, to: open + 1 });
    if (text[at] !== close) fail(`A comma is missing before this, or a ${close}.`);
    at++;
  }

  function string(): string {
    const from = at;
    if (skip(TEXT)) return text.slice(from, at);
    const line = text.indexOf('\n', from);
    const to = line < 0 ? text.length : line;
    throw new Mistake('This text does not end on its line, or has a backslash that JSON does not know.', { from, to });
  }

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const found = pattern.test(text) && pattern.lastIndex > at;
    if (found) at = pattern.lastIndex;
    return found;
  }

  function skipSpace(): void {
    skip(SPACE);
  }

  function fail(problem: string): never {
    throw new Mistake(problem, { from: at, to: Math.min(at + 1, text.length) });
  }
}

function noValue(found: string | undefined): string {
  if (found === undefined) return 'The text ends here, and something is still missing.';
  if (found === '}' || found === ']') return `JSON has no comma before a ${found}.`;
  if (/['`‘’“”]/.test(found)) return 'JSON has straight double quotes only.';
  if (found === '/') return 'JSON has no comments.';
  return 'A value belongs here: a text in double quotes, a list or an object.';
}
