import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cacheHours,
  httpCalls,
  meteredUnits,
  privateEndpoint,
  restCalls,
  webSocketMessages,
  webSocketMinutes,
} from '../../src/calculators/api-lines.ts';
import { billOf, HOURS, lineOf, SECONDS, type Line } from '../../src/calculators/bill.ts';
import { pricesOf } from '../../src/calculators/ledger-prices.ts';
import {
  balancerHours,
  balancerLoadOf,
  capacityUnits,
  cloudFront,
  dataOut,
  functionRuns,
  publicAddresses,
} from '../../src/calculators/neighbor-lines.ts';
import { ledgerOf } from '../facts/support.ts';
import { prices } from './support.ts';

const total = (...lines: Line[]) => billOf(lines).total;
const cents = (...lines: Line[]) => Math.round(total(...lines) * 100) / 100;
const MILLION = 1e6;

describe('calls', () => {
  it.each([
    ['a million a day', 30, 105, 30],
    ['100,000 a month', 0.1, 0.35, 0.1],
    ['10 million a month', 10, 35, 10],
    ['100 million a month', 100, 350, 100],
    ['500 million a month', 500, 1_633.1, 480],
    ['a billion a month', 1_000, 3_033.1, 930],
    ['100,000 a second', (100_000 * SECONDS) / MILLION, 414_881.1, 236_550],
  ])('of %s cost by the tiers of each type', (_, millions, rest, http) => {
    expect(restCalls(prices, millions * MILLION).amount).toBe(rest);
    expect(httpCalls(prices, millions * MILLION, 4).amount).toBe(http);
  });

  it('to an HTTP API count once for each 512 KB, begun ones too, and never less than once', () => {
    expect([0, 1, 512, 512.5, 1_536, 2_000, 10_240].map((kilobytes) => meteredUnits(kilobytes, 512))).toEqual([1, 1, 1, 2, 3, 4, 20]);
    expect(httpCalls(prices, MILLION, 2_000)).toEqual({
      what: 'Calls',
      formula: '1 million × 4 units of 512 KB: 4 million × $1.00 per million',
      amount: 4,
      facts: ['price-http', 'price-http-meter'],
    });
  });

  it('that count several times reach the next tier sooner', () => {
    expect(httpCalls(prices, 200 * MILLION, 600).amount).toBe(300 + 100 * 0.9);
  });

  it('say tier by tier what they cost', () => {
    expect(restCalls(prices, 400 * MILLION).formula).toBe('333 million × $3.50 + 67 million × $2.80 per million');
    expect(restCalls(prices, 0).formula).toBe('none × $3.50 per million');
  });
});

describe('a chat', () => {
  it('of a thousand for an hour costs 0.115 for all of them together, not for each', () => {
    expect(total(webSocketMessages(prices, 1_000 * 100, 1), webSocketMinutes(prices, 1_000 * 60))).toBe(0.115);
  });

  it('around the clock for 30 days costs 13.80 if nobody receives, 16.80 with one recipient each, 43.80 with ten', () => {
    const minutes = webSocketMinutes(prices, 1_000 * 43_200);
    expect([1, 2, 11].map((copies) => total(minutes, webSocketMessages(prices, copies * 3 * MILLION, 1)))).toEqual([13.8, 16.8, 43.8]);
  });

  it('of 10,000 in rooms of ten costs 4,054 in messages, and 3,704 without the copy to the sender', () => {
    const inbound = (10_000 / 60) * SECONDS;
    expect(inbound).toBeCloseTo(438 * MILLION, 0);
    expect(webSocketMessages(prices, 11 * 438 * MILLION, 1).amount).toBe(4_054.4);
    expect(webSocketMessages(prices, 10 * 438 * MILLION, 1).amount).toBe(3_704);
    expect(webSocketMinutes(prices, 10_000 * 60 * HOURS).amount).toBe(109.5);
  });

  it('and all that works behind it come to 4,438 a month', () => {
    const sum = cents(
      webSocketMessages(prices, 11 * 438 * MILLION, 1),
      webSocketMinutes(prices, 438 * MILLION),
      lineOf(prices, 'price-dynamodb-wcu', 'Writes', 167),
      lineOf(prices, 'price-dynamodb-rcu', 'Reads', 167),
      ...functionRuns(prices, { calls: 438 * MILLION, gigabytes: 0.125, seconds: 0.1 }),
    );
    expect(sum).toBe(4_437.84);
  });

  it('message counts once for each 32 KB', () => {
    expect(webSocketMessages(prices, MILLION, 33).amount).toBe(2);
  });
});

describe('a cache', () => {
  const calls = restCalls(prices, 30 * MILLION);
  const requests = (millions: number) => lineOf(prices, 'price-lambda-requests', 'Function', millions * MILLION);

  it('that answers nine of ten of a million calls a day makes the bill higher', () => {
    expect(total(calls, requests(30))).toBe(111);
    expect(total(calls, requests(3), cacheHours(prices, '1.6'))).toBe(133.34);
    expect(total(calls, requests(3), cacheHours(prices, '0.5'))).toBe(120.2);
  });

  it('makes 35 for ten million calls 50, with a fifth of them answered by the function', () => {
    expect(total(restCalls(prices, 10 * MILLION), cacheHours(prices, '0.5'), requests(2))).toBe(50);
  });

  it.each([
    ['0.5', 0.54],
    ['1.6', 1.03],
    ['6.1', 5.41],
    ['13.5', 6.76],
    ['28.4', 13.52],
    ['58.2', 27.04],
    ['118', 51.37],
    ['237', 102.74],
  ] as const)('of %s GB pays for 27 million hits once the backend costs %d per million', (size, breakEven) => {
    expect(Math.round((cacheHours(prices, size).amount / 27) * 100) / 100).toBe(breakEven);
  });
});

