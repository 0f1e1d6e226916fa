import type { Effort } from '../effort.ts';
import { hasMatch } from '../regex/use.ts';
import { decimal } from '../values/double.ts';
import { equal } from '../values/equality.ts';
import { compareNumbers, isNumber } from '../values/numbers.ts';
import { print } from '../values/print.ts';
import { List, type NumberValue, type Value } from '../values/value.ts';
import type { Condition, Operand, Path } from './path.ts';

/** Reads a path of a filter. @returns undefined if nothing is there */
export type ReadPath = (path: Path) => Value | undefined;

/** What an operand stands for. A regular expression is no value. */
type Side = Value | undefined | RegExp;

/** Whether a filter lets an item pass. What is missing is neither more nor less than anything, and equal to nothing. */
export function holds(condition: Condition, read: ReadPath, effort: Effort): boolean {
  effort.spend(1);
  switch (condition.kind) {
    case 'and':
      return condition.conditions.every((one) => holds(one, read, effort));
    case 'or':
      return condition.conditions.some((one) => holds(one, read, effort));
    case 'not':
      return !holds(condition.condition, read, effort);
    case 'exists':
      return read(condition.path) !== undefined;
    case 'compare':
      return compare(sideOf(condition.left, read), condition.operator, sideOf(condition.right, read), effort);
  }
}

function sideOf(operand: Operand, read: ReadPath): Side {
  if (operand.kind === 'pattern') return operand.regex;
  return valueOf(operand, read);
}

export function valueOf(operand: Operand, read: ReadPath): Value | undefined {
  switch (operand.kind) {
    case 'constant':
      return operand.value;
    case 'path':
      return read(operand.path);
    case 'list':
      return new List(operand.items.map((item) => valueOf(item, read) ?? null));
    case 'pattern':
      return undefined;
  }
}

function compare(left: Side, operator: string, right: Side, effort: Effort): boolean {
  if (operator === '=~') {
    const [pattern, value] = right instanceof RegExp ? [right, left] : [left, right];
    return pattern instanceof RegExp && value !== undefined && !(value instanceof RegExp) && matches(value, pattern, effort);
  }
  if (left instanceof RegExp || right instanceof RegExp) return false;
  switch (operator) {
    case '==':
      return isSame(left, right, effort);
    case '!=':
      return !isSame(left, right, effort);
    case '===':
      return isOfOneKind(left, right) && isSame(left, right, effort);
    case '!==':
      return !(isOfOneKind(left, right) && isSame(left, right, effort));
    case '<':
      return order(left, right) < 0;
    case '<=':
      return order(left, right) <= 0;
    case '>':
      return order(left, right) > 0;
    case '>=':
      return order(left, right) >= 0;
    case 'in':
      return isIn(left, right, effort);
    case 'nin':
      return !isIn(left, right, effort);
    case 'contains':
      return typeof left === 'string' && typeof right === 'string' ? left.includes(right) : isIn(right, left, effort);
    case 'subsetof':
      return itemsOf(left)?.every((item) => isIn(item, right, effort)) ?? false;
    case 'anyof':
      return itemsOf(left)?.some((item) => isIn(item, right, effort)) ?? false;
    case 'noneof':
      return !(itemsOf(left)?.some((item) => isIn(item, right, effort)) ?? true);
    case 'size':
      return typeof right === 'number' && sizeOf(left) === right;
    default:
      return typeof right === 'boolean' && sizeOf(left) !== undefined && (sizeOf(left) === 0) === right;
  }
}

/** A number and a text are the same if the text is that number. */
function isSame(left: Value | undefined, right: Value | undefined, effort: Effort): boolean {
  if (left === undefined || right === undefined) return left === right;
  const [first, second] = [asNumber(left), asNumber(right)];
  if (first && second && (isNumber(left) || isNumber(right))) return compareNumbers(first, second) === 0;
  return equal(left, right, effort);
}

function asNumber(value: Value): NumberValue | undefined {
  if (isNumber(value)) return value;
  return typeof value === 'string' && /^-?[0-9]+(?:\.[0-9]+)?$/.test(value) ? decimal(Number(value)) : undefined;
}

function isOfOneKind(left: Value | undefined, right: Value | undefined): boolean {
  return kindOf(left) === kindOf(right);
}

function kindOf(value: Value | undefined): string {
  return value !== undefined && isNumber(value) ? 'number' : value === null ? 'null' : typeof value;
}

/** NaN, which is in no order, for what cannot be compared. */
function order(left: Value | undefined, right: Value | undefined): number {
  if (left !== undefined && right !== undefined && isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (typeof left !== 'string' || typeof right !== 'string') return Number.NaN;
  return left < right ? -1 : left > right ? 1 : 0;
}

function isIn(item: Value | undefined, list: Value | undefined, effort: Effort): boolean {
  const items = itemsOf(list);
  if (!items || item === undefined) return false;
  effort.spend(items.length);
  return items.some((one) => isSame(item, one, effort));
}

function itemsOf(value: Value | undefined): Value[] | undefined {
  return value instanceof List ? value.items : undefined;
}

function sizeOf(value: Value | undefined): number | undefined {
  return typeof value === 'string' ? value.length : itemsOf(value)?.length;
}

function matches(value: Value, pattern: RegExp, effort: Effort): boolean {
  if (value instanceof List) return value.items.some((item) => item !== null && matches(item, pattern, effort));
  return value !== null && !(value instanceof Map) && hasMatch(print(value, effort), pattern, effort);
}
