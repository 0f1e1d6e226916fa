/** The submission, and the few ways in which the suite asks it. Nothing here waits: the calls of a case travel together. */
import { submission, type Remote } from '#judge';
import type { Bucket, Decision, Limit, MethodKey, Millis, Throttle, TokenBucketPart } from '../../../exercises/token-bucket/contract.ts';

export const part = submission<TokenBucketPart>({ promising: [] });

/** A fresh bucket whose every token is taken at the moment it is made. */
export function emptyBucket(limit: Limit, now: Millis): Remote<Bucket> {
  const bucket = part.createBucket(limit, now);
  for (let i = 0; i < limit.burst; i++) bucket.take(now);
  return bucket;
}

/** The answers to one `take` at each of these times. */
export function take(bucket: Remote<Bucket>, ...times: Millis[]): Promise<boolean[]> {
  return Promise.all(times.map((now) => bucket.take(now)));
}

/** The levels that one `tokens` shows at each of these times. */
export async function levels(bucket: Remote<Bucket>, ...times: Millis[]): Promise<number[]> {
  return (await Promise.all(times.map((now) => bucket.tokens(now)))).map(toMillionths);
}

/** A level without the noise of floating-point sums, minus zero included. What is no number stays what it is. */
function toMillionths(level: number): number {
  return typeof level === 'number' ? Math.round(level * 1e6) / 1e6 + 0 : level;
}

/** One request: stage, method, time, and the key if one is sent. */
export type Arrival = readonly [stage: string, method: MethodKey, now: Millis, apiKey?: string];

/** The answers to these requests, in this order. */
export function admit(throttle: Remote<Throttle>, ...arrivals: Arrival[]): Promise<Decision[]> {
  return Promise.all(
    arrivals.map(([stage, method, now, apiKey]) =>
      throttle.admit(apiKey === undefined ? { stage, method } : { stage, method, apiKey }, now),
    ),
  );
}

export const passes: Decision = { allowed: true };
export const quotaExceeded: Decision = { allowed: false, response: 'QUOTA_EXCEEDED' };
export const invalidKey: Decision = { allowed: false, response: 'INVALID_API_KEY' };

export function throttledBy(level: 'plan' | 'method' | 'account'): Decision {
  return { allowed: false, response: 'THROTTLED', level };
}

/** A limit that no case comes near. */
export const PLENTY: Limit = { rate: 1e6, burst: 1e6 };
