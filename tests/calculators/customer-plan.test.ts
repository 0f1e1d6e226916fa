import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forecastOf,
  keysThatFit,
  LEVELS,
  passedIn,
  soldOf,
  spanOf,
  waitFor,
  type Levels,
  type Tier,
} from '../../src/calculators/customer-plan.ts';
import { planIn, START, withPlan } from '../../src/calculators/customer-plan-settings.ts';
import { createThrottle } from '../../solutions/token-bucket/token-bucket.ts';

const ACCOUNT = { rate: 10_000, burst: 5_000 };
const { free, paid, enterprise } = START.tiers;
const levelsOf = (plan: Tier, method = START.method): Levels => ({ plan, method, account: ACCOUNT });
const ALARM = { percent: 80, every: 300 };
/** More keys than a start has. */
const MOST_KEYS = 10_000;

describe('a quota', () => {
  it('of 1,000 a day is spent in 200 s at 5 a second, and binds: the rate alone would pass 432,000', () => {
    expect(waitFor(1_000, levelsOf(free), 5)).toEqual({ seconds: 200, for: 'traffic' });
    expect(spanOf(free, levelsOf(free), 5)).toEqual({
      period: 86_400,
      sent: 432_000,
      most: { plan: 432_010, method: 86_401_000, account: 864_005_000 },
      pass: 1_000,
      binding: 'quota',
    });
  });

  it('goes a burst sooner when the customer sends more than the rate', () => {
    expect(waitFor(1_000, levelsOf(free), 100)).toEqual({ seconds: 198, for: 'plan' });
  });

  it('within the burst goes as fast as it is asked for', () => {
    expect(waitFor(10, levelsOf(free), 100)).toEqual({ seconds: 0.1, for: 'traffic' });
  });

  it('waits for a method that is tighter than the plan', () => {
    const key = { ...paid, rate: 200 };
    expect(waitFor(100_000, levelsOf(key, { rate: 50, burst: 100 }), 200)).toEqual({ seconds: 1_998, for: 'method' });
  });

  it.each([
    ['traffic', paid, START.method, 1, 86_400],
    ['plan', { ...paid, quota: 0 }, START.method, 60, 100 + 50 * 86_400],
    ['method', { ...paid, quota: 0 }, { rate: 20, burst: 40 }, 60, 40 + 20 * 86_400],
    ['account', { ...enterprise, rate: 20_000, period: 'DAY' }, { rate: 20_000, burst: 5_000 }, 30_000, 5_000 + 10_000 * 86_400],
    ['quota', paid, START.method, 60, 100_000],
  ] as const)('is one of five that can bind: the %s', (binding, tier, method, traffic, pass) => {
    expect(spanOf(tier, levelsOf(tier, method), traffic)).toMatchObject({ binding, pass });
  });

  it.each([
    ['DAY', 86_400],
    ['WEEK', 604_800],
    ['MONTH', 2_628_000],
  ] as const)('per %s counts over %d seconds', (period, seconds) => {
    expect(spanOf({ ...free, period }, levelsOf(free), 1).period).toBe(seconds);
  });
});

describe('an alarm at 80 percent', () => {
  it('of a thousand rings after 160 s and leaves 40 s: a look every 300 s comes in time in 2 of 15 cases, and no mark is safe', () => {
    expect(forecastOf(free, levelsOf(free), 5, ALARM)).toEqual({
      mark: 800,
      reached: { seconds: 160, for: 'traffic' },
      spent: { seconds: 200, for: 'traffic' },
      window: 40,
      warning: 'by-luck',
      share: expect.closeTo(2 / 15),
    });
  });

  it('is always in time if somebody looks as often as the window is long', () => {
    expect(forecastOf(free, levelsOf(free), 5, { percent: 80, every: 40 })).toMatchObject({ warning: 'always', share: 1, safePercent: 80 });
    expect(forecastOf(free, levelsOf(free), 5, { percent: 80, every: 41 })).toMatchObject({ warning: 'by-luck', safePercent: 79 });
    expect(forecastOf(free, levelsOf(free), 5, { percent: 79, every: 41 })).toMatchObject({ warning: 'always' });
  });

  it('of 100,000 at 2 a second leaves 10,000 s', () => {
    expect(forecastOf(paid, levelsOf(paid), 2, ALARM)).toMatchObject({ mark: 80_000, window: 10_000, warning: 'always', safePercent: 99 });
  });

  it('is one at 9,000 of 10,000 for 90 percent', () => {
    expect(forecastOf({ ...paid, quota: 10_000 }, levelsOf(paid), 1, { percent: 90, every: 300 })).toMatchObject({
      mark: 9_000,
      window: 1_000,
    });
  });

  it('rings with the last request if the quota is too small for a mark before it', () => {
    expect(forecastOf({ ...free, quota: 4 }, levelsOf(free), 1, { percent: 99, every: 1 })).toMatchObject({ mark: 4, window: 0, share: 0 });
  });

  it('has nothing to say when the quota outlasts its period, or there is none', () => {
    expect(forecastOf(paid, levelsOf(paid), 1, ALARM)).toBeUndefined();
    expect(forecastOf(enterprise, levelsOf(enterprise), 500, ALARM)).toBeUndefined();
  });
});

