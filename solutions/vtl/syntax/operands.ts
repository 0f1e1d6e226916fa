import { decimal } from '../values/double.ts';
import type { Cursor } from './cursor.ts';
import type { Constant, Expression, Reference, Step } from './tree.ts';

const NUMBER = /-?(?:[0-9]+(?=\.\.)|[0-9]+\.[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+(?:[eE][+-]?[0-9]+)?)/y;
const INTEGER = /-?[0-9]+/y;
const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_-]*/y;
const SIGNS = /\\*\$(?:!?\\*\$)*/y;
const WORD = /[A-Za-z_@][A-Za-z0-9_@]*/y;
const NULL: Expression = { kind: 'constant', value: null };

/** What may stand between the commas of a literal. In the arguments of a method a bare word counts too, and means null (B-VTL-31). */
type Operand = (cursor: Cursor) => Expression | undefined;

export function parseArgument(cursor: Cursor): Expression {
  return parseSpaced(cursor, parseArgumentOperand, 'an argument');
}

/** A list's item and a map's key or value, outside of a method's arguments. */
function parseItem(cursor: Cursor): Expression {
  return parseSpaced(cursor, parseOperand, 'a value');
}

/** Between the brackets of an index: a text, an integer, `true`, `false` or a reference. */
export function parseIndexKey(cursor: Cursor): Expression {
  return parseSpaced(cursor, (at) => parseText(at) ?? parseInteger(at) ?? parseFlag(at) ?? parseDollar(at), 'an index');
}

function parseSpaced(cursor: Cursor, parse: Operand, what: string): Expression {
  cursor.skipWhitespace();
  const expression = parse(cursor);
  if (!expression) throw cursor.error(`Expected ${what}, found ${cursor.found()}.`);
  cursor.skipWhitespace();
  return expression;
}

/** A literal or a reference; undefined if neither starts here. */
export function parseOperand(cursor: Cursor): Expression | undefined {
  return parseScalar(cursor) ?? parseCollection(cursor, parseItem) ?? parseFlag(cursor);
}

function parseArgumentOperand(cursor: Cursor): Expression | undefined {
  const known = parseScalar(cursor) ?? parseCollection(cursor, parseArgument) ?? parseFlag(cursor);
  if (known || !startsIdentifier(cursor.code())) return known;
  readIdentifier(cursor);
  return NULL;
}

function parseScalar(cursor: Cursor): Expression | undefined {
  return parseDollar(cursor) ?? parseText(cursor) ?? parseNumber(cursor);
}

function parseDollar(cursor: Cursor): Expression | undefined {
  return cursor.sees('$') || cursor.sees('\\') ? parseReference(cursor) : undefined;
}

function parseFlag(cursor: Cursor): Expression | undefined {
  const start = cursor.position;
  const word = readWord(cursor);
  if (word === 'true' || word === 'false') return constant(word === 'true');
  cursor.position = start;
  return undefined;
}

export function readWord(cursor: Cursor): string {
  return cursor.match(WORD);
}

function parseNumber(cursor: Cursor): Expression | undefined {
  const written = cursor.match(NUMBER);
  if (!written) return undefined;
  return constant(/[.eE]/.test(written) ? decimal(Number(written)) : integer(written));
}

function parseInteger(cursor: Cursor): Expression | undefined {
  const written = cursor.match(INTEGER);
  return written ? constant(integer(written)) : undefined;
}

/** Integer if it fits, else Long or BigInteger. */
function integer(written: string): Constant {
  const value = Number(written);
  return value === (value | 0) ? value | 0 : BigInt(written);
}

function isInteger(value: Constant): boolean {
  return typeof value === 'number' || typeof value === 'bigint';
}

function constant(value: Constant): Expression {
  return { kind: 'constant', value };
}

function parseCollection(cursor: Cursor, parseElement: (cursor: Cursor) => Expression): Expression | undefined {
  if (cursor.sees('[')) return cursor.nested(() => parseListOrRange(cursor, parseElement));
  if (cursor.sees('{')) return cursor.nested(() => parseMap(cursor, parseElement));
  return undefined;
}

function parseListOrRange(cursor: Cursor, parseElement: (cursor: Cursor) => Expression): Expression {
  const at = cursor.at();
  cursor.expects('[', 'at the start of a list');
  if (cursor.takes(']')) return { kind: 'list', items: [], at };
  const first = parseElement(cursor);
  if (cursor.sees('..')) return parseRange(cursor, first, at);
  const items = [first];
  while (cursor.takes(',')) items.push(parseElement(cursor));
  cursor.expects(']', 'after the list');
  return { kind: 'list', items, at };
}

/** `[from..to]`, from the dots on. Both ends are integers or references (B-VTL-68). */
function parseRange(cursor: Cursor, from: Expression, at: number): Expression {
  if (from.kind !== 'reference' && !(from.kind === 'constant' && isInteger(from.value)))
    throw cursor.error('A range starts with an integer or a reference.');
  cursor.expects('..', 'in a range');
  const to = parseSpaced(cursor, (at) => parseDollar(at) ?? parseInteger(at), 'an integer or a reference');
  cursor.expects(']', 'after the range');
  return { kind: 'range', from, to, at };
}

