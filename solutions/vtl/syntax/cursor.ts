import { LIMITS } from '../limits.ts';
import { TemplateError } from '../template-error.ts';
import type { Block } from './tree.ts';

/** A text that is being read, and the place in it. A quoted text is read by a cursor of its own that knows where it stands in the template. */
export class Cursor {
  readonly text: string;
  position = 0;
  /** Reads what stands between double quotes. It is handed in because it is the whole grammar once more. */
  readonly parseQuoted: (cursor: Cursor) => Block;
  private readonly template: string;
  private readonly placeOf: (offset: number) => number;
  private depth: number;

  constructor(
    text: string,
    parseQuoted: (cursor: Cursor) => Block,
    template = text,
    placeOf = (offset: number): number => offset,
    depth = 0,
  ) {
    this.text = text;
    this.parseQuoted = parseQuoted;
    this.template = template;
    this.placeOf = placeOf;
    this.depth = depth;
  }

  /** @param placeOf From an offset in `text` to one in this cursor's text. */
  within(text: string, placeOf: (offset: number) => number): Cursor {
    return new Cursor(text, this.parseQuoted, this.template, (offset) => this.placeOf(placeOf(offset)), this.depth);
  }

  /** The place in the template. */
  at(offset = this.position): number {
    return this.placeOf(offset);
  }

  get isQuoted(): boolean {
    return this.text !== this.template;
  }

  get ended(): boolean {
    return this.position >= this.text.length;
  }

  /** The character code at the place, or NaN at the end. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.position + ahead);
  }

  sees(expected: string): boolean {
    return this.text.startsWith(expected, this.position);
  }

  /** Goes past `expected` if it is what comes next. */
  takes(expected: string): boolean {
    if (!this.sees(expected)) return false;
    this.position += expected.length;
    return true;
  }

  expects(expected: string, where: string): void {
    if (!this.takes(expected)) throw this.error(`Expected "${expected}" ${where}, found ${this.found()}.`);
  }

  /** Goes past what a sticky pattern matches here, and gives it; '' if it does not match. */
  match(sticky: RegExp): string {
    const start = this.position;
    return this.skips(sticky) ? this.text.slice(start, this.position) : '';
  }

  /** Goes past what a sticky pattern matches here, if it does. */
  skips(sticky: RegExp): boolean {
    sticky.lastIndex = this.position;
    // `test` makes no array, and templates are read in very many small steps.
    if (!sticky.test(this.text)) return false;
    this.position = sticky.lastIndex;
    return true;
  }

  skipWhitespace(): void {
    while (isWhitespace(this.code())) this.position++;
  }

  /** Reads something that may hold its like. */
  nested<Result>(read: () => Result): Result {
    if (this.depth === LIMITS.nesting) {
      throw this.error(`Directives, parentheses, literals and quotes are nested at most ${LIMITS.nesting} deep.`, this.position, 'limit');
    }
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }

  found(): string {
    if (this.ended) return this.isQuoted ? 'the end of the quoted text' : 'the end of the template';
    return JSON.stringify(this.text.slice(this.position, this.position + 12).split('\n', 1)[0] || '\n');
  }

  error(message: string, offset = this.position, kind: 'syntax' | 'limit' = 'syntax'): TemplateError {
    return new TemplateError(kind, message, this.template, this.placeOf(offset));
  }
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}
