import type { NextHint } from '../progress/next-hint.ts';
import { indented, wrap } from './layout.ts';
import { penFor, type Look } from './look.ts';
import type { Titled } from './verdict-report.ts';

/** One hint, or with `all` the whole ladder of its concept. */
export function hintReport(exercise: Titled, { concept, number, step, again }: NextHint, all: boolean, look: Look): string[] {
  const pen = penFor(look);
  const total = concept.hints.length;
  const steps = all ? concept.hints.map((_, index) => index + 1) : [step];
  const lines = [`${pen.strong(exercise.title)}   ${pen.faint(`concept ${number} of ${exercise.concepts.length}: ${concept.title}`)}`, ''];
  for (const rung of steps) {
    lines.push(
      `  Hint ${rung} of ${total}${again && !all ? ', once more' : ''}`,
      '',
      ...indented(wrap(concept.hints[rung - 1]!.trim(), look.width - 4), 4),
      '',
    );
  }
  const last = steps.at(-1) === total;
  const next = last ? `npm run grade ${exercise.name}` : `npm run hint ${exercise.name}`;
  lines.push(`  ${pen.brass(next)}   ${pen.faint(last ? 'that was the last hint' : 'the next hint')}`);
  return lines;
}
