/** What is expected against what came, in rows that show where they differ. */
import { diffArrays } from 'diff';
import { itemLines, textOf } from './written-values.ts';

export interface Piece {
  text: string;
  /** The other side has something else here, or nothing. */
  differs: boolean;
}

export interface Row {
  side: 'both' | 'expected' | 'actual';
  pieces: readonly Piece[];
}

/** `text`: a text of several lines, as it is. `quoted`: a text of one line, without its quotes. `code`: anything else, as code. */
export type Kind = 'text' | 'quoted' | 'code';

export interface Difference {
  kind: Kind;
  rows: readonly Row[];
}

/** Edits. Two texts that are further apart have nothing to do with each other, and to compare them to the end would take long. */
const MOST_LINES = 500;
const MOST_WORDS = 300;
/** Characters. What agrees between two replaced pieces, and is shorter than this, does so by chance. */
const SHORT = 3;

/** Texts are compared by line and character, everything else by line and word. */
export function differenceOf(expected: string, actual: string): Difference {
  const texts = [textOf(expected), textOf(actual)] as const;
  if (texts[0] !== undefined && texts[1] !== undefined) {
    const kind = texts.some((text) => text!.includes('\n')) ? 'text' : 'quoted';
    return { kind, rows: rowsOf(linesOfText(texts[0]), linesOfText(texts[1]), (line) => [...line]) };
  }
  const [lines, others] = linesOfCode(expected, actual);
  // The third answer belongs to the third call, so it is held against the third.
  const rows = sameOutline(lines, others) ? replaced(lines, others, wordsOf) : rowsOf(lines, others, wordsOf);
  return { kind: 'code', rows };
}

/** One value alone: there is nothing to compare it with. */
export function valueRows(value: string, side: 'expected' | 'actual'): Difference {
  return { kind: 'code', rows: value.split('\n').map((text) => ({ side, pieces: [{ text, differs: false }] })) };
}

/** A line keeps its end: whether the last one has one can be the difference. */
function linesOfText(text: string): string[] {
  return text === '' ? [''] : text.split(/(?<=\n)/);
}

/** Both in the same form: long ones with one item on each line. */
function linesOfCode(expected: string, actual: string): [string[], string[]] {
  const lines = [expected.split('\n'), actual.split('\n')] as const;
  if (lines[0].length === lines[1].length) return [...lines];
  return [itemLines(expected), itemLines(actual)];
}

function sameOutline(lines: readonly string[], others: readonly string[]): boolean {
  return lines.length === others.length && lines.every((line, index) => indentOf(line) === indentOf(others[index]!));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Words, numbers, blanks, and each sign by itself. */
function wordsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}_$.]+|\s+|./gsu) ?? [];
}

type Parts = (line: string) => string[];

function rowsOf(expected: readonly string[], actual: readonly string[], partsOf: Parts): Row[] {
  return stretchesOf(expected, actual, MOST_LINES).flatMap((stretch) =>
    'same' in stretch ? whole('both', stretch.same) : replaced(stretch.expected, stretch.actual, partsOf),
  );
}

/** As many lines for as many others: each stands below the one whose place it takes. */
function replaced(expected: readonly string[], actual: readonly string[], partsOf: Parts): Row[] {
  if (expected.length !== actual.length) return [...whole('expected', expected), ...whole('actual', actual)];
  return expected.flatMap((line, index) => {
    const other = actual[index]!;
    return line === other ? whole('both', [line]) : pairOf(partsOf(line), partsOf(other));
  });
}

function whole(side: Row['side'], lines: readonly string[]): Row[] {
  return lines.map((text) => ({ side, pieces: [{ text, differs: side !== 'both' }] }));
}

function pairOf(expected: readonly string[], actual: readonly string[]): Row[] {
  const stretches = withoutChance(stretchesOf(expected, actual, MOST_WORDS));
  const sides: Record<'expected' | 'actual', Piece[]> = { expected: [], actual: [] };
  for (const stretch of stretches) {
    const differs = !('same' in stretch);
    add(sides.expected, (differs ? stretch.expected : stretch.same).join(''), differs);
    add(sides.actual, (differs ? stretch.actual : stretch.same).join(''), differs);
  }
  return [
    { side: 'expected', pieces: sides.expected },
    { side: 'actual', pieces: sides.actual },
  ];
}

/** What agrees by chance, as letters of two words do, is taken for different: it would only make the rest hard to read. */
function withoutChance(stretches: readonly Stretch[]): Stretch[] {
  const inner = stretches.slice(1, -1);
  const lengths = (['expected', 'actual'] as const).map((side) => lengthOf(inner, side));
  const shared = lengthOf(
    inner.filter((stretch) => 'same' in stretch),
    'expected',
  );
  const apart = shared < Math.min(...lengths) / 2;
  const replaces = (stretch: Stretch | undefined) =>
    stretch !== undefined && !('same' in stretch) && stretch.expected.length > 0 && stretch.actual.length > 0;
  return stretches.map((stretch, index) => {
    if (!('same' in stretch) || index === 0 || index === stretches.length - 1) return stretch;
    const short = stretch.same.join('').length < SHORT && replaces(stretches[index - 1]) && replaces(stretches[index + 1]);
    return apart || short ? { expected: stretch.same, actual: stretch.same } : stretch;
  });
}

function lengthOf(stretches: readonly Stretch[], side: 'expected' | 'actual'): number {
  return stretches.reduce((sum, stretch) => sum + ('same' in stretch ? stretch.same : stretch[side]).join('').length, 0);
}

function add(pieces: Piece[], text: string, differs: boolean): void {
  const last = pieces.at(-1);
  if (last?.differs === differs) last.text += text;
  else if (text !== '') pieces.push({ text, differs });
}

type Stretch = { same: readonly string[] } | { expected: readonly string[]; actual: readonly string[] };

/** What is the same and what is not, by turns. Beginning and end are taken first: so a difference stands as far inside as it can. */
function stretchesOf(expected: readonly string[], actual: readonly string[], mostEdits: number): Stretch[] {
  const shorter = Math.min(expected.length, actual.length);
  let head = 0;
  while (head < shorter && expected[head] === actual[head]) head++;
  let tail = 0;
  while (tail < shorter - head && expected.at(-1 - tail) === actual.at(-1 - tail)) tail++;
  const middle = [expected, actual].map((parts) => parts.slice(head, parts.length - tail)) as [string[], string[]];
  return [{ same: expected.slice(0, head) }, ...stretchesBetween(...middle, mostEdits), { same: expected.slice(expected.length - tail) }];
}

function stretchesBetween(expected: string[], actual: string[], mostEdits: number): Stretch[] {
  const changes = diffArrays(expected, actual, { maxEditLength: mostEdits });
  if (!changes) return [{ expected, actual }];
  const stretches: Stretch[] = [];
  for (const { removed, added, value } of changes) {
    const last = stretches.at(-1);
    if (!removed && !added) stretches.push({ same: value });
    else if (added && last && 'expected' in last) last.actual = value;
    else stretches.push({ expected: removed ? value : [], actual: added ? value : [] });
  }
  return stretches;
}
