import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceOf, sharesOf } from '../../src/facts/tier-prices.ts';
import { tierProblems } from '../../src/facts/tiers.ts';

const REST = [{ upTo: 333, value: 3.5 }, { upTo: 1_000, value: 2.8 }, { upTo: 20_000, value: 2.38 }, { value: 1.51 }];
const HTTP = [{ upTo: 300, value: 1 }, { value: 0.9 }];
const MESSAGES = [{ upTo: 1_000, value: 1 }, { value: 0.8 }];

describe('a price by tiers', () => {
  it.each([
    ['30 million REST calls', REST, 30, 105],
    ['100 million REST calls', REST, 100, 350],
    ['500 million REST calls', REST, 500, 1_633.1],
    ['a billion REST calls', REST, 1_000, 3_033.1],
    ['100,000 REST calls a second for a month', REST, 262_800, 414_881.1],
    ['30 million HTTP calls', HTTP, 30, 30],
    ['a billion HTTP calls', HTTP, 1_000, 930],
    ['100,000 HTTP calls a second for a month', HTTP, 262_800, 236_550],
    ['a chat that sends 4,818 million messages', MESSAGES, 4_818, 4_054.4],
    ['the same chat without copies to the sender', MESSAGES, 4_380, 3_704],
  ])('of %s', (_, tiers, amount, expected) => {
    expect(priceOf(tiers, amount)).toBe(expected);
  });

  it('is nothing for nothing', () => {
    expect(priceOf(REST, 0)).toBe(0);
  });

  it('changes at the end of a tier, not before: the last unit inside still has its price', () => {
    expect(priceOf(HTTP, 300)).toBe(300);
    expect(priceOf(HTTP, 301)).toBe(300.9);
  });

  it('is spread over the tiers that the amount reaches', () => {
    expect(sharesOf(REST, 400)).toEqual([
      { amount: 333, value: 3.5, price: 1_165.5 },
      { amount: 67, value: 2.8, price: 67 * 2.8 },
    ]);
  });

  it('never falls when the amount grows, and never exceeds the first price for all of it', () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(priceOf(REST, Math.max(a, b))).toBeGreaterThanOrEqual(priceOf(REST, Math.min(a, b)));
        expect(priceOf(REST, a)).toBeLessThanOrEqual(a * 3.5 * (1 + 1e-9));
      }),
    );
  });

  it.each([-1, Number.NaN, Infinity])('of %d is refused', (amount) => {
    expect(() => priceOf(REST, amount)).toThrow(new RangeError(`an amount is 0 or more and finite, not ${amount}`));
  });
});

describe('tiers are in order', () => {
  it('when they rise, begin with the value of the fact, and the last one is open', () => {
    expect(tierProblems(REST, 3.5)).toEqual([]);
  });

  it.each([
    [
      'ends that do not rise',
      [{ upTo: 300, value: 1 }, { upTo: 300, value: 0.9 }, { value: 0.8 }],
      [{ path: [1, 'upTo'], message: 'must be more than 300, where the tier before it ends' }],
    ],
    [
      'another first price',
      [{ upTo: 300, value: 2 }, { value: 0.9 }],
      [{ path: [0, 'value'], message: 'must be the fact’s own value, 1, not 2' }],
    ],
    [
      'an end of the last one',
      [
        { upTo: 300, value: 1 },
        { upTo: 600, value: 0.9 },
      ],
      [{ path: [1, 'upTo'], message: 'must be left out: the last tier has no end' }],
    ],
    ['no end of another', [{ value: 1 }, { value: 0.9 }], [{ path: [0], message: 'needs `upTo`: only the last tier has no end' }]],
    ['one tier', [{ value: 1 }], [{ path: [], message: 'must be at least two: one price for every amount needs no tiers' }]],
  ])('and not with %s', (_, tiers, problems) => {
    expect(tierProblems(tiers, 1)).toEqual(problems);
  });
});
