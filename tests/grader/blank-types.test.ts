import { describe, expect, it } from 'vitest';
import { blankTypes } from '../../src/grader/blank-types.ts';

describe('types', () => {
  it('become blanks, so that lines and columns stay those of the source', async () => {
    expect(await blankTypes('const rate: number = 10;\ntype A = 1;\nexport { rate };', 'a.ts')).toBe(
      'const rate         = 10;\n           \nexport { rate };\n',
    );
  });

  it.each([
    ['enum Level { plan }', 'TypeScript enum is more than a type: it makes code. Write it as plain JavaScript.', '^'],
    ['let rate = ;', 'Expression expected.', '           ^'],
    ['if (burst) { export const a = 1;', "This stands inside a block: a '{' above it was never closed.", '             ^'],
  ])('that cannot be blanked are named with file, line and place: %s', async (line, mistake, caret) => {
    const refusal = await blankTypes(`let burst: number;\n${line}\n`, 'a.ts').catch((error: Error) => error.message);
    expect(refusal).toContain(`${mistake}\na.ts:2\n`);
    expect(refusal).toContain(`${line}\n${caret}`);
  });
});

describe('a source that breaks the parser', () => {
  const brackets = `${'('.repeat(5_000)}1${')'.repeat(5_000)}`;

  it('is refused by its name', async () => {
    await expect(blankTypes(brackets, 'deep.ts')).rejects.toThrow('deep.ts cannot be read: it is nested too deeply.');
  });

  it('leaves a whole one for whoever comes after', async () => {
    const texts = [
      blankTypes(brackets, 'deep.ts'),
      blankTypes('let a: string;', 'a.ts'),
      blankTypes(brackets, 'deep.ts'),
      blankTypes('let b: 1;', 'b.ts'),
    ];
    const read = await Promise.allSettled(texts);
    expect(read.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('is given up if it would be read for hours', { timeout: 20_000 }, async () => {
    const everyReading = `export const a = ${'async <T>(a = '.repeat(30)}1${')'.repeat(30)}`;
    await expect(blankTypes(everyReading, 'slow.ts')).rejects.toThrow('slow.ts cannot be read within 5 s.');
  });
});
