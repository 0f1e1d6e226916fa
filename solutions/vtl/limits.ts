import { Fault } from './template-error.ts';

/** The contract's table, and what it rests on: every other size is bounded through `steps`. */
export const LIMITS = {
  /** Bytes of UTF-8 in a template (B-VTL-04). */
  templateBytes: 307_200,
  /** Iterations of one `#foreach` (B-VTL-04). */
  iterations: 1_000,
  /** Directives, parentheses, literals and quotes inside each other. */
  nesting: 200,
  /** Characters of output, and of any one text that is made on the way. */
  characters: 10_000_000,
  /** Iterations of all loops of one run together. */
  allIterations: 1_000_000,
  /** Lists and maps inside each other. json-smart reads 400 levels. */
  valueDepth: 500,
  /** Items of one list. */
  items: 1_000_000,
  /** Size of a calculated integer. Java has no limit, but squaring in a loop would fill any memory. */
  integerBits: 8_192,
  /** Work of one run: a statement is one step, and so is an item that is made or looked at, or 64 characters. About a second. */
  steps: 10_000_000,
} as const;

export function tooMuch(what: string, limit: number): Fault {
  return new Fault('limit', `${what}: at most ${grouped(limit)} are allowed.`);
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}

/** Length in bytes of UTF-8, where half a surrogate pair counts as the replacement character. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (code >= 0xd8_00 && code < 0xdc_00 && (text.charCodeAt(index + 1) & 0xfc_00) === 0xdc_00) {
      bytes += 2;
      index += 1;
    } else bytes += 2;
  }
  return bytes;
}
