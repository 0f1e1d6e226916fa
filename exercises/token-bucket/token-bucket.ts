/**
 * Exercise: token bucket.
 *
 * `contract.ts` beside this file says what every function must do, in which units, and why. Start with `createBucket`:
 * the first four concepts need nothing else. `npm run examples` runs the visible examples, `npm run grade token-bucket`
 * the whole suite, `npm run hint token-bucket` helps with the first rule that is broken.
 */
import type { Bucket, Decision, Limit, Millis, Throttle, ThrottleConfig, ThrottledRequest } from './contract.ts';

export function createBucket(limit: Limit, start: Millis): Bucket {
  return {
    take(now: Millis): boolean {
      return false;
    },

    tokens(now: Millis): number {
      return 0;
    },
  };
}

export function createThrottle(config: ThrottleConfig, start: Millis): Throttle {
  return {
    admit(request: ThrottledRequest, now: Millis): Decision {
      return { allowed: true };
    },
  };
}
