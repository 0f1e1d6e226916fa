/**
 * What the contract says, in whole numbers.
 *
 * Generated rates are multiples of an eighth and times are whole milliseconds, so every level is a whole number of
 * grains (1/8000 token). The model never rounds, and never comes closer to a whole token than a grain unless it is one.
 */
import type { Decision, Limit, Millis, ThrottleConfig } from '../../../exercises/token-bucket/contract.ts';
import { invalidKey, passes, throttledBy, type Arrival } from './subject.ts';

const GRAINS = 8000;

export class ExactBucket {
  #grains: number;
  #seen: Millis;
  readonly #limit: Limit;

  constructor(limit: Limit, now: Millis) {
    this.#limit = limit;
    this.#grains = limit.burst * GRAINS;
    this.#seen = now;
  }

  /** Tokens at `now`, fractions included. */
  tokens(now: Millis): number {
    this.#grains = Math.min(this.#limit.burst * GRAINS, this.#grains + this.#limit.rate * 8 * (now - this.#seen));
    this.#seen = now;
    return this.#grains / GRAINS;
  }

  take(now: Millis): boolean {
    if (this.tokens(now) < 1) return false;
    this.#grains -= GRAINS;
    return true;
  }
}

/** The decisions on these arrivals, quotas left aside. */
export function exactDecisions(config: ThrottleConfig, start: Millis, arrivals: readonly Arrival[]): Decision[] {
  const buckets = new Map<string, ExactBucket>();
  function bucketOf(limit: Limit, ...owner: string[]): ExactBucket {
    const name = owner.join(' ');
    if (!buckets.has(name)) buckets.set(name, new ExactBucket(limit, start));
    return buckets.get(name)!;
  }

  return arrivals.map(([stage, method, now, apiKey]) => {
    const settings = config.stages[stage]!;
    const asked: ['plan' | 'method' | 'account', ExactBucket][] = [];
    if (settings.keyRequired?.includes(method)) {
      const name = config.keys?.[apiKey ?? '']?.find((plan) => config.plans![plan]!.stages[stage]);
      if (!name) return invalidKey;
      const plan = config.plans![name]!;
      const own = plan.stages[stage]!.methods?.[method];
      if (own) asked.push(['plan', bucketOf(own, 'plan', apiKey!, name, stage, method)]);
      else if (plan.throttle) asked.push(['plan', bucketOf(plan.throttle, 'plan', apiKey!, name)]);
    }
    const limit = settings.methods?.[method] ?? settings.default;
    if (limit) asked.push(['method', bucketOf(limit, 'method', stage, method)]);
    asked.push(['account', bucketOf(config.account, 'account')]);

    const refusing = asked.find(([, bucket]) => bucket.tokens(now) < 1);
    if (refusing) return throttledBy(refusing[0]);
    for (const [, bucket] of asked) bucket.take(now);
    return passes;
  });
}
