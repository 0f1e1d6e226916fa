/** What the monthly bill takes from the ledger besides the prices that all calculators share, and how both travel to a page. */
import type { Unit } from '../facts/schema.ts';
import type { Tier } from '../facts/tier-prices.ts';
import { PRICE_IDS, type Price, type Prices } from './prices.ts';

/** Facts of the ledger, as numbers in their own units. */
export const EXTRA_IDS = [
  'price-lambda-provisioned',
  'price-lambda-provisioned-duration',
  'cold-start-share',
  'free-tier-requests',
  'free-tier-messages',
  'free-tier-minutes',
  'free-plan-credits',
  'free-plan-months',
  'throttle-account-rate',
  'lambda-concurrency',
  'lambda-scaling-step',
  'lambda-scaling-interval',
  'lambda-memory-default',
  'lambda-memory-max',
] as const;

export type ExtraId = (typeof EXTRA_IDS)[number];

export interface BillPrices {
  prices: Prices;
  extras: Readonly<Record<ExtraId, number>>;
}

/** In order of the ids, so that a page need not carry them: `3.5 USD/million 333:3.5 :2.8;…`, then the extras. */
export function packed({ prices, extras }: BillPrices): string {
  const said = ({ value, unit, tiers = [] }: Price) => [value, unit, ...tiers.map((tier) => `${tier.upTo ?? ''}:${tier.value}`)].join(' ');
  return [...PRICE_IDS.map((id) => said(prices[id])), EXTRA_IDS.map((id) => extras[id]).join(' ')].join(';');
}

/** @param text what `packed` made */
export function unpacked(text: string): BillPrices {
  const parts = text.split(';');
  const numbers = parts.pop()!.split(' ').map(Number);
  return {
    prices: Object.fromEntries(PRICE_IDS.map((id, index) => [id, priceIn(parts[index]!)])) as Prices,
    extras: Object.fromEntries(EXTRA_IDS.map((id, index) => [id, numbers[index]!])) as BillPrices['extras'],
  };
}

function priceIn(text: string): Price {
  const [value, unit, ...tiers] = text.split(' ');
  return { value: Number(value), unit: unit as Unit, ...(tiers.length > 0 && { tiers: tiers.map(tierIn) }) };
}

function tierIn(text: string): Tier {
  const [upTo, value] = text.split(':');
  return { value: Number(value), ...(upTo && { upTo: Number(upTo) }) };
}
