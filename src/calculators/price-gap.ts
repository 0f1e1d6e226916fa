/** “The price gap”: what the same calls cost through a REST API, an HTTP API and a load balancer, and where their order changes. */
import { httpCalls, meteredUnits, restCalls } from './api-lines.ts';
import { billOf, LIST_PRICES, type Bill, type Line } from './bill.ts';
import { crossingsOf, type Cost } from './crossings.ts';
import { balancerHours, balancerLoadOf, capacityUnits, dataOut, gigabytesOf, publicAddresses } from './neighbor-lines.ts';
import type { Prices } from './prices.ts';

export interface GapSettings {
  /** A month. */
  calls: number;
  /** What a call carries. */
  kilobytes: number;
}

export const START: GapSettings = { calls: 30_000_000, kilobytes: 4 };

/** A trillion calls a month is more than anybody has. */
export const MOST_CALLS = 1e12;

export interface Gap {
  rest: Bill;
  http: Bill;
  /** How many calls an HTTP API counts for one. */
  units: number;
  /** REST's bill by HTTP's. */
  factor: number;
  /** On top of both, if all that a call carries is its reply. */
  data: Line;
}

const COUNTED = 'Calls only: no cache, no logs, nothing behind the door.';

export function gapOf({ calls, kilobytes }: GapSettings, prices: Prices): Gap {
  const rest = billOf([restCalls(prices, calls)], [COUNTED, 'No reply is streamed.', LIST_PRICES]);
  const http = billOf([httpCalls(prices, calls, kilobytes)], [COUNTED, 'Which bytes are metered, AWS’s page leaves open.', LIST_PRICES]);
  return {
    rest,
    http,
    units: meteredUnits(kilobytes, prices['price-http-meter'].value),
    factor: rest.total / http.total,
    data: dataOut(prices, gigabytesOf(calls, kilobytes)),
  };
}

export const CONTENDERS = ['rest', 'http', 'alb'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** Two doors, the one that costs less for few calls, and every volume at which the other begins to, or ceases to again. */
export interface Race {
  cheaperAtFirst: Contender;
  other: Contender;
  /** Calls a month. */
  turns: number[];
}

/** An internet-facing balancer stands in two zones. */
const ADDRESSES = 2;

/** The races of REST, HTTP and ALB for calls of `kilobytes`. What they cost alike, data out and what works behind, is left out. */
export function racesOf(kilobytes: number, prices: Prices): Race[] {
  const units = meteredUnits(kilobytes, prices['price-http-meter'].value);
  const totalOf = (...lines: Line[]) => billOf(lines).total;
  // In million calls: what the tiers count.
  const costs: Record<Contender, Cost> = {
    rest: (millions) => totalOf(restCalls(prices, millions * 1e6)),
    http: (millions) => totalOf(httpCalls(prices, millions * 1e6, kilobytes)),
    alb: (millions) =>
      totalOf(balancerHours(prices), publicAddresses(prices, ADDRESSES), capacityUnits(prices, balancerLoadOf(millions * 1e6, kilobytes))),
  };
  const bends = [...endsOf('price-rest', prices), ...endsOf('price-http', prices).map((end) => end / units)];
  const race = (one: Contender, two: Contender): Race => {
    const turns = crossingsOf(costs[one], costs[two], bends).map((millions) => millions * 1e6);
    const few = (turns[0] ?? 1e6) / 2e6;
    const [cheaperAtFirst, other] = costs[one](few) < costs[two](few) ? [one, two] : [two, one];
    return { cheaperAtFirst, other, turns };
  };
  return [race('http', 'rest'), race('rest', 'alb'), race('http', 'alb')];
}

function endsOf(id: 'price-rest' | 'price-http', prices: Prices): number[] {
  return (prices[id].tiers ?? []).flatMap(({ upTo }) => upTo ?? []);
}

const NAMES = { calls: 'gap-calls', kilobytes: 'gap-kb' } as const;

/** `search` with `settings` in it; what else it says stays. */
export function withGap(search: string, { calls, kilobytes }: GapSettings): string {
  const query = new URLSearchParams(search);
  query.set(NAMES.calls, String(calls));
  query.set(NAMES.kilobytes, String(kilobytes));
  return `?${query}`;
}

/** The settings in the query of an address; undefined if one is missing or out of bounds. */
export function gapIn(search: string, mostKilobytes: number): GapSettings | undefined {
  const query = new URLSearchParams(search);
  const numberOf = (name: string) => Number(query.get(name) ?? Number.NaN);
  const settings = { calls: numberOf(NAMES.calls), kilobytes: numberOf(NAMES.kilobytes) };
  return isCalls(settings.calls) && isKilobytes(settings.kilobytes, mostKilobytes) ? settings : undefined;
}

export function isCalls(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST_CALLS;
}

export function isKilobytes(value: number, most: number): boolean {
  return value >= 0 && value <= most;
}
