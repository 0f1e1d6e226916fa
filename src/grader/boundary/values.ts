/**
 * Values as text, for the line between judge and subject. This module runs on both sides.
 *
 * Whatever is not a plain JSON scalar becomes an array that begins with a tag, so no key of a submission can be taken for one of
 * ours. The text is put together by hand, because `JSON.stringify` on an object would ask it for `toJSON`. An object is read
 * once, by its own property descriptors: a getter is named and not run, and what a proxy says is taken down as it is said.
 *
 * In the subject this module is loaded before the submission and works only with what it took then: a submission that
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

const { apply, getPrototypeOf, ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
const SyntaxErrorOf = SyntaxError;
const { stringify } = JSON;
const { isArray } = Array;
const { is, create, hasOwn, setPrototypeOf, prototype: plain } = Object;
const [MapOf, SetOf, DateOf, RegExpOf, ErrorOf, BigIntOf, Bytes] = [Map, Set, Date, RegExp, Error, BigInt, Uint8Array];
const TypedArray = getPrototypeOf(Bytes) as typeof Bytes;
/** Typed arrays by name, with a prototype of null: no other name is in there. */
const VIEWS = {
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
const { set: mapSet, forEach: mapEach } = Map.prototype;
const { forEach: setEach, add: setAdd } = Set.prototype;
const { getTime } = Date.prototype;
const { then } = Promise.prototype;
const { slice } = String.prototype;
const ownStack = getOwnPropertyDescriptor(new Error('a sample'), 'stack')?.get;
const symbolDescription = getterOf(Symbol.prototype, 'description');
const mapSize = getterOf(Map.prototype, 'size');
const setSize = getterOf(Set.prototype, 'size');
const regExpSource = getterOf(RegExp.prototype, 'source');
const regExpFlags = getterOf(RegExp.prototype, 'flags');
const typedArrayName = getterOf(TypedArray.prototype, Symbol.toStringTag);
const typedArrayLength = getterOf(TypedArray.prototype, 'length');
const bufferLength = getterOf(ArrayBuffer.prototype, 'byteLength');

function getterOf(prototype: object, name: PropertyKey): (value: unknown) => unknown {
  const { get } = getOwnPropertyDescriptor(prototype, name)!;
  return (value) => apply(get!, value, []);
}

/** The value of a property that is data; undefined for one that is missing or computed. Asking runs no code of an ordinary object. */
function dataOf(object: object, name: PropertyKey): unknown {
  const property = getOwnPropertyDescriptor(object, name);
  return property && isData(property) ? property.value : undefined;
}

/** A descriptor inherits from `Object.prototype`, where the submission may have put a `get`. */
function isData(property: PropertyDescriptor): boolean {
  return hasOwn(property, 'value');
}

/** Whether a method that only works on its own kind accepts the value: no prototype and no tag can fool it. */
function accepts(read: () => unknown): boolean {
  try {
    return read() !== undefined;
  } catch {
    return false;
  }
}

const LARGEST = BigIntOf(10) ** BigIntOf(VALUE_LIMITS.digits);

const ignore = () => {};

/** `then` refuses everything that is not a promise made by the engine: a look-alike is a plain object and is not waited for. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return (
    typeof value === 'object' && value !== null && getPrototypeOf(value) !== plain && accepts(() => apply(then, value, [ignore, ignore]))
  );
}

/** Gives a function of the judge the number under which the subject may call it. */
export type NumberOf = (callback: (...args: never[]) => unknown) => number;

/** What is known while one value is written. */
interface Writing {
  numberOf: NumberOf | undefined;
  nodes: number;
  text: number;
}

/**
 * The objects that hold what is being written or built, innermost first, numbered from the outermost.
 *
 * Only these can be referred to: a circle is kept, and an object that merely stands in two places is written twice. Else
 * fifty lists, each holding the next one twice, would be a short text and a walk without end for whoever compares or prints it.
 */
interface Above {
  object: object;
  level: number;
  next: Above | undefined;
}

function inside(object: object, above: Above | undefined): Above {
  return { object, level: above ? above.level + 1 : 0, next: above };
}

/** The value as JSON. */
export function encode(value: unknown, numberOf?: NumberOf): string {
  try {
    return write({ numberOf, nodes: 0, text: 0 }, value, undefined);
  } catch {
    // A proxy that throws when it is read, or the stack running out under a value made for that.
    return '["?","unreadable","a value that throws when it is read"]';
  }
}

function write(writing: Writing, item: unknown, above: Above | undefined): string {
  writing.nodes++;
  switch (typeof item) {
    case 'string':
      writing.text += item.length;
      return writing.text > VALUE_LIMITS.text ? cut('more text than a result may hold') : stringify(item);
    case 'number':
      return item - item === 0 && !is(item, -0) ? `${item}` : `["n","${is(item, -0) ? '-0' : item}"]`;
    case 'boolean':
      return item ? 'true' : 'false';
    case 'undefined':
      return '["u"]';
    case 'bigint':
      return writeBigInt(writing, item);
    case 'symbol':
      return `["?","symbol",${stringify(symbolDescription(item) ?? '')}]`;
    case 'function':
      return writing.numberOf
        ? `["f",${writing.numberOf(item as (...args: never[]) => unknown)}]`
        : `["?","function",${stringify(nameOf(item))}]`;
    case 'object':
      return item === null ? 'null' : writeObject(writing, item, above);
  }
}

function writeBigInt(writing: Writing, item: bigint): string {
  if (item >= LARGEST || item <= -LARGEST) return cut('a larger number than a result may hold');
  const digits = `${item}`;
  writing.text += digits.length;
  return writing.text > VALUE_LIMITS.text ? cut('more text than a result may hold') : `["b","${digits}"]`;
}

function writeObject(writing: Writing, object: object, above: Above | undefined): string {
  for (let holder = above; holder; holder = holder.next) if (holder.object === object) return `["=",${holder.level}]`;
  if (writing.nodes > VALUE_LIMITS.nodes) return cut('more values than a result may hold');
  const here = inside(object, above);
  if (here.level > VALUE_LIMITS.depth) return cut('more levels than a result may have');

  const prototype = getPrototypeOf(object);
  if (isArray(object)) return writeArray(writing, object, here);
  // Most results are plain, and a plain object has no inside that a check would have to look for.
  if (prototype !== plain && prototype !== null) {
    const special = writeSpecial(writing, object, here);
    if (special !== undefined) return special;
  }
  if (hasMethods(object)) return `["?","part",${stringify(classOf(prototype))}]`;
  const keys = writeKeys(writing, object, here);
  if (prototype === plain) return `["O",${keys}]`;
  return prototype === null ? `["0",${keys}]` : `["I",${stringify(classOf(prototype))},${keys}]`;
}

/** Objects that the engine knows by what is inside of them, whatever their prototype says. */
function writeSpecial(writing: Writing, object: object, here: Above): string | undefined {
  if (accepts(() => mapSize(object))) {
    const entries: unknown[] = [];
    apply(mapEach, object, [(item: unknown, key: unknown) => (put(entries, entries.length, key), put(entries, entries.length, item))]);
    chargeForMembers(writing, entries.length / 2);
    return `["M",${writeItems(writing, entries, entries.length, here)}]`;
  }
  if (accepts(() => setSize(object))) {
    const members: unknown[] = [];
    apply(setEach, object, [(item: unknown) => put(members, members.length, item)]);
    chargeForMembers(writing, members.length);
    return `["S",${writeItems(writing, members, members.length, here)}]`;
  }
  if (accepts(() => apply(getTime, object, []))) return `["D",${write(writing, apply(getTime, object, []), here)}]`;
  if (isPromise(object)) return '["?","promise","a promise inside a result"]';
  const view = typedArrayName(object);
  if (typeof view === 'string') {
    if (!VIEWS[view]) return `["?","unreadable",${stringify(`a ${view}`)}]`;
    return `["T",${stringify(view)},${writeItems(writing, object, typedArrayLength(object) as number, here)}]`;
  }
  if (accepts(() => bufferLength(object))) {
    const bytes = new Bytes(object as ArrayBuffer);
    return `["T","ArrayBuffer",${writeItems(writing, bytes, typedArrayLength(bytes) as number, here)}]`;
  }
  if (isError(object)) return writeError(writing, object, here);
  if (accepts(() => regExpSource(object))) return `["R",${stringify(`${regExpSource(object)}`)},${stringify(`${regExpFlags(object)}`)}]`;
  return undefined;
}

/** Members have no order, so comparing two sets may compare each with each. Twenty comparisons count as one value. */
function chargeForMembers(writing: Writing, count: number): void {
  writing.nodes += (count * count) / 20;
}

function writeError(writing: Writing, error: Error, here: Above): string {
  const message = dataOf(error, 'message');
  // The judge's own stack would name the suite to the subject.
  const stack = writing.numberOf ? '' : stackOf(error);
  const texts = `${write(writing, nameOfError(error), here)},${write(writing, typeof message === 'string' ? message : '', here)},${write(writing, stack, here)}`;
  return `["E",${texts},${writeKeys(writing, error, here)}]`;
}

function writeArray(writing: Writing, array: unknown[], here: Above): string {
  return `["A",${writeItems(writing, array, dataOf(array, 'length') as number, here)}]`;
}

function writeItems(writing: Writing, list: object, length: number, here: Above): string {
  let items = '';
  for (let i = 0; i < length; i++) {
    if (writing.nodes > VALUE_LIMITS.nodes) return `[${items}${i > 0 ? ',' : ''}${cut('more values than a result may hold')}]`;
    const property = getOwnPropertyDescriptor(list, i);
    items += `${i > 0 ? ',' : ''}${property ? writeProperty(writing, property, here) : '["_"]'}`;
    if (!property) writing.nodes++;
  }
  return `[${items}]`;
}

function writeKeys(writing: Writing, object: object, here: Above): string {
  const keys = ownKeys(object);
  let entries = '';
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (typeof key === 'symbol') continue;
    const property = getOwnPropertyDescriptor(object, key);
    if (!property?.enumerable) continue;
    writing.text += key.length;
    const full = writing.nodes > VALUE_LIMITS.nodes || writing.text > VALUE_LIMITS.text;
    const value = full ? cut('more values than a result may hold') : writeProperty(writing, property, here);
    entries += `${entries === '' ? '' : ','}${stringify(full ? '…' : key)}:${value}`;
    if (full) break;
  }
  return `{${entries}}`;
}

