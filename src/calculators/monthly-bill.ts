/** The bill of a month: one line for everything that a call touches, with its formula and the facts it rests on. */
import { cacheHours, httpCalls, privateEndpoint, restCalls, webSocketMessages, webSocketMinutes } from './api-lines.ts';
import { lineOf, SECONDS, type Line } from './bill.ts';
import { balancerHours, balancerLoadOf, capacityUnits, dataOut, functionRuns, gigabytesOf, publicAddresses } from './neighbor-lines.ts';
import type { BillPrices } from './monthly-bill-prices.ts';
import { effective, type BillSettings } from './monthly-bill-settings.ts';
import type { Prices } from './prices.ts';
import { amount } from './words.ts';

export type LineId =
  | 'calls'
  | 'refused'
  | 'minutes'
  | 'cache'
  | 'balancer'
  | 'capacity'
  | 'addresses'
  | 'vpc-link'
  | 'endpoint'
  | 'endpoint-data'
  | 'authorizer'
  | 'runs'
  | 'time'
  | 'cold'
  | 'warm'
  | 'queue'
  | 'logs'
  | 'logs-kept'
  | 'data-out';

export interface BillLine extends Omit<Line, 'facts'> {
  id: LineId;
  /** Ids of the ledger. */
  facts: readonly string[];
}

export interface MonthlyBill {
  lines: readonly BillLine[];
  /** Dollars. */
  total: number;
}

/** @throws RangeError when a number of the settings is negative or not finite. */
export function monthlyBill(settings: BillSettings, known: BillPrices): MonthlyBill {
  const real = effective(settings);
  const lines = [...doorLines(real, known.prices), ...behindLines(real, known), ...logLines(real, known.prices), ...dataLines(real, known)];
  const total = Number(lines.reduce((sum, line) => sum + line.amount, 0).toPrecision(12));
  return { lines, total };
}

const AUTHORIZER = { gigabytes: 0.125, seconds: 0.1 };

/** A balancer that faces the internet stands in two zones. */
const ADDRESSES = 2;

const named = (id: LineId, line: Line, change: Partial<Omit<BillLine, 'id'>> = {}): BillLine => ({ id, ...line, ...change });

/** A line of which somebody might think that it costs something. */
const nothing = (id: LineId, what: string, formula: string, ...facts: string[]): BillLine => ({ id, what, formula, amount: 0, facts });

/** Calls that are neither refused nor, further behind, answered by the cache. */
export function countsOf({ calls, refused, cache, hits }: BillSettings): { admitted: number; behind: number } {
  const admitted = calls * (1 - refused / 100);
  return { admitted, behind: cache === 'none' ? admitted : admitted * (1 - hits / 100) };
}

/** What the door charges by itself, with a private endpoint before it and a balancer behind it where those are needed. */
export function doorLines(settings: BillSettings, prices: Prices): BillLine[] {
  const { door, calls, kilobytes, behind, cache, zones, refused, refuser, clients, hours, recipients } = settings;
  const { admitted } = countsOf(settings);
  const gigabytes = gigabytesOf(admitted, kilobytes);
  if (door === 'websocket') {
    return [
      named('calls', webSocketMessages(prices, calls * (1 + recipients), kilobytes), { what: 'Messages, in and out' }),
      named('minutes', webSocketMinutes(prices, clients * hours * 60)),
    ];
  }
  if (door === 'alb') {
    return [...balancerLines(settings, prices), ...(zones > 0 ? [] : [named('addresses', publicAddresses(prices, ADDRESSES))])];
  }
  const [endpoint, data] = privateEndpoint(prices, zones, gigabytes);
  return [
    named('calls', door === 'rest' ? restCalls(prices, admitted) : httpCalls(prices, admitted, kilobytes)),
    ...(refused > 0
      ? [
          nothing(
            'refused',
            'Refused calls',
            `${amount(calls - admitted)} refused: not charged, as far as AWS has said`,
            refuser === 'limit' ? 'price-refused-calls' : 'price-refused-authorization',
          ),
        ]
      : []),
    ...(cache === 'none' ? [] : [named('cache', cacheHours(prices, cache))]),
    ...(zones > 0 ? [named('endpoint', endpoint!), named('endpoint-data', data!)] : []),
    ...(behind === 'containers'
      ? [...balancerLines(settings, prices), nothing('vpc-link', 'VPC link', 'no price of its own', 'price-vpc-link')]
      : []),
  ];
}

