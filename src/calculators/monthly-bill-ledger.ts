/** Reads the prices of the monthly bill from the ledger, when the site is built. */
import { factById, type Ledger } from '../facts/ledger.ts';
import { pricesOf } from './ledger-prices.ts';
import { EXTRA_IDS, type BillPrices } from './monthly-bill-prices.ts';

/** @throws Error that names the nearest fact when one is missing, or the fact that is no number. */
export function billPricesOf(ledger: Ledger): BillPrices {
  const extras = EXTRA_IDS.map((id) => {
    const { value } = factById(ledger, id);
    if (typeof value !== 'number') throw new Error(`fact "${id}" is no number but "${value}"`);
    return [id, value];
  });
  return { prices: pricesOf(ledger), extras: Object.fromEntries(extras) as BillPrices['extras'] };
}
