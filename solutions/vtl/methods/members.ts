/** What can be asked of a value: a property, an index, a method. What it does not know is null, never an error (B-VTL-73). */
import type { Effort } from '../effort.ts';
import { JavaDouble } from '../values/double.ts';
import { isNumber } from '../values/numbers.ts';
import { List, type Helper, type Value } from '../values/value.ts';
import { callOnList, itemAt, setItem } from './lists.ts';
import { callOnMap } from './maps.ts';
import { callOnFlag, callOnNumber } from './numbers.ts';
import { callOnText } from './texts.ts';

type Something = NonNullable<Value>;

function isHelper(value: Something): value is Helper {
  return typeof value === 'object' && !(value instanceof Map) && !(value instanceof List) && !(value instanceof JavaDouble);
}

/** `$value.name`: the entry of a map, and for texts and lists `empty`, because Java reads `isEmpty()` as a property. */
export function propertyOf(value: Something, name: string): Value {
  if (value instanceof Map) return value.get(name) ?? null;
  if (isHelper(value)) return value.property(name);
  if (name !== 'empty') return null;
  if (value instanceof List) return value.items.length === 0;
  return typeof value === 'string' ? value === '' : null;
}

/** `$value[key]` (B-VTL-19). @throws Fault for an index out of range */
export function indexOf(value: Something, key: Value): Value {
  if (value instanceof Map) return value.get(key) ?? null;
  return value instanceof List && typeof key === 'number' ? itemAt(value, key) : null;
}

/** @returns undefined if there is no such method */
export function callMethod(value: Something, name: string, args: Value[], effort: Effort): Value | undefined {
  if (typeof value === 'string') return callOnText(value, name, args, effort);
  if (value instanceof Map) return callOnMap(value, name, args, effort);
  if (value instanceof List) return callOnList(value, name, args, effort);
  if (isNumber(value)) return callOnNumber(value, name, args, effort);
  if (typeof value === 'boolean') return callOnFlag(value, name, args, effort);
  return value.call(name, args);
}

/** `#set($holder.name = …)` (B-VTL-30). What takes no properties is left as it is. */
export function setProperty(holder: Something, name: string, value: Value): void {
  if (holder instanceof Map) holder.set(name, value);
  else if (isHelper(holder)) holder.setProperty?.(name, value);
}

/** `#set($holder[key] = …)`. @throws Fault for an index out of range */
export function setIndex(holder: Something, key: Value, value: Value): void {
  if (holder instanceof Map) holder.set(key, value);
  else if (holder instanceof List && typeof key === 'number') setItem(holder, key, value);
}