describe('a function', () => {
  it('of 100,000 calls with REST in front costs 0.37 without its time, of ten million with HTTP 12', () => {
    const [requests] = functionRuns(prices, { calls: 0.1 * MILLION, gigabytes: 0.125, seconds: 0.1 });
    const [more] = functionRuns(prices, { calls: 10 * MILLION, gigabytes: 0.125, seconds: 0.1 });
    expect(total(restCalls(prices, 0.1 * MILLION), requests!)).toBe(0.37);
    expect(total(httpCalls(prices, 10 * MILLION, 4), more!)).toBe(12);
  });

  it('between the API and a queue adds 5 percent in requests, 10.5 with its time', () => {
    const calls = restCalls(prices, MILLION);
    const queue = lineOf(prices, 'price-sqs', 'Queue', MILLION);
    const [requests, time] = functionRuns(prices, { calls: MILLION, gigabytes: 0.125, seconds: 0.1 });
    const direct = total(calls, queue);
    expect([direct, total(calls, queue, requests!)]).toEqual([3.9, 4.1]);
    expect(total(calls, queue, requests!, time!) / direct - 1).toBeCloseTo(0.1047, 4);
  });

  it('with half the memory that runs a fifth as long costs a tenth in time', () => {
    const timeOf = (gigabytes: number, seconds: number) => functionRuns(prices, { calls: MILLION, gigabytes, seconds })[1]!.amount;
    expect(timeOf(0.5, 2) / timeOf(1, 10)).toBeCloseTo(0.1, 9);
  });
});

describe('a load balancer for 100 million calls of 5 KB', () => {
  const load = balancerLoadOf(100 * MILLION, 5);

  it('has a base of 16.43, which is not the price of its capacity units', () => {
    expect(cents(balancerHours(prices))).toBe(16.43);
  });

  it('holds 1.52 capacity units when every request connects anew', () => {
    expect(capacityUnits(prices, load)).toMatchObject({
      formula: '38.1 new connections a second ÷ 25 = 1.52 units; × 730 h × $0.008 per hour',
      facts: ['price-alb-lcu', 'lcu-new-connections'],
    });
    expect(cents(capacityUnits(prices, load))).toBe(8.89);
  });

  it('is counted by its bytes when connections are kept, and by more of them in front of functions', () => {
    const kept = { ...load, newConnections: 1 };
    expect(cents(capacityUnits(prices, kept))).toBe(4);
    expect(cents(capacityUnits(prices, { ...kept, toFunctions: true }))).toBe(10);
  });

  it('costs 20 to 33, by connections and addresses', () => {
    expect(cents(balancerHours(prices), capacityUnits(prices, { ...load, newConnections: 1 }))).toBe(20.43);
    expect(cents(balancerHours(prices), capacityUnits(prices, load))).toBe(25.31);
    expect(cents(balancerHours(prices), capacityUnits(prices, load), publicAddresses(prices, 2))).toBe(32.61);
  });

  it('holds a unit for 3,000 connections that stay open', () => {
    expect(capacityUnits(prices, { newConnections: 0, activeConnections: 6_000, gigabytesPerHour: 0 }).amount).toBe(2 * 0.008 * HOURS);
  });
});

describe('data and logs', () => {
  it('that leave cost less from 10 TB on', () => {
    expect(dataOut(prices, 10_240 + 100)).toMatchObject({ amount: 930.1, formula: '10,240 GB × $0.09 + 100 GB × $0.085 per GB' });
  });

  it('that leave CloudFront have their own price, besides a dollar for a million requests', () => {
    expect(cloudFront(prices, 15 * MILLION, 100).map(({ amount }) => amount)).toEqual([15, 8.5]);
  });

  it('through a VPC endpoint in two zones cost its hours and a cent per GB', () => {
    expect(privateEndpoint(prices, 2, 100).map(({ amount }) => amount)).toEqual([14.6, 1]);
  });

  it('of ten million calls that log 1 KB cost 5, and 0.30 for each month that they are kept', () => {
    expect(lineOf(prices, 'price-logs-ingest', 'Logs', 10)).toMatchObject({ amount: 5, formula: '10 GB × $0.50 per GB' });
    expect(lineOf(prices, 'price-logs-storage', 'Logs kept', 10).amount).toBe(0.3);
  });
});

it('a bill is the sum of its lines, whatever the load', () => {
  const load = fc.double({ min: 0, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(load, load, (calls, others) => {
      const lines = [restCalls(prices, calls), httpCalls(prices, others, 700)];
      expect(billOf(lines).total).toBeCloseTo(lines[0]!.amount + lines[1]!.amount, 2);
    }),
  );
});

it('refuses what is no amount, and a fact that is no price', () => {
  expect(() => restCalls(prices, -1)).toThrow(RangeError);
  expect(() => restCalls(prices, Number.NaN)).toThrow(RangeError);
  expect(() => lineOf(prices, 'price-http-meter', 'Calls', 1)).toThrow('fact "price-http-meter" is no price of an amount: its unit is KB');
});

it('reads prices from the ledger only, and says which one is missing', () => {
  expect(prices['price-rest'].tiers).toHaveLength(4);
  expect(() => pricesOf(ledgerOf({ 'price-rests': [3.5, 'USD/million'] }))).toThrow(
    'unknown fact "price-rest": did you mean "price-rests"?',
  );
});
