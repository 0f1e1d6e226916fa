import type {
  Bucket,
  Decision,
  Limit,
  MethodKey,
  Millis,
  Plan,
  Stage,
  Throttle,
  ThrottleConfig,
  ThrottledRequest,
} from '../../exercises/token-bucket/contract.ts';
import { createBucket } from './bucket.ts';
import { createMeter, type Meter } from './quota.ts';

/** What a stage asks of its methods. */
interface StageRules {
  keyRequired: Set<MethodKey>;
  bucketOf(method: MethodKey): Bucket | undefined;
}

/** One key in one of its plans: buckets and a meter that it shares with no other key (B-THR-09). */
interface Client {
  covers(stage: string): boolean;
  bucketOf(stage: string, method: MethodKey): Bucket | undefined;
  meter: Meter | undefined;
}

/**
 * The throttle of one account. Every level is asked before any level pays, so a refused request costs nothing anywhere
 * (B-THR-05, B-THR-06, B-THR-16).
 */
export function createThrottle(config: ThrottleConfig, start: Millis): Throttle {
  const account = createBucket(config.account, start);
  const stages = mapValues(config.stages, (stage) => createStageRules(stage, start));
  const clients = mapValues(config.keys, (plans) => plans.map((plan) => createClient(config.plans![plan]!, start)));
  let clock = start;

  function clientOf(apiKey: string | undefined, stage: string): Client | undefined {
    return apiKey === undefined ? undefined : clients.get(apiKey)?.find((client) => client.covers(stage));
  }

  function admit({ stage, method, apiKey }: ThrottledRequest, now: Millis): Decision {
    clock = Math.max(clock, now);

    const { keyRequired, bucketOf } = stages.get(stage)!;
    const needsKey = keyRequired.has(method);
    const client = needsKey ? clientOf(apiKey, stage) : undefined;
    if (needsKey && !client) return { allowed: false, response: 'INVALID_API_KEY' };

    const ofPlan = client?.bucketOf(stage, method);
    const ofMethod = bucketOf(method);
    if (ofPlan && ofPlan.tokens(clock) < 1) return { allowed: false, response: 'THROTTLED', level: 'plan' };
    if (ofMethod && ofMethod.tokens(clock) < 1) return { allowed: false, response: 'THROTTLED', level: 'method' };
    if (account.tokens(clock) < 1) return { allowed: false, response: 'THROTTLED', level: 'account' };
    if (client?.meter && client.meter.left(clock) < 1) return { allowed: false, response: 'QUOTA_EXCEEDED' };

    ofPlan?.take(clock);
    ofMethod?.take(clock);
    account.take(clock);
    client?.meter?.spend();
    return { allowed: true };
  }

  return { admit };
}

/** An entry replaces the stage's default; every method without one gets a bucket of its own with that default (B-THR-07). */
function createStageRules({ default: ofOthers, methods, keyRequired }: Stage, start: Millis): StageRules {
  const buckets = mapValues(methods, (limit) => createBucket(limit, start));

  /** Methods without an entry are met as requests come. A bucket made late is full, as if it had stood there all along. */
  function meet(method: MethodKey, limit: Limit): Bucket {
    const bucket = createBucket(limit, start);
    buckets.set(method, bucket);
    return bucket;
  }

  return {
    keyRequired: new Set(keyRequired),
    bucketOf: (method) => buckets.get(method) ?? (ofOthers && meet(method, ofOthers)),
  };
}

/** One bucket for the key over all stages of the plan; an entry for a method stands in its place (B-THR-08). */
function createClient({ throttle, quota, stages }: Plan, start: Millis): Client {
  const shared = throttle && createBucket(throttle, start);
  const own = mapValues(stages, ({ methods }) => mapValues(methods, (limit) => createBucket(limit, start)));
  return {
    covers: (stage) => own.has(stage),
    bucketOf: (stage, method) => own.get(stage)?.get(method) ?? shared,
    meter: quota && createMeter(quota, start),
  };
}

/** A Map, because a plain object also answers to `constructor` and `toString`, which nobody configured. */
function mapValues<From, To>(record: Record<string, From> | undefined, make: (value: From) => To): Map<string, To> {
  return new Map(Object.entries(record ?? {}).map(([name, value]) => [name, make(value)]));
}