describe('the reference solution', () => {
  const limit = fc.record({ rate: fc.integer({ min: 1, max: 60 }), burst: fc.integer({ min: 3, max: 40 }) });
  const customers = fc.record({
    plan: limit,
    method: limit,
    account: limit,
    traffic: fc.integer({ min: 1, max: 50 }),
    quota: fc.integer({ min: 1, max: 400 }),
  });

  /** When the reference has passed 1, 2, 3 … requests of one key, in seconds, until its quota is spent. */
  function passages({ plan, method, account, traffic, quota }: Levels & { traffic: number; quota: number }): number[] {
    const monday = Date.UTC(2026, 5, 1);
    const throttle = createThrottle(
      {
        account,
        stages: { prod: { methods: { '/rooms/GET': method }, keyRequired: ['/rooms/GET'] } },
        plans: { free: { throttle: plan, quota: { limit: quota, period: 'DAY' }, stages: { prod: {} } } },
        keys: { ben: ['free'] },
      },
      monday,
    );
    const found: number[] = [];
    for (let request = 1; ; request++) {
      const seconds = request / traffic;
      const decision = throttle.admit({ stage: 'prod', method: '/rooms/GET', apiKey: 'ben' }, monday + seconds * 1000);
      if (decision.allowed) found.push(seconds);
      else if (decision.response === 'QUOTA_EXCEEDED') return found;
    }
  }

  it('passes every request when the sum says so, give or take two of the customer’s requests and a token of the tightest level', () => {
    fc.assert(
      fc.property(customers, (customer) => {
        const { traffic, quota } = customer;
        const slack = 2 / traffic + 1 / Math.min(...LEVELS.map((level) => customer[level].rate));
        const found = passages(customer);
        expect(found).toHaveLength(quota);
        found.forEach((seconds, index) =>
          expect(Math.abs(seconds - waitFor(index + 1, customer, traffic).seconds)).toBeLessThanOrEqual(slack),
        );
      }),
    );
  });

  it('lets nobody past burst + rate × time, the customer’s own traffic included', () => {
    fc.assert(
      fc.property(customers, (customer) => {
        passages(customer).forEach((seconds, index) =>
          expect(index + 1).toBeLessThanOrEqual(passedIn(seconds, customer, customer.traffic) + 1e-6),
        );
      }),
    );
  });
});

describe('a forecast', () => {
  /** In seconds: more than floating point leaves over. */
  const HAIR = 0.01;
  const plans = fc.record({
    rate: fc.double({ min: 0.01, max: 1_000, noNaN: true }),
    burst: fc.integer({ min: 1, max: 2_000 }),
    quota: fc.integer({ min: 1, max: 200_000 }),
    traffic: fc.double({ min: 0.01, max: 2_000, noNaN: true }),
    every: fc.integer({ min: 1, max: 86_400 }),
    percent: fc.integer({ min: 1, max: 99 }),
  });

  it('is always in time at the percentage it calls safe, and never at a higher one', () => {
    fc.assert(
      fc.property(plans, ({ rate, burst, quota, traffic, every, percent }) => {
        const tier: Tier = { rate, burst, quota, period: 'DAY', keys: 1 };
        const at = (mark: number) => forecastOf(tier, levelsOf(tier), traffic, { percent: mark, every });
        const safe = at(percent)?.safePercent;
        fc.pre(safe !== undefined && safe < 99);
        // A mark is a whole request: of a small quota two percentages may mean the same one.
        fc.pre(quota >= 1_000);
        expect(at(safe)!.window).toBeGreaterThanOrEqual(every - HAIR);
        expect(at(safe + 1)!.window).toBeLessThan(every + HAIR);
      }),
    );
  });
});

describe('what was sold', () => {
  it('adds up over tiers: twenty enterprise keys at full rate are the account', () => {
    expect(soldOf(Object.values(START.tiers))).toEqual({ keys: 244, rate: 1_000 + 2_000 + 2_000, burst: 2_000 + 4_000 + 4_000 });
    expect(keysThatFit(enterprise, ACCOUNT)).toEqual({ rate: 20, burst: 5 });
    expect(keysThatFit({ rate: 0.1, burst: 1 }, { rate: 0.3, burst: 1 })).toEqual({ rate: 3, burst: 1 });
  });
});

describe('an address', () => {
  it('keeps the settings, and what else stood there', () => {
    const settings = { ...START, tier: 'paid' as const, traffic: 0.5, alarm: { percent: 90, every: 60 } };
    const search = withPlan('?theme=dark&plan-sent=7', settings);
    expect(search).toBe(
      '?theme=dark&plan-sent=0.5&plan-free=5_10_1000_DAY_200&plan-paid=50_100_100000_DAY_40&plan-enterprise=500_1000_0_MONTH_4&plan-tier=paid&plan-method=1000_1000&plan-alarm=90_60',
    );
    expect(planIn(search, MOST_KEYS)).toEqual(settings);
  });

  it.each([
    ['plan-free', '5_10_1000_DAY'],
    ['plan-free', '5_10_1000_YEAR_1'],
    ['plan-paid', '0_10_1000_DAY_1'],
    ['plan-paid', '5_10_-1_DAY_1'],
    ['plan-enterprise', `5_10_0_DAY_${MOST_KEYS + 1}`],
    ['plan-tier', 'gold'],
    ['plan-sent', ''],
    ['plan-method', '1000'],
    ['plan-alarm', '100_60'],
    ['plan-alarm', '80_0'],
  ])('with %s=%s has none', (name, value) => {
    const query = new URLSearchParams(withPlan('', START));
    query.set(name, value);
    expect(planIn(`?${query}`, MOST_KEYS)).toBeUndefined();
  });

  it('without any has none', () => {
    expect(planIn('', MOST_KEYS)).toBeUndefined();
  });
});
