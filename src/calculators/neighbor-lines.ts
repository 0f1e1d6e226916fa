/** What stands around an API charges: load balancers, functions, CloudFront, data that leaves AWS. */
import { formatNumber } from '../facts/format.ts';
import { HOURS, lineOf, SECONDS, type Line } from './bill.ts';
import type { PriceId, Prices } from './prices.ts';
import { amount, rounded } from './words.ts';

/** A GB as a million KB. AWS counts a little more into one, so a sum by this is never too low. */
export function gigabytesOf(count: number, kilobytes: number): number {
  return (count * kilobytes) / 1e6;
}

export function dataOut(prices: Prices, gigabytes: number): Line {
  return lineOf(prices, 'price-data-out', 'Data out', gigabytes);
}

export function balancerHours(prices: Prices): Line {
  return lineOf(prices, 'price-alb-hours', 'Load balancer', 1);
}

/** An internet-facing balancer has one address in each zone. */
export function publicAddresses(prices: Prices, addresses: number): Line {
  return lineOf(prices, 'price-ipv4', addresses === 1 ? 'Public address' : `${addresses} public addresses`, addresses);
}

/** A load that is held, on average over the month. */
export interface BalancerLoad {
  /** Per second. */
  newConnections: number;
  activeConnections: number;
  gigabytesPerHour: number;
  /** The targets are functions, for which a capacity unit covers fewer bytes. */
  toFunctions?: boolean;
}

/** The load of `calls` requests a month, in the worst case: every one opens a connection, which is closed at once. */
export function balancerLoadOf(calls: number, kilobytes: number): BalancerLoad {
  return { newConnections: calls / SECONDS, activeConnections: 0, gigabytesPerHour: gigabytesOf(calls, kilobytes) / HOURS };
}

interface Dimension {
  fact: PriceId;
  load: number;
  said: string;
}

/** The largest of the dimensions counts. Rules are left out: the first ones are free. */
export function capacityUnits(prices: Prices, load: BalancerLoad): Line {
  const dimensions: Dimension[] = [
    { fact: 'lcu-new-connections', load: load.newConnections, said: 'new connections a second' },
    { fact: 'lcu-active-connections', load: load.activeConnections, said: 'active connections' },
    { fact: load.toFunctions ? 'lcu-bytes-lambda' : 'lcu-bytes', load: load.gigabytesPerHour, said: 'GB an hour' },
  ];
  const unitsOf = ({ fact, load }: Dimension) => load / prices[fact].value;
  const largest = dimensions.reduce((most, dimension) => (unitsOf(dimension) > unitsOf(most) ? dimension : most));
  const units = unitsOf(largest);
  const unitPrice = prices['price-alb-lcu'];
  const { amount: dollars, what } = lineOf(prices, 'price-alb-lcu', 'Capacity units', units);
  const covered = `${rounded(largest.load)} ${largest.said} ÷ ${amount(prices[largest.fact].value)} = ${rounded(units)} units`;
  return {
    what,
    formula: `${covered}; × ${HOURS} h × ${formatNumber(unitPrice.value, unitPrice.unit)} per hour`,
    amount: dollars,
    facts: ['price-alb-lcu', largest.fact],
  };
}

export interface FunctionRuns {
  calls: number;
  /** Memory. */
  gigabytes: number;
  /** Duration of a run. */
  seconds: number;
}

/** The requests and the time of a function on x86. */
export function functionRuns(prices: Prices, { calls, gigabytes, seconds }: FunctionRuns): Line[] {
  const counted = `${amount(calls)} × ${gigabytes} GB × ${seconds} s`;
  return [
    lineOf(prices, 'price-lambda-requests', 'Function, requests', calls),
    lineOf(prices, 'price-lambda-duration', 'Function, time', calls * gigabytes * seconds, counted),
  ];
}

/** At the prices of North America and Europe, and all data at the price of the first tier. */
export function cloudFront(prices: Prices, requests: number, gigabytes: number): Line[] {
  return [
    lineOf(prices, 'price-cloudfront-requests', 'HTTPS requests', requests),
    lineOf(prices, 'price-cloudfront-data', 'Data out', gigabytes),
  ];
}
