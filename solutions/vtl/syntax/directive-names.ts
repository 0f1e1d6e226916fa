import type { Cursor } from './cursor.ts';

const NAME = /#(?:\{[A-Za-z_][A-Za-z0-9_@]*\}|[A-Za-z_@][A-Za-z0-9_@]*)/y;

/** Directives that the grammar itself knows. The others come from a list that an engine is set up with. */
const CORE = new Set(['if', 'elseif', 'else', 'end']);
const LISTED = new Set(['foreach', 'include', 'parse', 'macro', 'literal', 'break', 'define', 'stop']);

/** Goes past `#name` or `#{name}` and gives the name, which need not be a directive's; '' if none starts here. */
export function readDirectiveName(cursor: Cursor): string {
  return bare(cursor.match(NAME));
}

function bare(written: string): string {
  return written.startsWith('#{') ? written.slice(2, -1) : written.slice(1);
}

/**
 * Goes past backslashes, and past a directive's name that they make literal. Gives what is printed for them (B-VTL-18). In front of a
 * reference it gives nothing of use: there they belong to the reference.
 */
export function readEscapes(cursor: Cursor): string {
  const backslashes = cursor.match(/\\*/y);
  const start = cursor.position;
  const written = cursor.match(NAME);
  const name = bare(written);
  if (backslashes.length % 2 === 1) {
    const isKnown = CORE.has(name) || LISTED.has(name) || name === 'set';
    return (isKnown ? halfOf(backslashes) : backslashes) + written;
  }
  cursor.position = start;
  return CORE.has(name) || LISTED.has(written.slice(1)) ? halfOf(backslashes) : backslashes;
}

export function halfOf(backslashes: string): string {
  return backslashes.slice(0, Math.floor(backslashes.length / 2));
}