function balancerLines(settings: BillSettings, prices: Prices): BillLine[] {
  const { door, kilobytes, behind, connections } = settings;
  const load = balancerLoadOf(countsOf(settings).behind, kilobytes);
  const capacity = capacityUnits(prices, {
    ...load,
    ...(connections === 'kept' && { newConnections: 0 }),
    toFunctions: behind === 'function' || behind === 'function-queue',
  });
  return [
    named('balancer', balancerHours(prices), door === 'alb' ? {} : { what: 'Load balancer behind the link' }),
    named('capacity', capacity),
  ];
}

function behindLines(settings: BillSettings, { prices, extras }: BillPrices): BillLine[] {
  const { calls, behind, refused, refuser, megabytes, milliseconds, start, warm } = settings;
  const count = countsOf(settings).behind;
  const gigabytes = megabytes / 1024;
  const lines: BillLine[] = [];
  if (refused > 0 && refuser === 'authorizer') {
    const [runs, time] = functionRuns(prices, { calls, ...AUTHORIZER });
    const formula = `${runs!.formula}, and ${time!.formula}`;
    lines.push(named('authorizer', runs!, { what: 'Authorizer’s function', formula, amount: runs!.amount + time!.amount }));
  }
  if (behind === 'function' || behind === 'function-queue') {
    const [runs, time] = functionRuns(warm > 0 ? withTime(prices, extras['price-lambda-provisioned-duration']) : prices, {
      calls: count,
      gigabytes,
      seconds: milliseconds / 1000,
    });
    lines.push(named('runs', runs!), named('time', time!, warm > 0 ? { facts: ['price-lambda-provisioned-duration'] } : {}));
    const share = extras['cold-start-share'];
    if (start > 0 && warm === 0) {
      const counted = `${share}% of ${amount(count)} × ${gigabytes} GB × ${start / 1000} s`;
      const seconds = ((count * share) / 100) * gigabytes * (start / 1000);
      const cold = lineOf(prices, 'price-lambda-duration', 'Function, cold starts', seconds, counted);
      lines.push(named('cold', cold, { facts: ['init-billed', 'cold-start-share', 'price-lambda-duration'] }));
    }
    if (warm > 0) {
      const counted = `${amount(warm)} × ${gigabytes} GB × ${amount(SECONDS)} s`;
      const kept = withTime(prices, extras['price-lambda-provisioned']);
      const line = lineOf(kept, 'price-lambda-duration', 'Function, kept warm', warm * gigabytes * SECONDS, counted);
      lines.push(named('warm', line, { facts: ['price-lambda-provisioned'] }));
    }
  }
  if (behind === 'queue' || behind === 'function-queue') lines.push(named('queue', lineOf(prices, 'price-sqs', 'Queue, requests', count)));
  return lines;
}

/** The same prices with another one for the time of a function. */
function withTime(prices: Prices, value: number): Prices {
  return { ...prices, 'price-lambda-duration': { ...prices['price-lambda-duration'], value } };
}

function logLines(settings: BillSettings, prices: Prices): BillLine[] {
  const { logs, months } = settings;
  if (logs === 0) return [];
  const { admitted } = countsOf(settings);
  const gigabytes = gigabytesOf(admitted, logs);
  const written = `${amount(admitted)} × ${logs} KB`;
  const kept = lineOf(prices, 'price-logs-storage', 'Logs, kept', gigabytes * months, `${amount(gigabytes)} GB × ${months} months`);
  return [
    named('logs', lineOf(prices, 'price-logs-ingest', 'Logs, coming in', gigabytes, written)),
    ...(months > 0 ? [named('logs-kept', kept)] : []),
  ];
}

function dataLines(settings: BillSettings, { prices }: BillPrices): BillLine[] {
  const { door, calls, kilobytes, zones, recipients } = settings;
  if (zones > 0) {
    return door === 'rest'
      ? [nothing('data-out', 'Data out to the internet', 'none: the endpoint takes its place', 'price-private-data-out')]
      : [];
  }
  const sent = door === 'websocket' ? calls * recipients : countsOf(settings).admitted;
  return [named('data-out', dataOut(prices, gigabytesOf(sent, kilobytes)))];
}
