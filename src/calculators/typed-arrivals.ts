/** Amounts that a reader typed one after another: `15,000, 8,000`, `15k; 8k`, `1500,1500`. */
import { typedAmount } from './typed-amount.ts';

/** Nobody types more for a few seconds. */
const LONGEST = 200;

/** A comma with three figures behind it stands inside a number, unless a space follows it. */
const GROUPED = /^\d{1,3}(,\d{3})+$/;

/** Undefined if anything in it is no amount. */
export function typedArrivals(text: string): number[] | undefined {
  if (text.length > LONGEST) return undefined;
  const amounts = text
    .trim()
    .split(/\s*;\s*|\s*\n\s*|,\s+/)
    .flatMap((part) => (/^[\d,]+$/.test(part) && !GROUPED.test(part) ? part.split(',') : part))
    .map(typedAmount);
  return amounts.every((amount) => amount !== undefined) ? amounts : undefined;
}
