/** What a monthly bill goes by, within which bounds, and how it travels in the query of an address. */
import { CACHES, type CacheSize } from './api-lines.ts';

export const DOORS = ['rest', 'http', 'websocket', 'alb'] as const;
export type Door = (typeof DOORS)[number];

/** What works behind the door. `other` has a bill of its own that nobody asks for here. */
export const BACKENDS = ['function', 'queue', 'function-queue', 'containers', 'other'] as const;
export type Backend = (typeof BACKENDS)[number];

export const REFUSERS = ['limit', 'authorizer'] as const;
export type Refuser = (typeof REFUSERS)[number];

export const CONNECTIONS = ['anew', 'kept'] as const;
export type Connections = (typeof CONNECTIONS)[number];

export const CACHE_SIZES = ['none', ...(Object.keys(CACHES) as CacheSize[])] as const;

export interface BillSettings {
  door: Door;
  /** A month; at a WebSocket API the messages that come in. */
  calls: number;
  /** What a reply carries, or a message. */
  kilobytes: number;
  behind: Backend;
  /** Memory of the function, and how long it runs for a call. */
  megabytes: number;
  milliseconds: number;
  /** How long its start takes when no environment is free, in ms; 0: no line for it. */
  start: number;
  /** Environments of the function that are kept warm all month. */
  warm: number;
  cache: 'none' | CacheSize;
  /** Percent of the calls that the cache answers. */
  hits: number;
  /** KB of logs for a call, and for how many months they stay. */
  logs: number;
  months: number;
  /** Availability Zones with an endpoint, if callers come from within a VPC only; 0: they come over the internet. */
  zones: number;
  /** Percent of the calls that are refused, and by whom. */
  refused: number;
  refuser: Refuser;
  /** How callers of a load balancer connect. */
  connections: Connections;
  /** Of a WebSocket API: who is connected, for how many hours of the month each, and how many a message is delivered to. */
  clients: number;
  hours: number;
  recipients: number;
  /** Requests in the busiest second; 0: the calls are spread evenly. */
  peak: number;
}

/** Nothing that has no need to be there. */
export const PLAIN: BillSettings = {
  door: 'rest',
  calls: 1e6,
  kilobytes: 5,
  behind: 'function',
  megabytes: 128,
  milliseconds: 100,
  start: 0,
  warm: 0,
  cache: 'none',
  hits: 50,
  logs: 0,
  months: 12,
  zones: 0,
  refused: 0,
  refuser: 'limit',
  connections: 'anew',
  clients: 1_000,
  hours: 730,
  recipients: 10,
  peak: 0,
};

export type NumberName = { [Name in keyof BillSettings]: BillSettings[Name] extends number ? Name : never }[keyof BillSettings];

/** What the ledger bounds. */
export interface Limits {
  /** The largest body. */
  kilobytes: number;
  /** The least and the most memory of a function. */
  megabytes: readonly [number, number];
}

type Bounds = readonly [least: number, most: number, isWhole?: 'whole'];

export function boundsOf(name: NumberName, limits: Limits): Bounds {
  if (name === 'megabytes') return [...limits.megabytes, 'whole'];
  return name === 'kilobytes' ? [0, limits.kilobytes] : BOUNDS[name];
}

const BOUNDS: Record<Exclude<NumberName, 'kilobytes' | 'megabytes'>, Bounds> = {
  calls: [1, 1e12, 'whole'],
  milliseconds: [1, 1e6],
  start: [0, 60_000],
  warm: [0, 100_000, 'whole'],
  hits: [0, 100],
  logs: [0, 1_000],
  months: [0, 120],
  zones: [0, 6, 'whole'],
  refused: [0, 100],
  clients: [0, 1e8, 'whole'],
  hours: [0, 730],
  recipients: [0, 1e6, 'whole'],
  peak: [0, 1e8],
};

export function isWithin([least, most, isWhole]: Bounds, value: number): boolean {
  return value >= least && value <= most && (!isWhole || Number.isInteger(value));
}

/** What each door cannot have is taken away, as nobody is billed for it. */
export function effective(settings: BillSettings): BillSettings {
  const { door, behind } = settings;
  return {
    ...settings,
    ...(door !== 'rest' && { cache: 'none', refused: 0 }),
    ...((door === 'http' || door === 'websocket') && { zones: 0 }),
    ...(door === 'alb' && behind === 'queue' && { behind: 'function-queue' }),
    ...(door === 'websocket' && behind !== 'other' && { behind: 'function' }),
  };
}

const NAME = 'bill';
const KEYS = Object.keys(PLAIN) as (keyof BillSettings)[];

const WORDS: Partial<Record<keyof BillSettings, readonly string[]>> = {
  door: DOORS,
  behind: BACKENDS,
  cache: CACHE_SIZES,
  refuser: REFUSERS,
  connections: CONNECTIONS,
};

/** `search` with `settings` in it; what else it says stays. */
export function withBill(search: string, settings: BillSettings): string {
  const query = new URLSearchParams(search);
  query.set(NAME, KEYS.map((key) => settings[key]).join('_'));
  return `?${query}`;
}

/** The settings in the query of an address; undefined if one is missing or out of bounds. */
export function billIn(search: string, limits: Limits): BillSettings | undefined {
  const parts = (new URLSearchParams(search).get(NAME) ?? '').split('_', KEYS.length + 1);
  if (parts.length !== KEYS.length) return undefined;
  const entries = KEYS.map((key, index) => {
    const part = parts[index]!;
    const words = WORDS[key];
    if (words) return [key, words.find((word) => word === part)];
    const value = Number(part || Number.NaN);
    return [key, isWithin(boundsOf(key as NumberName, limits), value) ? value : undefined];
  });
  return entries.every(([, value]) => value !== undefined) ? (Object.fromEntries(entries) as BillSettings) : undefined;
}
