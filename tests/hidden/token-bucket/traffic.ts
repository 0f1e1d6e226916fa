/** Generated limits and arrivals. */
import fc from 'fast-check';
import type { Limit, MethodKey, Millis } from '../../../exercises/token-bucket/contract.ts';
import type { Arrival } from './subject.ts';

/** Rates in eighths of a token per second, zero and fractions included; bursts small enough to run dry. */
export function limits(): fc.Arbitrary<Limit> {
  return fc.record({ rate: fc.integer({ min: 0, max: 160 }).map((eighths) => eighths / 8), burst: fc.integer({ min: 1, max: 8 }) });
}

/** Limits that give something back. */
export function flowingLimits(): fc.Arbitrary<Limit> {
  return limits().filter(({ rate }) => rate > 0);
}

/** Moments to begin at: the epoch, round ones, and today's size. */
export function starts(): fc.Arbitrary<Millis> {
  return fc.constantFrom(0, 1000, 1_767_225_600_000, 1_767_225_600_123);
}

/** Milliseconds between two arrivals: often none, often a round number on which a token comes due. */
export function gaps(): fc.Arbitrary<Millis> {
  return fc.oneof(fc.constant(0), fc.constantFrom(50, 100, 125, 250, 500, 1000), fc.integer({ min: 1, max: 400 }));
}

/** The moments that lie these gaps apart, beginning at `start`. */
export function moments(start: Millis, apart: readonly Millis[]): Millis[] {
  let now = start;
  return apart.map((gap) => (now += gap));
}

/** Requests as they are generated: each so many milliseconds after the one before. */
export interface SpacedRequest {
  stage: string;
  method: MethodKey;
  gap: Millis;
  key?: string;
}

/** When these requests arrive, beginning at `start`. */
export function arrivals(start: Millis, requests: readonly SpacedRequest[]): Arrival[] {
  const apart = requests.map(({ gap }) => gap);
  return moments(start, apart).map((now, i) => [requests[i]!.stage, requests[i]!.method, now, requests[i]!.key]);
}
