import type { Effort } from '../effort.ts';
import { equal } from '../values/equality.ts';
import { hashCode } from '../values/hash.ts';
import { print } from '../values/print.ts';
import { List, type Dictionary, type Helper, type Value } from '../values/value.ts';
import { invoke, methods, takes } from './overloads.ts';

/** What `entrySet` holds. */
class Entry implements Helper {
  private readonly key: Value;
  private readonly value: Value;
  private readonly effort: Effort;

  constructor(key: Value, value: Value, effort: Effort) {
    this.key = key;
    this.value = value;
    this.effort = effort;
  }

  property(name: string): Value {
    if (name === 'key') return this.key;
    return name === 'value' ? this.value : null;
  }

  call(method: string, args: Value[]): Value | undefined {
    if (args.length > 0) return undefined;
    if (method === 'getKey') return this.key;
    return method === 'getValue' ? this.value : undefined;
  }

  toText(): string {
    return `${print(this.key, this.effort)}=${print(this.value, this.effort)}`;
  }
}

const METHODS = methods<Dictionary>({
  get: takes(['any'], (map, [key]) => map.get(key) ?? null),
  getOrDefault: takes(['any', 'any'], (map, [key, instead]) => (map.has(key) ? map.get(key)! : instead)),
  put: takes(['any', 'any'], (map, [key, value]) => put(map, key, value)),
  putIfAbsent: takes(['any', 'any'], (map, [key, value]) => map.get(key) ?? put(map, key, value)),
  putAll: takes(['map'], (map, [more], effort) => {
    effort.makeList(map.size + more.size);
    for (const [key, value] of more) map.set(key, value);
    return '';
  }),
  remove: takes(['any'], (map, [key]) => {
    const old = map.get(key) ?? null;
    map.delete(key);
    return old;
  }),
  containsKey: takes(['any'], (map, [key]) => map.has(key)),
  containsValue: takes(['any'], (map, [value], effort) => {
    effort.spend(map.size);
    return [...map.values()].some((one) => equal(one, value, effort));
  }),
  keySet: takes([], (map, _args, effort) => view([...map.keys()], effort)),
  values: takes([], (map, _args, effort) => view([...map.values()], effort)),
  entrySet: takes([], (map, _args, effort) =>
    view(
      Array.from(map, ([key, value]) => new Entry(key, value, effort)),
      effort,
    ),
  ),
  size: takes([], (map) => map.size),
  isEmpty: takes([], (map) => map.size === 0),
  clear: takes([], (map) => {
    map.clear();
    return '';
  }),
  toString: takes([], (map: Dictionary, _args, effort) => print(map, effort)),
  hashCode: takes([], (map, _args, effort) => hashCode(map, effort)),
  equals: takes(['any'], (map, [other], effort) => equal(map, other, effort)),
});

/** Maps as `java.util.Map` has them, in the order in which their keys came (B-VTL-72). */
export function callOnMap(map: Dictionary, name: string, args: Value[], effort: Effort): Value | undefined {
  return invoke(METHODS, map, name, args, effort);
}

function put(map: Dictionary, key: Value, value: Value): Value {
  const old = map.get(key) ?? null;
  map.set(key, value);
  return old;
}

function view(items: Value[], effort: Effort): List {
  effort.makeList(items.length);
  return new List(items, 'view');
}
