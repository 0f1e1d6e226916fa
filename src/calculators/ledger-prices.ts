/** Reads the calculators' prices from the ledger, when the site is built. */
import { factById, type Ledger } from '../facts/ledger.ts';
import { PRICE_IDS, type Price, type Prices } from './prices.ts';

/** @throws Error that names the nearest fact when one is missing, or the fact that is no number. */
export function pricesOf(ledger: Ledger): Prices {
  return Object.fromEntries(PRICE_IDS.map((id) => [id, priceOf(id, ledger)])) as Prices;
}

function priceOf(id: string, ledger: Ledger): Price {
  const { value, unit, tiers } = factById(ledger, id);
  if (typeof value !== 'number') throw new Error(`fact "${id}" is no number but "${value}"`);
  return { value, unit, ...(tiers && { tiers }) };
}
