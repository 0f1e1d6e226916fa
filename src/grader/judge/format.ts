/** Values of the boundary as code that a learner reads: short ones on one line, long ones over several, all of them capped. */
import { Foreign } from '../boundary/values.ts';

const WIDTH = 76;
const ITEMS = 60;
const CHARACTERS = 2_000;
/** Of one value, counting what is in it: nobody reads more, and what a subject sends may be large. */
const PARTS = 1_000;

/** How many parts of a value may still be written. */
interface Paper {
  left: number;
}

/** @param width - how much fits on one line before the value is broken over several */
export function formatValue(value: unknown, width: number = WIDTH): string {
  return shorten(write({ left: PARTS }, value, width, '', []));
}

/** What `console` printed: texts as they are, everything else as code. */
export function formatPrinted(args: unknown): string {
  // What could not be read as a whole is no list.
  if (!Array.isArray(args)) return formatValue(args);
  return args.map((arg) => (typeof arg === 'string' ? shorten(arg) : formatValue(arg))).join(' ');
}

function shorten(text: string): string {
  return text.length > CHARACTERS ? `${text.slice(0, CHARACTERS)}…` : text;
}

function write(paper: Paper, value: unknown, width: number, indent: string, above: readonly object[]): string {
  if (paper.left-- <= 0) return '…';
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (above.includes(value)) return '[the same again]';
  if (value instanceof Foreign) return describeForeign(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'new Date(NaN)' : `new Date('${value.toISOString()}')`;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;

  const inside = (item: unknown) => write(paper, item, width - 2, `${indent}  `, [...above, value]);
  if (ArrayBuffer.isView(value)) return enclose(`${value.constructor.name} [`, [...(value as Uint8Array)], String, ']', width, indent);
  if (value instanceof ArrayBuffer) return enclose('ArrayBuffer [', [...new Uint8Array(value)], String, ']', width, indent);
  if (Array.isArray(value)) return enclose('[', [...value.keys()], (i) => (i in value ? inside(value[i]) : ''), ']', width, indent);
  if (value instanceof Map) return enclose('Map {', [...value], ([key, item]) => `${inside(key)} => ${inside(item)}`, '}', width, indent);
  if (value instanceof Set) return enclose('Set {', [...value], inside, '}', width, indent);
  if (isMatcher(value)) return value.toAsymmetricMatcher();
  const name = Object.getPrototypeOf(value)?.constructor?.name;
  const opening = name && name !== 'Object' ? `${name} {` : '{';
  const keyOf = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : inside(key));
  return enclose(opening, Object.entries(value), ([key, item]) => `${keyOf(key)}: ${inside(item)}`, '}', width, indent);
}

/** Longer runs of one character are written as what makes them: `'é'.repeat(65536)`. */
const RUN = /(.)\1{63,}/gsu;
const SHORTEST_RUN = 64;

function writeText(text: string): string {
  if (text.length < SHORTEST_RUN) return quote(text);
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: run, 1: character, index } of text.matchAll(RUN)) {
    if (index > from) pieces.push(quote(text.slice(from, index)));
    pieces.push(`${quote(character!)}.repeat(${run.length / character!.length})`);
    from = index + run.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push(quote(text.slice(from)));
  return pieces.join(' + ');
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, CHARACTERS)).replaceAll("'", "\\'").replace(/^"|"$/g, "'").replaceAll('\\"', '"');
}

/** What a suite expects without naming a value: `expect.any(Number)`. A decoded value has no methods, so none is taken for it. */
function isMatcher(value: object): value is { toAsymmetricMatcher(): string } {
  return 'toAsymmetricMatcher' in value && typeof value.toAsymmetricMatcher === 'function';
}

function describeForeign({ kind, about }: Foreign): string {
  if (kind === 'function') return about ? `function ${about}` : 'a function';
  if (kind === 'symbol') return `Symbol(${about})`;
  if (kind === 'part') return about && about !== 'Object' ? `a ${about}` : 'an object with methods';
  return about;
}

function enclose<Item>(
  opening: string,
  all: readonly Item[],
  write: (item: Item) => string,
  closing: string,
  width: number,
  indent: string,
): string {
  const items = all.slice(0, ITEMS).map(write);
  if (all.length > ITEMS) items.push(`… ${all.length - ITEMS} more`);
  const space = opening.endsWith('{') && items.length > 0 ? ' ' : '';
  const line = `${opening}${space}${items.join(', ')}${space}${closing}`;
  if (line.length + indent.length <= width && !line.includes('\n')) return line;
  if (items.every((item) => item.length <= 12)) return `${opening}\n${filled(items, width, indent)}\n${indent}${closing}`;
  return `${opening}\n${items.map((item) => `${indent}  ${item},`).join('\n')}\n${indent}${closing}`;
}

/** Short items side by side, as many as fit on a line. */
function filled(items: readonly string[], width: number, indent: string): string {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${item},`.length <= width) lines[lines.length - 1] = `${last} ${item},`;
    else lines.push(`${indent}  ${item},`);
  }
  return lines.join('\n');
}
