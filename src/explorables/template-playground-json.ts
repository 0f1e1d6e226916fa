/** Whether a text is JSON, and where it stops being it: `JSON.parse` says where only in some browsers. */

import type { Span } from './text-place.ts';

export interface JsonMistake {
  message: string;
  span: Span;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
const PLAIN = /[^"\\\u0000-\u001f]+/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** What may come next. */
type Wanted = 'value' | 'first' | 'name' | 'first name' | 'colon' | 'more' | 'end';

/** undefined: it is JSON. */
export function jsonMistake(text: string): JsonMistake | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return findMistake(text);
  }
}

function findMistake(text: string): JsonMistake {
  /** Offsets of the brackets that are open. */
  const open: number[] = [];
  let wanted = 'value' as Wanted;
  let at = 0;

  for (;;) {
    skip(SPACE);
    const found = text.charAt(at);
    if (found === '') return atEnd();
    switch (wanted) {
      case 'first':
      case 'value':
        if (wanted === 'first' && found === ']') close();
        else if (found === '{' || found === '[') {
          open.push(at++);
          wanted = found === '{' ? 'first name' : 'first';
        } else if (found === '"') {
          const mistake = takeText();
          if (mistake) return mistake;
          afterValue();
        } else if (skip(SCALAR)) afterValue();
        else return here(noValue(found));
        break;
      case 'first name':
      case 'name': {
        if (wanted === 'first name' && found === '}') {
          close();
          break;
        }
        if (found === '}') return here('JSON has no comma before a }.');
        if (found !== '"') return here('The name of a field belongs here, in double quotes.');
        const mistake = takeText();
        if (mistake) return mistake;
        wanted = 'colon';
        break;
      }
      case 'colon':
        if (found !== ':') return here('A colon belongs between the name of a field and its value.');
        at++;
        wanted = 'value';
        break;
      case 'more': {
        const opening = text.charAt(open.at(-1)!);
        const closing = opening === '{' ? '}' : ']';
        if (found === closing) close();
        else if (found === ',') {
          at++;
          wanted = opening === '{' ? 'name' : 'value';
        } else return here(`After a value comes a comma or a ${closing}.`);
        break;
      }
      case 'end':
        return here('The JSON is over before this.');
    }
  }

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }

  function afterValue(): void {
    wanted = open.length === 0 ? 'end' : 'more';
  }

  function close(): void {
    at++;
    open.pop();
    afterValue();
  }

  function takeText(): JsonMistake | undefined {
    const start = at++;
    // In two patterns: one that repeats a choice would need a stack as long as the text.
    while (skip(PLAIN) || skip(ESCAPE));
    const stop = text.charAt(at);
    if (stop === '"') at++;
    else if (stop === '\\') return here(`JSON knows no ${text.slice(at, at + 2)} in a text.`, 2);
    else if (stop !== '') return here('A line break, or another character without a picture, cannot stand in a text.');
    else return { message: 'This text has no closing quote.', span: { from: start, to: start + 1 } };
    return undefined;
  }

  function atEnd(): JsonMistake {
    const opening = open.at(-1);
    if (opening === undefined) return here('A value belongs here, and the text ends.');
    return { message: `This ${text.charAt(opening)} is never closed.`, span: { from: opening, to: opening + 1 } };
  }

  function here(message: string, length = 1): JsonMistake {
    return { message, span: { from: at, to: Math.min(at + length, text.length) } };
  }
}

function noValue(found: string): string {
  if (found === ',' || found === '}' || found === ']') return `A value is missing before this ${found}.`;
  if (found === "'") return 'JSON has double quotes only.';
  return 'A value belongs here: a text in double quotes, a number, true, false, null, a list or an object.';
}
