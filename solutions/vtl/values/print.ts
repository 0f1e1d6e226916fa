import type { Effort } from '../effort.ts';
import { LIMITS, tooMuch } from '../limits.ts';
import { JavaDouble } from './double.ts';
import { printJson } from './json-text.ts';
import { isMasked, List, type Value } from './value.ts';

/** The value as Java's `toString` prints it. */
export function print(value: Value, effort: Effort): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return printNested(value, effort, 0);
}

function printNested(value: Value, effort: Effort, depth: number): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof JavaDouble) return value.text;
  if (value instanceof Map) return isMasked(value) ? value.printed : printMap(value, effort, depth + 1);
  if (!(value instanceof List)) return value.toText();
  return value.origin === 'json' ? printJson(value, effort, true) : printList(value.items, effort, depth + 1);
}

function printList(items: Value[], effort: Effort, depth: number): string {
  return printItems(items, '[', ']', effort, depth, (item) => printNested(item, effort, depth));
}

function printMap(map: Map<Value, Value>, effort: Effort, depth: number): string {
  return printItems(
    map,
    '{',
    '}',
    effort,
    depth,
    ([key, value]) => `${printNested(key, effort, depth)}=${printNested(value, effort, depth)}`,
  );
}

function printItems<Item>(
  items: Iterable<Item>,
  open: string,
  close: string,
  effort: Effort,
  depth: number,
  printItem: (item: Item) => string,
): string {
  if (depth > LIMITS.valueDepth) throw tooMuch('Lists and maps inside each other', LIMITS.valueDepth);
  let text = '';
  let isFirst = true;
  for (const item of items) {
    const before = text.length;
    text += isFirst ? printItem(item) : `, ${printItem(item)}`;
    effort.makeText(text.length, before);
    isFirst = false;
  }
  return open + text + close;
}
