import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/formatter/format.ts';
import { lineChanges } from '../../src/formatter/line-changes.ts';

const applied = (before: string, changes: ReturnType<typeof lineChanges>) =>
  changes.toReversed().reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), before);

describe('the formatter', () => {
  it('writes as the course is written, and the cursor stays at its word', async () => {
    const text = 'const a = "x"\nfunction  take( now:number ) {return now}\n';
    const result = await format(text, text.indexOf('now}'));
    if ('reason' in result) throw new Error(result.reason);
    const formatted = applied(text, result.changes);
    expect(formatted).toBe(`const a = 'x';\nfunction take(now: number) {\n  return now;\n}\n`);
    expect(formatted.slice(result.cursor)).toBe('now;\n}\n');
  });

  it.each(globSync('solutions/{token-bucket,cache-keys}/**/*.ts'))('changes nothing in what is formatted: %s', async (path) => {
    expect(await format(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), 0)).toMatchObject({ changes: [] });
  });

  it('keeps a type parameter of an arrow function as it is', async () => {
    expect(await format('const one = <Item>(items: Item[]): Item | undefined => items[0];\n', 0)).toMatchObject({ changes: [] });
  });

  it.each([
    ['const a = 1;\nconst b = ;\n', { line: 2, column: 11, reason: 'Unexpected token' }],
    ['const a = "x\n', { line: 1, column: 11, reason: 'Unterminated string constant' }],
  ])('says where a text cannot be read (%#)', async (text, expected) => {
    expect(await format(text, 0)).toEqual(expected);
  });
});

describe('changes by line', () => {
  it.each([
    ['a\nb\nc\n', 'a\nB\nc\n'],
    ['a\nb', 'a\nb\n'],
    ['', 'a\n'],
    ['x  = 1\nkeep\ny  = 2\n', 'x = 1\nkeep\ny = 2\n\n'],
    ['a\n\n\n\nb\n', 'a\n\nb\n'],
  ])('make the one text of the other (%#)', (before, after) => {
    expect(applied(before, lineChanges(before, after))).toBe(after);
  });

  it('leave alone what is the same', () => {
    expect(lineChanges('x  = 1\nkeep\ny  = 2\n', 'x = 1\nkeep\ny = 2\n')).toEqual([
      { from: 2, to: 3, insert: '' },
      { from: 14, to: 15, insert: '' },
    ]);
    expect(lineChanges('same\n', 'same\n')).toEqual([]);
  });
});
