/** What a reference can hold: Java's values as JavaScript has them. */
import type { JavaDouble } from './double.ts';

export type Value = null | boolean | Scalar | List | Dictionary | Helper;

/** Integer is a number, Long and BigInteger are bigints, Double is a JavaDouble. */
export type Scalar = string | NumberValue;
export type NumberValue = number | bigint | JavaDouble;

export type Dictionary = Map<Value, Value>;

/**
 * Where a list comes from decides how it prints (B-VTL-80, B-VTL-81) and what it can do: `json` and `template` lists can do everything,
 * an `array` (what `split` gives) is of fixed length, a `view` (what `keySet` gives) has no order to ask for.
 */
export type ListOrigin = 'json' | 'template' | 'array' | 'view';

export class List {
  readonly items: Value[];
  readonly origin: ListOrigin;

  constructor(items: Value[], origin: ListOrigin = 'template') {
    this.items = items;
    this.origin = origin;
  }
}

/** An object that is no data: `$input`, `$util`, `$foreach`, a `#define`d block. */
export interface Helper {
  property(name: string): Value;
  /** undefined: there is no such method, or none with such arguments. */
  call(method: string, args: Value[]): Value | undefined;
  toText(): string;
  /** Set if `#set` can give it properties. */
  setProperty?(name: string, value: Value): void;
}

/** A map whose printed form is not its entries. */
export interface Masked {
  readonly printed: string;
}

export function isMasked(value: object): value is Masked {
  return 'printed' in value;
}
