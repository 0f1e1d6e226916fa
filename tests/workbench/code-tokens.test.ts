import { expect, it } from 'vitest';
import { tokensByLine } from '../../src/workbench/code-tokens.ts';

it('a line of code comes in tokens, each with its kind', () => {
  const [line] = tokensByLine("const rings: number = 'two'; // counted");
  expect(line!.filter(({ kind }) => kind !== '' && kind !== 'sign')).toEqual([
    { text: 'const', kind: 'word' },
    { text: "'two'", kind: 'value' },
    { text: '// counted', kind: 'comment' },
  ]);
});

it('every character is there, on its line, also where the text cannot be read', () => {
  for (const text of ['', '\n', 'a\n\n  b\n', '/* one\n two */ const x = `a\n${b}`;', 'export const = ;\n}}}'])
    expect(tokensByLine(text).map((line) => line.map((token) => token.text).join(''))).toEqual(text.split('\n'));
});
