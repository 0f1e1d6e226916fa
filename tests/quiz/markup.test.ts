import { describe, expect, it } from 'vitest';
import { parseMarkup, plainText, valueOf, type Figure } from '../../src/quiz/markup.ts';
import { ledger } from './sample.ts';

const plain = (source: string) => plainText(parseMarkup(source), ledger);
const value = (source: string) => valueOf(parseMarkup(source)[0] as Figure, ledger);

describe('a text reads', () => {
  it.each([
    ['as it stands', 'A 429 is 2 * 3 * 71 + 3.', 'A 429 is 2 * 3 * 71 + 3.'],
    ['with code', 'The body is `{"message":"*"}`.', 'The body is {"message":"*"}.'],
    ['with emphasis', 'Every bucket says *too many*.', 'Every bucket says too many.'],
    ['with a fact', 'It allows {fact throttle-account-rate}.', 'It allows 10,000 requests per second.'],
    ['with the bare value of a fact', 'The {fact throttle-account-burst value} tokens go.', 'The 5,000 tokens go.'],
    ['with what the question supposes', 'A {given 29-second} wait.', 'A 29-second wait.'],
    [
      'with a sum',
      '{sum burst + rate * t | burst=throttle-account-burst rate=throttle-account-rate t=1 | requests} pass.',
      '15,000 requests pass.',
    ],
    ['with a sum that has no unit', '{sum 2 * n | n=3} of them', '6 of them'],
    ['with a figure inside emphasis', '*{fact throttle-account-burst value}* tokens', '5,000 tokens'],
  ])('%s', (_, source, text) => {
    expect(plain(source)).toBe(text);
  });
});

it('keeps code and emphasis apart from text', () => {
  expect(parseMarkup('Say `ok`, *now*')).toEqual([
    { type: 'text', text: 'Say ' },
    { type: 'code', text: 'ok' },
    { type: 'text', text: ', ' },
    { type: 'emphasis', children: [{ type: 'text', text: 'now' }] },
  ]);
});

describe('a figure has a value', () => {
  it.each([
    ['{fact throttle-account-rate}', 10_000, 'requests/s'],
    ['{given 15,000 requests}', 15_000, 'requests'],
    ['{given 1 request}', 1, 'requests'],
    ['{given 0.5 s}', 0.5, 's'],
    ['{given 2 seconds}', 2, 's'],
    ['{given $3.50}', 3.5, 'USD'],
    ['{given 90%}', 90, 'percent'],
    ['{given 7}', 7, 'count'],
    ['{sum a - b | a=1.5 b=1 | s}', 0.5, 's'],
  ])('%s', (source, number, unit) => {
    expect(value(source)).toMatchObject({ value: number, unit });
  });

  it.each(['{given a dozen}', '{given 29-second}', '{given 3 furlongs}'])('but not %s', (source) => {
    expect(() => value(source)).toThrow('is no number with a known unit: write {given 15,000 requests} or {given 0.5 s}');
  });
});

describe('what cannot be read is refused', () => {
  it.each([
    ['unknown markup', '{facts x}', 'unknown markup "facts": did you mean "fact"?; braces that mean themselves stand in `code`'],
    ['braces that mean themselves', 'The body {"a":1}', 'braces that mean themselves stand in `code`'],
    ['an open brace', 'a { b', 'a `{` without its partner near "{ b"'],
    ['an open code mark', 'the `code', 'a `` ` `` without its partner'.replace('`` ` ``', '```')],
    ['a fact without an id', '{fact}', 'cannot read {fact}: write {fact some-id} or {fact some-id value}'],
    ['a fact with a slip', '{fact throttle-account-rate val}', 'cannot read {fact throttle-account-rate val}'],
    ['a given without anything', '{given}', 'cannot read {given}'],
    ['a sum without an expression', '{sum}', 'cannot read {sum}'],
    ['a sum with half a name', '{sum a | a= | s}', 'cannot read "a=" in a sum: write name=fact-id or name=number'],
    ['an unknown unit', '{sum 1 + a | a=1 | request}', 'unknown unit "request": did you mean "requests"?'],
  ])('%s', (_, source, message) => {
    expect(() => plain(source)).toThrow(message);
  });
});
