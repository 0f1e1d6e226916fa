import { describe, expect, it } from 'vitest';
import { besideSolution, type BesideFile } from '../../src/workbench/beside-solution.ts';

const SIGNS = { both: ' ', mine: '-', solution: '+' };
const written = ({ lines }: BesideFile) => lines.map(({ side, text }) => `${SIGNS[side]}${text}`);

const mine = `import type { Bell } from './contract.ts';

/** Mine. */
export function createBell(name: string): Bell {
  let rings = 0;
  return {
    press() {
      rings = 1;
    },
  };
}

const helper = 1;
`;
const bell = `import { loud } from './loud.ts';

/** A bell. */
export function createBell(name: string): Bell {
  let rings = 0;
  return {
    press() {
      rings += 1;
    },
  };
}
`;
const loud = `export const loud = (text: string) => text;
`;

describe('a solution beside what a learner wrote', () => {
  const files = besideSolution({ 'bell.ts': mine }, { 'bell.ts': bell, 'loud.ts': loud });

  it('is compared where both declare the same, wherever that stands', () => {
    expect(files.map(({ path, shared }) => [path, shared])).toEqual([
      ['bell.ts', ['createBell']],
      ['loud.ts', []],
    ]);
    expect(written(files[0]!)).toEqual([
      "+import { loud } from './loud.ts';",
      '+',
      '-/** Mine. */',
      '+/** A bell. */',
      ' export function createBell(name: string): Bell {',
      '   let rings = 0;',
      '   return {',
      '     press() {',
      '-      rings = 1;',
      '+      rings += 1;',
      '     },',
      '   };',
      ' }',
    ]);
  });

  it('has no new lines where there is nothing to compare with', () => {
    expect(written(files[1]!)).toEqual([' export const loud = (text: string) => text;']);
  });

  it('follows what was written where the two have little in common', () => {
    const other = 'export function createBell(name: string): Bell {\n  const bell = new Ringer(name);\n  count(bell);\n  return bell;\n}\n';
    const [file] = besideSolution({ 'mine.ts': other }, { 'bell.ts': bell });
    expect(written(file!).map((line) => line[0])).toEqual([...'++-----+++++++++']);
  });

  it.each([
    ['class', 'export default class Bell {}'],
    ['type', 'type Bell = 1;'],
    ['interface', 'export interface Bell {}'],
    ['async function', 'export async function Bell() {}'],
    ['generator', 'function* Bell() {}'],
    ['constant', 'const Bell: number = 1;'],
  ])('knows a %s by its name', (_, text) => {
    expect(besideSolution({ 'a.ts': text }, { 'b.ts': text })).toEqual([
      { path: 'b.ts', shared: ['Bell'], lines: [{ side: 'both', text }] },
    ]);
  });
});

it('no line of a solution is lost, whatever a learner wrote', () => {
  const texts = ['', 'export', mine, bell, '}\n{\n// end', '/** loose */\n\n/** more */\nconst x = 1', mine.replaceAll('\n', '\r\n')];
  for (const own of texts)
    for (const text of texts) {
      const [file] = besideSolution({ 'bell.ts': own }, { 'bell.ts': text });
      expect(file!.lines.flatMap(({ side, text }) => (side === 'mine' ? [] : [text])).join('\n')).toBe(text.replace(/\n$/, ''));
    }
});
