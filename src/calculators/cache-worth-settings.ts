/** What can be set in “what is a cache worth?”, the sums to start from, and how it travels in the query of an address. */
import type { CacheSize } from './api-lines.ts';
import { lambdaPerMillion, SIZES, type WorthSettings } from './cache-worth.ts';
import type { Prices } from './prices.ts';

/** What decides how often the cache is hit. */
export interface KeySettings {
  /** Different keys that are asked for. */
  keys: number;
  /** Time to live, in seconds. */
  ttl: number;
}

export type Settings = WorthSettings & KeySettings;

export interface Sum {
  name: string;
  scene: string;
  settings: WorthSettings;
}

/** A backend that is dear, which is asked about first, and the three sums of the lesson. */
export function sumsToStart(prices: Prices): [Sum, ...Sum[]] {
  const requests = lambdaPerMillion(0, 0, prices);
  return [
    {
      name: 'A slow function',
      scene: '10 million calls a month, 80 percent of them hits, the smallest cache. The function has 1 GB and takes 500 ms.',
      settings: { size: '0.5', calls: 10_000_000, hit: 80, backend: lambdaPerMillion(1, 0.5, prices) },
    },
    {
      name: 'A: the slide',
      scene: 'A million calls a day, 90 percent of them hits, a cache of 1.6 GB. Behind it is Lambda, of which only requests are counted.',
      settings: { size: '1.6', calls: 30_000_000, hit: 90, backend: requests },
    },
    {
      name: 'B: 30 million',
      scene: '30 million calls a month, 90 percent of them hits, the smallest cache. The backend is given as 20 dollars a month.',
      settings: { size: '0.5', calls: 30_000_000, hit: 90, backend: 20 / 30 },
    },
    {
      name: 'C: 10 million',
      scene:
        '10 million calls a month, 80 percent of them hits, the smallest cache. Behind it is Lambda, of which only requests are counted.',
      settings: { size: '0.5', calls: 10_000_000, hit: 80, backend: requests },
    },
  ];
}

/** The lesson’s catalog. */
export const KEYS = 200;

const MOST = 1e12;
/** Dollars for a million calls: the least that is a price. */
export const LEAST = 0.0001;

const isWhole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

/** What each field takes. */
export const isAllowed = {
  calls: (value: number) => isWhole(value, 1, MOST),
  hit: (value: number) => value >= 0 && value <= 100,
  backend: (value: number) => value === 0 || (value >= LEAST && value <= 1e6),
  keys: (value: number) => isWhole(value, 1, MOST),
  ttl: (value: number, most: number) => isWhole(value, 1, most),
};

const HEAD = 'worth';
const NAMES = ['calls', 'hit', 'backend', 'keys', 'ttl'] as const;

/** `search` with `settings` in it; what else it says stays. */
export function withWorth(search: string, settings: Settings): string {
  const query = new URLSearchParams(search);
  query.set(`${HEAD}-size`, settings.size);
  for (const name of NAMES) query.set(`${HEAD}-${name}`, String(settings[name]));
  return `?${query}`;
}

/** The settings in the query of an address; undefined if one is missing or out of bounds. @param mostTtl seconds */
export function worthIn(search: string, mostTtl: number): Settings | undefined {
  const query = new URLSearchParams(search);
  const size = SIZES.find((known: CacheSize) => known === query.get(`${HEAD}-size`));
  const [calls = NaN, hit = NaN, backend = NaN, keys = NaN, ttl = NaN] = NAMES.map((name) => Number(query.get(`${HEAD}-${name}`) || NaN));
  const isFit =
    isAllowed.calls(calls) && isAllowed.hit(hit) && isAllowed.backend(backend) && isAllowed.keys(keys) && isAllowed.ttl(ttl, mostTtl);
  return size && isFit ? { size, calls, hit, backend, keys, ttl } : undefined;
}
