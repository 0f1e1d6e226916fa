/** What “a plan for a customer” says. */
import type { Limit } from '../../exercises/token-bucket/contract.ts';
import {
  keysThatFit,
  LEVELS,
  warningOf,
  type Alarm,
  type Binding,
  type Forecast,
  type Level,
  type Levels,
  type Period,
  type Sold,
  type Span,
  type Tier,
  type Wait,
  type Warning,
} from './customer-plan.ts';
import type { TierName } from './customer-plan-settings.ts';
import type { SumLine } from './sum-line.ts';
import { amount, duration, rounded } from './words.ts';

export const TIER_NAMES: Record<TierName, string> = { free: 'Free', paid: 'Paid', enterprise: 'Enterprise' };
export const PERIOD_NAMES: Record<Period, string> = { DAY: 'day', WEEK: 'week', MONTH: 'month' };
const LEVEL_NAMES: Record<Level, string> = { plan: 'the plan’s rate', method: 'the method’s limit', account: 'the account’s limit' };

export const WARNING_NAMES: Record<Warning, string> = {
  always: 'Yes, always in time',
  'by-luck': 'Only if a look falls at the right moment',
  nothing: 'There is nothing to warn of: the quota outlasts its period, or there is none',
};

/** The situation, before anything has been worked out. */
export function planScene({ rate, burst, quota, period }: Tier, traffic: number, { percent, every }: Alarm): string {
  const plan =
    quota === 0
      ? `The plan allows ${amount(rate)} a second and a burst of ${amount(burst)}, without a quota.`
      : `The plan allows ${amount(rate)} a second, a burst of ${amount(burst)}, and ${amount(quota)} requests a ${PERIOD_NAMES[period]}.`;
  const alarm = `Every ${duration(every)} somebody asks GetUsage whether ${percent} percent are used.`;
  return `${plan} The customer sends ${amount(traffic)} a second without a pause. ${alarm}`;
}

export function planGuessSentence(guess: Warning, forecast: Forecast | undefined): string {
  const said = WARNING_NAMES[guess];
  return guess === warningOf(forecast) ? 'As you said.' : `You said: ${said[0]!.toLowerCase()}${said.slice(1)}.`;
}

/** Which limit the customer meets over a whole period. */
export function bindingSentence({ binding, pass, sent }: Span, { period, rate, quota }: Tier): string {
  const share = `${amount(pass)} of ${amount(sent)} requests a ${PERIOD_NAMES[period]} pass`;
  const said: Record<Binding, string> = {
    traffic: `Nothing binds: all ${amount(sent)} requests a ${PERIOD_NAMES[period]} pass.`,
    plan: `The plan’s rate binds: ${share}.${quota > 0 ? ' The quota is out of reach.' : ''}`,
    method: `The method’s limit binds, not the plan’s ${amount(rate)} a second: ${share}.`,
    account: `The account’s limit binds, not the plan’s ${amount(rate)} a second: ${share}.`,
    quota: `The quota binds: ${share}.`,
  };
  return said[binding];
}

/** Whether the alarm helps. */
export function warningSentence(forecast: Forecast | undefined, { quota, period }: Tier, { percent, every }: Alarm): string {
  if (quota === 0) return 'Without a quota there is nothing to watch but the bill.';
  if (!forecast) return `The quota lasts: nobody loses anything to it before the ${PERIOD_NAMES[period]} ends.`;
  const { spent, window, warning, share } = forecast;
  const end = `The quota is spent after ${duration(spent.seconds)}.`;
  const gap = `From ${percent} percent to the end it takes ${duration(window)}`;
  if (warning === 'always') return `${end} ${gap}, and somebody looks every ${duration(every)}: always in time.`;
  return `${end} ${gap}, but somebody looks only every ${duration(every)}: in time in ${rounded(100 * share)} percent of all cases.`;
}

/** What to change. Empty if nothing needs to. */
export function adviceSentence(forecast: Forecast | undefined, { every }: Alarm): string {
  if (!forecast || forecast.warning === 'always') return '';
  const { window, safePercent } = forecast;
  const looks = window >= 1 ? [`Look at least every ${duration(window, Math.floor)}.`] : [];
  const marks =
    safePercent === undefined
      ? `The whole quota goes between two looks: no mark is early enough for one every ${duration(every)}.`
      : `A mark at ${safePercent} percent is early enough for a look every ${duration(every)}.`;
  return [...looks, marks].join(' ');
}

