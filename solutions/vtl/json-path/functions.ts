import type { Effort } from '../effort.ts';
import { failure } from '../template-error.ts';
import { decimal } from '../values/double.ts';
import { isNumber, toNumber } from '../values/numbers.ts';
import { print } from '../values/print.ts';
import { List, type Value } from '../values/value.ts';

type PathFunction = (value: Value, args: Value[], effort: Effort) => Value;

/** What can stand at the end of a path, as `$.prices.sum()` (B-VTL-89). */
export const FUNCTIONS: Record<string, PathFunction> = {
  length: sizeOf,
  size: sizeOf,
  keys: (value) => (value instanceof Map ? new List([...value.keys()], 'view') : null),
  first: (value) => itemOf(value, 0),
  last: (value) => itemOf(value, -1),
  index: (value, [index]) => itemOf(value, typeof index === 'number' ? index : 0),
  min: ofNumbers((numbers) => numbers.reduce((least, number) => Math.min(least, number))),
  max: ofNumbers((numbers) => numbers.reduce((most, number) => Math.max(most, number))),
  sum: ofNumbers(sum),
  avg: ofNumbers((numbers) => sum(numbers) / numbers.length),
  stddev: ofNumbers((numbers) => {
    const mean = sum(numbers) / numbers.length;
    return Math.sqrt(sum(numbers.map((number) => (number - mean) ** 2)) / numbers.length);
  }),
  append: (value, args, effort) => {
    if (!(value instanceof List)) return value;
    effort.makeList(value.items.length + args.length);
    return new List([...value.items, ...args], 'json');
  },
  concat: (value, args, effort) => {
    const texts = [...(value instanceof List ? value.items.filter((item) => typeof item === 'string') : []), ...args];
    return texts.reduce<string>((text, item) => {
      const longer = text + (item === null ? '' : print(item, effort));
      effort.makeText(longer.length, text.length);
      return longer;
    }, '');
  },
};

function sizeOf(value: Value): Value {
  if (value instanceof List) return value.items.length;
  return value instanceof Map ? value.size : null;
}

function itemOf(value: Value, index: number): Value {
  if (!(value instanceof List)) return null;
  const item = value.items.at(index);
  if (item === undefined) throw failure(`There is no item ${index} in a list of ${value.items.length}.`);
  return item;
}

/** Over the numbers among the items of a list and among the arguments. With none there is nothing to calculate, and Jayway's library fails. */
function ofNumbers(calculate: (numbers: number[]) => number): PathFunction {
  return (value, args, effort) => {
    const items = value instanceof List ? value.items : [];
    effort.spend(items.length);
    const numbers = [...items, ...args].filter(isNumber).map(toNumber);
    if (numbers.length === 0) throw failure('There is no number in the list that the path calculates with.');
    return decimal(calculate(numbers));
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
