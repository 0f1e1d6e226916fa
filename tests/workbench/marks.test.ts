import { describe, expect, it } from 'vitest';
import { offsetOf, pieceOf, placeName } from '../../src/workbench/marks.ts';

const underlined = (line: string, column?: number) => {
  const { from, to } = pieceOf(line, column);
  return line.slice(from, to);
};

describe('what a mark underlines', () => {
  it.each<[string, string, number | undefined, string]>([
    ['the word at the column', '  return tokens > 0;', 10, 'tokens'],
    ['the rest of a word from its middle', 'burstSize', 6, 'Size'],
    ['a word with a dollar, and one that is not English', 'const $größe = 1', 7, '$größe'],
    ['a sign', 'take(now', 5, '('],
    ['all that is written, without a column', '    return false;  ', undefined, 'return false;'],
    ['the last character, where something is missing at the end', 'const a = 1', 12, '1'],
    ['a blank, where one stands', 'a  b', 2, ' '],
    ['both halves of a character of two', 'a = 😀', 5, '😀'],
    ['nothing of an empty line', '', 1, ''],
    ['blanks where a line has nothing else', '   ', undefined, '   '],
  ])('is %s', (_rule, line, column, piece) => {
    expect(underlined(line, column)).toBe(piece);
  });
});

describe('what is underlined where it is said how much', () => {
  it.each<[string, string, number, number, string]>([
    ['that much', 'const a = "no good";', 11, 9, '"no good"'],
    ['to the end of the line at most', 'return {', 8, 40, '{'],
    ['the last character, where it is behind the line', 'return', 7, 3, 'n'],
    ['nothing of an empty line', '', 1, 5, ''],
  ])('is %s', (_rule, line, column, length, piece) => {
    const { from, to } = pieceOf(line, column, length);
    expect(line.slice(from, to)).toBe(piece);
  });
});

describe('an offset in a text', () => {
  const text = 'one\n  two\n\nfour';
  const from = (line: number, column?: number) => text.slice(offsetOf(text, line, column));

  it('is that of the line and the column', () => {
    expect(from(2, 4)).toBe('wo\n\nfour');
  });

  it('without a column is behind the blanks that a line begins with', () => {
    expect(from(2)).toBe('two\n\nfour');
  });

  it('stays within the line and within the text', () => {
    expect([from(1, 99), from(3, 7), from(99, 1), from(0, 0)]).toEqual(['\n  two\n\nfour', '\nfour', 'four', text]);
  });
});

it('names a place', () => {
  expect([placeName({ line: 7, column: 5 }), placeName({ line: 7 })]).toEqual(['Line 7, column 5', 'Line 7']);
});
