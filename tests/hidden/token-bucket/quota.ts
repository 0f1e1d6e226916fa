import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { Decision, Limit, Millis, Plan, Quota, ThrottleConfig } from '../../../exercises/token-bucket/contract.ts';
import { admit, invalidKey, part, passes, PLENTY, quotaExceeded, throttledBy, type Arrival } from './subject.ts';

const GET = '/orders/GET';
const POST = '/orders/POST';
const HEALTH = '/health/GET';
const [ANN, BOB] = ['key-of-ann', 'key-of-bob'];
const DAY = 86_400_000;
const stage = { keyRequired: [GET, POST] };

/** A throttle made at `now`, with Ann and Bob in one plan that covers `prod` and `dev`. */
function withQuota(quota: Quota, now: Millis, { account = PLENTY, throttle }: { account?: Limit; throttle?: Limit } = {}) {
  const plan = { quota, ...(throttle && { throttle }), stages: { prod: { methods: { [POST]: PLENTY } }, dev: {} } };
  return part.createThrottle(
    { account, stages: { prod: stage, dev: stage }, plans: { basic: plan }, keys: { [ANN]: ['basic'], [BOB]: ['basic'] } },
    now,
  );
}

/** One of Ann's requests at each of these times. */
function anns(...times: Millis[]): Arrival[] {
  return times.map((now) => ['prod', GET, now, ANN]);
}

/** A moment in UTC, the month counted from one. */
function utc(year: number, month: number, day: number, hours = 0, minutes = 0): Millis {
  return Date.UTC(year, month - 1, day, hours, minutes);
}

