/** Sums of money and large amounts, as people say them. */

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
const cents = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const partsOfCents = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumSignificantDigits: 3 });

/** A sum: `$105.00`. What is less than a cent keeps its figures: `$0.000115`. */
export function dollars(sum: number): string {
  return sum !== 0 && Math.abs(sum) < 0.01 ? partsOfCents.format(sum) : cents.format(sum);
}

/** `100,000`, `30 million`, `262.8 billion`. */
export function amount(count: number): string {
  if (count >= 1e9) return `${plain.format(count / 1e9)} billion`;
  if (count >= 1e6) return `${plain.format(count / 1e6)} million`;
  return plain.format(count);
}

/** Fewer decimals the larger it is: `0.0012`, `3.51`, `38.1`, `114`. */
export function rounded(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 0.01 ? 4 : digits });
}
