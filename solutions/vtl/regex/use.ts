import type { Effort } from '../effort.ts';
import { failure } from '../template-error.ts';

/** Whether there is a match. */
export function hasMatch(text: string, regex: RegExp, effort: Effort): boolean {
  return matchesOf(text, regex, effort).next().done === false;
}

/** @param by The text that goes in, with `$1`, `${name}` and `\` as Java reads them. @param most How many matches are replaced */
export function replaceMatches(text: string, regex: RegExp, by: string, most: number, effort: Effort): string {
  let result = '';
  let copied = 0;
  let count = 0;
  for (const match of matchesOf(text, regex, effort)) {
    const before = result.length;
    result += text.slice(copied, match.index) + fill(by, match);
    effort.makeText(result.length, before);
    copied = match.index + match[0].length;
    count += 1;
    if (count === most) break;
  }
  return result + text.slice(copied);
}

/** @param limit More than 0: at most so many parts. 0: empty parts at the end are dropped. Less: all parts */
export function splitByMatches(text: string, regex: RegExp, limit: number, effort: Effort): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of matchesOf(text, regex, effort)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    if (end === 0) continue;
    effort.makeList(parts.length);
    parts.push(text.slice(start, match.index));
    start = end;
  }
  if (start === 0) return [text];
  parts.push(text.slice(start));
  if (limit === 0) while (parts.at(-1) === '') parts.pop();
  return parts;
}

/** What the engine itself refuses while it matches, a pattern that is too large for it, is a failure too. */
function* matchesOf(text: string, regex: RegExp, effort: Effort): Generator<RegExpExecArray> {
  effort.readText(text.length);
  regex.lastIndex = 0;
  for (;;) {
    const match = find(regex, text);
    if (!match) return;
    effort.spend(1);
    if (match[0] === '') regex.lastIndex += 1;
    yield match;
  }
}

function find(regex: RegExp, text: string): RegExpExecArray | null {
  try {
    return regex.exec(text);
  } catch {
    throw failure('The regular expression is too large.');
  }
}

const PART = /\\([^])|\$(?:([0-9]+)|\{([A-Za-z][A-Za-z0-9]*)\})|[\\$]/g;

function fill(by: string, match: RegExpExecArray): string {
  if (!/[\\$]/.test(by)) return by;
  return by.replace(PART, (part: string, escaped?: string, digits?: string, name?: string) => {
    if (escaped !== undefined) return escaped;
    if (digits !== undefined) return numbered(digits, match);
    if (name !== undefined && match.groups && name in match.groups) return match.groups[name] ?? '';
    throw failure(`${JSON.stringify(part)} names no group of the regular expression.`);
  });
}

/** As many digits as make the number of a group; the rest is text. */
function numbered(digits: string, match: RegExpExecArray): string {
  let length = 1;
  while (length < digits.length && Number(digits.slice(0, length + 1)) < match.length) length += 1;
  const group = Number(digits.slice(0, length));
  if (group >= match.length) throw failure(`There is no group ${group} in the regular expression.`);
  return (match[group] ?? '') + digits.slice(length);
}
