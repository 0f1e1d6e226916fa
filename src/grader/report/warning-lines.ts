import type { TypeWarning } from '../type-check/type-warnings.ts';
import { counted, harmless, indented, wrap } from './layout.ts';
import { penFor, type Look } from './look.ts';

const MOST_WARNINGS = 5;

/** What the compiler holds against the types. It warns; it decides nothing. */
export function warningLines(warnings: readonly TypeWarning[], look: Look): string[] {
  const pen = penFor(look);
  const shown = warnings
    .slice(0, MOST_WARNINGS)
    .flatMap(({ file, line, column, message }) => [
      `  ${file}:${line}:${column}`,
      ...indented(wrap(harmless(message), look.width - 4), 4).map(pen.faint),
    ]);
  const more = warnings.length - MOST_WARNINGS;
  return [
    `types: ${counted(warnings.length, 'warning, which costs', 'warnings, which cost')} no points`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
