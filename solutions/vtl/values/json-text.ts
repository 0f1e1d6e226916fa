import type { Effort } from '../effort.ts';
import { LIMITS, tooMuch } from '../limits.ts';
import { JavaDouble } from './double.ts';
import { List, type Value } from './value.ts';

const SPECIAL = /["\\\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/;
const SPECIALS = /["\\/\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/g;
const SHORT: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Compact JSON as json-smart writes it: the order of the keys is kept, control characters and U+2000 to U+20FF are escaped, other
 * characters are not (B-VTL-83, B-VTL-85).
 *
 * @param escapesSlash Whether `/` becomes `\/`: so where a list is printed, not so from `$input.json`.
 */
export function printJson(value: Value, effort: Effort, escapesSlash: boolean): string {
  const printed = (value: Value, depth: number): string => {
    if (value === null) return 'null';
    if (typeof value === 'string') return quote(value, escapesSlash);
    if (typeof value !== 'object') return String(value);
    if (value instanceof JavaDouble) return Math.abs(value.value) === Infinity ? 'null' : value.text;
    if (depth > LIMITS.valueDepth) throw tooMuch('Lists and maps inside each other', LIMITS.valueDepth);
    if (value instanceof List) {
      let text = '[';
      for (const item of value.items) text = append(text, printed(item, depth + 1));
      return `${text}]`;
    }
    if (value instanceof Map) {
      let text = '{';
      for (const [key, item] of value) {
        const name = typeof key === 'string' ? quote(key, escapesSlash) : quote(String(key), escapesSlash);
        text = append(text, `${name}:${printed(item, depth + 1)}`);
      }
      return `${text}}`;
    }
    return quote(value.toText(), escapesSlash);
  };
  const append = (text: string, item: string): string => {
    effort.makeText(item.length + 1);
    return text.length === 1 ? text + item : `${text},${item}`;
  };
  return printed(value, 0);
}

function quote(text: string, escapesSlash: boolean): string {
  if (!SPECIAL.test(text) && !(escapesSlash && text.includes('/'))) return `"${text}"`;
  return `"${text.replace(SPECIALS, (character) => (character === '/' ? (escapesSlash ? '\\/' : '/') : (SHORT[character] ?? escapeCode(character))))}"`;
}

function escapeCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
