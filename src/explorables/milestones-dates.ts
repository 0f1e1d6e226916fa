/** The ledger as “the year in the answer” takes it: read when the site is built. */
import { formatFact } from '../facts/format.ts';
import { factById, type Ledger } from '../facts/ledger.ts';
import type { Dated, Dates } from './milestones.ts';
import { MILESTONE_IDS, type Quoted } from './milestones-list.ts';

/** @throws Error that names the nearest fact, if a milestone names one that nobody wrote */
export function datesOf(ledger: Ledger): Dates {
  return Object.fromEntries(
    MILESTONE_IDS.map((id): [string, Dated] => {
      const { value, confidence, instead } = factById(ledger, id);
      return [id, { when: String(value), ...(confidence !== 'high' && { doubt: confidence }), ...(instead && { often: instead }) }];
    }),
  );
}

export function quotedFrom(ledger: Ledger): Quoted {
  const said = (id: string) => formatFact(factById(ledger, id));
  return { rateBefore: said('throttle-rate-before-2017'), rate: said('throttle-account-rate'), wait: said('rest-timeout-default') };
}
