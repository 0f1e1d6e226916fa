/** Which parts of a route are done, among all that a reader has done. */
import type { ProgressStore } from '../progress/progress-store.ts';
import { isTrue, valuesBelow, withValue, type Kind } from '../progress/records.ts';

export const TICK: Kind<true> = { name: 'tick', is: isTrue };

export interface RouteTicks {
  done(): ReadonlySet<string>;
  keep(part: string, done: boolean): void;
}

export function routeTicks(store: ProgressStore, route: string): RouteTicks {
  return {
    done: () => new Set(Object.keys(valuesBelow(store.records(), TICK, route))),
    keep: (part, done) => store.change((records, at) => withValue(records, at, TICK, [route, part], done || undefined)),
  };
}
