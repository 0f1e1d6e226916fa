import { expect, it } from 'vitest';
import { excerpt, placeSentence } from '../../src/explorables/text-place.ts';

it('a place is a line and a column', () => {
  expect(placeSentence('{\n  "a": 1\n}', { from: 4, to: 7 })).toBe('line 2, column 3');
});

it('a line is quoted around a mistake', () => {
  expect(excerpt('one\ntwo three\nfour', { from: 8, to: 13 })).toEqual(['two ', 'three', '']);
  expect(excerpt('one', { from: 3, to: 3 })).toEqual(['one', '', '']);
});

it('of a mistake over several lines the first is quoted, and of a long line a piece', () => {
  expect(excerpt('a {\n}', { from: 2, to: 5 })).toEqual(['a ', '{', '']);
  expect(excerpt('x'.repeat(900), { from: 400, to: 900 }).map((part) => part.length)).toEqual([80, 80, 80]);
});
