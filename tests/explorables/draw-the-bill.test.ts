import { describe, expect, it } from 'vitest';
import { monthlyBill } from '../../src/calculators/monthly-bill.ts';
import { doorCost, rangesOf } from '../../src/calculators/monthly-bill-doors.ts';
import { billPricesOf } from '../../src/calculators/monthly-bill-ledger.ts';
import { billIn, PLAIN, withBill, type BillSettings } from '../../src/calculators/monthly-bill-settings.ts';
import { biggestMiss, isHit, missesOf, nearestStop, placeOf, STOPS } from '../../src/explorables/draw-the-bill.ts';
import { sceneSentence } from '../../src/explorables/draw-the-bill-scene.ts';
import { SYSTEMS, systemOf } from '../../src/explorables/draw-the-bill-systems.ts';
import {
  drawingSentence,
  freeSentences,
  missSentence,
  peakSentences,
  rangeSentence,
  savingWords,
  WHY,
} from '../../src/explorables/draw-the-bill-words.ts';
import { ledger } from '../calculators/support.ts';

const known = billPricesOf(ledger);
const settingsOf = (id: string) => SYSTEMS.find((system) => system.id === id)!.settings;
const orders = monthlyBill({ ...PLAIN, behind: 'function-queue', kilobytes: 0 }, known).lines;

describe('the scale', () => {
  it('runs from nothing over a cent to a million, and every stop is its own nearest', () => {
    expect([STOPS[0], STOPS[1], STOPS.at(-1)]).toEqual([0, 0.01, 1e6]);
    expect(STOPS.map(nearestStop)).toEqual(STOPS.map((_, index) => index));
    expect([-5, 0, 0.001, 1e12].map(nearestStop)).toEqual([0, 0, 0, STOPS.length - 1]);
  });

  it('gives every decade the same length', () => {
    const [cent, dollar, hundred] = [placeOf(0.01), placeOf(1), placeOf(100)];
    expect(dollar - cent).toBeCloseTo(hundred - dollar);
    expect([placeOf(0), placeOf(1e12)]).toEqual([0, 1]);
  });
});

describe('a drawing', () => {
  it('hits what lies within a quarter, and what is a cent away', () => {
    const misses = missesOf(orders, { calls: 4.3, runs: 0.1, time: 0.2, queue: 0.6 });
    expect(misses.map((miss) => [miss.line.id, isHit(miss)])).toEqual([
      ['calls', true],
      ['runs', false],
      ['time', true],
      ['queue', false],
      ['data-out', true],
    ]);
  });

  it('is missed most where the most dollars are off, not the largest factor', () => {
    const worst = biggestMiss(missesOf(orders, { calls: 5, runs: 0.02, time: 0.21, queue: 0.4 }))!;
    expect([worst.line.id, worst.off]).toEqual(['calls', 1.5]);
    expect(missSentence(worst)).toBe('Calls: you drew $5.00, it is $3.50, $1.50 less.');
    expect(biggestMiss(missesOf(orders, { calls: 3.5, runs: 0.2, time: 0.2, queue: 0.4 }))).toBeUndefined();
  });

  it('is told what nobody drew, and how many times too little', () => {
    const [calls, , time] = missesOf(orders, { calls: 0.35 });
    expect(missSentence(calls!)).toBe('Calls: you drew $0.35, it is $3.50: 10 times too little.');
    expect(missSentence(time!)).toBe('Function, time: you drew $0.00, it is $0.21. Nobody drew it.');
  });

  it('is told when errors cancel', () => {
    expect(drawingSentence(missesOf(orders, { calls: 1, queue: 3 }), 4.31)).toBe(
      'You drew $4.00 a month. It is $4.31. 1 of 5 lines stands within a quarter of the real one. The sum looks better than its lines: errors cancel.',
    );
    expect(drawingSentence(missesOf(orders, { calls: 3.5, runs: 0.2, time: 0.2, queue: 0.4 }), 4.31)).toContain('Every line stands');
  });
});

