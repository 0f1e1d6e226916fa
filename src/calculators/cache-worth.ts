/** “What is a cache worth?”: the bill with and without it, where it breaks even, and how often it can be hit. Dollars a month. */
import { cacheHours, CACHES, restCalls, type CacheSize } from './api-lines.ts';
import { billOf, LIST_PRICES, SECONDS, type Bill, type Line } from './bill.ts';
import type { Prices } from './prices.ts';
import { formatNumber } from '../facts/format.ts';
import { amount } from './words.ts';

export interface WorthSettings {
  size: CacheSize;
  /** A month, hits and misses. */
  calls: number;
  /** Percent of the calls that the cache answers. */
  hit: number;
  /** Dollars for a million calls of what stands behind. */
  backend: number;
}

export interface Worth {
  without: Bill;
  with: Bill;
  /** What the cache takes off the bill; negative: what it adds. */
  saved: number;
  /** The cache’s own line. */
  rent: number;
  /** Calls a month that the cache answers. */
  hits: number;
  breakEven: BreakEven;
}

/** Where the bill is the same with and without, each with everything else as it is. Infinity: nowhere. */
export interface BreakEven {
  /** Percent; above 100: out of reach. */
  hit: number;
  /** Calls a month. */
  calls: number;
  /** Dollars for a million calls of the backend. */
  backend: number;
}

const ASSUMPTIONS = ['A hit is billed like any call.', 'Data that leaves AWS costs the same either way, and is left out.', LIST_PRICES];

export function worthOf({ size, calls, hit, backend }: WorthSettings, prices: Prices): Worth {
  const share = hit / 100;
  const hits = calls * share;
  const rent = cacheHours(prices, size);
  const door = restCalls(prices, calls);
  const without = billOf([door, backendLine(calls, backend)], ASSUMPTIONS);
  const withCache = billOf([door, backendLine(calls - hits, backend), rent], ASSUMPTIONS);
  const saved = Number((without.total - withCache.total).toFixed(9));
  const backendOfOne = backend / 1e6;
  return {
    without,
    with: withCache,
    saved,
    rent: rent.amount,
    hits,
    breakEven: {
      hit: (100 * rent.amount) / (calls * backendOfOne),
      calls: rent.amount / (share * backendOfOne),
      backend: (rent.amount / hits) * 1e6,
    },
  };
}

/** What works behind is the reader’s own: no fact of the ledger. */
function backendLine(calls: number, price: number): Line {
  return { what: 'Backend', formula: `${amount(calls)} × ${perMillion(price)}`, amount: (calls * price) / 1e6, facts: [] };
}

/**
 * How many percent of the calls a cache can answer, if every key is asked for at random and all of them equally often. A key costs a miss and
 * then gives rate × time to live hits: share = rate × TTL ÷ (1 + rate × TTL), with the rate of one key.
 * @param rate calls a second, of all keys together
 * @param ttl seconds
 */
export function hitShare(rate: number, keys: number, ttl: number): number {
  const each = (rate / keys) * ttl;
  return (100 * each) / (1 + each);
}

/** `$0.6667 per million`. */
export function perMillion(price: number): string {
  return `${formatNumber(Number(price.toPrecision(4)), 'USD/million')} per million`;
}

export function rateOf(calls: number): number {
  return calls / SECONDS;
}

/** What a million calls of a Lambda function cost. @param gigabytes of memory @param seconds of each call, 0: its requests only */
export function lambdaPerMillion(gigabytes: number, seconds: number, prices: Prices): number {
  return prices['price-lambda-requests'].value + gigabytes * seconds * prices['price-lambda-duration'].value * 1e6;
}

export const SIZES = Object.keys(CACHES) as CacheSize[];
