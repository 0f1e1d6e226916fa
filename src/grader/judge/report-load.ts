/** How loading a submission went, formatted for the learner. */
import type { SuiteRun } from '../outcome.ts';
import { Thrown } from './failures.ts';
import { placeOf, sentence } from './judge-test.ts';
import type { Loaded } from './subject-line.ts';

export type LoadReport = Pick<SuiteRun, 'refused' | 'printed'>;

export function reportLoad({ refused, printed }: Loaded): LoadReport {
  return {
    ...(refused && { refused: sentence(`It ${refused.message}${refused instanceof Thrown ? placeOf(refused.thrown) : ''}`) }),
    ...(printed.length > 0 && { printed: printed.join('\n') }),
  };
}
