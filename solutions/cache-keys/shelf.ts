import type { CachedResponse, Millis } from '../../exercises/cache-keys/contract.ts';

/** What a stage keeps, never more of it than fits. Times must not go back. */
export interface Shelf {
  /** What is kept under the key and has not expired. */
  find(key: string, now: Millis): CachedResponse | undefined;
  /** Keeps a response in the place of any other under the key, and drops what stands in its way. */
  put(key: string, response: CachedResponse, weight: number, ttl: Millis, now: Millis): void;
  drop(key: string): void;
  clear(): void;
}

/** An entry, between those that were stored before and after it with the same lifetime. */
interface Entry {
  key: string;
  response: CachedResponse;
  weight: number;
  stored: Millis;
  expires: Millis;
  lane: Lane;
  older: Entry | undefined;
  newer: Entry | undefined;
}

/**
 * The entries of one lifetime. They expire in the order in which they were stored, so the one that is nearest to its
 * expiry is always the oldest: to find it nobody has to search or sort. Lifetimes are settings, so lanes are few.
 */
interface Lane {
  oldest: Entry | undefined;
  newest: Entry | undefined;
}

export function createShelf(capacity: number): Shelf {
  const entries = new Map<string, Entry>();
  const lanes = new Map<Millis, Lane>();
  let weightOfAll = 0;

  function laneOf(ttl: Millis): Lane {
    const lane = lanes.get(ttl) ?? { oldest: undefined, newest: undefined };
    lanes.set(ttl, lane);
    return lane;
  }

  function remove(entry: Entry): void {
    entries.delete(entry.key);
    unlink(entry);
    weightOfAll -= entry.weight;
  }

  function drop(key: string): void {
    const entry = entries.get(key);
    if (entry) remove(entry);
  }

  /** Expired entries are the nearest of all, so room is made of them first and nobody has to clean up (B-CCH-20). */
  function nearestToExpiry(): Entry | undefined {
    let nearest: Entry | undefined;
    for (const { oldest } of lanes.values()) if (oldest && (!nearest || goesBefore(oldest, nearest))) nearest = oldest;
    return nearest;
  }

  return {
    find(key, now) {
      const entry = entries.get(key);
      return entry && now < entry.expires ? entry.response : undefined;
    },

    put(key, response, weight, ttl, now) {
      drop(key);
      if (weight > capacity) return;
      for (let entry = nearestToExpiry(); entry && weightOfAll + weight > capacity; entry = nearestToExpiry()) remove(entry);

      const lane = laneOf(ttl);
      const entry: Entry = { key, response, weight, stored: now, expires: now + ttl, lane, older: lane.newest, newer: undefined };
      link(entry);
      entries.set(key, entry);
      weightOfAll += weight;
    },

    drop,

    clear() {
      entries.clear();
      lanes.clear();
      weightOfAll = 0;
    },
  };
}

function goesBefore(one: Entry, other: Entry): boolean {
  return one.expires < other.expires || (one.expires === other.expires && one.stored < other.stored);
}

/** Puts an entry at the end of its lane, behind the one that it names as older. */
function link(entry: Entry): void {
  if (entry.older) entry.older.newer = entry;
  else entry.lane.oldest = entry;
  entry.lane.newest = entry;
}

function unlink({ lane, older, newer }: Entry): void {
  if (older) older.newer = newer;
  else lane.oldest = newer;
  if (newer) newer.older = older;
  else lane.newest = older;
}
