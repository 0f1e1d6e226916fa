/** What can be set in “a bucket you can feel”, within which bounds, and how a setting travels in an address. */

export const PATTERNS = ['even', 'instant', 'even-once', 'instant-once', 'half', 'ramp'] as const;

/** When requests arrive. `words.ts` says it for people, `bucket-run.ts` in milliseconds. */
export type Pattern = (typeof PATTERNS)[number];

export interface Settings {
  /** Tokens that come back per second. */
  rate: number;
  /** Tokens that the bucket holds. */
  burst: number;
  /** Requests per second; of a ramp, at its end. */
  sent: number;
  pattern: Pattern;
  /** How long we watch. */
  seconds: number;
}

export type NumberName = 'rate' | 'burst' | 'sent' | 'seconds';

/** Whole numbers only: that is what a plan takes for a burst, and what a reader can check by head. */
export const BOUNDS: Record<NumberName, { min: number; max: number }> = {
  rate: { min: 0, max: 20_000 },
  burst: { min: 1, max: 20_000 },
  sent: { min: 1, max: 20_000 },
  seconds: { min: 1, max: 10 },
};

/** Stops of a slider that spans a few requests and an account’s worth. */
const ROUND_NUMBERS = [0, 1, 2, 3, 5, 10, 20, 30, 50, 100, 150, 200, 300, 500, 1000, 1500, 2000, 3000, 5000, 8000, 10_000, 15_000, 20_000];

/** The values that a slider offers for `name`. */
export function stopsOf(name: NumberName): number[] {
  const { min, max } = BOUNDS[name];
  if (name === 'seconds') return Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return ROUND_NUMBERS.filter((stop) => stop >= min && stop <= max);
}

/** The index of the stop nearest to `value`. */
export function nearestStop(name: NumberName, value: number): number {
  const stops = stopsOf(name);
  return stops.reduce((best, stop, index) => (Math.abs(stop - value) < Math.abs(stops[best]! - value) ? index : best), 0);
}

export function isWithin(name: NumberName, value: number): boolean {
  const { min, max } = BOUNDS[name];
  return Number.isInteger(value) && value >= min && value <= max;
}

const PREFIX = '#bucket?';

/** The fragment of an address that opens the page with `settings`. */
export function hashOf(settings: Settings): string {
  return PREFIX + new URLSearchParams(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}

/** The settings in a fragment; undefined if there are none, or one is missing or out of bounds. */
export function settingsIn(hash: string): Settings | undefined {
  if (!hash.startsWith(PREFIX)) return undefined;
  const parameters = new URLSearchParams(hash.slice(PREFIX.length));
  const pattern = PATTERNS.find((known) => known === parameters.get('pattern'));
  const [rate, burst, sent, seconds] = (['rate', 'burst', 'sent', 'seconds'] as const).map((name) => {
    const value = Number(parameters.get(name) ?? Number.NaN);
    return isWithin(name, value) ? value : undefined;
  });
  if (!pattern || rate === undefined || burst === undefined || sent === undefined || seconds === undefined) return undefined;
  return { rate, burst, sent, pattern, seconds };
}
