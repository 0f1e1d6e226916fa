import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue } from '../../src/grader/judge/format.ts';
import { itemLines, textOf } from '../../src/workbench/written-values.ts';

/** Whatever is written in a way of its own, or looks as if it were. */
const SIGNS = ['a', 'n', 'u', "'", '"', '\\', '\n', '\u0001', '\u2028', '\uD800', '😀'];

describe('a written text', () => {
  it('is read back, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 12 }), (text) => {
        expect(textOf(formatValue(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is not one that was cut, or is written as a sum, or no text at all', () => {
    const written = [formatValue('ab'.repeat(2000)), formatValue('é'.repeat(100)), '17', "['a']", "'a', 'b'", "'", 'undefined'];
    expect(written.map(textOf)).toEqual(written.map(() => undefined));
  });
});

describe('a written list or object', () => {
  it('of one line gets a line for each of its items', () => {
    const value = { limit: { rate: 1, burst: 2 }, 'it’s': "'", "it's": [', '], none: undefined };
    expect(itemLines(formatValue(value, 1000)).join('\n')).toBe(formatValue(value, 30));
    const list = [{ allowed: false, at: [1, 2] }, 'a, [b', null];
    expect(itemLines(formatValue(list))).toEqual(['[', '  { allowed: false, at: [1, 2] },', "  'a, [b',", '  null,', ']']);
  });

  it('whose short items stand side by side too', () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index + 100);
    expect(itemLines(formatValue(numbers))).toEqual(['[', ...numbers.map((number) => `  ${number},`), ']']);
  });

  it('stays where it has one on each line, or none, or is something else', () => {
    for (const written of ['[]', '{}', '17', 'undefined', "'[a, b]'", "[\n  { a: 1, b: [2, 3] },\n  'c, d',\n]"])
      expect(itemLines(written)).toEqual(written.split('\n'));
  });
});
