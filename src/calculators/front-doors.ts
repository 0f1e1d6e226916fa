/** The monthly bill of each front door for the same load: the door itself and the data that leave, not what works behind it. */
import type { Product } from '../facts/features.ts';
import { cacheHours, httpCalls, privateEndpoint, restCalls, webSocketMessages, webSocketMinutes } from './api-lines.ts';
import { billOf, HOURS, LIST_PRICES, type Bill, type Line } from './bill.ts';
import {
  balancerHours,
  balancerLoadOf,
  capacityUnits,
  cloudFront,
  dataOut,
  gigabytesOf,
  publicAddresses,
  type BalancerLoad,
} from './neighbor-lines.ts';
import type { Prices } from './prices.ts';

export interface Load {
  /** Requests a month. Where clients stay connected: messages that come in, each of which is answered by one. */
  calls: number;
  /** What a reply carries, or a message. */
  kilobytes: number;
  /** Clients that are connected all month; none when callers send ordinary requests. */
  clients: number;
  /** The door has an address inside a VPC only. */
  isPrivate: boolean;
  /** The door keeps replies in a cache. */
  isCached: boolean;
}

const ZONES = 2;
const CACHE = '0.5';

/** What each door charges besides data that leave for the internet. */
const DOOR_LINES: Record<Product, (load: Load, prices: Prices) => Line[]> = {
  rest: ({ calls, isCached }, prices) => [restCalls(prices, calls), ...(isCached ? [cacheHours(prices, CACHE)] : [])],
  http: ({ calls, kilobytes }, prices) => [httpCalls(prices, calls, kilobytes)],
  websocket: ({ calls, kilobytes, clients }, prices) => [
    webSocketMessages(prices, 2 * calls, kilobytes),
    webSocketMinutes(prices, clients * HOURS * 60),
  ],
  alb: (load, prices) => [
    balancerHours(prices),
    capacityUnits(prices, balancerLoad(load)),
    ...(load.isPrivate ? [] : [publicAddresses(prices, ZONES)]),
  ],
  lambdaUrl: () => [],
  cloudfront: ({ calls, kilobytes, clients }, prices) => cloudFront(prices, clients > 0 ? clients : calls, gigabytesOf(calls, kilobytes)),
};

/** What each door's sum takes for granted. */
const ASSUMPTIONS: Record<Product, (load: Load) => string[]> = {
  rest: ({ isPrivate, isCached }) => [
    ...(isPrivate ? ['One VPC endpoint, in two zones.'] : []),
    ...(isCached ? ['The smallest cache. A call that it answers is billed like any other.'] : []),
  ],
  http: () => ['The size of the reply is what is metered. Which bytes count, AWS’s page leaves open.'],
  websocket: () => ['Each message that comes in is answered by one that goes out.'],
  alb: ({ clients, isPrivate }) => [
    clients > 0 ? 'Clients connect once and stay.' : 'Every request opens a connection of its own: the dearest case.',
    'The load is even over the month, rules are no more than the free ones.',
    ...(isPrivate ? [] : ['Public addresses in two zones.']),
  ],
  lambdaUrl: () => [
    'The ledger knows no price of the address itself. What you pay is the function, and that stands behind the other doors too.',
  ],
  cloudfront: ({ clients }) => [
    'Callers are in North America or Europe, and every GB costs what the first ones cost.',
    'What stands behind it has a bill of its own, for each call that the cache does not answer.',
    ...(clients > 0 ? ['One request for each client that connects.'] : []),
  ],
};

/** @throws RangeError when a number of the load is negative or not finite. */
export function frontDoorBill(door: Product, load: Load, prices: Prices): Bill {
  const lines = [...DOOR_LINES[door](load, prices), ...dataLines(door, load, prices)];
  return billOf(lines, [...ASSUMPTIONS[door](load), LIST_PRICES]);
}

function dataLines(door: Product, load: Load, prices: Prices): Line[] {
  if (door === 'cloudfront') return [];
  const gigabytes = gigabytesOf(load.calls, load.kilobytes);
  if (!load.isPrivate) return [dataOut(prices, gigabytes)];
  return door === 'rest' ? privateEndpoint(prices, ZONES, gigabytes) : [];
}

function balancerLoad({ calls, kilobytes, clients }: Load): BalancerLoad {
  const load = balancerLoadOf(calls, kilobytes);
  return clients > 0 ? { ...load, newConnections: 0, activeConnections: clients } : load;
}
