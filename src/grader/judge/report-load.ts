/** How loading a submission went, formatted for the learner. */
import type { SuiteRun } from '../outcome.ts';
import { aboutAbsentGlobal } from './absent-global.ts';
import { Thrown } from './failures.ts';
import { placeOf, sentence } from './judge-test.ts';
import type { Loaded } from './subject-line.ts';

export type LoadReport = Pick<SuiteRun, 'refused' | 'printed'>;

export function reportLoad({ refused, printed }: Loaded): LoadReport {
  const thrown = refused instanceof Thrown ? refused.thrown : undefined;
  return {
    ...(refused && { refused: sentence(`It ${refused.message}${placeOf(thrown)}`) + aboutAbsentGlobal(thrown) }),
    ...(printed.length > 0 && { printed: printed.join('\n') }),
  };
}
