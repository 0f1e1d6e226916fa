/** No limit on a subject's time counts what the judge does with an answer. So the answer itself must be little work. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/grader/boundary/decode.ts';
import { encode } from '../../src/grader/boundary/encode.ts';
import { VALUE_LIMITS, type Encoded } from '../../src/grader/boundary/values.ts';
import { formatValue } from '../../src/grader/judge/format.ts';

function across(value: unknown): unknown {
  return decode(JSON.parse(encode(value)) as Encoded);
}

/** Everything that somebody meets who walks a value without remembering where they were. */
function steps(value: unknown, above: readonly unknown[] = []): number {
  if (typeof value !== 'object' || value === null || above.includes(value)) return 1;
  const inside = value instanceof Map || value instanceof Set ? [...value].flat() : Object.values(value);
  return inside.reduce<number>((sum, item) => sum + steps(item, [...above, value]), 1);
}

/** Fifty lists, each holding the next one twice: a walk of 2^50 steps. */
function shared(): unknown {
  let list: unknown = 'end';
  for (let i = 0; i < 50; i++) list = [list, list];
  return list;
}

describe('an answer that crosses', () => {
  it('takes no more steps to walk than it has values, however often they share', () => {
    expect(steps(across(shared()))).toBeLessThan(3 * VALUE_LIMITS.nodes);
  });

  it('holds an object that stands in two places twice', () => {
    const limit = { rate: 10 };
    const [one, other] = across([limit, limit]) as object[];
    expect([one, other]).toEqual([limit, limit]);
    expect(one).not.toBe(other);
  });

  it('refers to nothing but what it lies in: a text that does so was written by somebody else', () => {
    expect(() =>
      decode([
        'A',
        [
          ['O', {}],
          ['=', 1],
        ],
      ]),
    ).toThrow(SyntaxError);
    expect(() => decode(['='])).toThrow(SyntaxError);
  });

  it.each([
    ['set', (size: number) => new Set(Array.from({ length: size }, (_, i) => ({ i })))],
    ['map', (size: number) => new Map(Array.from({ length: size }, (_, i) => [{ i }, i]))],
  ])('has few enough members in a %s to be compared each with each', (_, make) => {
    expect(across(make(300))).toEqual(make(300));
    expect(encode(make(3_000))).toContain('"cut"');
  });

  it('has no number that takes long to read', () => {
    expect(across(10n ** 1_000n)).toBe(10n ** 1_000n);
    for (const number of [1n << 100_000n, -1n << 100_000n]) expect(encode(number)).toContain('"cut"');
  });
});

describe('an answer that is printed', () => {
  it.each<[string, unknown]>([
    ['shared lists', shared()],
    ['a list of lists', Array.from({ length: 500 }, () => Array.from({ length: 500 }, () => ({ allowed: true })))],
    ['a long text', 'xy'.repeat(500_000)],
    ['a text of many runs', `${'x'.repeat(64)}${'y'.repeat(64)}`.repeat(5_000)],
    ['bytes', new Uint8Array(1_000_000)],
  ])('is a page at most: %s', (_, value) => {
    expect(formatValue(value).length).toBeLessThan(2_100);
  });

  it('writes a long run of one character as what makes it', () => {
    expect(formatValue('é'.repeat(65_536))).toBe("'é'.repeat(65536)");
    expect(formatValue(`a${'🛎'.repeat(64)}"b"`)).toBe(`'a' + '🛎'.repeat(64) + '"b"'`);
    expect(formatValue('x'.repeat(63))).toBe(`'${'x'.repeat(63)}'`);
  });

  it('says how much is left out', () => {
    expect(formatValue(Array.from({ length: 100 }, (_, i) => i))).toContain('… 40 more');
  });
});