function parseMap(cursor: Cursor, parseElement: (cursor: Cursor) => Expression): Expression {
  const at = cursor.at();
  cursor.expects('{', 'at the start of a map');
  cursor.skipWhitespace();
  const entries: [Expression, Expression][] = [];
  if (!cursor.sees('}')) {
    do {
      const key = parseElement(cursor);
      cursor.expects(':', 'after the key');
      entries.push([key, parseElement(cursor)]);
    } while (cursor.takes(','));
  }
  cursor.expects('}', 'after the map');
  return { kind: 'map', entries, at };
}

/** `'as it stands'` or `"with $references and #directives"`. The quote itself is doubled, a backslash escapes nothing (B-VTL-67). */
function parseText(cursor: Cursor): Expression | undefined {
  const quote = cursor.text.charAt(cursor.position);
  if (quote !== '"' && quote !== "'") return undefined;
  const start = cursor.position + 1;
  const end = endOfText(cursor, quote, start);
  const written = cursor.text.slice(start, end);
  cursor.position = end + 1;
  if (quote === "'") return constant(written.replaceAll("''", "'"));

  const { text, offsets } = unescape(cursor, written, start);
  if (!/[$#]/.test(text)) return constant(text);
  const inner = cursor.within(text, (offset) => start + (offsets?.[offset] ?? offset));
  return { kind: 'quoted', body: cursor.nested(() => inner.parseQuoted(inner)), at: cursor.at(start - 1) };
}

function endOfText(cursor: Cursor, quote: string, start: number): number {
  for (let end = start; ; end += 2) {
    end = cursor.text.indexOf(quote, end);
    if (end === -1) throw cursor.error(`The text that starts here has no closing ${quote}.`, start - 1);
    if (cursor.text.charAt(end + 1) !== quote) return end;
  }
}

const ESCAPE = /""|\\u/g;

/** What a double-quoted text holds, and where each of its characters was written if they have moved. */
function unescape(cursor: Cursor, written: string, start: number): { text: string; offsets?: number[] } {
  if (!written.includes('""') && !written.includes('\\u')) return { text: written };
  const offsets: number[] = [];
  let text = '';
  let copied = 0;
  const copy = (end: number): void => {
    for (let offset = copied; offset < end; offset++) offsets.push(offset);
    text += written.slice(copied, end);
  };
  for (const { 0: found, index } of written.matchAll(ESCAPE)) {
    copy(index);
    copied = index + (found === '""' ? 2 : 6);
    const digits = written.slice(index + 2, copied);
    if (found === '\\u' && !/^[0-9A-Fa-f]{4}$/.test(digits))
      throw cursor.error('Expected four hexadecimal digits after "\\u".', start + index);
    text += found === '""' ? '"' : String.fromCharCode(Number.parseInt(digits, 16));
    offsets.push(index);
  }
  copy(written.length);
  offsets.push(written.length);
  return { text, offsets };
}

/** Letters, digits, `_` and `-` (B-VTL-16). `true` and `false` are no names. '' if none starts here. */
export function readIdentifier(cursor: Cursor): string {
  const name = cursor.match(IDENTIFIER);
  if (name === 'true' || name === 'false') {
    throw cursor.error(`"${name}" is a value and cannot be a name.`, cursor.position - name.length);
  }
  return name;
}

export function startsIdentifier(code: number): boolean {
  return isLetter(code) || code === 0x5f;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** A reference in an expression: `$name`, `$!name`, `${name}`, `$!{name}` and what follows. Backslashes and more signs change nothing. */
export function parseReference(cursor: Cursor): Reference {
  const start = cursor.position;
  if (!cursor.match(SIGNS)) throw cursor.error(`Expected a reference, found ${cursor.found()}.`);
  cursor.takes('!');
  return cursor.takes('{') ? parseBraced(cursor, start) : parseNamed(cursor, start);
}

/** From the name on; `start` is where the reference began. */
export function parseNamed(cursor: Cursor, start: number): Reference {
  const name = readIdentifier(cursor);
  if (!name) throw cursor.error(`Expected a name after "$", found ${cursor.found()}.`);
  return { kind: 'reference', name, steps: parseSteps(cursor), at: cursor.at(start) };
}

/** From the name on, and past the brace that closes. */
export function parseBraced(cursor: Cursor, start: number): Reference {
  const reference = parseNamed(cursor, start);
  cursor.expects('}', 'at the end of a reference in braces');
  return reference;
}

/** Properties, indices and calls. A dot with no letter after it is text (`$a.`), but an opening bracket always starts an index. */
function parseSteps(cursor: Cursor): Step[] {
  const steps: Step[] = [];
  for (;;) {
    const at = cursor.at();
    if (cursor.sees('.') && isLetter(cursor.code(1))) {
      cursor.position += 1;
      const name = readIdentifier(cursor);
      steps.push(cursor.takes('(') ? { kind: 'call', name, args: parseArguments(cursor), at } : { kind: 'property', name, at });
    } else if (cursor.takes('[')) {
      const key = cursor.nested(() => parseIndexKey(cursor));
      cursor.expects(']', 'after the index');
      steps.push({ kind: 'index', key, at });
    } else return steps;
  }
}

function parseArguments(cursor: Cursor): Expression[] {
  if (cursor.takes(')')) return [];
  return cursor.nested(() => {
    const args: Expression[] = [];
    do args.push(parseArgument(cursor));
    while (cursor.takes(','));
    cursor.expects(')', 'after the arguments of the method');
    return args;
  });
}
