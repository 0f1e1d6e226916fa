import type { Effort } from '../effort.ts';
import { failure } from '../template-error.ts';
import { decimal, JavaDouble } from '../values/double.ts';
import { equal } from '../values/equality.ts';
import { hashCode } from '../values/hash.ts';
import { compareNumbers, toNumber } from '../values/numbers.ts';
import { print } from '../values/print.ts';
import type { NumberValue, Value } from '../values/value.ts';
import { invoke, methods, takes, type Methods } from './overloads.ts';

const OF_ALL = methods<NumberValue>({
  intValue: takes([], (number) => (number instanceof JavaDouble ? saturated(number.value) : Number(BigInt.asIntN(32, BigInt(number))))),
  longValue: takes([], (number) => (number instanceof JavaDouble ? BigInt(saturated(number.value)) : BigInt(number))),
  doubleValue: takes([], (number) => decimal(toNumber(number))),
  toString: takes([], (number: NumberValue, _args, effort) => print(number, effort)),
  hashCode: takes([], (number, _args, effort) => hashCode(number, effort)),
  equals: takes(['any'], (number, [other], effort) => equal(number, other, effort)),
  compareTo: takes(['number'], (number, [other]) => compareNumbers(number, other)),
});

/** Java's static methods can be called on any integer, and so a text becomes a number (B-VTL-74). */
const OF_INTEGERS: Methods<NumberValue> = new Map([
  ...OF_ALL,
  ...methods<NumberValue>({
    parseInt: takes(['text'], (_number, [text]) => parseInteger(text)),
    valueOf: takes(['text'], (_number, [text]) => parseInteger(text)),
    max: takes(['int', 'int'], (_number, [first, second]) => Math.max(first, second)),
    min: takes(['int', 'int'], (_number, [first, second]) => Math.min(first, second)),
    toHexString: takes(['int'], (_number, [value]) => (value >>> 0).toString(16)),
    toBinaryString: takes(['int'], (_number, [value]) => (value >>> 0).toString(2)),
  }),
]);

const OF_LONGS: Methods<NumberValue> = new Map([
  ...OF_ALL,
  ...methods<NumberValue>({
    parseLong: takes(['text'], (_number, [text]) => parseLong(text)),
    valueOf: takes(['text'], (_number, [text]) => parseLong(text)),
  }),
]);

const OF_DOUBLES: Methods<NumberValue> = new Map([
  ...OF_ALL,
  ...methods<NumberValue>({
    parseDouble: takes(['text'], (_number, [text]) => parseDouble(text)),
    valueOf: takes(['text'], (_number, [text]) => parseDouble(text)),
    isNaN: takes([], (number) => Number.isNaN(toNumber(number))),
    isInfinite: takes([], (number) => Math.abs(toNumber(number)) === Infinity),
  }),
]);

const OF_FLAGS = methods<boolean>({
  booleanValue: takes([], (flag) => flag),
  parseBoolean: takes(['text'], (_flag, [text]) => text.toLowerCase() === 'true'),
  toString: takes([], String),
  equals: takes(['any'], (flag, [other]) => flag === other),
});

export function callOnNumber(number: NumberValue, name: string, args: Value[], effort: Effort): Value | undefined {
  const known = typeof number === 'number' ? OF_INTEGERS : typeof number === 'bigint' ? OF_LONGS : OF_DOUBLES;
  return invoke(known, number, name, args, effort);
}

export function callOnFlag(flag: boolean, name: string, args: Value[], effort: Effort): Value | undefined {
  return invoke(OF_FLAGS, flag, name, args, effort);
}

/** A Double too large for an Integer becomes the largest one. */
function saturated(value: number): number {
  return Number.isNaN(value) ? 0 : Math.trunc(Math.min(Math.max(value, -2_147_483_648), 2_147_483_647)) + 0;
}

function parseLong(text: string): bigint {
  if (!/^[+-]?[0-9]{1,40}$/.test(text)) throw notANumber(text);
  const value = BigInt(text.replace('+', ''));
  if (BigInt.asIntN(64, value) !== value) throw notANumber(text);
  return value;
}

function parseInteger(text: string): number {
  const value = parseLong(text);
  if (BigInt.asIntN(32, value) !== value) throw notANumber(text);
  return Number(value);
}

function parseDouble(text: string): JavaDouble {
  const written = text.trim();
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?$/.test(written)) throw notANumber(text);
  return decimal(Number(written.replace(/[fFdD]$/, '')));
}

function notANumber(text: string): Error {
  return failure(`${JSON.stringify(text.slice(0, 40))} is no number of this type.`);
}
