import { expect, it } from 'vitest';
import { typedNumber } from '../../src/quiz/typed-number.ts';

it.each([
  ['15000', 15_000],
  ['15,000', 15_000],
  ['15 000', 15_000],
  ['15\u00a0000', 15_000],
  ['15_000', 15_000],
  [' 0 ', 0],
  ['0.5', 0.5],
  ['.5', 0.5],
  ['-3', -3],
  ['−3', -3],
  ['7,000 requests', 7000],
  ['4 s', 4],
])('reads %o as %d', (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

it.each(['', 'none', 'about 5', '1.2.3', '5 or 6', '5-6', '-'])('reads no number in %o', (text) => {
  expect(typedNumber(text)).toBeUndefined();
});
