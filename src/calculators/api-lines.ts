/** What API Gateway charges: calls, messages, connection minutes, cache hours, and the endpoint of a private API. */
import { lineOf, type Line } from './bill.ts';
import type { PriceId, Prices } from './prices.ts';
import { amount } from './words.ts';

/** One call is one, whatever its size, unless its reply is streamed. */
export function restCalls(prices: Prices, calls: number): Line {
  return lineOf(prices, 'price-rest', 'Calls', calls);
}

/** A call counts once for each metering unit that it carries, and at least once. */
export function httpCalls(prices: Prices, calls: number, kilobytes: number): Line {
  return metered(prices, 'price-http', 'price-http-meter', 'Calls', calls, kilobytes);
}

/** Messages in both directions; each counts once for each metering unit that it carries, and at least once. */
export function webSocketMessages(prices: Prices, messages: number, kilobytes: number): Line {
  return metered(prices, 'price-websocket-messages', 'price-websocket-meter', 'Messages', messages, kilobytes);
}

/** @param minutes in which a client is connected, of all clients together */
export function webSocketMinutes(prices: Prices, minutes: number): Line {
  return lineOf(prices, 'price-websocket-minutes', 'Connection minutes', minutes);
}

/** The sizes of a cache in GB, as its setting names them, with the price of each. */
export const CACHES = {
  '0.5': 'price-cache-0-5-gb',
  '1.6': 'price-cache-1-6-gb',
  '6.1': 'price-cache-6-1-gb',
  '13.5': 'price-cache-13-5-gb',
  '28.4': 'price-cache-28-4-gb',
  '58.2': 'price-cache-58-2-gb',
  '118': 'price-cache-118-gb',
  '237': 'price-cache-237-gb',
} as const satisfies Record<string, PriceId>;

export type CacheSize = keyof typeof CACHES;

export function cacheHours(prices: Prices, size: CacheSize): Line {
  return lineOf(prices, CACHES[size], `Cache of ${size} GB`, 1);
}

/** The interface VPC endpoint through which a private REST API is called. It takes the place of what data out would cost. */
export function privateEndpoint(prices: Prices, zones: number, gigabytes: number): Line[] {
  return [
    lineOf(prices, 'price-private-endpoint-hours', `VPC endpoint in ${zones === 1 ? 'one zone' : `${zones} zones`}`, zones),
    lineOf(prices, 'price-private-endpoint-data', 'Data through the endpoint', gigabytes),
  ];
}

/** How many calls or messages one of `kilobytes` counts as, when each is billed once for each `unit` KB. */
export function meteredUnits(kilobytes: number, unit: number): number {
  return Math.max(1, Math.ceil(kilobytes / unit));
}

function metered(prices: Prices, id: PriceId, meter: PriceId, what: string, count: number, kilobytes: number): Line {
  const unit = prices[meter].value;
  const units = meteredUnits(kilobytes, unit);
  const line = lineOf(prices, id, what, count * units, units > 1 ? `${amount(count)} × ${units} units of ${unit} KB` : undefined);
  return { ...line, facts: [id, meter] };
}
