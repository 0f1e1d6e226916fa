/** Reads the text that `encode` wrote. */
import { dataOf, Foreign, inside, put, VALUE_LIMITS, VIEWS, type Above, type Encoded, type ForeignKind } from './values.ts';

const { apply, ownKeys } = Reflect;
const SyntaxErrorOf = SyntaxError;
const { create, setPrototypeOf, prototype: plain } = Object;
const [MapOf, SetOf, DateOf, RegExpOf, ErrorOf, BigIntOf, Bytes] = [Map, Set, Date, RegExp, Error, BigInt, Uint8Array];
const { set: mapSet } = Map.prototype;
const { add: setAdd } = Set.prototype;

type CallbackOf = (number: number) => unknown;

/**
 * The value that was encoded; what was parsed is used up for it. What comes out has data only: no getter, no method, nothing that
 * could answer an assertion by itself.
 *
 * @param callbackOf - in the subject: what stands there for a function of the judge
 * @throws SyntaxError if it is nothing that `encode` writes
 */
export function decode(encoded: Encoded, callbackOf?: CallbackOf): unknown {
  return build(callbackOf, encoded, undefined);
}

function build(callbackOf: CallbackOf | undefined, node: unknown, above: Above | undefined): unknown {
  if (typeof node !== 'object' || node === null) return node;
  // Deeper than `encode` goes: somebody else wrote this, and whoever walks it later would run out of stack.
  if (above && above.level > VALUE_LIMITS.depth + 2) throw notOurs();
  const parts = node as unknown[];
  switch (parts[0]) {
    case 'u':
      return undefined;
    case 'n':
      return +(parts[1] as string);
    case 'b':
      return BigIntOf(parts[1] as string);
    case '=':
      for (let holder = above; holder; holder = holder.next) if (holder.level === parts[1]) return holder.object;
      throw notOurs();
    case '?':
      return new Foreign(parts[1] as ForeignKind, `${parts[2]}`);
    case 'f':
      return callbackOf ? callbackOf(parts[1] as number) : new Foreign('function', '');
    case 'A':
      return fillItems(callbackOf, parts[1] as unknown[], inside(parts[1] as object, above));
    case 'O':
      return fillKeys(callbackOf, parts[1] as object, inside(parts[1] as object, above));
    case '0':
      return fillKeys(callbackOf, setPrototypeOf(parts[1] as object, null), inside(parts[1] as object, above));
    case 'I':
      return fillKeys(callbackOf, setPrototypeOf(parts[2] as object, classNamed(parts[1] as string)), inside(parts[2] as object, above));
    case 'M': {
      const map = new MapOf<unknown, unknown>();
      const entries = fillItems(callbackOf, parts[1] as unknown[], inside(map, above));
      for (let i = 0; i < entries.length; i += 2) apply(mapSet, map, [entries[i], entries[i + 1]]);
      return map;
    }
    case 'S': {
      const members = new SetOf<unknown>();
      const items = fillItems(callbackOf, parts[1] as unknown[], inside(members, above));
      for (let i = 0; i < items.length; i++) apply(setAdd, members, [items[i]]);
      return members;
    }
    case 'D':
      return new DateOf(build(callbackOf, parts[1], above) as number);
    case 'R':
      return new RegExpOf(parts[1] as string, parts[2] as string);
    case 'T': {
      const isBuffer = parts[1] === 'ArrayBuffer';
      const View = isBuffer ? Bytes : VIEWS[parts[1] as string];
      if (!View) throw notOurs();
      const items = fillItems(callbackOf, parts[2] as unknown[], inside(parts[2] as object, above));
      const view = new View(items.length) as Record<number, unknown> & { buffer: ArrayBuffer };
      for (let i = 0; i < items.length; i++) view[i] = items[i];
      return isBuffer ? view.buffer : view;
    }
    case 'E': {
      const error = new ErrorOf(textOf(parts[2]));
      const own = fillKeys(callbackOf, parts[4] as object, inside(error, above)) as Record<string, unknown>;
      const keys = ownKeys(own) as string[];
      for (let i = 0; i < keys.length; i++) put(error, keys[i]!, own[keys[i]!]);
      put(error, 'name', textOf(parts[1]), false);
      put(error, 'stack', textOf(parts[3]), false);
      return error;
    }
    default:
      throw notOurs();
  }
}

function notOurs(): SyntaxError {
  return new SyntaxErrorOf('not a value of the boundary');
}

/** A text, or what says that it was cut short. */
function textOf(part: unknown): string {
  return typeof part === 'string' ? part : '…';
}

/** In place: each index is there already, so assigning to it meets no setter that somebody put on a prototype. */
function fillItems(callbackOf: CallbackOf | undefined, items: unknown[], above: Above): unknown[] {
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item !== 'object' || item === null) continue;
    if ((item as unknown[])[0] === '_') delete items[i];
    else items[i] = build(callbackOf, item, above);
  }
  return items;
}

function fillKeys(callbackOf: CallbackOf | undefined, object: object, above: Above): object {
  const keys = ownKeys(object) as string[];
  for (let i = 0; i < keys.length; i++) {
    const item = dataOf(object, keys[i]!);
    if (typeof item === 'object' && item !== null) put(object, keys[i]!, build(callbackOf, item, above));
  }
  return object;
}

/** The prototype of a class of that name and of no other: equal to plain data only where types do not count. */
function classNamed(name: string): object {
  return create(plain, { constructor: { __proto__: null, value: { name } } as PropertyDescriptor }) as object;
}
