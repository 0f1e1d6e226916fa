/** “A bucket on paper”: what one bucket passes and refuses, second by second, as a worked sum (B-THR-01 to B-THR-03). */
import type { Limit } from '../../exercises/token-bucket/contract.ts';

/** How the requests of a second arrive: spread evenly over it, or all in its first instant. */
export const MANNERS = ['even', 'instant'] as const;
export type Manner = (typeof MANNERS)[number];

export interface PaperSettings extends Limit {
  /** Requests in each second, one after another. */
  sent: readonly number[];
  manner: Manner;
}

/** One second of the sum. Tokens may be fractions; requests are whole. */
export interface Second {
  sent: number;
  /** Tokens as its first request comes. */
  start: number;
  /** Tokens that drip in while its requests arrive. */
  drip: number;
  pass: number;
  refused: number;
  /** Tokens right after its last request. */
  left: number;
  /** Tokens that found the bucket full: meanwhile if requests are spread, since the instant before if they are not. */
  missed: number;
}

export interface Sheet {
  seconds: readonly Second[];
  sent: number;
  pass: number;
  refused: number;
  /** For how long tokens drip in between the first request and the last, in seconds. */
  time: number;
  /** The most that can pass in that time: burst + rate × time. */
  ceiling: number;
}

/** A bucket that is full as the first request comes, and stands alone. */
export function sheetOf({ rate, burst, sent, manner }: PaperSettings): Sheet {
  const seconds: Second[] = [];
  for (const requests of sent) {
    const left = seconds.at(-1)?.left;
    seconds.push(manner === 'even' ? spread(requests, left ?? burst, { rate, burst }) : atOnce(requests, left, { rate, burst }));
  }
  const total = (of: (second: Second) => number) => seconds.reduce((sum, second) => sum + of(second), 0);
  const time = manner === 'even' ? sent.length : sent.length - 1;
  return {
    seconds,
    sent: total((second) => second.sent),
    pass: total((second) => second.pass),
    refused: total((second) => second.refused),
    time,
    ceiling: settled(burst + rate * time),
  };
}

function spread(sent: number, start: number, { rate, burst }: Limit): Second {
  const pass = Math.min(sent, Math.floor(settled(start + rate)));
  const rest = settled(start + rate - pass);
  const left = Math.min(burst, rest);
  return { sent, start, drip: rate, pass, refused: sent - pass, left, missed: settled(rest - left) };
}

/** `leftBefore` undefined: nothing came before. */
function atOnce(sent: number, leftBefore: number | undefined, { rate, burst }: Limit): Second {
  const back = leftBefore === undefined ? burst : settled(leftBefore + rate);
  const start = Math.min(burst, back);
  const pass = Math.min(sent, Math.floor(start));
  return { sent, start, drip: 0, pass, refused: sent - pass, left: settled(start - pass), missed: settled(back - start) };
}

/** Seconds after the last request until the bucket is full again; undefined if nothing comes back. */
export function secondsToFull({ rate, burst }: Limit, left: number): number | undefined {
  if (left >= burst) return 0;
  return rate === 0 ? undefined : (burst - left) / rate;
}

/** Sums of fractions, to the millionth of a token that the contract of the exercise calls equal. */
function settled(tokens: number): number {
  return Math.round(tokens * 1e6) / 1e6;
}

export const MOST = 1_000_000;
export const MOST_SECONDS = 10;

export const isRate = (value: number) => value >= 0 && value <= MOST;
export const isBurst = (value: number) => Number.isInteger(value) && value >= 1 && value <= MOST;
const isSent = (value: number) => Number.isInteger(value) && value >= 0 && value <= MOST;

export function isArrivals(sent: readonly number[]): boolean {
  return sent.length >= 1 && sent.length <= MOST_SECONDS && sent.every(isSent);
}

const NAMES = { rate: 'paper-rate', burst: 'paper-burst', sent: 'paper-sent', manner: 'paper-manner' } as const;

/** `search` with `settings` in it; what else it says stays. */
export function withPaper(search: string, { rate, burst, sent, manner }: PaperSettings): string {
  const query = new URLSearchParams(search);
  query.set(NAMES.rate, String(rate));
  query.set(NAMES.burst, String(burst));
  query.set(NAMES.sent, sent.join('_'));
  query.set(NAMES.manner, manner);
  return `?${query}`;
}

/** The settings in the query of an address; undefined if one is missing or out of bounds. */
export function paperIn(search: string): PaperSettings | undefined {
  const query = new URLSearchParams(search);
  const numberOf = (text: string | null) => Number(text || Number.NaN);
  const rate = numberOf(query.get(NAMES.rate));
  const burst = numberOf(query.get(NAMES.burst));
  const sent = (query.get(NAMES.sent) ?? '').split('_', MOST_SECONDS + 1).map(numberOf);
  const manner = MANNERS.find((known) => known === query.get(NAMES.manner));
  return manner && isRate(rate) && isBurst(burst) && isArrivals(sent) ? { rate, burst, sent, manner } : undefined;
}
