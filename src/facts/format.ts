/** Values as people read them: `10,000 requests per second`, `$3.50 per million`, `June 4, 2024`. */
import type { Fact, Unit } from './schema.ts';

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
  bytes: ['byte', 'bytes'],
  KB: ['KB', 'KB'],
  MB: ['MB', 'MB'],
  GB: ['GB', 'GB'],
  characters: ['character', 'characters'],
  'USD/million': ['per million', 'per million'],
  'USD/h': ['per hour', 'per hour'],
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
