/** The calls of a broken rule, line by line: code, what it gave, and what it printed. */
import { harmless } from '../grader/report/layout.ts';

export interface CallLine {
  text: string;
  /** `// → false  × 7`, `// at 2026-11-21T09:30:00Z  → 'bypass'` */
  gave?: string;
  /** Printed by the call above. */
  printed?: true;
}

/** As `formatCalls` writes them. */
const PRINTED = /^ {2}│ ?(.*)$/;
const GAVE = /^(.*?) {2}(\/\/ (?:at \d|→|×).*)$/;

export function callLines(input: string): CallLine[] {
  return harmless(input)
    .split('\n')
    .map((line) => {
      const printed = PRINTED.exec(line)?.[1];
      if (printed !== undefined) return { text: printed, printed: true };
      const [, text, gave] = GAVE.exec(line) ?? [];
      return text === undefined ? { text: line } : { text, gave: gave! };
    });
}

/** What was printed outside of any call. */
export function printedLines(printed: string): CallLine[] {
  return harmless(printed.trimEnd())
    .split('\n')
    .map((text) => ({ text, printed: true }));
}