function writeProperty(writing: Writing, property: PropertyDescriptor, here: Above): string {
  return isData(property) ? write(writing, property.value, here) : '["?","getter","a getter"]';
}

function cut(why: string): string {
  return `["?","cut",${stringify(why)}]`;
}

function isError(object: object): object is Error {
  return (ErrorOf as unknown as { isError(value: unknown): boolean }).isError(object);
}

function nameOf(item: object): string {
  const name = dataOf(item, 'name');
  return typeof name === 'string' ? name : '';
}

function nameOfError(error: object): unknown {
  for (let holder: object | null = error, steps = 0; holder && steps < 20; holder = getPrototypeOf(holder), steps++) {
    const name = dataOf(holder, 'name');
    if (typeof name === 'string') return name;
  }
  return 'Error';
}

function classOf(prototype: object | null): string {
  const maker = prototype && dataOf(prototype, 'constructor');
  return typeof maker === 'function' ? nameOf(maker) : '';
}

/** An object that does things, like the bucket that `createBucket` returns: it stays where it is. */
function hasMethods(object: object): boolean {
  for (let holder: object | null = object, steps = 0; holder && holder !== plain && steps < 20; holder = getPrototypeOf(holder), steps++) {
    const keys = ownKeys(holder);
    for (let i = 0; i < keys.length && i < 1000; i++) {
      if (keys[i] !== 'constructor' && typeof dataOf(holder, keys[i]!) === 'function') return true;
    }
  }
  return false;
}

