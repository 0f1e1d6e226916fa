import type { Effort } from '../effort.ts';
import { failure } from '../template-error.ts';
import { equal } from '../values/equality.ts';
import { hashCode } from '../values/hash.ts';
import { print } from '../values/print.ts';
import { List, type ListOrigin, type Value } from '../values/value.ts';
import { ListIterator } from './list-iterator.ts';
import { invoke, methods, takes, type Methods } from './overloads.ts';

/** What any collection can do, also the keys and the values of a map. */
const OF_ALL = methods<List>({
  size: takes([], ({ items }) => items.length),
  isEmpty: takes([], ({ items }) => items.length === 0),
  contains: takes(['any'], ({ items }, [item], effort) => positionOf(items, item, effort) !== -1),
  containsAll: takes(['list'], ({ items }, [others], effort) => others.items.every((item) => positionOf(items, item, effort) !== -1)),
  iterator: takes([], ({ items }) => new ListIterator(items)),
  toArray: takes([], ({ items }, _args, effort) => copy(items, 'array', effort)),
  toString: takes([], (list: List, _args, effort) => print(list, effort)),
  hashCode: takes([], (list, _args, effort) => hashCode(list, effort)),
  equals: takes(['any'], (list, [other], effort) => equal(list, other, effort)),
});

/** What takes an index. */
const OF_ORDERED = methods<List>({
  get: takes(['int'], (list, [index]) => list.items[checked(list, index)]!),
  set: takes(['int', 'any'], (list, [index, item]) => {
    const old = list.items[checked(list, index)]!;
    list.items[index] = item;
    return old;
  }),
  indexOf: takes(['any'], ({ items }, [item], effort) => positionOf(items, item, effort)),
  lastIndexOf: takes(['any'], ({ items }, [item], effort) => {
    effort.spend(items.length);
    return items.findLastIndex((one) => equal(one, item, effort));
  }),
  subList: takes(['int', 'int'], (list, [from, to], effort) => {
    if (from < 0 || to > list.items.length || from > to) throw failure(`subList got ${from} and ${to} for a list of ${list.items.length}.`);
    return copy(list.items.slice(from, to), 'template', effort);
  }),
});

/** What makes a list longer or shorter. */
const OF_GROWING = methods<List>({
  add: [
    takes(['any'], ({ items }, [item], effort) => insert(items, items.length, [item], effort)),
    takes(['int', 'any'], (list, [index, item], effort) => {
      insert(list.items, checkedGap(list, index), [item], effort);
      return '';
    }),
  ],
  addAll: [
    takes(['list'], ({ items }, [more], effort) => insert(items, items.length, more.items, effort)),
    takes(['int', 'list'], (list, [index, more], effort) => insert(list.items, checkedGap(list, index), more.items, effort)),
  ],
  remove: [
    takes(['int'], (list, [index]) => list.items.splice(checked(list, index), 1)[0]!),
    takes(['any'], ({ items }, [item], effort) => {
      const position = positionOf(items, item, effort);
      return position !== -1 && items.splice(position, 1).length === 1;
    }),
  ],
  removeAll: takes(['list'], ({ items }, [others], effort) => keep(items, (item) => positionOf(others.items, item, effort) === -1)),
  retainAll: takes(['list'], ({ items }, [others], effort) => keep(items, (item) => positionOf(others.items, item, effort) !== -1)),
  clear: takes([], ({ items }) => {
    items.length = 0;
    return '';
  }),
});

const KNOWN: Record<ListOrigin, Methods<List>> = {
  view: OF_ALL,
  array: new Map([...OF_ALL, ...OF_ORDERED]),
  template: new Map([...OF_ALL, ...OF_ORDERED, ...OF_GROWING]),
  json: new Map([...OF_ALL, ...OF_ORDERED, ...OF_GROWING]),
};

/** Lists as `java.util.List` has them (B-VTL-71). */
export function callOnList(list: List, name: string, args: Value[], effort: Effort): Value | undefined {
  return invoke(KNOWN[list.origin], list, name, args, effort);
}

/** A negative index counts from the end. @throws Fault if there is no such item */
export function itemAt(list: List, index: number): Value {
  return list.origin === 'view' ? null : list.items[checked(list, fromEnd(list, index))]!;
}

export function setItem(list: List, index: number, item: Value): void {
  if (list.origin !== 'view') list.items[checked(list, fromEnd(list, index))] = item;
}

function fromEnd({ items }: List, index: number): number {
  return index < 0 ? items.length + index : index;
}

function checked({ items }: List, index: number): number {
  if (index < 0 || index >= items.length) throw failure(`There is no item ${index} in a list of ${items.length}.`);
  return index;
}

function checkedGap({ items }: List, index: number): number {
  if (index < 0 || index > items.length) throw failure(`There is no place ${index} in a list of ${items.length}.`);
  return index;
}

function positionOf(items: Value[], item: Value, effort: Effort): number {
  effort.spend(items.length);
  return items.findIndex((one) => equal(one, item, effort));
}

function copy(items: Value[], origin: ListOrigin, effort: Effort): List {
  effort.makeList(items.length);
  return new List([...items], origin);
}

function insert(items: Value[], position: number, more: Value[], effort: Effort): boolean {
  effort.makeList(items.length + more.length);
  const after = items.splice(position);
  for (const part of [[...more], after]) for (const item of part) items.push(item);
  return more.length > 0;
}

function keep(items: Value[], wanted: (item: Value) => boolean): boolean {
  const kept = items.filter((item) => wanted(item));
  const hasChanged = kept.length !== items.length;
  items.length = 0;
  for (const item of kept) items.push(item);
  return hasChanged;
}
