import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue } from '../../src/grader/judge/format.ts';
import { differenceOf, valueRows } from '../../src/workbench/differences.ts';
import { allRows, inShort, shortRows, type ShownRow } from '../../src/workbench/shown-difference.ts';

const SIGNS = { both: ' ', expected: '-', actual: '+' };

/** Each row behind its sign; what differs stands in ⟦⟧. */
function drawn(rows: readonly ShownRow[]): string[] {
  return rows.map((row) => {
    if ('leftOut' in row) return `… ${row.leftOut}`;
    return SIGNS[row.side] + row.pieces.map(({ text, differs }) => (differs ? `⟦${text}⟧` : text)).join('');
  });
}

const between = (expected: unknown, actual: unknown) => differenceOf(formatValue(expected), formatValue(actual));
const all = (expected: unknown, actual: unknown) => drawn(allRows(between(expected, actual)));
const short = (expected: unknown, actual: unknown) => drawn(shortRows(between(expected, actual)));

describe('two texts', () => {
  it('differ by character, as far inside as can be', () => {
    expect(all('hello #stop world', 'hello ')).toEqual(['-hello ⟦#stop world⟧', '+hello ']);
    expect(all('[false][0]', '[][]')).toEqual(['-[⟦false⟧][⟦0⟧]', '+[][]']);
  });

  it('do not agree where a letter is the same by chance', () => {
    expect(all('0 towels', '7 pets')).toEqual(['-⟦0 towel⟧s', '+⟦7 pet⟧s']);
  });

  it('of several lines differ by line first', () => {
    expect(all('{\n  "count": 2,\n  "pets": []\n}', '{\n  "count": ,\n  "pets": []\n}')).toEqual([
      ' {',
      '-  "count": ⟦2⟧,',
      '+  "count": ,',
      '   "pets": []',
      ' }',
    ]);
  });

  it('differ in a line that one of them does not have', () => {
    expect(all('a\nb\nc\n', 'a\nc\n')).toEqual([' a', '-⟦b↵⟧', ' c']);
  });
});

describe('where two texts differ', () => {
  it.each([
    ['a line end', 'a\n', 'a', ['-a⟦↵⟧', '+a']],
    ['a line end of another kind', 'a\r\nb', 'a\nb', ['-a⟦\\r⟧', '+a', ' b']],
    ['a tab', 'a\tb', 'a b', ['-a⟦→⟧b', '+a⟦·⟧b']],
    ['a blank too many', 'a b', 'a  b', ['-a b', '+a ⟦·⟧b']],
    ['a blank that does not break', 'a b', 'a\u00A0b', ['-a⟦·⟧b', '+a⟦\\u{a0}⟧b']],
    ['a character without a width', 'ab', 'a\u200Bb', ['-ab', '+a⟦\\u{200b}⟧b']],
    ['an accent in two ways', 'é', 'e\u0301', ['-⟦é⟧', '+⟦e\\u{301}⟧']],
    ['a mark that turns the writing around', 'ab', 'a\u202Eb', ['-ab', '+a⟦\\u{202e}⟧b']],
  ])('%s is seen', (_what, expected, actual, rows) => {
    expect(all(expected, actual)).toEqual(rows);
  });

  it('blanks between two words are left alone', () => {
    expect(all('one two three', 'one 2 3 three')).toEqual(['-one ⟦two⟧ three', '+one ⟦2 3⟧ three']);
  });
});

