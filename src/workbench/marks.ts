/** Places in a file that something is said about. */

export interface Mark {
  /** From 1. A line behind the last one means the last. */
  line: number;
  /** From 1, in UTF-16 code units. Without it the whole line is meant. */
  column?: number;
  /** Characters that are meant, from the column on; without it the word or the sign there. What reaches into another line is meant to its end. */
  length?: number;
  message: string;
  /** The compiler only warns; without a kind it is said by a verdict. */
  kind?: 'warning';
}

/** A piece of one line: offsets from the start of that line, `to` behind its last character. */
export interface Piece {
  from: number;
  to: number;
}

const WORD_OR_SIGN = /[\p{ID_Continue}$]+|\S/uy;

/** What is underlined: as much as is meant, else the word or the sign at the column, without a column all that is written. Empty on an empty line only. */
export function pieceOf(line: string, column?: number, length = 0): Piece {
  if (column === undefined) {
    const to = line.trimEnd().length;
    return to === 0 ? { from: 0, to: line.length } : { from: line.length - line.trimStart().length, to };
  }
  // What is missing at the end of a line is shown at its last character.
  const from = Math.max(0, Math.min(column, line.length) - 1);
  if (length > 0) return { from, to: Math.min(from + length, line.length) };
  WORD_OR_SIGN.lastIndex = from;
  return { from, to: from + (WORD_OR_SIGN.exec(line)?.[0].length ?? Math.min(1, line.length)) };
}

/** `Line 7, column 5`. */
export function placeName({ line, column }: Pick<Mark, 'line' | 'column'>): string {
  return column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`;
}

/** The offset in a whole text, lines divided by `\n`. */
export function offsetOf(text: string, line: number, column?: number): number {
  const lines = text.split('\n');
  const index = Math.max(0, Math.min(line, lines.length) - 1);
  const before = lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
  return before + startOf(lines[index]!, column);
}

/** Where the cursor goes in a line: to the column, without one to the first character that is no blank. */
export function startOf(line: string, column?: number): number {
  return column === undefined ? pieceOf(line).from : Math.max(0, Math.min(column - 1, line.length));
}