describe('each system', () => {
  it.each(SYSTEMS)('$id can be found again, and every line of it teaches something', ({ id, settings }) => {
    expect(systemOf(settings)).toBe(id);
    const { lines, total } = monthlyBill(settings, known);
    expect(total).toBeGreaterThan(0);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(WHY[line.id]).toMatch(/\.$/);
    expect(billIn(withBill('', settings), { kilobytes: 10_240, megabytes: [128, 10_240] })).toEqual(settings);
  });

  it('that nobody knows is the reader’s own', () => {
    expect(systemOf({ ...PLAIN, calls: 7 })).toBeUndefined();
  });
});

describe('what is said', () => {
  it.each<[string, string]>([
    [
      'logs',
      '100 million calls a month through a REST API, replies of 5 KB. Behind it a function of 512 MB that runs 120 ms. Each call writes 5 KB of logs, and they stay for 6 months.',
    ],
    [
      'private',
      '100 million calls a month from within a VPC, with an endpoint in 2 zones, through a REST API, replies of 5 KB. What is behind has a bill of its own.',
    ],
    [
      'balancer',
      '100 million calls a month through an Application Load Balancer, replies of 5 KB. Behind it containers. Every call connects anew.',
    ],
    [
      'chat',
      '1,000 people are connected for 730 hours a month each. They send 3 million messages of 1 KB, and each is delivered to 10. Behind it a function of 128 MB that runs 100 ms.',
    ],
  ])('of %s', (id, sentence) => {
    expect(sceneSentence(settingsOf(id))).toBe(sentence);
  });

  const ranged = (change: Partial<BillSettings>) => {
    const settings = { ...PLAIN, behind: 'other' as const, ...change };
    return rangeSentence(rangesOf(settings, known.prices), settings, (door) => doorCost(settings, door, known.prices)(settings.calls));
  };

  it('of the next cheaper door, on either side of the point', () => {
    expect(ranged({ calls: 1e6 })).toBe(
      'At 1 million calls a month an HTTP API costs least, $1.00 for the door against $3.50 for a REST API. From 26 million calls on a load balancer does.',
    );
    expect(ranged({ calls: 100e6 })).toBe(
      'At 100 million calls a month a load balancer costs least, $32.61 for the door against $350.00 for a REST API. Below 26 million calls an HTTP API does. No volume above changes that.',
    );
    expect(ranged({ cache: '0.5' })).toContain('Only a REST API');
    expect(ranged({ behind: 'queue' })).toBe(
      'At 1 million calls a month an HTTP API costs least, $1.00 for the door against $3.50 for a REST API. No volume above changes that.',
    );
  });

  it('of savings', () => {
    expect([12, -3, 0].map(savingWords)).toEqual(['saves $12.00', 'costs $3.00 more', 'saves nothing']);
  });

  it('of what is free', () => {
    const free = (settings: BillSettings, total: number) => freeSentences(settings, total, (calls) => calls * 3.5e-6, known.extras);
    expect(free(PLAIN, 400)).toEqual([
      'The old free tier took 1 million calls a month off, here $3.50, for a year. Its last years are over.',
      'The credits of a new account, up to $200.00, pay 15 d 5 h of this.',
    ]);
    expect(free(PLAIN, 100)[1]).toContain('pay 2 months of this');
    expect(free(PLAIN, 4)[1]).toContain('outlast the 6 months of its free plan: $24.00 are used');
    expect(free({ ...PLAIN, door: 'alb' }, 100)).toHaveLength(1);
  });

  it('of a busiest second', () => {
    expect(peakSentences(settingsOf('tickets'), known.extras)).toEqual([
      'All 360 million calls would come within 1 h at that rate.',
      '100,000 a second are 10 times what an account starts with, 10,000.',
      '100,000 × 0.1 s keep 10,000 copies of the function busy at once. The default is 1,000, and even with more a cold function needs 1 min 30 s to get there.',
    ]);
    expect(peakSentences(PLAIN, known.extras)).toEqual([]);
  });
});
