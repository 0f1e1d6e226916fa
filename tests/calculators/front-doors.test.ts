import { describe, expect, it } from 'vitest';
import { frontDoorBill, type Load } from '../../src/calculators/front-doors.ts';
import type { Product } from '../../src/facts/features.ts';
import { prices } from './support.ts';

const LOAD: Load = { calls: 100e6, kilobytes: 5, clients: 0, isPrivate: false, isCached: false };
const totalOf = (door: Product, change: Partial<Load> = {}) =>
  Math.round(frontDoorBill(door, { ...LOAD, ...change }, prices).total * 100) / 100;
const linesOf = (door: Product, change: Partial<Load> = {}) =>
  frontDoorBill(door, { ...LOAD, ...change }, prices).lines.map(({ what, amount }) => [what, Math.round(amount * 100) / 100]);

/** 500 GB that leave for the internet. */
const DATA = 45;

describe('100 million calls of 5 KB', () => {
  it.each<[Product, number]>([
    ['rest', 350 + DATA],
    ['http', 100 + DATA],
    ['alb', 32.61 + DATA],
    ['lambdaUrl', DATA],
    ['cloudfront', 100 + 42.5],
  ])('cost at %s %d', (door, total) => {
    expect(totalOf(door)).toBeCloseTo(total, 2);
  });

  it('through a private REST API pay an endpoint instead of data out', () => {
    expect(linesOf('rest', { isPrivate: true })).toEqual([
      ['Calls', 350],
      ['VPC endpoint in 2 zones', 14.6],
      ['Data through the endpoint', 5],
    ]);
  });

  it('through an internal balancer pay neither addresses nor data out', () => {
    expect(linesOf('alb', { isPrivate: true })).toEqual([
      ['Load balancer', 16.43],
      ['Capacity units', 8.89],
    ]);
  });

  it('with a cache pay its hours at a REST API, and nothing more at CloudFront', () => {
    expect(totalOf('rest', { isCached: true })).toBe(totalOf('rest') + 14.6);
    expect(totalOf('cloudfront', { isCached: true })).toBe(totalOf('cloudfront'));
  });
});

describe('a thousand clients that stay connected and send three million messages', () => {
  const chat = { calls: 3e6, kilobytes: 1, clients: 1_000 };

  it('pay a WebSocket API for both directions and their minutes', () => {
    expect(linesOf('websocket', chat)).toEqual([
      ['Messages', 6],
      ['Connection minutes', 10.95],
      ['Data out', 0.27],
    ]);
  });

  it('pay a balancer for what they hold, not for new connections', () => {
    expect(frontDoorBill('alb', { ...LOAD, ...chat }, prices).lines[1]!.facts).toContain('lcu-active-connections');
  });
});

it('every door says what its sum takes for granted', () => {
  for (const door of ['rest', 'http', 'websocket', 'alb', 'lambdaUrl', 'cloudfront'] as const)
    expect(frontDoorBill(door, LOAD, prices).assumptions.at(-1)).toBe('Prices of us-east-1, before tax, without the free tier.');
});
