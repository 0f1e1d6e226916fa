import { LIMITS, tooMuch } from '../limits.ts';
import type { Arithmetic } from '../syntax/tree.ts';
import { decimal, JavaDouble } from './double.ts';
import type { NumberValue, Value } from './value.ts';

export function isNumber(value: Value): value is NumberValue {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof JavaDouble;
}

export function toNumber(value: NumberValue): number {
  return value instanceof JavaDouble ? value.value : Number(value);
}

/** Integer if it fits, else Long or BigInteger, which are one to a template. */
export function whole(value: bigint | number): number | bigint {
  return fits(value) ? Number(value) : BigInt(value);
}

function fits(value: bigint | number): boolean {
  return value >= -2_147_483_648 && value <= 2_147_483_647;
}

/** Across Integer, Long and Double. @returns negative, 0 or positive, as `first` is less than, equal to or more than `second` */
export function compareNumbers(first: NumberValue, second: NumberValue): number {
  const left = first instanceof JavaDouble ? first.value : first;
  const right = second instanceof JavaDouble ? second.value : second;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Whole numbers give whole numbers, as large as it takes; one Double makes the result a Double (B-VTL-61, B-VTL-62).
 *
 * @returns null for a division by zero
 */
export function calculate(operator: Arithmetic, left: NumberValue, right: NumberValue): NumberValue | null {
  if ((operator === '/' || operator === '%') && toNumber(right) === 0) return null;
  if (left instanceof JavaDouble || right instanceof JavaDouble) return decimal(ofDoubles(operator, toNumber(left), toNumber(right)));
  if (typeof left === 'number' && typeof right === 'number') {
    const result = ofDoubles(operator, left, right);
    const truncated = operator === '/' ? Math.trunc(result) : result;
    return fits(truncated) ? truncated | 0 : ofBigInts(operator, BigInt(left), BigInt(right));
  }
  const result = ofBigInts(operator, BigInt(left), BigInt(right));
  if (BigInt.asIntN(LIMITS.integerBits, result) !== result) throw tooMuch('Bits of an integer', LIMITS.integerBits);
  return result;
}

function ofDoubles(operator: Arithmetic, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function ofBigInts(operator: Arithmetic, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}
