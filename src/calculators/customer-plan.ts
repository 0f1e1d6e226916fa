/** “A plan for a customer”: when a key’s quota is spent, what binds first, and whether an alarm comes in time. */
import type { Limit, Quota } from '../../exercises/token-bucket/contract.ts';
import { SECONDS } from './bill.ts';

export const PERIODS = ['DAY', 'WEEK', 'MONTH'] as const satisfies readonly Quota['period'][];
export type Period = (typeof PERIODS)[number];

/** Seconds in a period; a month is 365 ÷ 12 days. */
export const PERIOD_SECONDS: Record<Period, number> = { DAY: 86_400, WEEK: 7 * 86_400, MONTH: SECONDS };

export interface Tier extends Limit {
  /** Requests of one key in a period; 0 if the tier has no quota. */
  quota: number;
  period: Period;
  /** Keys that were handed out. */
  keys: number;
}

/** A key’s plan, the method that it calls, and the account: the buckets on a request’s way. */
export const LEVELS = ['plan', 'method', 'account'] as const;
export type Level = (typeof LEVELS)[number];
export type Levels = Readonly<Record<Level, Limit>>;

export interface Alarm {
  /** Percent of the quota. */
  percent: number;
  /** Seconds between two looks at the usage. */
  every: number;
}

/** What holds a customer back most over a whole period; `traffic` if nothing does. */
export type Binding = 'traffic' | Level | 'quota';

export interface Span {
  /** Seconds in the period. */
  period: number;
  /** What the customer sends in it. */
  sent: number;
  /** What each level alone would pass of any traffic: burst + rate × period. */
  most: Record<Level, number>;
  /** What passes of it, quota and all. */
  pass: number;
  binding: Binding;
}

/** @param traffic requests a second, evenly, from the start of the period, when every bucket is full */
export function spanOf(tier: Tier, levels: Levels, traffic: number): Span {
  const period = PERIOD_SECONDS[tier.period];
  const most = Object.fromEntries(LEVELS.map((level) => [level, levels[level].burst + levels[level].rate * period])) as Record<
    Level,
    number
  >;
  const bounds: [Binding, number][] = [
    ['traffic', traffic * period],
    ...LEVELS.map((level): [Binding, number] => [level, most[level]]),
    ['quota', tier.quota || Infinity],
  ];
  const [binding, pass] = bounds.reduce((least, bound) => (bound[1] < least[1] ? bound : least));
  return { period, sent: traffic * period, most, pass: Math.floor(pass), binding };
}

/** How many requests pass in `seconds`: each level lets burst + rate × time through, and the tightest counts. */
export function passedIn(seconds: number, levels: Levels, traffic: number): number {
  return Math.min(traffic * seconds, ...LEVELS.map((level) => levels[level].burst + levels[level].rate * seconds));
}

/** What `count` requests wait for: the customer’s own pace, or one level’s drip after its burst. */
export interface Wait {
  /** Infinity if so many never pass. */
  seconds: number;
  for: 'traffic' | Level;
}

/** How long it takes until `count` requests have passed. */
export function waitFor(count: number, levels: Levels, traffic: number): Wait {
  const own: Wait = { seconds: count / traffic, for: 'traffic' };
  const waits = LEVELS.map((level): Wait => {
    const beyond = Math.max(0, count - levels[level].burst);
    return { seconds: beyond === 0 ? 0 : beyond / levels[level].rate, for: level };
  });
  return waits.reduce((longest, wait) => (wait.seconds > longest.seconds ? wait : longest), own);
}

/** Whether somebody who looks now and then sees the alarm’s mark before the quota is spent. */
export type Warning = 'always' | 'by-luck' | 'nothing';

export interface Forecast {
  /** Requests at which the alarm rings. */
  mark: number;
  reached: Wait;
  spent: Wait;
  /** Seconds from the mark to the end of the quota. */
  window: number;
  warning: 'always' | 'by-luck';
  /** In which share of cases a look falls into the window, from 0 to 1, if looks know nothing of the customer’s start. */
  share: number;
  /** The highest whole percentage at which looks as rare as these are always in time; undefined if there is none. */
  safePercent?: number;
}

/** Undefined if the quota lasts for its period, or there is none. */
export function forecastOf(tier: Tier, levels: Levels, traffic: number, { percent, every }: Alarm): Forecast | undefined {
  if (tier.quota === 0) return undefined;
  const spent = waitFor(tier.quota, levels, traffic);
  if (spent.seconds >= PERIOD_SECONDS[tier.period]) return undefined;
  const mark = Math.ceil(settled((tier.quota * percent) / 100));
  const reached = waitFor(mark, levels, traffic);
  const window = Math.round((spent.seconds - reached.seconds) * 1e6) / 1e6;
  const safe = Math.floor(settled((100 * passedIn(Math.max(0, spent.seconds - every), levels, traffic)) / tier.quota));
  return {
    mark,
    reached,
    spent,
    window,
    warning: window >= every ? 'always' : 'by-luck',
    share: Math.min(1, window / every),
    ...(safe >= 1 && { safePercent: safe }),
  };
}

export function warningOf(forecast: Forecast | undefined): Warning {
  return forecast?.warning ?? 'nothing';
}

/** What all keys of all tiers may send together. */
export interface Sold {
  keys: number;
  /** Requests a second. */
  rate: number;
  /** Requests in one instant. */
  burst: number;
}

export function soldOf(tiers: readonly Tier[]): Sold {
  const total = (of: (tier: Tier) => number) => settled(tiers.reduce((sum, tier) => sum + tier.keys * of(tier), 0));
  return { keys: total(() => 1), rate: total(({ rate }) => rate), burst: total(({ burst }) => burst) };
}

/** How many keys of a tier fit under a limit if all send at once what they may, at their rate and in one instant. */
export function keysThatFit(tier: Limit, limit: Limit): { rate: number; burst: number } {
  return { rate: Math.floor(settled(limit.rate / tier.rate)), burst: Math.floor(limit.burst / tier.burst) };
}

/** A hair’s breadth of floating point is no part of a result. */
function settled(value: number): number {
  return Number(value.toPrecision(12));
}
