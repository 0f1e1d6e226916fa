/** Writes a value as text, by hand: `JSON.stringify` on an object would ask it for `toJSON`. */
import { dataOf, inside, isData, put, VALUE_LIMITS, VIEWS, type Above } from './values.ts';

const { apply, getPrototypeOf, ownKeys, getOwnPropertyDescriptor } = Reflect;
const { stringify } = JSON;
const { isArray } = Array;
const { is, prototype: plain } = Object;
const [ErrorOf, BigIntOf, Bytes] = [Error, BigInt, Uint8Array];
const TypedArray = getPrototypeOf(Bytes) as typeof Bytes;
const { forEach: mapEach } = Map.prototype;
const { forEach: setEach } = Set.prototype;
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
  const keys = inheritsMethods(prototype) ? undefined : writeKeys(writing, object, here, 'unless methods');
  if (keys === undefined) return `["?","part",${stringify(classOf(prototype))}]`;
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
  return `["E",${texts},${writeKeys(writing, error, here, 'all')}]`;
}

function writeArray(writing: Writing, array: unknown[], here: Above): string {
  return `["A",${writeItems(writing, array, array.length, here)}]`;
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

/** Undefined for an object that does things, like the bucket that `createBucket` returns: it stays where it is. */
function writeKeys(writing: Writing, object: object, here: Above, which: 'all' | 'unless methods'): string | undefined {
  const keys = ownKeys(object);
  let entries = '';
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const property = getOwnPropertyDescriptor(object, key);
    if (which !== 'all' && key !== 'constructor' && property && isData(property) && typeof property.value === 'function') return undefined;
    if (typeof key === 'symbol' || !property?.enumerable) continue;
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

/** Whether a class gives an object methods. */
function inheritsMethods(prototype: object | null): boolean {
  for (let holder = prototype, steps = 0; holder && holder !== plain && steps < 20; holder = getPrototypeOf(holder), steps++) {
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