describe('quota', () => {
  it('a key may make as many requests in a period as its quota says', async () => {
    const noon = utc(2026, 11, 20, 12);
    const throttle = withQuota({ limit: 2, period: 'DAY' }, noon);
    expect(await admit(throttle, ...anns(noon, noon, noon, noon + 1000))).toEqual([passes, passes, quotaExceeded, quotaExceeded]);
  });

  it('a day ends at midnight UTC, to the millisecond', async () => {
    const midnight = utc(2026, 11, 21);
    const throttle = withQuota({ limit: 1, period: 'DAY' }, utc(2026, 11, 20, 23));
    expect(await admit(throttle, ...anns(utc(2026, 11, 20, 23), midnight - 1, midnight, midnight))).toEqual([
      passes,
      quotaExceeded,
      passes,
      quotaExceeded,
    ]);
  });

  it('a day is a calendar day, not the 24 hours after the first request', async () => {
    const throttle = withQuota({ limit: 1, period: 'DAY' }, utc(2026, 11, 20));
    const answers = await admit(
      throttle,
      ...anns(utc(2026, 11, 20, 23), utc(2026, 11, 21, 1), utc(2026, 11, 21, 23), utc(2026, 11, 22, 1)),
    );
    expect(answers).toEqual([passes, passes, quotaExceeded, passes]);
  });

  it('a week starts on Monday at midnight UTC', async () => {
    const saturday = utc(2026, 11, 21, 10);
    const throttle = withQuota({ limit: 1, period: 'WEEK' }, saturday);
    const answers = await admit(
      throttle,
      ...anns(saturday, utc(2026, 11, 22), utc(2026, 11, 23) - 1, utc(2026, 11, 23), utc(2026, 11, 26), utc(2026, 11, 30)),
    );
    expect(answers).toEqual([passes, quotaExceeded, quotaExceeded, passes, quotaExceeded, passes]);
  });

  it('a week runs on over the end of a year', async () => {
    const throttle = withQuota({ limit: 1, period: 'WEEK' }, utc(2026, 12, 28));
    expect(await admit(throttle, ...anns(utc(2026, 12, 31), utc(2027, 1, 1), utc(2027, 1, 4)))).toEqual([passes, quotaExceeded, passes]);
  });

  it('a month starts on the first, whatever the length of the one before', async () => {
    const firsts = [utc(2026, 3, 1), utc(2026, 5, 1), utc(2026, 6, 1), utc(2027, 1, 1), utc(2028, 3, 1), utc(2100, 3, 1)];
    const asked = firsts.map((first) =>
      admit(withQuota({ limit: 1, period: 'MONTH' }, first - 1), ...anns(first - 1, first - 1, first, first)),
    );
    expect(await Promise.all(asked)).toEqual(firsts.map(() => [passes, quotaExceeded, passes, quotaExceeded]));
  });

  it('February has a 29th in a leap year, and it is still February', async () => {
    const throttle = withQuota({ limit: 1, period: 'MONTH' }, utc(2028, 2, 1));
    expect(await admit(throttle, ...anns(utc(2028, 2, 28), utc(2028, 2, 29, 23, 59), utc(2028, 3, 1)))).toEqual([
      passes,
      quotaExceeded,
      passes,
    ]);
  });

  it('what is left of a quota is not carried over', async () => {
    const throttle = withQuota({ limit: 2, period: 'DAY' }, utc(2026, 11, 20));
    const later = utc(2026, 11, 25);
    expect(await admit(throttle, ...anns(utc(2026, 11, 20), later, later, later))).toEqual([passes, passes, passes, quotaExceeded]);
  });

  it('the same day of another month or year is another period, and so is the same month', async () => {
    const dates = [utc(2026, 11, 23), utc(2026, 12, 23), utc(2037, 11, 23)];
    const asked = (['DAY', 'WEEK', 'MONTH'] as const).map((period) =>
      admit(withQuota({ limit: 2, period, offset: 1 }, dates[0]!), ...anns(...dates.flatMap((date) => [date, date, date]))),
    );
    const answers = [passes, quotaExceeded, quotaExceeded, passes, passes, quotaExceeded, passes, passes, quotaExceeded];
    expect(await Promise.all(asked)).toEqual([answers, answers, answers]);
  });

  it('the offset makes the first period shorter, and only that one', async () => {
    const throttle = withQuota({ limit: 3, period: 'MONTH', offset: 2 }, utc(2026, 11, 20));
    const [november, december, january] = [utc(2026, 11, 30), utc(2026, 12, 1), utc(2027, 1, 31)];
    const answers = await admit(
      throttle,
      ...anns(november, november, december, december, december, december, january, january, january, january),
    );
    const whole = [passes, passes, passes, quotaExceeded];
    expect(answers).toEqual([passes, quotaExceeded, ...whole, ...whole]);
  });

  it('the first period is the one in which the throttle was made, not that of the first request', async () => {
    const throttle = withQuota({ limit: 2, period: 'DAY', offset: 1 }, utc(2026, 11, 20, 23));
    const morning = utc(2026, 11, 21, 8);
    expect(await admit(throttle, ...anns(morning, morning, morning))).toEqual([passes, passes, quotaExceeded]);
  });

  it('an offset as large as the quota leaves nothing of the first period', async () => {
    const throttle = withQuota({ limit: 2, period: 'DAY', offset: 2 }, utc(2026, 11, 20));
    expect(await admit(throttle, ...anns(utc(2026, 11, 20), utc(2026, 11, 21)))).toEqual([quotaExceeded, passes]);
  });

  it('each key has the whole quota for itself', async () => {
    const throttle = withQuota({ limit: 1, period: 'DAY' }, 0);
    const answers = await admit(throttle, ['prod', GET, 0, ANN], ['prod', GET, 0, ANN], ['prod', GET, 0, BOB], ['prod', GET, 0, BOB]);
    expect(answers).toEqual([passes, quotaExceeded, passes, quotaExceeded]);
  });

  it('a key in two plans has the quota of each', async () => {
    const plans = {
      live: { quota: { limit: 2, period: 'DAY' }, stages: { prod: {} } },
      trial: { quota: { limit: 1, period: 'DAY' }, stages: { dev: {} } },
    } satisfies ThrottleConfig['plans'];
    const throttle = part.createThrottle(
      { account: PLENTY, stages: { prod: stage, dev: stage }, plans, keys: { [ANN]: ['live', 'trial'] } },
      0,
    );
    const stages = ['dev', 'dev', 'prod', 'prod', 'prod'];
    const answers = await admit(throttle, ...stages.map((name): Arrival => [name, GET, 0, ANN]));
    expect(answers).toEqual([passes, quotaExceeded, passes, passes, quotaExceeded]);
  });

  it('a quota counts over all stages and methods of the plan, those with a limit of their own too', async () => {
    const throttle = withQuota({ limit: 3, period: 'DAY' }, 0);
    const answers = await admit(
      throttle,
      ['prod', GET, 0, ANN],
      ['dev', GET, 0, ANN],
      ['prod', POST, 0, ANN],
      ['dev', POST, 0, ANN],
      ['prod', POST, 0, ANN],
    );
    expect(answers).toEqual([passes, passes, passes, quotaExceeded, quotaExceeded]);
  });

  it('a method that asks for no key spends no quota and needs none', async () => {
    const throttle = withQuota({ limit: 1, period: 'DAY' }, 0);
    const answers = await admit(throttle, ['prod', HEALTH, 0, ANN], ['prod', GET, 0, ANN], ['prod', GET, 0, ANN], ['prod', HEALTH, 0, ANN]);
    expect(answers).toEqual([passes, passes, quotaExceeded, passes]);
  });

  it('a throttled request is not counted', async () => {
    const throttle = withQuota({ limit: 2, period: 'DAY' }, 0, { throttle: { rate: 10, burst: 1 } });
    const answers = await admit(throttle, ...anns(0, 0, 0, 100, 200));
    expect(answers).toEqual([passes, throttledBy('plan'), throttledBy('plan'), passes, quotaExceeded]);
  });

  it('a request over its quota takes no token at any level', async () => {
    const throttle = withQuota({ limit: 1, period: 'DAY' }, 0, { account: { rate: 0, burst: 2 }, throttle: { rate: 0, burst: 2 } });
    const nextDay = utc(1970, 1, 2);
    expect(await admit(throttle, ...anns(0, 0, 0, nextDay))).toEqual([passes, quotaExceeded, quotaExceeded, passes]);
  });

  it('the limits answer before the quota', async () => {
    const throttle = withQuota({ limit: 1, period: 'DAY' }, 0, { throttle: { rate: 10, burst: 1 } });
    expect(await admit(throttle, ...anns(0, 0, 100))).toEqual([passes, throttledBy('plan'), quotaExceeded]);
  });

  it('a time before one already seen counts for the latest period', async () => {
    const midnight = utc(2026, 11, 21);
    const throttle = withQuota({ limit: 1, period: 'DAY' }, midnight - 1000);
    expect(await admit(throttle, ...anns(midnight, midnight - 500, midnight + 1))).toEqual([passes, quotaExceeded, quotaExceeded]);
  });

  it('the time of a refused request was seen as well', async () => {
    const midnight = utc(2026, 11, 21);
    const plan: Plan = { quota: { limit: 2, period: 'DAY' }, stages: { prod: { methods: { [POST]: { rate: 0, burst: 1 } } } } };
    const made = () =>
      part.createThrottle(
        { account: PLENTY, stages: { prod: stage }, plans: { basic: plan }, keys: { [ANN]: ['basic'] } },
        midnight - 1000,
      );
    const before: Arrival[] = [['prod', POST, midnight - 1000, ANN], ...anns(midnight - 900)];
    const after = anns(midnight - 500);
    expect(await admit(made(), ...before, ['prod', GET, midnight], ...after)).toEqual([passes, passes, invalidKey, passes]);
    expect(await admit(made(), ...before, ['prod', POST, midnight, ANN], ...after)).toEqual([passes, passes, throttledBy('plan'), passes]);
  });

  it('whatever the dates, each key has its quota once in every calendar period', async () => {
    const quotas: fc.Arbitrary<Quota> = fc.record({
      limit: fc.integer({ min: 1, max: 3 }),
      period: fc.constantFrom('DAY', 'WEEK', 'MONTH'),
      offset: fc.integer({ min: 0, max: 2 }),
    });
    const request = fc.record({
      key: fc.constantFrom(ANN, BOB),
      hours: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 * 24 })),
    });
    const cases = fc.record({
      quota: quotas,
      start: fc.integer({ min: dayOf(utc(1999, 12, 1)), max: dayOf(utc(2101, 1, 31)) }).map((day) => day * DAY),
      requests: fc.array(request, { minLength: 1, maxLength: 25 }),
    });

    await forEvery(cases, async ({ quota, start, requests }) => {
      const spent = new Map<string, number>();
      const asked: Arrival[] = [];
      const expected: Decision[] = [];
      let now = start;
      for (const { key, hours } of requests) {
        now += hours * 3_600_000;
        const period = nameOf(quota.period, now);
        const before = spent.get(key + period) ?? (period === nameOf(quota.period, start) ? quota.offset! : 0);
        spent.set(key + period, before + 1);
        asked.push(['prod', GET, now, key]);
        expected.push(before < quota.limit ? passes : quotaExceeded);
      }
      expect(await admit(withQuota(quota, start), ...asked)).toEqual(expected);
    });
  });
});

function dayOf(now: Millis): number {
  return Math.floor(now / DAY);
}

/** What the moments of one period, and only those, have in common. 1970-01-05 was a Monday. */
function nameOf(period: Quota['period'], now: Millis): string {
  if (period === 'MONTH') return new Date(now).toISOString().slice(0, 7);
  return String(period === 'DAY' ? dayOf(now) : Math.floor((dayOf(now) - 4) / 7));
}