/** The sum, line by line. */
export function planLines(
  span: Span,
  forecast: Forecast | undefined,
  tier: Tier,
  levels: Levels,
  traffic: number,
  alarm: Alarm,
): SumLine[] {
  const name = PERIOD_NAMES[tier.period];
  const seconds = `${amount(span.period)} s`;
  return [
    { what: `Sent in a ${name}`, formula: `${amount(traffic)} a second × ${seconds}`, result: amount(span.sent) },
    ...LEVELS.map((level) => ({
      what: `Most that ${LEVEL_NAMES[level]} lets pass`,
      formula: `burst ${amount(levels[level].burst)} + rate ${amount(levels[level].rate)} × ${seconds}`,
      result: amount(span.most[level]),
    })),
    tier.quota === 0
      ? { what: 'The quota', formula: 'this tier has none', result: 'none' }
      : { what: 'The quota', formula: `per key and ${name}`, result: amount(tier.quota) },
    { what: `Pass in a ${name}`, formula: 'the smallest of these', result: amount(span.pass) },
    ...(forecast ? forecastLines(forecast, tier, levels, traffic, alarm) : []),
  ];
}

function forecastLines(forecast: Forecast, { quota }: Tier, levels: Levels, traffic: number, { percent, every }: Alarm): SumLine[] {
  const { mark, reached, spent, window, share } = forecast;
  return [
    { what: 'Quota spent after', formula: waitFormula(quota, spent, levels, traffic), result: duration(spent.seconds) },
    { what: 'The alarm’s mark', formula: `${amount(quota)} × ${percent} ÷ 100`, result: amount(mark) },
    { what: 'Reached after', formula: waitFormula(mark, reached, levels, traffic), result: duration(reached.seconds) },
    {
      what: 'Time to notice',
      formula: `${duration(spent.seconds)} − ${duration(reached.seconds)}`,
      result: duration(window),
    },
    {
      what: 'Noticed in time',
      formula: `${duration(window)} ÷ ${duration(every)} between two looks, at most all`,
      result: `${rounded(100 * share)}%`,
    },
  ];
}

function waitFormula(count: number, wait: Wait, levels: Levels, traffic: number): string {
  if (wait.for === 'traffic') return `${amount(count)} ÷ ${amount(traffic)} a second sent`;
  const { rate, burst } = levels[wait.for];
  return `(${amount(count)} − burst ${amount(burst)}) ÷ ${amount(rate)} a second, ${LEVEL_NAMES[wait.for]}`;
}

/** All that was sold, beside what a limit carries. */
export function soldSentence(sold: Sold, limit: Limit, name: string): string {
  const parts = [
    share(sold.rate, limit.rate, `${amount(sold.rate)} a second`, `rate of ${amount(limit.rate)}`),
    share(sold.burst, limit.burst, `${amount(sold.burst)} in one instant`, `burst of ${amount(limit.burst)}`),
  ];
  return `${name}: ${parts.join('; ')}.`;
}

function share(sold: number, limit: number, what: string, of: string): string {
  const times = sold / limit;
  return times > 1 ? `${what} are ${rounded(times)} times its ${of}` : `${what} fit into its ${of}`;
}

/** How many keys of the tier a limit carries at once. */
export function fitSentence(tier: Limit, limit: Limit, name: string): string {
  const { rate, burst } = keysThatFit(tier, limit);
  return `${name} carries ${amount(rate)} key${rate === 1 ? '' : 's'} of this tier at full rate, and ${amount(burst)} that ${burst === 1 ? 'spends its' : 'spend their'} burst in the same instant.`;
}

/** What the sum takes for granted. */
export const PLAN_ASSUMPTIONS: readonly string[] = [
  'The customer starts when the period does, every bucket is full, and nobody else calls.',
  'What a throttle refuses does not count against the quota.',
  'GetUsage knows of every request at once; AWS promises no such thing. A quota per week or month is the sum of its days.',
  'The looks come at an even pace that has nothing to do with the customer’s start.',
  'A month has 365 ÷ 12 days. AWS documents no first day of a week or month.',
];
