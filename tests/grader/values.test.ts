import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/grader/boundary/decode.ts';
import { encode } from '../../src/grader/boundary/encode.ts';
import { Foreign, VALUE_LIMITS, type Encoded } from '../../src/grader/boundary/values.ts';

/** What the judge gets of a value in the subject. */
function across(value: unknown): unknown {
  return decode(JSON.parse(encode(value)) as Encoded);
}

function kindOf(value: unknown): unknown {
  return value instanceof Foreign ? value.kind : value;
}

describe('a value that crosses', () => {
  const scalars = [fc.constantFrom(undefined, Number.NaN, Infinity, -Infinity, -0), fc.bigInt(), fc.date(), fc.double(), fc.string()];
  const keys = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toJSON', 'length', '?', 'O'));
  const { value: values } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      ...scalars,
      fc.array(tie('value')),
      fc.dictionary(keys, tie('value')),
      fc.dictionary(keys, tie('value'), { noNullPrototype: false }),
      fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
      fc.array(tie('value')).map((members) => new Set(members)),
      fc.uint8Array(),
      fc.bigInt64Array(),
      fc.uint8Array().map(({ buffer }) => buffer),
    ),
  }));

  it('arrives as it was', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(isDeepStrictEqual(across(value), value)).toBe(true);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['a list that looks like a tag', ['u']],
    [
      'tags within tags',
      [
        ['?', 'part', ''],
        ['=', 0],
        ['n', 'NaN'],
      ],
    ],
    ['an object whose keys are tags', { O: 1, '?': 2, '=': 3 }],
    ['holes', [1, , 3, ,]], // oxlint-disable-line no-sparse-arrays
    ['a regular expression', /a+\/b/giu],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
  ])('keeps %s', (_, value) => {
    expect(across(value)).toStrictEqual(value);
  });

  it('keeps its own __proto__ as data', () => {
    const value = JSON.parse('{"__proto__":{"polluted":true},"a":1}') as object;
    expect(Object.keys(across(value) as object)).toEqual(['__proto__', 'a']);
    expect(across(value)).not.toHaveProperty('polluted');
  });

  it('keeps circles, and what it holds twice', () => {
    const circle: Record<string, unknown> = { list: [] };
    (circle.list as unknown[]).push(circle, circle.list, new Map([[circle, new Set([circle])]]));
    const found = across(circle) as { list: unknown[] };
    expect(found.list[0]).toBe(found);
    expect(found.list[1]).toBe(found.list);
    expect([...(found.list[2] as Map<unknown, Set<unknown>>)].map(([key, set]) => [key, ...set])).toEqual([[found, found]]);
  });

  it('keeps name, message and data of an error', () => {
    const gone = Object.assign(new TypeError('gone'), { statusCode: 410 });
    expect(across(gone)).toMatchObject({ name: 'TypeError', message: 'gone', statusCode: 410 });
  });

  it('that the judge throws does not tell the subject where the judge stood', () => {
    const sent = decode(JSON.parse(encode(new Error('no'), () => 0)) as Encoded);
    expect((sent as Error).stack).toBe('');
  });
});

describe('a value that is not plain data', () => {
  class Point {
    x = 1;
  }

  it('is no plain object where types count, even with the same contents', () => {
    expect(across(new Point())).not.toStrictEqual({ x: 1 });
    expect(across(new Point())).toEqual({ x: 1 });
  });

  it.each<[string, unknown]>([
    ['function', () => true],
    ['symbol', Symbol('true')],
    ['promise', [Promise.resolve(true)]],
    ['part', { take: () => true }],
    ['part', Object.create({ take: () => true })],
    ['part', { then: (settle: (value: boolean) => void) => settle(true) }],
    ['part', { toJSON: () => true }],
    ['part', { asymmetricMatch: () => true, $$typeof: Symbol.for('jest.asymmetricMatcher') }],
    [
      'unreadable',
      new Proxy(
        {},
        {
          getPrototypeOf: () => {
            throw new Error('no');
          },
        },
      ),
    ],
  ])('arrives as a %s that equals nothing', (kind, value) => {
    const found = across(value);
    expect(kindOf(Array.isArray(found) ? found[0] : found)).toBe(kind);
    for (const wanted of [true, {}, [], undefined]) expect(found).not.toEqual(wanted);
  });

  it('is not asked: a getter is named and not run', () => {
    let asked = 0;
    const value = {
      get allowed() {
        return ++asked;
      },
    };
    expect(kindOf((across(value) as { allowed: unknown }).allowed)).toBe('getter');
    expect(asked).toBe(0);
  });

  it('is read once, through a proxy too: what arrives cannot answer again', () => {
    let reads = 0;
    const proxy = new Proxy(
      { allowed: true },
      { getOwnPropertyDescriptor: (target, key) => (reads++, Reflect.getOwnPropertyDescriptor(target, key)) },
    );
    const found = across(proxy) as object;
    const readOnce = reads;
    expect(found).toStrictEqual({ allowed: true });
    expect(reads).toBe(readOnce);
  });

  it('boxed as an object, is not the value in the box', () => {
    expect(across(Object(true))).not.toEqual(true);
    expect(across(Object(5))).not.toEqual(5);
  });
});

describe('a value that is too large', () => {
  const holdsCut = (text: string) => text.includes('["?","cut",');

  it.each<[string, () => unknown]>([
    ['deep', () => Array.from({ length: VALUE_LIMITS.depth + 2 }).reduce<unknown>((inner) => [inner], 0)],
    ['wide', () => Array.from({ length: VALUE_LIMITS.nodes + 1 }, () => 0)],
    [
      'sparse',
      () => {
        const list: unknown[] = [];
        list.length = 2 ** 31;
        return list;
      },
    ],
    ['wordy', () => ['x'.repeat(VALUE_LIMITS.text + 1)]],
    ['wordy in its keys', () => Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}`.padEnd(100_000), 0]))],
    ['numerous in one bigint', () => 10n ** BigInt(VALUE_LIMITS.text + 1)],
  ])('is cut short when it is %s', (_, make) => {
    const text = encode(make());
    expect(holdsCut(text)).toBe(true);
    expect(text.length).toBeLessThan(2 * VALUE_LIMITS.text);
    expect(() => decode(JSON.parse(text) as Encoded)).not.toThrow();
  });
});

describe('a text that no `encode` wrote', () => {
  it.each([
    '["x"]',
    '[]',
    '["T","Function",[]]',
    '["T","__proto__",[]]',
    '["R","(",""]',
    '["b","no"]',
    '["A"]',
    '["O"]',
    `${'["A",['.repeat(5_000)}${']]'.repeat(5_000)}`,
  ])('is refused: %.20s', (text) => {
    expect(() => decode(JSON.parse(text) as Encoded)).toThrow();
  });
});
