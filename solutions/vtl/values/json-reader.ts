import { Fault } from '../template-error.ts';
import { decimal, type JavaDouble } from './double.ts';
import { List, type Dictionary, type Value } from './value.ts';

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const MOST_NESTED = 400;
const NUMBER = /^-?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/;
const ESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b', '\\': '\\', '/': '/', "'": "'", '"': '"' };

/** Where a bare word ends, by what stands around it. */
const STOPS = { document: new Set<number>(), list: codes(',]'), key: codes(':'), value: codes(',}') };

/**
 * Reads JSON as json-smart's permissive mode does (B-VTL-87): keys and values without quotes, single quotes, commas too many, and anything
 * behind the end of the value. Keys stay in the order in which they came, of a key that comes twice the last value counts (B-VTL-84).
 *
 * @throws Fault of kind `payload`
 */
export function readJson(text: string): Value {
  return new JsonReader(text).readDocument();
}

class JsonReader {
  private readonly text: string;
  private position = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): Value {
    this.skipBlanks();
    return this.position === this.text.length ? null : this.readValue(STOPS.document);
  }

  private readValue(stops: ReadonlySet<number>): Value {
    const code = this.text.charCodeAt(this.position);
    switch (code) {
      case OPEN_BRACE:
        return this.nested(() => this.readObject());
      case OPEN_BRACKET:
        return this.nested(() => this.readList());
      case QUOTE:
      case APOSTROPHE:
        return this.readQuoted(code);
      case COLON:
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
        throw this.unexpected();
      default:
        if (Number.isNaN(code)) throw this.unexpected();
        return this.readWord(stops);
    }
  }

  private nested<Result>(read: () => Result): Result {
    this.depth += 1;
    if (this.depth > MOST_NESTED) throw new Fault('payload', `The payload is nested more than ${MOST_NESTED} deep.`);
    const result = read();
    this.depth -= 1;
    return result;
  }

  private readList(): List {
    const items: Value[] = [];
    this.position += 1;
    for (;;) {
      this.skipBlanks();
      const code = this.text.charCodeAt(this.position);
      if (code === CLOSE_BRACKET) {
        this.position += 1;
        return new List(items, 'json');
      }
      if (code === COMMA) this.position += 1;
      else items.push(this.readValue(STOPS.list));
    }
  }

  private readObject(): Dictionary {
    const entries: Dictionary = new Map();
    let expectsEntry = true;
    this.position += 1;
    for (;;) {
      this.skipBlanks();
      const code = this.text.charCodeAt(this.position);
      if (code === CLOSE_BRACE) {
        this.position += 1;
        return entries;
      }
      if (code === COMMA) {
        this.position += 1;
        expectsEntry = true;
        continue;
      }
      if (!expectsEntry) throw this.unexpected();
      const key = this.readKey(code);
      this.skipBlanks();
      if (this.text.charCodeAt(this.position) !== COLON) throw this.unexpected();
      this.position += 1;
      this.skipBlanks();
      entries.set(key, this.readValue(STOPS.value));
      expectsEntry = false;
    }
  }

  private readKey(code: number): string {
    if (code === QUOTE || code === APOSTROPHE) return this.readQuoted(code);
    if (Number.isNaN(code) || code === COLON || code === OPEN_BRACKET || code === CLOSE_BRACKET || code === OPEN_BRACE)
      throw this.unexpected();
    return this.readBare(STOPS.key);
  }

  private readQuoted(quote: number): string {
    const start = this.position + 1;
    for (let end = start; end < this.text.length; end++) {
      const code = this.text.charCodeAt(end);
      if (code === quote) {
        this.position = end + 1;
        return this.text.slice(start, end);
      }
      if (code === BACKSLASH || code < 0x20 || code === 0x7f) return this.readEscaped(quote, start, end);
    }
    this.position = this.text.length;
    throw this.unexpected();
  }

  /** From the first character on that does not stand for itself. Control characters are dropped. */
  private readEscaped(quote: number, start: number, from: number): string {
    let text = this.text.slice(start, from);
    for (let position = from; position < this.text.length; position++) {
      const code = this.text.charCodeAt(position);
      if (code === quote) {
        this.position = position + 1;
        return text;
      }
      if (code === BACKSLASH) {
        position += 1;
        const letter = this.text.charAt(position);
        if (letter === 'u' || letter === 'x') {
          const digits = this.text.slice(position + 1, position + (letter === 'u' ? 5 : 3));
          this.position = position;
          if (!(letter === 'u' ? /^[0-9A-Fa-f]{4}$/ : /^[0-9A-Fa-f]{2}$/).test(digits)) throw this.unexpected();
          text += String.fromCharCode(Number.parseInt(digits, 16));
          position += digits.length;
        } else text += ESCAPES[letter] ?? '';
      } else if (code >= 0x20 && code !== 0x7f) text += this.text.charAt(position);
    }
    this.position = this.text.length;
    throw this.unexpected();
  }

  /** A number, true, false or null, and anything else is a text without quotes. */
  private readWord(stops: ReadonlySet<number>): Value {
    const word = this.readBare(stops);
    switch (word) {
      case 'null':
        return null;
      case 'true':
        return true;
      case 'false':
        return false;
      case 'NaN':
        return decimal(Number.NaN);
      default:
        return NUMBER.test(word) ? readNumber(word) : word;
    }
  }

  private readBare(stops: ReadonlySet<number>): string {
    const start = this.position;
    while (this.position < this.text.length && !stops.has(this.text.charCodeAt(this.position))) this.position += 1;
    let end = this.position;
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end -= 1;
    return this.text.slice(start, end);
  }

  private skipBlanks(): void {
    while (isBlank(this.text.charCodeAt(this.position))) this.position += 1;
  }

  private unexpected(): Fault {
    const found = this.position < this.text.length ? JSON.stringify(this.text.charAt(this.position)) : 'the end of the payload';
    return new Fault('payload', `Could not process payload: found ${found} at position ${this.position}.`);
  }
}

function readNumber(written: string): number | bigint | JavaDouble {
  const value = Number(written);
  if (value === (value | 0) && !/[.eE]/.test(written)) return value | 0;
  return /[.eE]/.test(written) ? readDecimal(written, value) : BigInt(written);
}

/** What a Double cannot hold becomes a BigDecimal, which prints as it was written. */
function readDecimal(written: string, value: number): JavaDouble {
  const double = decimal(value);
  return written.length > 18 && significant(written) !== significant(double.text) ? decimal(value, written) : double;
}

function significant(written: string): string {
  return written
    .split(/[eE]/, 1)[0]!
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function codes(characters: string): Set<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