/** Where an error came from. `stack` is a getter of the error's own in some engines, and data in others. */
function stackOf(error: Error): string {
  const stack = ownStack ? apply(ownStack, error, []) : dataOf(error, 'stack');
  return typeof stack === 'string' ? apply(slice, stack, [0, 2000]) : '';
}

/** What `encode` writes, parsed: it travels inside of messages, which are parsed as a whole. */
export type Encoded = string | number | boolean | null | readonly unknown[];

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
  const filledItems = (list: unknown[], holder: object = list) => fillItems(callbackOf, list, inside(holder, above));
  const filledKeys = (object: object, holder: object = object) => fillKeys(callbackOf, object, inside(holder, above));
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
      return filledItems(parts[1] as unknown[]);
    case 'O':
      return filledKeys(parts[1] as object);
    case '0':
      return filledKeys(setPrototypeOf(parts[1] as object, null));
    case 'I':
      return filledKeys(setPrototypeOf(parts[2] as object, classNamed(parts[1] as string)));
    case 'M': {
      const map = new MapOf<unknown, unknown>();
      const entries = filledItems(parts[1] as unknown[], map);
      for (let i = 0; i < entries.length; i += 2) apply(mapSet, map, [entries[i], entries[i + 1]]);
      return map;
    }
    case 'S': {
      const members = new SetOf<unknown>();
      const items = filledItems(parts[1] as unknown[], members);
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
      const items = filledItems(parts[2] as unknown[]);
      const view = new View(items.length) as Record<number, unknown> & { buffer: ArrayBuffer };
      for (let i = 0; i < items.length; i++) view[i] = items[i];
      return isBuffer ? view.buffer : view;
    }
    case 'E': {
      const error = new ErrorOf(textOf(parts[2]));
      const own = filledKeys(parts[4] as object, error) as Record<string, unknown>;
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

/** Defined, not assigned: a key named `__proto__` is data like any other, and no setter is asked. */
function put(object: object, key: PropertyKey, value: unknown, enumerable = true): void {
  defineProperty(object, key, { __proto__: null, value, writable: true, enumerable, configurable: true } as PropertyDescriptor);
}

/** The prototype of a class of that name and of no other: equal to plain data only where types do not count. */
function classNamed(name: string): object {
  return create(plain, { constructor: { __proto__: null, value: { name } } as PropertyDescriptor }) as object;
}
