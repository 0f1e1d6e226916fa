/** Values as people read them: `10,000 requests per second`, `$3.50 per million`, `June 4, 2024`. */
import type { Fact, Unit } from './schema.ts';
import type { Tier } from './tier-prices.ts';

/** Noun after a number, for one and for many. Units that are missing here have a form of their own below. */
const NOUNS: Partial<Record<Unit, [one: string, many: string]>> = {
  'requests/s': ['request per second', 'requests per second'],
  requests: ['request', 'requests'],
  tokens: ['token', 'tokens'],
  ms: ['ms', 'ms'],
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  days: ['day', 'days'],
  months: ['month', 'months'],
  bytes: ['byte', 'bytes'],
  KB: ['KB', 'KB'],
  MB: ['MB', 'MB'],
  GB: ['GB', 'GB'],
  TiB: ['TiB', 'TiB'],
  'MB/s': ['MB per second', 'MB per second'],
  characters: ['character', 'characters'],
  connections: ['connection', 'connections'],
  'connections/s': ['connection per second', 'connections per second'],
  'USD/million': ['per million', 'per million'],
  'USD/GB': ['per GB', 'per GB'],
  'USD/GB-month': ['per GB-month', 'per GB-month'],
  'USD/GB-s': ['per GB-second', 'per GB-second'],
  'USD/h': ['per hour', 'per hour'],
  'USD/month': ['per month', 'per month'],
};

const plain = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 });
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 10 });
const days = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** `2024-06-04` as `June 4, 2024`. */
export function formatDate(date: string): string {
  return days.format(new Date(`${date}T00:00:00Z`));
}

/** The number with separators and its sign for money or percent, without its noun: `10,000`, `$3.50`, `90%`. */
export function formatNumber(value: number, unit: Unit = 'count'): string {
  if (unit.startsWith('USD')) return dollars.format(value);
  if (unit === 'status') return String(value);
  return unit === 'percent' ? `${plain.format(value)}%` : plain.format(value);
}

/** The number with its unit: `1 request`, `29 seconds`, `$3.50 per million`; a bare number for a count or a status code. */
export function formatQuantity(value: number, unit: Unit = 'count'): string {
  const noun = NOUNS[unit]?.[value === 1 ? 0 : 1];
  return noun ? `${formatNumber(value, unit)} ${noun}` : formatNumber(value, unit);
}

/** A fact's value with its unit. Literal text comes back as it is. */
export function formatFact({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  if (typeof value === 'number') return formatQuantity(value, unit);
  return unit === 'date' ? formatDate(value) : value;
}

/** A fact's value without its unit, for a sentence that names the unit itself. */
export function formatValue({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  return typeof value === 'number' ? formatNumber(value, unit) : formatFact({ value, unit });
}

/** Where the tier at `index` begins and ends: `up to 333`, `333 to 1,000`, `above 20,000`. */
export function formatTierRange(tiers: readonly Tier[], index: number): string {
  const start = tiers[index - 1]?.upTo;
  const end = tiers[index]?.upTo;
  if (end === undefined) return `above ${plain.format(start ?? 0)}`;
  return start === undefined ? `up to ${plain.format(end)}` : `${plain.format(start)} to ${plain.format(end)}`;
}
