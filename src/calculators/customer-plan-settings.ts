/** What can be set in “a plan for a customer”, within which bounds, and how it travels in the query of an address. */
import type { Limit } from '../../exercises/token-bucket/contract.ts';
import { PERIODS, type Alarm, type Tier } from './customer-plan.ts';

export const TIERS = ['free', 'paid', 'enterprise'] as const;
export type TierName = (typeof TIERS)[number];

export interface PlanSettings {
  tiers: Record<TierName, Tier>;
  /** The tier of the customer in question. */
  tier: TierName;
  /** What this customer sends, in requests a second. */
  traffic: number;
  /** The stage's limit of the method that everybody calls. */
  method: Limit;
  alarm: Alarm;
}

/** The tiers of the lesson, and a free customer who sends all that the rate allows. */
export const START: PlanSettings = {
  tiers: {
    free: { rate: 5, burst: 10, quota: 1_000, period: 'DAY', keys: 200 },
    paid: { rate: 50, burst: 100, quota: 100_000, period: 'DAY', keys: 40 },
    enterprise: { rate: 500, burst: 1_000, quota: 0, period: 'MONTH', keys: 4 },
  },
  tier: 'free',
  traffic: 5,
  method: { rate: 1_000, burst: 1_000 },
  alarm: { percent: 80, every: 300 },
};

const MOST = 1_000_000;
const MOST_QUOTA = 1e12;
const WEEK = 7 * 86_400;

const isWhole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

/** What each field takes. A rate of 0 would let nobody in after the burst. */
export const isAllowed = {
  rate: (value: number) => value > 0 && value <= MOST,
  burst: (value: number) => isWhole(value, 1, MOST),
  quota: (value: number) => isWhole(value, 0, MOST_QUOTA),
  traffic: (value: number) => value > 0 && value <= MOST,
  percent: (value: number) => isWhole(value, 1, 99),
  every: (value: number) => isWhole(value, 1, WEEK),
  keys: (value: number, most: number) => isWhole(value, 0, most),
};

const HEAD = 'plan';
const SPLIT = '_';

/** `search` with `settings` in it; what else it says stays. */
export function withPlan(search: string, { tiers, tier, traffic, method, alarm }: PlanSettings): string {
  const query = new URLSearchParams(search);
  const set = (name: string, ...values: (string | number)[]) => query.set(`${HEAD}-${name}`, values.join(SPLIT));
  for (const name of TIERS) {
    const { rate, burst, quota, period, keys } = tiers[name];
    set(name, rate, burst, quota, period, keys);
  }
  set('tier', tier);
  set('sent', traffic);
  set('method', method.rate, method.burst);
  set('alarm', alarm.percent, alarm.every);
  return `?${query}`;
}

/** The settings in the query of an address; undefined if one is missing or out of bounds. */
export function planIn(search: string, mostKeys: number): PlanSettings | undefined {
  const query = new URLSearchParams(search);
  const partsOf = (name: string) => (query.get(`${HEAD}-${name}`) ?? '').split(SPLIT, 5);
  const numbersOf = (name: string) => partsOf(name).map((part) => Number(part || Number.NaN));

  function tierOf(name: TierName): Tier | undefined {
    const [rate = NaN, burst = NaN, quota = NaN, , keys = NaN] = numbersOf(name);
    const period = PERIODS.find((known) => known === partsOf(name)[3]);
    const isTier = isAllowed.rate(rate) && isAllowed.burst(burst) && isAllowed.quota(quota) && isAllowed.keys(keys, mostKeys);
    return period && isTier ? { rate, burst, quota, period, keys } : undefined;
  }

  const [free, paid, enterprise] = TIERS.map(tierOf);
  const tier = TIERS.find((known) => known === partsOf('tier')[0]);
  const [traffic = NaN] = numbersOf('sent');
  const [rate = NaN, burst = NaN] = numbersOf('method');
  const [percent = NaN, every = NaN] = numbersOf('alarm');
  const isRest =
    isAllowed.traffic(traffic) && isAllowed.rate(rate) && isAllowed.burst(burst) && isAllowed.percent(percent) && isAllowed.every(every);
  if (!free || !paid || !enterprise || !tier || !isRest) return undefined;
  return { tiers: { free, paid, enterprise }, tier, traffic, method: { rate, burst }, alarm: { percent, every } };
}
