import type { Bucket, Limit, Millis } from '../../exercises/token-bucket/contract.ts';

/** A level this close to a whole number of tokens counts as that number. */
const TOLERANCE = 1e-6;

/**
 * A full bucket (B-THR-01). No timer fills it: what came back since the last look is added when somebody looks, so an
 * idle bucket costs nothing and any two ways of looking at it agree (B-THR-02).
 */
export function createBucket({ rate, burst }: Limit, start: Millis): Bucket {
  const perMilli = rate / 1000;
  // One object and not two variables: V8 updates its numbers in place, where a closure would allocate each new one.
  const state = { level: burst, seen: start };

  function refill(now: Millis): void {
    if (now <= state.seen) return;
    state.level = Math.min(burst, state.level + perMilli * (now - state.seen));
    state.seen = now;
  }

  return {
    take(now) {
      refill(now);
      if (state.level < 1 - TOLERANCE) return false;
      state.level = Math.max(0, state.level - 1);
      return true;
    },
    tokens(now) {
      refill(now);
      return settled(state.level);
    },
  };
}

/** The level as it counts. Only the reading is settled: rounding the level itself would swallow a slow refill. */
function settled(level: number): number {
  const whole = Math.round(level);
  return Math.abs(level - whole) < TOLERANCE ? whole : level;
}
