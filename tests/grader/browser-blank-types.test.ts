import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parser } from '@lezer/javascript';
import { describe, expect, it } from 'vitest';
import { blankTypes } from '../../src/grader/hosts/browser/blank-types.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The words and marks of a script, without comments and blanks. */
function tokensOf(script: string): string[] {
  const tokens: string[] = [];
  parser.parse(script).iterate({
    enter({ name, from, to, node }) {
      if (!node.firstChild && !name.endsWith('Comment')) tokens.push(script.slice(from, to).trim());
    },
  });
  // Where a type is taken out, a comma before it or a semicolon after it may stay or go.
  return tokens.filter((token) => token !== '' && token !== ';' && token !== ',');
}

function scriptOf(source: string): string {
  const blanked = blankTypes(source);
  if ('mistake' in blanked) throw new Error(`${blanked.mistake} at ${blanked.offset}`);
  return blanked.script;
}

const FOLDERS = ['solutions', 'exercises', 'tests/stubs'];
const files = FOLDERS.flatMap((folder) => globSync('**/*.ts', { cwd: join(ROOT, folder) }).map((file) => join(folder, file)));

describe('the browser takes out of a submission what the terminal takes out', () => {
  const kept = files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const);

  it.each(FOLDERS)('in every file of %s', (folder) => {
    const ours = kept.filter(([file]) => file.startsWith(join(folder, '/')));
    expect(ours.length).toBeGreaterThan(4);
    expect(ours.map(([file, source]) => [file, tokensOf(scriptOf(source))])).toEqual(
      ours.map(([file, source]) => [file, tokensOf(stripTypeScriptTypes(source))]),
    );
  });

  it('and every line stays where it was', () => {
    const lines = (text: string) => text.split('\n').length;
    expect(kept.filter(([, source]) => lines(scriptOf(source)) !== lines(source))).toEqual([]);
  });
});

describe('what is more than a type is refused in the words of the terminal', () => {
  it.each([
    ['an enum', 'const a = 1;\nenum Door { Rest }', 'TypeScript enum is more than a type: it makes code. Write it as plain JavaScript', 13],
    ['a namespace', 'namespace Desk { export const a = 1; }', 'TypeScript namespace declaration is more than a type', 0],
    ['a parameter property', 'class Desk { constructor(private key: string) {} }', 'TypeScript parameter property is more than a type', 25],
    ['a type in angle brackets', 'const a = <string>b;', 'The angle-bracket syntax for type assertions', 10],
  ])('%s', (_, source, mistake, offset) => {
    const blanked = blankTypes(source);
    expect(blanked).toEqual({ mistake: expect.stringContaining(mistake), offset });
    expect(() => stripTypeScriptTypes(source)).toThrow();
  });

  it.each([
    ['a declared enum', 'declare enum Door { Rest }'],
    ['a private field and a private method', 'class Desk { private key = 1; readonly open = true; private turn() {} }'],
  ])('but not %s', (_, source) => {
    expect(blankTypes(source)).toHaveProperty('script');
  });
});

describe('a text that is no TypeScript is refused where it goes wrong', () => {
  it.each([
    ['a bracket that was never closed', 'if (a {\n}', 'Unexpected token, expected ")"', 6],
    ['nothing where a value must stand', 'const a = ;', 'Unexpected token', 10],
    ['a quote that was never closed', "const a = 'b\n", 'Unterminated string constant', 10],
  ])('%s', (_, source, mistake, offset) => {
    expect(blankTypes(source)).toEqual({ mistake, offset });
  });
});
