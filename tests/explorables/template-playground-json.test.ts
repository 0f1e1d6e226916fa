import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonMistake } from '../../src/explorables/template-playground-json.ts';
import { offsetOf, placeOf } from '../../src/explorables/text-place.ts';

describe('a mistake in JSON', () => {
  it.each([
    ['{"name": ""Ann""}', 'After a value comes a comma or a }.', 'A'],
    ['{"a": {name=Ann}}', 'The name of a field belongs here, in double quotes.', 'n'],
    ['{"a": }', 'A value is missing before this }.', '}'],
    ['[1, ]', 'A value is missing before this ].', ']'],
    ['{"a": 1,}', 'JSON has no comma before a }.', '}'],
    ['{"a" 1}', 'A colon belongs between the name of a field and its value.', '1'],
    ["{'a': 1}", 'The name of a field belongs here, in double quotes.', "'"],
    ["['a']", 'JSON has double quotes only.', "'"],
    [String.raw`["O\'Brien"]`, String.raw`JSON knows no \' in a text.`, String.raw`\'`],
    ['["a\nb"]', 'A line break, or another character without a picture, cannot stand in a text.', '\n'],
    ['["a', 'This text has no closing quote.', '"'],
    ['{"a": [1', 'This [ is never closed.', '['],
    ['[1] [2]', 'The JSON is over before this.', '['],
    ['[01]', 'A value belongs here: a text in double quotes, a number, true, false, null, a list or an object.', '0'],
    ['[none]', 'A value belongs here: a text in double quotes, a number, true, false, null, a list or an object.', 'n'],
    ['', 'A value belongs here, and the text ends.', ''],
  ])('%j: %s', (text, message, blamed) => {
    const mistake = jsonMistake(text)!;
    expect(mistake.message).toBe(message);
    expect(text.slice(mistake.span.from, mistake.span.to)).toBe(blamed);
  });

  it('is found in long texts and deep ones', () => {
    expect(jsonMistake(`["${'x'.repeat(5_000_000)}`)?.message).toBe('This text has no closing quote.');
    expect(jsonMistake('['.repeat(300_000))?.span).toEqual({ from: 299_999, to: 300_000 });
  });

  it('is none exactly where a parser finds none, and what is before it could still become JSON', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.nat(2), fc.constantFrom('', '"', ',', '}', ']', '{', ':', '\\', '\n', '1', 'a', '-', '.'))
      .map(([json, at, cut, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + cut));
    fc.assert(
      fc.property(damaged, (text) => {
        const mistake = jsonMistake(text);
        expect(mistake === undefined).toBe(parses(text));
        if (!mistake) return;
        expect(mistake.span.from).toBeLessThanOrEqual(text.length);
        // Cut off there, it is complete or has an end that is missing.
        const before = jsonMistake(text.slice(0, mistake.span.from));
        expect(before?.message ?? 'complete').toMatch(/^complete$|never closed|no closing quote|the text ends/);
      }),
    );
  });
});

it('places are lines and columns from 1, with any line break, and back', () => {
  expect(placeOf('a\r\nbc', 4)).toEqual({ line: 2, column: 2 });
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'é', '\n', '\r\n')), fc.nat(), (pieces, cut) => {
      const text = pieces.join('');
      const offset = pieces.slice(0, cut % (pieces.length + 1)).join('').length;
      expect(offsetOf(text, placeOf(text, offset))).toBe(offset);
    }),
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
