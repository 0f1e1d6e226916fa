import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shuffled } from '../../src/quiz/shuffle.ts';

const distinct = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 8 });

it('keeps every item, and never the order that was given', () => {
  fc.assert(
    fc.property(distinct, fc.string(), (items, seed) => {
      const order = shuffled(items, seed);
      expect(order).not.toEqual(items);
      expect(order.toSorted()).toEqual(items.toSorted());
    }),
    { seed: 8 },
  );
});

it('gives the same order for the same seed, so that pages do not differ between builds', () => {
  expect(shuffled(['a', 'b', 'c', 'd', 'e'], 'order-of-levels')).toEqual(shuffled(['a', 'b', 'c', 'd', 'e'], 'order-of-levels'));
});

it('puts a right answer in every place over many questions', () => {
  const places = new Set(
    Array.from({ length: 40 }, (_, question) => shuffled(['right', 'b', 'c', 'd'], `question-${question}`).indexOf('right')),
  );
  expect(places).toEqual(new Set([0, 1, 2, 3]));
});
