/** Bills: lines that say what is charged, how the amount comes about, and by which facts. Dollars a month, not rounded. */
import { formatNumber } from '../facts/format.ts';
import type { Unit } from '../facts/schema.ts';
import { sharesOf } from '../facts/tier-prices.ts';
import type { PriceId, Prices } from './prices.ts';
import { amount as said } from './words.ts';

/** A month of 365 ÷ 12 days, as AWS's own examples count it. */
export const HOURS = 730;
export const SECONDS = HOURS * 3600;

export interface Line {
  /** What is charged, as the start of a line: `Calls`. */
  what: string;
  /** How the amount comes about: `30 million × $3.50 per million`. */
  formula: string;
  /** Dollars a month. */
  amount: number;
  /** The facts of the ledger that the line rests on. */
  facts: readonly PriceId[];
}

export interface Bill {
  lines: readonly Line[];
  /** Dollars a month. */
  total: number;
  /** What the sum takes for granted, as sentences. */
  assumptions: readonly string[];
}

/** What every bill of the course takes for granted. */
export const LIST_PRICES = 'Prices of us-east-1, before tax, without the free tier.';

export function billOf(lines: readonly Line[], assumptions: readonly string[] = []): Bill {
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  // 0.1 + 0.2 is 0.3 to a reader.
  return { lines, total: Number(total.toPrecision(12)), assumptions };
}

/** What a price of each unit counts, how many of these it is quoted for in a month, and how the two are said. */
const METERS: Partial<Record<Unit, { quotedFor: number; said: (amount: number) => string; per: string }>> = {
  'USD/million': { quotedFor: 1e6, said, per: ' per million' },
  'USD/GB': { quotedFor: 1, said: (amount) => `${said(amount)} GB`, per: ' per GB' },
  'USD/GB-month': { quotedFor: 1, said: (amount) => `${said(amount)} GB`, per: ' per GB-month' },
  'USD/GB-s': { quotedFor: 1, said: (amount) => `${said(amount)} GB-seconds`, per: '' },
  'USD/h': { quotedFor: 1 / HOURS, said: (amount) => `${amount === 1 ? '' : `${said(amount)} × `}${HOURS} h`, per: ' per hour' },
};

/**
 * What `amount` costs in a month by the price `id`, through its tiers where it has some.
 * @param amount what the price counts: requests, messages or minutes for dollars per million, GB, GB-seconds, or things that stand there
 * all month for dollars per hour; 0 or more
 * @param counted how the amount comes about, where that is a sum of its own: `30 million × 2 units`
 * @throws RangeError when the amount is negative or not finite.
 * @throws Error when the fact is no price.
 */
export function lineOf(prices: Prices, id: PriceId, what: string, amount: number, counted?: string): Line {
  const { value, unit, tiers = [{ value }] } = prices[id];
  const meter = METERS[unit];
  if (!meter) throw new Error(`fact "${id}" is no price of an amount: its unit is ${unit}`);
  const shares = sharesOf(tiers, amount / meter.quotedFor);
  const parts = shares.map((share) => `${meter.said(tidy(share.amount * meter.quotedFor))} × ${formatNumber(share.value, unit)}`);
  const formula = `${counted ? `${counted}: ` : ''}${parts.join(' + ') || `none × ${formatNumber(value, unit)}`}${meter.per}`;
  return { what, formula, amount: tidy(shares.reduce((sum, share) => sum + share.price, 0)), facts: [id] };
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
