/** Prices that fall with volume. Pure. */
import { z } from 'astro/zod';

/** What the boundaries of tiers count. A tier's value is dollars for one of these. */
export const TIER_COUNTS = ['million requests a month', 'million messages a month', 'GB a month'] as const;

export type TierCount = (typeof TIER_COUNTS)[number];

export const tierSchema = z
  .object({
    upTo: z.number().positive().optional().describe('Where the tier ends, counted from nothing. The last tier has no end.'),
    value: z.number().nonnegative().describe('Dollars for one counted unit inside the tier.'),
  })
  .strict();

export type Tier = z.infer<typeof tierSchema>;

/** Something in a list of tiers that cannot be right, and where. */
export interface TierProblem {
  path: PropertyKey[];
  message: string;
}

/** What is wrong with the order of `tiers`, whose first price must be `value`. */
export function tierProblems(tiers: readonly Tier[], value: unknown): TierProblem[] {
  const problems: TierProblem[] = [];
  const refuse = (path: PropertyKey[], message: string) => problems.push({ path, message });
  if (tiers.length < 2) refuse([], 'must be at least two: one price for every amount needs no tiers');
  if (tiers[0] && tiers[0].value !== value) refuse([0, 'value'], `must be the fact’s own value, ${String(value)}, not ${tiers[0].value}`);
  let end = 0;
  tiers.forEach(({ upTo }, index) => {
    const isLast = index === tiers.length - 1;
    if (isLast && upTo !== undefined) refuse([index, 'upTo'], 'must be left out: the last tier has no end');
    if (isLast) return;
    if (upTo === undefined) refuse([index], 'needs `upTo`: only the last tier has no end');
    else if (upTo <= end) refuse([index, 'upTo'], `must be more than ${end}, where the tier before it ends`);
    end = Math.max(end, upTo ?? end);
  });
  return problems;
}

/** What one tier adds to a price. */
export interface TierShare {
  /** How much of the amount falls into the tier. */
  amount: number;
  /** Dollars for one. */
  value: number;
  /** Dollars for all of it. */
  price: number;
}

/**
 * How `amount` spreads over `tiers`, and what each share costs. Tiers that the amount does not reach are left out.
 * @param tiers in order, as the ledger's schema demands
 * @param amount in what the tiers count, such as million requests a month; 0 or more
 * @throws RangeError when the amount is negative or not finite.
 */
export function sharesOf(tiers: readonly Tier[], amount: number): TierShare[] {
  if (!Number.isFinite(amount) || amount < 0) throw new RangeError(`an amount is 0 or more and finite, not ${amount}`);
  let start = 0;
  return tiers.flatMap(({ upTo = Infinity, value }) => {
    const share = Math.min(amount, upTo) - start;
    start = upTo;
    return share > 0 ? [{ amount: share, value, price: share * value }] : [];
  });
}

/**
 * What `amount` costs in dollars, each part at the price of the tier that it falls into.
 * @param tiers in order, as the ledger's schema demands
 * @param amount in what the tiers count, such as million requests a month; 0 or more
 * @throws RangeError when the amount is negative or not finite.
 */
export function priceOf(tiers: readonly Tier[], amount: number): number {
  const price = sharesOf(tiers, amount).reduce((sum, share) => sum + share.price, 0);
  // 0.1 + 0.2 is 0.3 to a reader.
  return Number(price.toPrecision(12));
}
