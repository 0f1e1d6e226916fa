/**
 * A share of what? Draws for requests, never for callers (B-CAN-01, fact `canary-split`): whom a canary meets, when a fault shows, and who
 * sees it. Randomness is handed in.
 */

/** Numbers from 0 to 1, 1 not included. */
export type Random = () => number;

export interface Crowd {
  percent: number;
  /** Requests of each guest. */
  calls: number;
}

export const GUESTS = 1000;
/** Guests of whom every request is shown. */
export const SHOWN = 12;

export const CHOICES = {
  percent: [1, 5, 10, 20, 50, 90, 100],
  calls: [1, 3, 8, 20, 40],
  rate: [1, 5, 40, 200],
  fault: [0.02, 0.5, 2, 50, 100],
  tries: [1, 2, 3, 5],
} as const;

/** Guests by what they met: one version or both. */
export interface Met {
  old: number;
  both: number;
  new: number;
}

export interface Drawn extends Met {
  /** Requests that the canary got. */
  requests: number;
  /** The first guests: for each request, whether the canary got it. */
  shown: boolean[][];
}

/** Chances of one guest. */
export function chances({ percent, calls }: Crowd): Met {
  const share = percent / 100;
  const old = (1 - share) ** calls;
  const all = share ** calls;
  return { old, both: calls === 1 ? 0 : 1 - old - all, new: all };
}

export function drawGuests({ percent, calls }: Crowd, random: Random): Drawn {
  const drawn: Drawn = { old: 0, both: 0, new: 0, requests: 0, shown: [] };
  for (let guest = 0; guest < GUESTS; guest++) {
    const sides = Array.from({ length: calls }, () => random() * 100 < percent);
    const hits = sides.filter((isCanary) => isCanary).length;
    drawn.requests += hits;
    drawn[hits === 0 ? 'old' : hits === calls ? 'new' : 'both']++;
    if (guest < SHOWN) drawn.shown.push(sides);
  }
  return drawn;
}

/** A canary that fails at times. The old version never does. */
export interface Faulty {
  percent: number;
  /** Requests per second, of both sides together. */
  rate: number;
  /** Percent of the canary’s requests that fail. */
  fault: number;
  /** How often a client tries a call that fails, the first time included. */
  tries: number;
}

/** Faults that are enough to believe in. */
export const ENOUGH = 10;
/** The chance with which the first fault has been seen by then. */
export const SURE = 0.95;

export interface Waits {
  /** Seconds from fault to fault, on the average. */
  between: number;
  /** Seconds in which the first has shown with a chance of `SURE`. */
  sure: number;
  /** Seconds for `ENOUGH` of them, on the average. */
  enough: number;
  /** Percent of all requests that fail: what a metric of both sides together shows. */
  together: number;
  /** Percent of calls in which every try fails: what callers see. */
  seen: number;
}

export function waitsOf({ percent, rate, fault, tries }: Faulty): Waits {
  const chance = (percent / 100) * (fault / 100);
  const between = 1 / (rate * chance);
  // How many requests it takes until none of them having failed is too unlikely.
  const requests = chance === 1 ? 1 : Math.ceil(Math.log(1 - SURE) / Math.log1p(-chance));
  return { between, sure: requests / rate, enough: ENOUGH * between, together: 100 * chance, seen: 100 * chance ** tries };
}

/** The seconds at which the first `ENOUGH` faults show, of requests that come evenly. */
export function drawFaults({ percent, rate, fault }: Faulty, random: Random): number[] {
  const chance = (percent / 100) * (fault / 100);
  let request = 0;
  return Array.from({ length: ENOUGH }, () => {
    // Requests up to the next fault: drawn at once instead of one by one, since there may be millions of them.
    request += chance === 1 ? 1 : Math.floor(Math.log1p(-random()) / Math.log1p(-chance)) + 1;
    return request / rate;
  });
}
