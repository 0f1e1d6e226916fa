/** What the operators between two values give. Null stands for what cannot be calculated. */
import type { Effort } from '../effort.ts';
import type { Arithmetic, Comparison } from '../syntax/tree.ts';
import { looselyEqual } from './equality.ts';
import { calculate, compareNumbers, isNumber, toNumber } from './numbers.ts';
import { print } from './print.ts';
import { List, type Value } from './value.ts';

/** Order is for numbers: with anything else on a side the answer is no (B-VTL-65). */
export function compareValues(left: Value, operator: Comparison, right: Value, effort: Effort): boolean {
  if (operator === '==') return looselyEqual(left, right, effort);
  if (operator === '!=') return !looselyEqual(left, right, effort);
  if (!isNumber(left) || !isNumber(right)) return false;
  const order = compareNumbers(left, right);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** A text on a side makes `+` a concatenation (B-VTL-63). */
export function combine(left: Value, operator: Arithmetic, right: Value, effort: Effort): Value {
  if (isNumber(left) && isNumber(right)) return calculate(operator, left, right);
  if (operator !== '+' || (typeof left !== 'string' && typeof right !== 'string')) return null;
  const text = (left === null ? '' : print(left, effort)) + (right === null ? '' : print(right, effort));
  effort.makeText(text.length);
  return text;
}

/** Both ends belong to it, and it runs down if the second is the smaller one (B-VTL-68). */
export function rangeOf(from: Value, to: Value, effort: Effort): Value {
  if (!isNumber(from) || !isNumber(to)) return null;
  const first = toNumber(from) | 0;
  const last = toNumber(to) | 0;
  const step = first <= last ? 1 : -1;
  const length = Math.abs(last - first) + 1;
  effort.makeList(length);
  return new List(Array.from({ length }, (_, index) => first + index * step));
}
