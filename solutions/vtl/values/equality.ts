import type { Effort } from '../effort.ts';
import { LIMITS, tooMuch } from '../limits.ts';
import { JavaDouble } from './double.ts';
import { compareNumbers, isNumber } from './numbers.ts';
import { print } from './print.ts';
import { List, type Value } from './value.ts';

/** `==`: numbers by value, things of one class by `equals`, everything else by its printed form (B-VTL-65). */
export function looselyEqual(left: Value, right: Value, effort: Effort): boolean {
  if (left === null || right === null) return left === right;
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (typeof left === 'string' && typeof right === 'string') {
    if (left.length === right.length) effort.readText(left.length);
    return left === right;
  }
  if (left instanceof List && right instanceof List) return equal(left, right, effort);
  if (left instanceof Map && right instanceof Map) return equal(left, right, effort);
  return print(left, effort) === print(right, effort);
}

/** Java's `equals`: what lists and maps find their items with. 1 and 1.0 are not equal here. */
export function equal(left: Value, right: Value, effort: Effort, depth = 0): boolean {
  if (left === right) return true;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false;
  effort.spend(1);
  if (depth > LIMITS.valueDepth) throw tooMuch('Lists and maps inside each other', LIMITS.valueDepth);
  if (left instanceof JavaDouble) return right instanceof JavaDouble && Object.is(left.value, right.value);
  if (left instanceof List) {
    return (
      right instanceof List &&
      left.items.length === right.items.length &&
      left.items.every((item, index) => equal(item, right.items[index]!, effort, depth + 1))
    );
  }
  if (left instanceof Map) {
    if (!(right instanceof Map) || left.size !== right.size) return false;
    for (const [key, item] of left) {
      if (!right.has(key) || !equal(item, right.get(key)!, effort, depth + 1)) return false;
    }
    return true;
  }
  return false;
}
