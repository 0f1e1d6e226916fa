import { LIMITS, tooMuch } from '../limits.ts';
import { javaRegexOfAll } from '../regex/java-regex.ts';
import { failure } from '../template-error.ts';
import { decimal } from '../values/double.ts';
import { whole } from '../values/numbers.ts';
import { FUNCTIONS } from './functions.ts';
import type { Condition, Operand, Path, Segment } from './path.ts';

const NAME = /[^.[\s()]+/y;
/** Inside a filter an operator ends the name. */
const NAME_IN_FILTER = /[^.[\]\s()=<>!&|~,]+/y;
const INDEX = /-?[0-9]{1,9}/y;
const NUMBER = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const OPERATOR = /===|!==|==|!=|<=|>=|<|>|=~|(?:in|nin|contains|size|empty|subsetof|anyof|noneof)\b/iy;
const WORD = /true\b|false\b|null\b/y;
const PATTERN = /\/((?:[^/\\]|\\[^])*)\/([imsx]*)/y;
const BLANKS = /\s*/y;

/** @throws Fault for what is no path */
export function parsePath(text: string): Path {
  const parser = new PathParser(/^[$@]/.test(text) ? text : `$.${text}`);
  return parser.parse();
}

class PathParser {
  private readonly text: string;
  private position = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  parse(): Path {
    const path = this.parseRoot();
    if (this.position < this.text.length) throw this.error('Expected "." or "["');
    return path;
  }

  private parseRoot(): Path {
    const root = this.text.charAt(this.position) as Path['root'];
    this.position += 1;
    return { root, segments: this.parseSegments() };
  }

  private parseSegments(): Segment[] {
    const segments: Segment[] = [];
    for (;;) {
      if (segments.length > LIMITS.valueDepth) throw tooMuch('Steps of a JSON path', LIMITS.valueDepth);
      if (this.takes('..')) segments.push({ kind: 'deep' }, this.sees('[') ? this.parseBracket() : this.parseName());
      else if (this.takes('.')) segments.push(this.sees('[') ? this.parseBracket() : this.parseName());
      else if (this.sees('[')) segments.push(this.parseBracket());
      else return segments;
    }
  }

  /** After a dot: a name, `*`, or a function with its arguments. */
  private parseName(): Segment {
    if (this.takes('*')) return { kind: 'all' };
    const name = this.match(this.depth > 0 ? NAME_IN_FILTER : NAME);
    if (!name) throw this.error('Expected a name');
    if (!this.takes('(')) return { kind: 'names', names: [name] };
    if (!Object.hasOwn(FUNCTIONS, name)) throw failure(`JSONPath has no function ${name}.`);
    return { kind: 'function', name, args: this.parseList(')', () => this.parseOperand()) };
  }

  private parseBracket(): Segment {
    this.expects('[');
    this.skipBlanks();
    if (this.sees("'") || this.sees('"')) {
      const names = this.parseSeparated(() => this.parseQuoted());
      this.expects(']');
      return { kind: 'names', names };
    }
    if (this.takes('*')) {
      this.skipBlanks();
      this.expects(']');
      return { kind: 'all' };
    }
    if (this.takes('?')) {
      this.skipBlanks();
      this.expects('(');
      const condition = this.parseOr();
      this.expects(')');
      this.skipBlanks();
      this.expects(']');
      return { kind: 'filter', condition };
    }
    const segment = this.parsePlaces();
    this.skipBlanks();
    this.expects(']');
    return segment;
  }

  /** `[0]`, `[0,2]`, or `[1:3]` with at least one end. */
  private parsePlaces(): Segment {
    const from = this.parseIndex();
    if (this.takes(':')) {
      const to = this.parseIndex();
      if (from === undefined && to === undefined) throw this.error('Expected a number beside ":"');
      return { kind: 'slice', from, to };
    }
    if (from === undefined) throw this.error('Expected an index, a quoted name, "*" or "?"');
    const indices = [from];
    while (this.takes(',')) {
      this.skipBlanks();
      const index = this.parseIndex();
      if (index === undefined) throw this.error('Expected an index');
      indices.push(index);
    }
    return { kind: 'indices', indices };
  }

  private parseIndex(): number | undefined {
    const written = this.match(INDEX);
    return written ? Number(written) : undefined;
  }

  private parseQuoted(): string {
    const quote = this.text.charAt(this.position);
    let text = '';
    for (let end = this.position + 1; end < this.text.length; end++) {
      const character = this.text.charAt(end);
      if (character === quote) {
        this.position = end + 1;
        return text;
      }
      if (character === '\\') end += 1;
      text += this.text.charAt(end);
    }
    throw this.error(`Expected ${quote} at the end`);
  }

  private parseOr(): Condition {
    return this.nested(() => this.parseJoined('or', '||', () => this.parseJoined('and', '&&', () => this.parseCondition())));
  }

  private parseJoined(kind: 'and' | 'or', sign: string, parseNext: () => Condition): Condition {
    const first = parseNext();
    const conditions = [first];
    this.skipBlanks();
    while (this.takes(sign)) {
      conditions.push(parseNext());
      this.skipBlanks();
    }
    return conditions.length === 1 ? first : { kind, conditions };
  }

  private parseCondition(): Condition {
    this.skipBlanks();
    if (this.takes('!')) return { kind: 'not', condition: this.nested(() => this.parseCondition()) };
    if (this.takes('(')) {
      const condition = this.parseOr();
      this.skipBlanks();
      this.expects(')');
      return condition;
    }
    const left = this.parseOperand();
    const operator = this.match(OPERATOR).toLowerCase();
    if (operator) return { kind: 'compare', left, operator, right: this.parseOperand() };
    if (left.kind !== 'path') throw this.error('Expected an operator');
    return { kind: 'exists', path: left.path };
  }

  private parseOperand(): Operand {
    this.skipBlanks();
    const operand = this.nested(() => this.parseBareOperand());
    this.skipBlanks();
    return operand;
  }

  private parseBareOperand(): Operand {
    if (this.sees('$') || this.sees('@')) return { kind: 'path', path: this.parseRoot() };
    if (this.sees("'") || this.sees('"')) return { kind: 'constant', value: this.parseQuoted() };
    if (this.takes('[')) return { kind: 'list', items: this.parseList(']', () => this.parseOperand()) };
    const word = this.match(WORD);
    if (word) return { kind: 'constant', value: word === 'null' ? null : word === 'true' };
    const number = this.match(NUMBER);
    if (number) return { kind: 'constant', value: /[.eE]/.test(number) ? decimal(Number(number)) : whole(BigInt(number)) };
    const pattern = this.match(PATTERN);
    if (!pattern) throw this.error('Expected a value');
    const flags = pattern.slice(pattern.lastIndexOf('/') + 1);
    const source = pattern.slice(1, pattern.lastIndexOf('/'));
    return { kind: 'pattern', regex: javaRegexOfAll(flags ? `(?${flags})${source}` : source) };
  }

  /** Up to the sign that closes, and past it. */
  private parseList<Item>(close: string, parseItem: () => Item): Item[] {
    this.skipBlanks();
    if (this.takes(close)) return [];
    const items = this.parseSeparated(parseItem);
    this.expects(close);
    return items;
  }

  private parseSeparated<Item>(parseItem: () => Item): Item[] {
    const items: Item[] = [];
    do {
      this.skipBlanks();
      items.push(parseItem());
      this.skipBlanks();
    } while (this.takes(','));
    return items;
  }

  private nested<Result>(parse: () => Result): Result {
    if (this.depth === LIMITS.nesting) throw tooMuch('Parts of a JSON path inside each other', LIMITS.nesting);
    this.depth += 1;
    const result = parse();
    this.depth -= 1;
    return result;
  }

  private sees(expected: string): boolean {
    return this.text.startsWith(expected, this.position);
  }

  private takes(expected: string): boolean {
    if (!this.sees(expected)) return false;
    this.position += expected.length;
    return true;
  }

  private expects(expected: string): void {
    if (!this.takes(expected)) throw this.error(`Expected "${expected}"`);
  }

  private match(sticky: RegExp): string {
    sticky.lastIndex = this.position;
    const matched = sticky.exec(this.text)?.[0] ?? '';
    this.position += matched.length;
    return matched;
  }

  private skipBlanks(): void {
    this.match(BLANKS);
  }

  private error(expected: string): Error {
    return failure(`${expected} at character ${this.position + 1} of the path ${JSON.stringify(this.text.slice(0, 200))}.`);
  }
}
