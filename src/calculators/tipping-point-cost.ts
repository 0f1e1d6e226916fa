/** What a front door costs, as lines to be read and as a bare number to be asked for a thousand times. */
import { priceOf } from '../facts/tier-prices.ts';
import { meteredUnits } from './api-lines.ts';
import { HOURS, type Line } from './bill.ts';
import { doorLines } from './monthly-bill.ts';
import { PLAIN } from './monthly-bill-settings.ts';
import { balancerHours, balancerLoadOf, capacityUnits, cloudFront, dataOut, gigabytesOf } from './neighbor-lines.ts';
import type { PriceId, Prices } from './prices.ts';
import type { Door, TippingSettings } from './tipping-point-settings.ts';

/** Zones of a private endpoint, and of a balancer with public addresses; the smallest cache. */
const ZONES = 2;
const CACHE = '0.5';

export type CostLine = Omit<Line, 'facts'> & { facts: readonly string[] };

/** The door with the data that leave for the internet, and with a balancer behind it where it needs one. Every call connects anew. */
export function costLines(door: Door, { behind, needs, calls, kilobytes }: TippingSettings, prices: Prices): CostLine[] {
  const gigabytes = gigabytesOf(calls, kilobytes);
  if (door === 'lambdaUrl') return [dataOut(prices, gigabytes)];
  if (door === 'cloudfront') {
    // Before a function it leads to its URL, which has no price; before containers to a balancer without a public address.
    const origin = behind === 'function' ? [] : [balancerHours(prices), capacityUnits(prices, balancerLoadOf(calls, kilobytes))];
    return [...cloudFront(prices, calls, gigabytes), ...origin];
  }
  const isPrivate = needs.includes('private-endpoint') && door !== 'http';
  const cache = needs.includes('response-cache') && door === 'rest' ? CACHE : 'none';
  const lines = doorLines({ ...PLAIN, door, calls, kilobytes, behind, cache, zones: isPrivate ? ZONES : 0 }, prices);
  return isPrivate ? lines : [...lines, dataOut(prices, gigabytes)];
}

/** The sum of `costLines`, in dollars a month. */
export function costOf(door: Door, { behind, needs, calls, kilobytes }: TippingSettings, prices: Prices): number {
  const gigabytes = gigabytesOf(calls, kilobytes);
  const price = (id: PriceId, amount: number) => priceOf(prices[id].tiers ?? [{ value: prices[id].value }], amount);
  const balancer = () => {
    const { newConnections, gigabytesPerHour } = balancerLoadOf(calls, kilobytes);
    const bytes = door === 'alb' && behind === 'function' ? 'lcu-bytes-lambda' : 'lcu-bytes';
    const units = Math.max(newConnections / prices['lcu-new-connections'].value, gigabytesPerHour / prices[bytes].value);
    return HOURS * (prices['price-alb-hours'].value + units * prices['price-alb-lcu'].value);
  };
  const behindLink = behind === 'containers' ? balancer : () => 0;
  const isPrivate = needs.includes('private-endpoint');
  const out = price('price-data-out', gigabytes);
  switch (door) {
    case 'lambdaUrl':
      return out;
    case 'cloudfront':
      return price('price-cloudfront-requests', calls / 1e6) + price('price-cloudfront-data', gigabytes) + behindLink();
    case 'alb':
      return balancer() + (isPrivate ? 0 : ZONES * HOURS * prices['price-ipv4'].value + out);
    case 'http':
      return price('price-http', (calls / 1e6) * meteredUnits(kilobytes, prices['price-http-meter'].value)) + behindLink() + out;
    case 'rest': {
      const endpoint = ZONES * HOURS * prices['price-private-endpoint-hours'].value + price('price-private-endpoint-data', gigabytes);
      const cache = needs.includes('response-cache') ? HOURS * prices['price-cache-0-5-gb'].value : 0;
      return price('price-rest', calls / 1e6) + cache + behindLink() + (isPrivate ? endpoint : out);
    }
  }
}
