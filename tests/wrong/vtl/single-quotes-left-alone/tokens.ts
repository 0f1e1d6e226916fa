/**
 * Helper, yours to use, change or replace: cuts a template into a flat list of tokens. What belongs to an `#if` or a `#foreach` is for you
 * to find: it ends at the `#end` that stands at the same depth.
 *
 * Already done: comments are gone, and a directive has taken the rest of its line with it where nothing but blanks followed, line break
 * included. What the language has beyond the six concepts that count, such as `#define` and `\$x`, is left as text.
 */
import { readAssignment, readCondition, readLoop, readReference, type Expression, type Reference } from './expression.ts';

export type Token = Content & {
  /** Where it begins in the template, both from 1. */
  line: number;
  column: number;
};

type Content =
  | { kind: 'text'; text: string }
  /** `$x`, `$!x`, `${x}`, `$!{x}` with all that belongs to it. */
  | { kind: 'reference'; reference: Reference }
  /** `#set(target = value)` */
  | { kind: 'set'; target: Reference; value: Expression }
  /** `#if(condition)` */
  | { kind: 'if'; condition: Expression }
  | { kind: 'elseif'; condition: Expression }
  | { kind: 'else' }
  /** `#foreach($variable in items)` */
  | { kind: 'foreach'; variable: string; items: Expression }
  | { kind: 'end' };

/** @throws SyntaxError with line and column, if a directive cannot be read */
export function readTokens(template: string): Token[] {
  const tokens: Token[] = [];
  const place = placesOf(template);
  let text = 0;

  function push(content: Content, start: number): void {
    tokens.push({ ...content, ...place(start) });
  }

  const marks = /[$#]/g;
  for (let mark = marks.exec(template); mark; mark = marks.exec(template)) {
    const start = mark.index;
    const found = mark[0] === '$' ? readDollar(template, start) : (readComment(template, start) ?? readDirective(template, start));
    if (!found) continue;
    if (text < start) push({ kind: 'text', text: template.slice(text, start) }, text);
    if (found.content) push(found.content, start);
    text = marks.lastIndex = found.end;
  }
  if (text < template.length) push({ kind: 'text', text: template.slice(text) }, text);
  return tokens;
}

/** What begins at a `$` or a `#`, and where it ends. A comment has no content. */
interface Found {
  content?: Content;
  end: number;
}

function readDollar(template: string, start: number): Found | undefined {
  const found = readReference(template, start);
  return found && { content: { kind: 'reference', reference: found.tree }, end: found.end };
}

/** `##` up to the end of the line and with it, or `#*` up to `*#`. */
function readComment(template: string, start: number): Found | undefined {
  const comment = matchAt(/##[^\n]*\n?|#\*[^]*?(?:\*#|$)/y, template, start);
  return comment && { end: start + comment[0].length };
}

function readDirective(template: string, start: number): Found | undefined {
  const opening = matchAt(/#(?:(set|if|elseif|foreach)[ \t]*\(|(else|end)(?![\w-])|\{(else|end)\})/y, template, start);
  if (!opening) return undefined;
  const [whole, withArguments, bare, inBraces] = opening;
  const inside = start + whole.length;
  switch (withArguments) {
    case 'set': {
      const { tree, end } = readAssignment(template, inside);
      return { content: { kind: 'set', ...tree }, end: endOfLine(template, end) };
    }
    case 'foreach': {
      const { tree, end } = readLoop(template, inside);
      return { content: { kind: 'foreach', ...tree }, end: endOfLine(template, end) };
    }
    case 'if':
    case 'elseif': {
      const { tree, end } = readCondition(template, inside);
      return { content: { kind: withArguments, condition: tree }, end: endOfLine(template, end) };
    }
    default:
      return { content: { kind: (bare ?? inBraces) as 'else' | 'end' }, end: endOfLine(template, inside) };
  }
}

/** The index behind the line break if nothing but blanks stands before it, else the same index. */
function endOfLine(template: string, at: number): number {
  return at + (matchAt(/[ \t]*\r?\n/y, template, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Line and column of an index. Asked in rising order, it walks through the template once. */
function placesOf(template: string): (index: number) => { line: number; column: number } {
  let line = 1;
  let begin = 0;
  let next = template.indexOf('\n');
  return (index) => {
    while (next >= 0 && next < index) {
      line++;
      begin = next + 1;
      next = template.indexOf('\n', begin);
    }
    return { line, column: index - begin + 1 };
  };
}
