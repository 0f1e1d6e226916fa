import type { Effort } from '../effort.ts';
import { LIMITS, tooMuch } from '../limits.ts';
import { JavaDouble } from './double.ts';
import { List, type Value } from './value.ts';

/** Java's `hashCode`: always the same for the same data. */
export function hashCode(value: Value, effort: Effort, depth = 0): number {
  effort.spend(1);
  if (depth > LIMITS.valueDepth) throw tooMuch('Lists and maps inside each other', LIMITS.valueDepth);
  if (typeof value === 'string') return hashOfText(value, effort);
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return fold(value);
  if (value instanceof JavaDouble) return fold(bitsOf(value.value));
  if (value instanceof List)
    return value.items.reduce<number>((hash, item) => (Math.imul(31, hash) + hashCode(item, effort, depth + 1)) | 0, 1);
  if (!(value instanceof Map)) return 0;
  let hash = 0;
  for (const [key, item] of value) hash = (hash + (hashCode(key, effort, depth + 1) ^ hashCode(item, effort, depth + 1))) | 0;
  return hash;
}

function hashOfText(text: string, effort: Effort): number {
  effort.readText(text.length);
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

/** As Long: the upper half of the bits over the lower one. */
function fold(bits: bigint): number {
  return Number(BigInt.asIntN(32, bits ^ (BigInt.asUintN(64, bits) >> 32n)));
}

function bitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigInt64(0);
}
