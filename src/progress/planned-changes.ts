/** What would change if the records of a file were taken in: shown before anything is. */
import { CALLED, calledOf } from './kinds.ts';
import { merged, sameEntry } from './merge.ts';
import type { Records } from './records.ts';

export interface PlannedChanges {
  /** As a reader calls these records. */
  called: string;
  /** Not here yet. */
  added: number;
  /** Newer there, or more. */
  changed: number;
  /** Here newer, or more: these stay. */
  stay: number;
}

/** One for each kind in which anything differs. */
export function plannedChanges(ours: Records, theirs: Records): PlannedChanges[] {
  const both = merged(ours, theirs);
  const counts = new Map(CALLED.map((called) => [called, { called, added: 0, changed: 0, stay: 0 }]));
  for (const [key, entry] of Object.entries(theirs)) {
    const count = counts.get(calledOf(key))!;
    const mine = Object.hasOwn(ours, key) ? ours[key] : undefined;
    if (!mine) count.added++;
    else if (!sameEntry(mine, both[key])) count.changed++;
    else if (!sameEntry(mine, entry)) count.stay++;
  }
  return [...counts.values()].filter(({ added, changed, stay }) => added + changed + stay > 0);
}
