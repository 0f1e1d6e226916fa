import { readdirSync, readFileSync } from 'node:fs';
import { loadLedger } from '../../src/facts/ledger.ts';
import { pricesOf } from '../../src/calculators/ledger-prices.ts';

const FACTS = new URL('../../content/facts/', import.meta.url);

/** The course's own ledger. */
export const ledger = loadLedger(
  readdirSync(FACTS).map((name) => ({ path: `content/facts/${name}`, text: readFileSync(new URL(name, FACTS), 'utf8') })),
);

/** Its prices, by which every worked sum of these tests was done by hand. */
export const prices = pricesOf(ledger);
