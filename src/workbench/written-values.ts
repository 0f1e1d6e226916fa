/** Values as the judge writes them (`formatValue`), taken apart again where that makes them easier to read. */

/** A whole text in single quotes. */
const TEXT = /^'(?:[^'\\]|\\.)*'$/s;

/** The text that was written in quotes; undefined for any other value, and for a text that was cut. */
export function textOf(written: string): string | undefined {
  if (!TEXT.test(written)) return undefined;
  const json = written.slice(1, -1).replaceAll(/\\.|"/gs, (escape) => (escape === "\\'" ? "'" : escape === '"' ? '\\"' : escape));
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return undefined;
  }
}

/** A list or an object as lines with one item each, as a long one is written. */
export function itemLines(written: string): string[] {
  const [, opening, items, closing] = /^([\w ]*[[{]) ?(.+?) ?([\]}])$/.exec(written) ?? [];
  if (items !== undefined) return [opening!, ...itemsOf(items).map((item) => `  ${item.trim()},`), closing!];
  return written.split('\n').flatMap(oneItemEach);
}

/** Short items stand side by side on the lines of a long list. */
function oneItemEach(line: string): string[] {
  const indent = /^ */.exec(line)![0];
  const items = itemsOf(line.replace(/,$/, ''));
  return items.length === 1 ? [line] : items.map((item) => `${indent}${item.trim()},`);
}

/** A string, or one character that opens, closes or divides, or the rest. */
const PARTS = /'(?:[^'\\]|\\.)*'|[[\](){},]|[^[\](){},']+|'/gs;

/** What stands between commas, but for those in strings and brackets. */
function itemsOf(list: string): string[] {
  const items = [''];
  let depth = 0;
  for (const [part] of list.matchAll(PARTS)) {
    if (part === ',' && depth === 0) items.push('');
    else items[items.length - 1] += part;
    if (part.length > 1) continue;
    if ('[({'.includes(part)) depth++;
    else if ('])}'.includes(part)) depth--;
  }
  return items;
}
