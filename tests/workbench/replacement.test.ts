import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replacementFor } from '../../src/workbench/replacement.ts';

it.each<[string, string, string, object | undefined]>([
  ['nothing where both are the same', 'take', 'take', undefined],
  ['what is added', 'ac', 'abc', { from: 1, to: 1, insert: 'b' }],
  ['what is left out', 'abc', 'ac', { from: 1, to: 2, insert: '' }],
  ['the middle', 'const a = 1;', 'const a = 22;', { from: 10, to: 11, insert: '22' }],
  ['one of two that are the same', 'aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['all', '', 'abc', { from: 0, to: 0, insert: 'abc' }],
])('is %s', (_rule, before, after, expected) => {
  expect(replacementFor(before, after)).toEqual(expected);
});

it('makes the one text of the other, whatever they are', () => {
  // Few letters, so that much of both is the same.
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = replacementFor(before, after) ?? { from: 0, to: 0, insert: '' };
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});
