/**
 * Token bucket without a token counter: the generic cell rate algorithm (GCRA), known from ATM networks, in the form
 * that is called virtual scheduling.
 *
 * Why it is the same thing. A bucket is described by the one moment at which it will be full again: each request that
 * passes moves that moment one token later, and time walks towards it. What is missing at any other moment is the way
 * still to go, so `tokens = burst - (fullAt - now)` with both measured in tokens; a bucket whose moment has passed is
 * full, which is the cap. A request passes if, after it, the moment is at most `burst` ahead. Nothing has to be refilled,
 * and a refused request has nothing to write.
 *
 * Textbooks measure in time, one token being `1 / rate` seconds. Here the clock ticks in tokens (`rate` of them a
 * second), so that a rate of zero is a clock that stands still and not a division by zero.
 */
import type {
  Bucket,
  Decision,
  Limit,
  Millis,
  Quota,
  Throttle,
  ThrottleConfig,
  ThrottledRequest,
} from '../../../exercises/token-bucket/contract.ts';

/** A millionth of a token: nearer than this counts as equal. */
const TOLERANCE = 1e-6;

/** A full bucket (B-THR-01, B-THR-02). */
export function createBucket({ rate, burst }: Limit, start: Millis): Bucket {
  let latest = start;
  /** The clock starts again whenever the bucket is found full: small numbers keep their fractions. */
  let origin = start;
  /** When the bucket is full again, in tokens since `origin`. */
  let fullAt = 0;

  function missing(now: Millis): number {
    latest = Math.max(latest, now);
    const ahead = fullAt - (rate * (latest - origin)) / 1000;
    if (ahead > 0) return ahead;
    origin = latest;
    fullAt = 0;
    return 0;
  }

  return {
    take(now) {
      if (missing(now) + 1 > burst + TOLERANCE) return false;
      fullAt += 1;
      return true;
    },
    tokens: (now) => Math.max(0, burst - missing(now)),
  };
}

/** The first day of the period that holds `now`, as text: two moments with the same label are in the same period (B-THR-12). */
function periodLabel(period: Quota['period'], now: Millis): string {
  const date = new Date(now);
  if (period === 'MONTH') return date.toISOString().slice(0, 'yyyy-mm'.length);
  if (period === 'WEEK') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/**
 * The throttle as a table: every bucket and every count stands under a name that says whose it is, and is made when
 * somebody first asks for it (B-THR-05, B-THR-07, B-THR-08, B-THR-09, B-THR-11).
 */
export function createThrottle({ account, stages, plans = {}, keys = {} }: ThrottleConfig, start: Millis): Throttle {
  const buckets = new Map<string, Bucket>();
  const spent = new Map<string, { period: string; requests: number }>();
  let clock = start;

  function bucketOf(limit: Limit | undefined, ...owner: string[]): Bucket | undefined {
    if (!limit) return undefined;
    const name = JSON.stringify(owner);
    const known = buckets.get(name) ?? createBucket(limit, start);
    buckets.set(name, known);
    return known;
  }

  function planOf(apiKey: string | undefined, stage: string): string | undefined {
    if (apiKey === undefined || !Object.hasOwn(keys, apiKey)) return undefined;
    return keys[apiKey]!.find((plan) => Object.hasOwn(plans[plan]!.stages, stage));
  }

  function admit({ stage, method, apiKey }: ThrottledRequest, now: Millis): Decision {
    clock = Math.max(clock, now);
    const { default: ofOthers, methods = {}, keyRequired = [] } = stages[stage]!;

    let ofPlan: Bucket | undefined;
    let quota: Quota | undefined;
    let holder = '';
    if (keyRequired.includes(method)) {
      const name = planOf(apiKey, stage);
      if (name === undefined) return { allowed: false, response: 'INVALID_API_KEY' };
      const plan = plans[name]!;
      const own = plan.stages[stage]!.methods?.[method];
      ofPlan = own ? bucketOf(own, 'plan', name, apiKey!, stage, method) : bucketOf(plan.throttle, 'plan', name, apiKey!);
      quota = plan.quota;
      holder = JSON.stringify([name, apiKey]);
    }

    const levels = [
      ['plan', ofPlan],
      ['method', bucketOf(methods[method] ?? ofOthers, 'method', stage, method)],
      ['account', bucketOf(account, 'account')],
    ] as const;

    for (const [level, bucket] of levels) {
      if (bucket && bucket.tokens(clock) < 1 - TOLERANCE) return { allowed: false, response: 'THROTTLED', level };
    }
    if (quota) {
      const period = periodLabel(quota.period, clock);
      const isFirst = period === periodLabel(quota.period, start);
      const allowance = quota.limit - (isFirst ? (quota.offset ?? 0) : 0);
      const last = spent.get(holder);
      const requests = last?.period === period ? last.requests : 0;
      if (requests >= allowance) return { allowed: false, response: 'QUOTA_EXCEEDED' };
      spent.set(holder, { period, requests: requests + 1 });
    }
    for (const [, bucket] of levels) bucket?.take(clock);
    return { allowed: true };
  }

  return { admit };
}
