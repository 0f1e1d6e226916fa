import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateSum, type SumNames } from '../../src/facts/sum.ts';
import { ledgerOf } from './support.ts';

const ledger = ledgerOf({
  rate: [10_000, 'requests/s'],
  burst: [5_000, 'requests'],
  body: ['Forbidden', 'text'],
  calls: [1, 'USD/million', [{ upTo: 300, value: 1 }, { value: 0.9 }]],
});
const sum = (expression: string, names: SumNames = {}) => evaluateSum(expression, names, ledger).value;

describe('a sum', () => {
  it('works with facts and givens', () => {
    expect(sum('min(demand, b + r * t)', { demand: 15_000, b: 'burst', r: 'rate', t: 1 })).toBe(15_000);
    expect(sum('sent - b', { sent: 15_000, b: 'burst' })).toBe(10_000);
  });

  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-2 - -3', 1],
    ['7 / 2', 3.5],
    ['floor(7 / 2) + ceil(7 / 2)', 7],
    ['round(2.345, 2)', 2.35],
    ['max(1, 2, 3)', 3],
    ['0.1 + 0.2', 0.3],
    ['1e3', 1000],
  ])('%s is %d', (expression, expected) => {
    expect(sum(expression)).toBe(expected);
  });

  it('goes through the tiers of a price', () => {
    expect(sum('price(calls, 300 + more) + 1', { calls: 'calls', more: 100 })).toBe(391);
    expect(sum('price * 2', { price: 'calls' })).toBe(2);
    expect(evaluateSum('price(calls, 0)', { calls: 'calls' }, ledger).terms).toMatchObject([{ name: 'calls', value: 1, tiers: [{}, {}] }]);
  });

  it('tells which names are facts, in the order given', () => {
    expect(evaluateSum('a + b', { a: 1, b: 'burst' }, ledger).terms).toMatchObject([
      { name: 'a', value: 1 },
      { name: 'b', value: 5_000, fact: { id: 'burst' } },
    ]);
  });

  it('agrees with JavaScript on + - * and min', () => {
    const small = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(small, small, small, (a, b, c) => {
        // + 0, because a reader sees no negative zero.
        expect(sum('min(a, b) + a * 2 - (b - c)', { a, b, c })).toBe(Math.min(a, b) + a * 2 - (b - c) + 0);
      }),
    );
  });
});

describe('a sum that cannot be right quotes the expression', () => {
  it.each<[string, SumNames, string]>([
    ['burst + rte', { burst: 'burst', rate: 'rate' }, 'sum "burst + rte": unknown name "rte": did you mean "rate"?'],
    ['a', { a: 'brst' }, 'sum "a": unknown fact "brst": did you mean "burst"?'],
    ['a', { a: 'body' }, 'sum "a": "a": fact "body" is no number but "Forbidden"'],
    ['1', { a: 1 }, 'sum "1": "a" is given but never used'],
    ['1 / 0', {}, 'sum "1 / 0": the result is Infinity, not a finite number'],
    ['0 / 0', {}, 'sum "0 / 0": the result is NaN, not a finite number'],
    ['', {}, 'sum "": is empty'],
    ['2 a', { a: 1 }, 'sum "2 a": "2 a" leaves out an operator: write the * between the factors'],
    ['mean(1, 2)', {}, 'sum "mean(1, 2)": unknown function "mean"'],
    ['min()', {}, 'sum "min()": min() needs a number'],
    ['price(r, 1)', { r: 'rate' }, 'sum "price(r, 1)": "r": fact "rate" has no tiers, so price() cannot go through them'],
    ['price(r, 1)', { r: 3 }, 'sum "price(r, 1)": "r": a number has no tiers, so price() cannot go through them'],
    ['price(calls)', { calls: 'calls' }, 'sum "price(calls)": price() takes the name of a fact with tiers and an amount'],
    ['price(1, 2)', {}, 'sum "price(1, 2)": price() takes the name of a fact with tiers and an amount'],
    ['price(c, c)', { c: 'calls' }, 'sum "price(c, c)": "c" is a price by tiers in one place and a number in another'],
    [
      'price(c, price)',
      { c: 'calls', price: 1 },
      'sum "price(c, price)": "price" names a number and a function here: give the number another name',
    ],
    ['price(c, -1)', { c: 'calls' }, 'sum "price(c, -1)": an amount is 0 or more and finite, not -1'],
    ['1 +', {}, 'sum "1 +": Unexpected end of expression'],
  ])('%s', (expression, names, message) => {
    expect(() => sum(expression, names)).toThrow(message);
  });

  it.each([
    'a = 3',
    'f(x) = x',
    'import("x")',
    '[1, 2]',
    '1; 2',
    'a.constructor',
    '2 ^ 9',
    '3!',
    '1 < 2',
    '1 ? 2 : 3',
    'true',
    '"text"',
    'pi',
    'toString',
    '5 cm',
  ])('%s is no arithmetic', (expression) => {
    expect(() => sum(expression, {})).toThrow(/^sum ".*": /s);
  });
});
