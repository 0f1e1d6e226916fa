/**
 * Values as text, for the line between judge and subject: what writing (`encode.ts`) and reading (`decode.ts`) share. All three run on both sides.
 *
 * Whatever is not a plain JSON scalar becomes an array that begins with a tag, so no key of a submission can be taken for one of
 * ours. An object is read once, by its own property descriptors: a getter is named and not run, and what a proxy says is taken down
 * as it is said.
 *
 * In the subject these modules are loaded before the submission and work only with what they took then: a submission that
 * replaces `Array.prototype.push` or `JSON` changes nothing here.
 */

/**
 * How much of one value crosses: beyond this it is cut short and equals nothing. Each is far more than a contract asks for, and little
 * enough for the judge to compare and print: that is work which no limit on the subject's time counts.
 */
export const VALUE_LIMITS = { depth: 60, nodes: 20_000, text: 1_000_000, digits: 2_000 };

export type ForeignKind = 'function' | 'symbol' | 'getter' | 'promise' | 'part' | 'unreadable' | 'cut';

/** What stands in the judge for a value that means nothing outside of the subject. It equals nothing that a contract asks for. */
export class Foreign {
  readonly kind: ForeignKind;
  readonly about: string;
  constructor(kind: ForeignKind, about: string) {
    this.kind = kind;
    this.about = about;
  }
}

/** What `encode` writes, parsed: it travels inside of messages, which are parsed as a whole. */
export type Encoded = string | number | boolean | null | readonly unknown[];

const { getOwnPropertyDescriptor, defineProperty } = Reflect;
const { hasOwn } = Object;

/** Typed arrays by name, with a prototype of null: no other name is in there. */
export const VIEWS = {
  __proto__: null,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
  Float32Array,
  Float64Array,
} as unknown as Record<string, new (length: number) => Record<number, unknown> & { buffer: ArrayBuffer }>;
/** The value of a property that is data; undefined for one that is missing or computed. Asking runs no code of an ordinary object. */
export function dataOf(object: object, name: PropertyKey): unknown {
  const property = getOwnPropertyDescriptor(object, name);
  return property && isData(property) ? property.value : undefined;
}

/** A descriptor inherits from `Object.prototype`, where the submission may have put a `get`. */
export function isData(property: PropertyDescriptor): boolean {
  return hasOwn(property, 'value');
}

/** Defined, not assigned: a key named `__proto__` is data like any other, and no setter is asked. */
export function put(object: object, key: PropertyKey, value: unknown, enumerable = true): void {
  defineProperty(object, key, { __proto__: null, value, writable: true, enumerable, configurable: true } as PropertyDescriptor);
}

/**
 * The objects that hold what is being written or built, innermost first, numbered from the outermost.
 *
 * Only these can be referred to: a circle is kept, and an object that merely stands in two places is written twice. Else
 * fifty lists, each holding the next one twice, would be a short text and a walk without end for whoever compares or prints it.
 */
export interface Above {
  object: object;
  level: number;
  next: Above | undefined;
}

export function inside(object: object, above: Above | undefined): Above {
  return { object, level: above ? above.level + 1 : 0, next: above };
}
