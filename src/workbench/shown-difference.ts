/** A difference as it is put on the page: blanks that matter made visible, and what is long cut short. */
import { counted, harmless } from '../grader/report/layout.ts';
import type { Difference, Piece, Row } from './differences.ts';

export type ShownRow = Row | { leftOut: string };

/** Lines that agree, above and below one that differs. */
const AROUND = 2;
/** A note instead of fewer lines would save nothing. */
const WORTH_FOLDING = 3;
const MOST_ROWS = 40;
/** Characters of one piece that is the same on both sides, and of one that differs. */
const MOST_SAME = 160;
const MOST_DIFFERENT = 400;

/** Everything that is safe to show, with nothing left out. */
export function allRows({ kind, rows }: Difference): Row[] {
  return rows.map((row) => {
    // A line of code that is new as a whole keeps its indent.
    const blanks = kind !== 'code' || row.pieces.some(({ differs }) => !differs);
    return { side: row.side, pieces: row.pieces.map((piece) => visible(piece, blanks)) };
  });
}

/** What tells the two sides apart, and a little around it. */
export function shortRows(difference: Difference): ShownRow[] {
  const rows = allRows(difference).map(({ side, pieces }) => ({ side, pieces: pieces.map(shortPiece) }));
  const folded = foldSame(rows);
  if (folded.length <= MOST_ROWS + WORTH_FOLDING) return folded;
  return [...folded.slice(0, MOST_ROWS), { leftOut: `${folded.length - MOST_ROWS} more lines` }];
}

function foldSame(rows: readonly Row[]): ShownRow[] {
  const near = rows.map((_, index) => rows.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ side }) => side !== 'both'));
  // Where nothing differs, all of it is what there is to see.
  if (!near.includes(true)) return [...rows];
  const shown: ShownRow[] = [];
  let same: Row[] = [];
  const close = () => {
    shown.push(...(same.length < WORTH_FOLDING ? same : [{ leftOut: `${counted(same.length, 'line')} the same on both sides` }]));
    same = [];
  };
  rows.forEach((row, index) => {
    if (near[index]) {
      close();
      shown.push(row);
    } else same.push(row);
  });
  close();
  return shown;
}

function shortPiece({ text, differs }: Piece): Piece {
  return { text: inShort(text, differs ? MOST_DIFFERENT : MOST_SAME), differs };
}

/** Beginning and end of a text that is longer than `most` characters. */
export function inShort(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most / 4;
  const leftOut = text.length - 3 * end - end;
  return `${text.slice(0, 3 * end).toWellFormed()} … ${leftOut.toLocaleString('en-US')} characters … ${text.slice(-end).toWellFormed()}`;
}

/** Blanks at the edge of a piece or beside each other: those that nobody would see. */
const UNSEEN_BLANKS = /^ +| +$| {2,}/g;
/** Other blanks, marks without a width, accents that stand alone: they look like something else, or like nothing. */
const UNSEEN = /(?! )[\p{Z}\p{Cf}\p{Script=Inherited}\u115F\u1160\u3164\uFFA0]/gu;
const SIGNS: Record<string, string> = { '\n': '↵', '\t': '→', '\r': '\\r' };

/** Text that cannot harm the page; where it differs, with signs for what cannot be seen. */
function visible({ text, differs }: Piece, blanks: boolean): Piece {
  if (!differs) return { text: harmless(text.replace(/\n$/, '')), differs };
  const signed = (blanks ? text.replace(UNSEEN_BLANKS, (run) => '·'.repeat(run.length)) : text)
    .replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
    .replace(/[\n\t\r]/g, (character) => SIGNS[character]!);
  return { text: harmless(signed), differs };
}
