/**
 * A canary on a stage that keeps replies: whether it reads and fills the cache (B-CCH-19, fact `canary-stage-cache`), and whose replies are
 * kept under one key. AWS keeps replies of different deployments apart; a canary of the stage’s own deployment shares its key.
 */
import type { Random } from './canary-split.ts';

/** `off`: `useStageCache` is false. `apart`: it is true, and stage and canary have deployments of their own. `one`: they have the same. */
export const KEEPINGS = ['off', 'apart', 'one'] as const;
export type Keeping = (typeof KEEPINGS)[number];

export interface Cached {
  percent: number;
  keeping: Keeping;
}

/** Requests per second for the one address that is looked at. */
export const RATE = 4;
/** Lives of a stored reply that are played. */
export const LIVES = 12;

/** From one reply being stored to its end. */
export interface Life {
  requests: number;
  /** Requests answered by the new version, fresh or stored. */
  new: number;
  /** Calls that reach each version of the function. */
  calls: { old: number; new: number };
}

/** @param ttl seconds for which a reply is kept, more than 0 */
export function drawLives({ percent, keeping }: Cached, ttl: number, random: Random): Life[] {
  const requests = RATE * ttl;
  return Array.from({ length: LIVES }, () => {
    const first = random() * 100 < percent;
    let canary = Number(first);
    for (let request = 1; request < requests; request++) if (random() * 100 < percent) canary++;
    if (keeping === 'one') return { requests, new: first ? requests : 0, calls: { old: Number(!first), new: Number(first) } };
    const fresh = keeping === 'off' ? canary : Math.min(1, canary);
    return { requests, new: canary, calls: { old: Math.min(1, requests - canary), new: fresh } };
  });
}
