/** How the ledger writes prices that fall with volume. Pure. */
import { z } from 'astro/zod';
import type { Tier } from './tier-prices.ts';

/** What the boundaries of tiers count. A tier's value is dollars for one of these. */
export const TIER_COUNTS = ['million requests a month', 'million messages a month', 'GB a month'] as const;

export type TierCount = (typeof TIER_COUNTS)[number];

export const tierSchema = z
  .object({
    upTo: z.number().positive().optional().describe('Where the tier ends, counted from nothing. The last tier has no end.'),
    value: z.number().nonnegative().describe('Dollars for one counted unit inside the tier.'),
  })
  .strict() satisfies z.ZodType<Tier>;

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
