/** Prettier over one file of TypeScript, with the settings of the course. */
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import { formatWithCursor } from 'prettier/standalone';
import { printWidth, singleQuote } from '../../.prettierrc.json';
import type { Replacement } from '../workbench/replacement.ts';
import { lineChanges } from './line-changes.ts';

/** What makes the formatted text of the given one, none if it is formatted already, and where the cursor stands then. */
export interface Formatted {
  changes: Replacement[];
  cursor: number;
}

/** Why it stays as it is: it does not parse. Line and column from 1. */
export interface Unreadable {
  line: number;
  column: number;
  reason: string;
}

/** @param cursor offset in UTF-16 code units */
export async function format(text: string, cursor: number): Promise<Formatted | Unreadable> {
  try {
    const { formatted, cursorOffset } = await formatWithCursor(text, {
      cursorOffset: cursor,
      // Babel’s parser weighs a third of the compiler’s, and Prettier writes the same.
      parser: 'babel-ts',
      filepath: 'submission.ts',
      plugins: [babel, estree],
      printWidth,
      singleQuote,
    });
    return { changes: lineChanges(text, formatted), cursor: Math.max(0, cursorOffset) };
  } catch (error) {
    const at = placeOf(error);
    if (!at) throw error;
    return at;
  }
}

/** `Unexpected token (3:5)`, and below it an excerpt. */
const MESSAGE = /^(.+?)\.? \((\d+):(\d+)\)/;

function placeOf(error: unknown): Unreadable | undefined {
  const [, reason, line, column] = (error instanceof Error && MESSAGE.exec(error.message)) || [];
  return reason === undefined ? undefined : { line: Number(line), column: Number(column), reason };
}
