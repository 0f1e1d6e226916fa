import type { Effort } from '../effort.ts';
import { failure } from '../template-error.ts';
import { isNumber } from '../values/numbers.ts';
import { List, type Dictionary, type NumberValue, type Value } from '../values/value.ts';

/** What Java's methods ask of their arguments, and what they get. */
interface Types {
  int: number;
  number: NumberValue;
  text: string;
  list: List;
  map: Dictionary;
  any: Value;
}
type Type = keyof Types;

const FITS: { [T in Type]: (value: Value) => boolean } = {
  int: (value) => typeof value === 'number',
  number: isNumber,
  text: (value) => typeof value === 'string',
  list: (value) => value instanceof List,
  map: (value) => value instanceof Map,
  any: () => true,
};

/** One form of a method. */
export interface Overload<Self> {
  types: readonly Type[];
  run(self: Self, args: Value[], effort: Effort): Value;
}

export type Methods<Self> = Map<string, Overload<Self>[]>;

export function takes<Self, const T extends readonly Type[]>(
  types: T,
  run: (self: Self, args: { -readonly [Index in keyof T]: Types[T[Index]] }, effort: Effort) => Value,
): Overload<Self> {
  return { types, run };
}

/** @param forms By name. A Map and no object, because an object also answers to `constructor`. */
export function methods<Self>(forms: Record<string, Overload<Self> | Overload<Self>[]>): Methods<Self> {
  return new Map(Object.entries(forms).map(([name, form]) => [name, Array.isArray(form) ? form : [form]]));
}

/**
 * @returns undefined if there is no method of this name that takes such arguments, which is no error (B-VTL-73)
 * @throws Fault if it takes such arguments but cannot work with null
 */
export function invoke<Self>(known: Methods<Self>, self: Self, name: string, args: Value[], effort: Effort): Value | undefined {
  const forms = known.get(name);
  if (!forms) return undefined;
  for (const form of forms) {
    if (!accepts(form.types, args)) continue;
    if (args.includes(null)) refuseNull(form.types, args, name);
    return form.run(self, args, effort);
  }
  return undefined;
}

/** Null is of every type but the primitive one. */
function accepts(types: readonly Type[], args: Value[]): boolean {
  if (types.length !== args.length) return false;
  for (let index = 0; index < types.length; index++) {
    const type = types[index]!;
    const arg = args[index]!;
    if (arg === null ? type === 'int' : !FITS[type](arg)) return false;
  }
  return true;
}

function refuseNull(types: readonly Type[], args: Value[], name: string): void {
  if (types.some((type, index) => type !== 'any' && args[index] === null)) throw failure(`${name} got null for an argument.`);
}
