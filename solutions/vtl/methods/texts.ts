import type { Effort } from '../effort.ts';
import { failure } from '../template-error.ts';
import { hashCode } from '../values/hash.ts';
import { List, type Value } from '../values/value.ts';
import { javaRegex, javaRegexOfAll } from '../regex/java-regex.ts';
import { hasMatch, replaceMatches, splitByMatches } from '../regex/use.ts';
import { invoke, methods, takes } from './overloads.ts';

const METHODS = methods<string>({
  length: takes([], (text) => text.length),
  isEmpty: takes([], (text) => text === ''),
  charAt: takes(['int'], (text, [index]) => text.charAt(within(text, index, index + 1))),
  codePointAt: takes(['int'], (text, [index]) => text.codePointAt(within(text, index, index + 1))!),
  substring: [
    takes(['int'], (text, [from]) => text.slice(within(text, from, text.length))),
    takes(['int', 'int'], (text, [from, to]) => text.slice(within(text, from, to), to)),
  ],
  subSequence: takes(['int', 'int'], (text, [from, to]) => text.slice(within(text, from, to), to)),
  indexOf: [
    takes(['text'], (text, [part]) => text.indexOf(part)),
    takes(['text', 'int'], (text, [part, from]) => text.indexOf(part, from)),
    takes(['int'], (text, [code]) => text.indexOf(character(code))),
  ],
  lastIndexOf: [
    takes(['text'], (text, [part]) => text.lastIndexOf(part)),
    takes(['text', 'int'], (text, [part, from]) => (from < 0 ? -1 : text.lastIndexOf(part, from))),
    takes(['int'], (text, [code]) => text.lastIndexOf(character(code))),
  ],
  contains: takes(['text'], (text, [part]) => text.includes(part)),
  startsWith: [
    takes(['text'], (text, [part]) => text.startsWith(part)),
    takes(['text', 'int'], (text, [part, from]) => from >= 0 && from <= text.length && text.startsWith(part, from)),
  ],
  endsWith: takes(['text'], (text, [part]) => text.endsWith(part)),
  equals: takes(['any'], (text, [other]) => text === other),
  contentEquals: takes(['text'], (text, [other]) => text === other),
  equalsIgnoreCase: takes(['any'], (text, [other]) => typeof other === 'string' && folded(text) === folded(other)),
  compareTo: takes(['text'], (text, [other]) => compare(text, other)),
  compareToIgnoreCase: takes(['text'], (text, [other]) => compare(folded(text), folded(other))),
  concat: takes(['text'], (text, [more], effort) => made(text + more, effort)),
  trim: takes([], trim),
  toUpperCase: takes([], (text, _args, effort) => made(text.toUpperCase(), effort)),
  toLowerCase: takes([], (text, _args, effort) => made(text.toLowerCase(), effort)),
  toString: takes([], (text: string) => text),
  intern: takes([], (text) => text),
  hashCode: takes([], (text, _args, effort) => hashCode(text, effort)),
  replace: takes(['text', 'text'], (text, [part, by], effort) => replacePart(text, part, by, effort)),
  matches: takes(['text'], (text, [pattern], effort) => hasMatch(text, javaRegexOfAll(pattern), effort)),
  replaceAll: takes(['text', 'text'], (text, [pattern, by], effort) => replaceMatches(text, javaRegex(pattern), by, Infinity, effort)),
  replaceFirst: takes(['text', 'text'], (text, [pattern, by], effort) => replaceMatches(text, javaRegex(pattern), by, 1, effort)),
  split: [
    takes(['text'], (text, [pattern], effort) => array(splitByMatches(text, javaRegex(pattern), 0, effort))),
    takes(['text', 'int'], (text, [pattern, limit], effort) => array(splitByMatches(text, javaRegex(pattern), limit, effort))),
  ],
});

/** Texts as `java.lang.String` has them (B-VTL-70). */
export function callOnText(text: string, name: string, args: Value[], effort: Effort): Value | undefined {
  effort.readText(text.length);
  return invoke(METHODS, text, name, args, effort);
}

/** @returns `from`, if both are places in the text */
function within(text: string, from: number, to: number): number {
  if (from < 0 || to > text.length || from > to) throw failure(`${from} to ${to} is out of range for a text of ${text.length} characters.`);
  return from;
}

/** Without the spaces and control characters at both ends. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}

function character(code: number): string {
  return code >= 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uffff\uffff';
}

function folded(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/** The distance of the first codes that differ, or of the lengths. */
function compare(text: string, other: string): number {
  const shorter = Math.min(text.length, other.length);
  for (let index = 0; index < shorter; index++) {
    const distance = text.charCodeAt(index) - other.charCodeAt(index);
    if (distance !== 0) return distance;
  }
  return text.length - other.length;
}

function made(text: string, effort: Effort): string {
  effort.makeText(text.length);
  return text;
}

/** The size of the result is known before it is made. */
function replacePart(text: string, part: string, by: string, effort: Effort): string {
  const pieces = part === '' ? ['', ...text.split(''), ''] : text.split(part);
  effort.makeText(text.length + (pieces.length - 1) * (by.length - part.length));
  return pieces.join(by);
}

function array(parts: string[]): List {
  return new List(parts, 'array');
}
