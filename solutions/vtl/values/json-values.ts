import type { Json } from '../../../exercises/vtl/contract.ts';
import type { Effort } from '../effort.ts';
import { LIMITS, tooMuch } from '../limits.ts';
import { decimal, JavaDouble } from './double.ts';
import { whole } from './numbers.ts';
import { print } from './print.ts';
import { List, type Value } from './value.ts';

/** Data as a template has it, made of data as JavaScript has it. */
export function fromJson(json: Json): Value {
  if (typeof json === 'number') return Number.isInteger(json) ? whole(json) : decimal(json);
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return new List(json.map(fromJson), 'json');
  return new Map(Object.entries(json).map(([name, value]) => [name, fromJson(value)]));
}

/** And back. What is no data becomes its printed form. */
export function toJson(value: Value, effort: Effort, depth = 0): Json {
  effort.spend(1);
  if (depth > LIMITS.valueDepth) throw tooMuch('Lists and maps inside each other', LIMITS.valueDepth);
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof JavaDouble) return value.value;
  if (value instanceof List) return value.items.map((item) => toJson(item, effort, depth + 1));
  if (!(value instanceof Map)) return value.toText();
  return Object.fromEntries(
    Array.from(value, ([name, item]) => [typeof name === 'string' ? name : print(name, effort), toJson(item, effort, depth + 1)]),
  );
}
