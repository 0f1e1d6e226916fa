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

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time in its two largest units: `0.5 s`, `40 s`, `3 min 20 s`, `13 h 53 min`, `4 d 15 h`. `round` settles what is smaller. */
export function duration(seconds: number, round: (value: number) => number = Math.round): string {
  if (seconds < MINUTE) return `${rounded(seconds)} s`;
  const [large, largeName, small, smallName] =
    seconds < HOUR
      ? ([MINUTE, 'min', 1, 's'] as const)
      : seconds < DAY
        ? ([HOUR, 'h', MINUTE, 'min'] as const)
        : ([DAY, 'd', HOUR, 'h'] as const);
  const total = round(seconds / small);
  const perLarge = large / small;
  const rest = total % perLarge;
  return `${amount((total - rest) / perLarge)} ${largeName}${rest > 0 ? ` ${rest} ${smallName}` : ''}`;
}
