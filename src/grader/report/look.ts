import { WriteStream } from 'node:tty';

/** What the place that the report goes to can show. */
export interface Look {
  /** Columns. */
  width: number;
  colors: 'none' | 'basic' | 'rich';
  /** False on old Windows consoles and the Linux one, whose fonts lack the marks: `inAscii` writes others in their place. */
  unicode: boolean;
  /** Lines that were written can be drawn over. */
  live: boolean;
}

const NARROWEST = 40;
const USUAL_WIDTH = 80;
/** Longer lines of prose are tiring to read. */
const WIDEST = 100;

/** `FORCE_COLOR` and `NO_COLOR` count as Node itself counts them; without either, color is for terminals only. */
export function lookOf(
  stream: { isTTY?: boolean; columns?: number },
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform,
): Look {
  const live = stream.isTTY === true;
  const depth = live || env.FORCE_COLOR !== undefined ? WriteStream.prototype.getColorDepth(env) : 1;
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, stream.columns || USUAL_WIDTH)),
    colors: depth >= 8 ? 'rich' : depth >= 4 ? 'basic' : 'none',
    unicode: showsUnicode(env, platform),
    live: live && env.TERM !== 'dumb',
  };
}

function showsUnicode(env: Record<string, string | undefined>, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return env.TERM !== 'linux';
  return Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.ConEmuTask || env.CI || env.TERM);
}

/** Writes in the colors of the house. One accent, brass, for what can be typed next or was just earned; red and green for marks alone. */
export interface Pen {
  strong(text: string): string;
  faint(text: string): string;
  brass(text: string): string;
  mark(of: Mark): string;
  /** A bar of `width` columns, filled from the left by `share` (0 to 1). */
  bar(share: number, width: number): string;
}

export type Mark = 'passed' | 'failed' | 'unknown';

const MARKS = { passed: '✔', failed: '✘', unknown: '?' };

const MARK_COLORS = { passed: '32', failed: '31', unknown: '33' };

export function penFor({ colors }: Look): Pen {
  const ink = (code: string) => (text: string) => (colors === 'none' || text === '' ? text : `\u001B[${code}m${text}\u001B[0m`);
  // The brass of the site's light theme is too dark for a night terminal and that of the dark one too pale for paper: this lies between.
  const brass = ink(colors === 'rich' ? '38;5;136' : '33');
  const faint = ink('2');
  return {
    strong: ink('1'),
    faint,
    brass,
    mark: (of) => ink(MARK_COLORS[of])(MARKS[of]),
    bar(share, width) {
      const full = Math.round(Math.min(1, Math.max(0, share)) * width);
      return brass('━'.repeat(full)) + faint('─'.repeat(width - full));
    },
  };
}