describe('two values', () => {
  it('of one line differ by word', () => {
    expect(all([true, true, false], [false, false, false])).toEqual(['-[⟦true, true⟧, false]', '+[⟦false, false⟧, false]']);
    expect(all({ status: 429 }, { status: 403 })).toEqual(['-{ status: ⟦429⟧ }', '+{ status: ⟦403⟧ }']);
  });

  it('of the same kind and length are held against each other in their order', () => {
    const [yes, no] = [{ allowed: true }, { allowed: false, response: 'QUOTA_EXCEEDED', level: 'plan' }];
    expect(all([yes, no, no], [no, yes, no]).slice(1, -1)).toEqual([
      '-  { allowed: ⟦true⟧ },',
      "+  { allowed: ⟦false, response: 'QUOTA_EXCEEDED', level: 'plan'⟧ },",
      "-  { allowed: ⟦false, response: 'QUOTA_EXCEEDED', level: 'plan'⟧ },",
      '+  { allowed: ⟦true⟧ },',
      "   { allowed: false, response: 'QUOTA_EXCEEDED', level: 'plan' },",
    ]);
  });

  it('that are built differently are not', () => {
    const long = 'many words '.repeat(7);
    const other = { a: 1, b: long };
    expect(all([1, long, other], [other, 1, long])).toEqual([
      ' [',
      '-⟦  1,⟧',
      `-⟦  '${long}',⟧`,
      '   {',
      '     a: 1,',
      `     b: '${long}',`,
      '   },',
      '+⟦  1,⟧',
      `+⟦  '${long}',⟧`,
      ' ]',
    ]);
  });

  it('of which one is long and one short are brought into the same form', () => {
    const long = { allowed: false, response: 'THROTTLED', level: 'the account itself' };
    expect(all([{ allowed: true }, { allowed: true }], [long, long]).slice(0, 3)).toEqual([
      ' [',
      '-  { allowed: ⟦true⟧ },',
      "+  { allowed: ⟦false, response: 'THROTTLED', level: 'the account itself'⟧ },",
    ]);
  });

  it('of different kinds differ as a whole', () => {
    expect(all({ allowed: true }, undefined)).toEqual(['-⟦{ allowed: true }⟧', '+⟦undefined⟧']);
    expect(all('{}', {})).toEqual(["-⟦'⟧{}⟦'⟧", '+{}']);
  });

  it('keep their indent where a line is new', () => {
    const rows = all({ a: 'x'.repeat(40), b: 'y'.repeat(40), c: 'z'.repeat(40) }, { a: 'x'.repeat(40), c: 'z'.repeat(40) });
    expect(rows[2]).toBe(`-⟦  b: '${'y'.repeat(40)}',⟧`);
  });

  it('that are written alike do not differ', () => {
    expect(all({ a: 1 }, { a: 1 })).toEqual([' { a: 1 }']);
  });

  it('give each side whole, whatever they are', () => {
    const value = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '{', "'") }), fc.jsonValue());
    fc.assert(
      fc.property(value, value, (expected, actual) => {
        const { kind, rows } = between(expected, actual);
        const sideOf = (side: 'expected' | 'actual') =>
          rows
            .filter((row) => row.side !== (side === 'expected' ? 'actual' : 'expected'))
            .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
            .join('')
            .replaceAll(/[\s,]/g, '');
        const written = (one: unknown) => (kind === 'code' ? formatValue(one) : String(one)).replaceAll(/[\s,]/g, '');
        expect([sideOf('expected'), sideOf('actual')]).toEqual([written(expected), written(actual)]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is long', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `line ${index}`);

  it('is folded where nothing differs', () => {
    const other = lines.with(30, 'another');
    expect(short(lines.join('\n'), other.join('\n'))).toEqual([
      '… 28 lines the same on both sides',
      ' line 28',
      ' line 29',
      '-⟦line 30⟧',
      '+⟦another⟧',
      ' line 31',
      ' line 32',
      '… 27 lines the same on both sides',
    ]);
  });

  it('is cut after forty lines', () => {
    const rows = short(lines.join('\n'), lines.map((line) => `${line}!`).join('\n'));
    expect([rows.length, rows.at(-1)]).toEqual([41, '… 80 more lines']);
  });

  it('keeps beginning and end of a piece', () => {
    expect(inShort('a'.repeat(600), 400)).toBe(`${'a'.repeat(300)} … 200 characters … ${'a'.repeat(100)}`);
    const [row] = short(`${'a'.repeat(30)}${'bc'.repeat(500)}!`, `${'a'.repeat(30)}${'bc'.repeat(500)}?`);
    expect(row).toMatch(/^-a{30}(bc)+ … 870 characters … (bc)+⟦!⟧$/);
  });

  it('breaks no character in two', () => {
    expect(inShort('😀'.repeat(300), 401).isWellFormed()).toBe(true);
  });

  it('and has too little in common is not compared to the end', () => {
    const [one, other] = ['abcdefgh', 'hgfedcba'].map((letters) =>
      Array.from({ length: 1900 }, (_, index) => letters[(index * index + (index >> 3)) % 8]).join(''),
    );
    expect(between(one, other).rows.map(({ pieces }) => pieces.map(({ differs }) => differs))).toEqual([[true], [true]]);
  });
});

it('a value without another to compare it with is not said to differ', () => {
  expect(drawn(allRows(valueRows('[\n  1,\n]', 'actual')))).toEqual(['+[', '+  1,', '+]']);
});
