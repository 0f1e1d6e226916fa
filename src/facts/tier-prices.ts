/** What an amount costs by prices that fall with volume. Pure, and light enough for a page: no schema. */

export interface Tier {
  /** Where the tier ends, counted from nothing. The last tier has no end. */
  upTo?: number | undefined;
  /** Dollars for one counted unit inside the tier. */
  value: number;
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
