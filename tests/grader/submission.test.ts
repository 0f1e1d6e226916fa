import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSubmission } from '../../src/grader/submission.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'submission-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'bell', path)), { recursive: true });
    await writeFile(join(folder, 'bell', path), text);
  }
}

async function read(files: Record<string, string>) {
  await put(files);
  return readSubmission(join(folder, 'bell'), 'bell');
}

async function refusal(files: Record<string, string>): Promise<string> {
  const found = await read(files);
  return 'refused' in found ? found.refused : 'was read';
}

describe('a submission', () => {
  it('is the entry and what it imports, as JavaScript whose lines stay where they were', async () => {
    const found = await read({
      'bell.ts':
        "import type { Bell } from './contract.ts';\nimport { rings } from './lib/rings.ts';\nexport const ring = (bell: Bell): number => rings(bell);\n",
      'lib/rings.ts': "export { one as rings } from '../one.ts';\n",
      'one.ts': 'export const one = () => 1;\n',
      'unused.ts': 'enum Never { Read }',
    });
    expect(found).toMatchObject({ exercise: 'bell', entry: 'bell.ts' });
    const { files } = found as { files: Record<string, string> };
    expect(Object.keys(files)).toEqual(['bell.ts', 'lib/rings.ts', 'one.ts']);
    expect(files['bell.ts']!.split('\n')[2]).toMatch(/^export const ring = \(bell {6}\) {9}=> rings\(bell\);$/);
    expect(files['bell.ts']).not.toContain('sourceURL');
  });

  it('may import in a circle', async () => {
    const found = await read({ 'bell.ts': "import './door.ts';\n", 'door.ts': "import './bell.ts';\n" });
    expect(Object.keys((found as { files: object }).files)).toEqual(['bell.ts', 'door.ts']);
  });
});

describe('a submission is refused with what, where and what to do', () => {
  it.each<[string, string, string]>([
    ['syntax', 'export const a = 1;\nexport const b = ;\n', 'Expression expected.\nbell.ts:2\n'],
    ['a bracket that is not closed', 'export function a() {\n  if (1) {\n}\n', "Expected '}', got '<eof>'.\nbell.ts:3\n"],
    [
      'an enum',
      '\nenum Color { Red }\n',
      'TypeScript enum is more than a type: it makes code. Write it as plain JavaScript.\nbell.ts:2\n\nenum Color { Red }',
    ],
    ['a parameter property', 'class A { constructor(public x: number) {} }', 'TypeScript parameter property is more than a type'],
    ['a namespace', 'namespace A { export const x = 1; }', 'TypeScript namespace declaration is more than a type'],
    [
      'a module of Node',
      "\nimport 'node:fs';",
      "bell.ts:2 imports 'node:fs'. A submission imports only files of its own folder: './file.ts'.",
    ],
    ['a package', "import fc from 'fast-check';", "bell.ts:1 imports 'fast-check'. A submission imports only"],
    ['a file elsewhere', "import '../door.ts';", "bell.ts:1 imports '../door.ts', which lies outside of its folder."],
    ['an absolute file', "import '/door.ts';", "bell.ts:1 imports '/door.ts'. A submission imports only"],
    [
      'values of the contract',
      "import { type Bell } from './contract.ts';",
      'bell.ts:1 imports from the contract, which holds only types. Write `import type`.',
    ],
    ['an import at run time', "export const a = () => import('./door.ts');", 'bell.ts:1 imports at run time.'],
    ['a file that is not there', "import './door.ts';", "bell.ts:1 imports './door.ts', and there is no such file."],
    [
      'a name without its ending',
      "import './door';",
      "bell.ts:1 imports './door'. Write the whole name of a TypeScript file: './door.ts'.",
    ],
    ['a name that every object knows', "import './constructor';", "bell.ts:1 imports './constructor'. Write the whole name"],
    ['a file as large as a film', `export const a = '${'a'.repeat(500_000)}';`, 'bell.ts is larger than 500 kB.'],
  ])('%s', async (_, text, sentence) => {
    expect(await refusal({ 'bell.ts': text })).toContain(sentence);
  });

  it('no entry', async () => {
    expect(await refusal({ 'door.ts': '' })).toMatch(/^There is no bell\.ts in .*bell\.$/);
  });

  it('no folder', async () => {
    expect(await readSubmission(join(folder, 'nowhere'), 'bell')).toMatchObject({
      refused: expect.stringMatching(/^There is no bell\.ts in /) as unknown,
    });
  });

  it('a folder in the place of a file', async () => {
    expect(await refusal({ 'bell.ts': "import './door.ts';", 'door.ts/bell.ts': '' })).toBe('door.ts is not a file.');
  });

  it('a link that leads out of the folder', async () => {
    await writeFile(join(folder, 'secret.ts'), 'export const secret = 1;');
    await put({ 'bell.ts': "export { secret } from './way/secret.ts';" });
    // A junction, so that Windows lets everybody make it.
    await symlink(folder, join(folder, 'bell', 'way'), 'junction');
    expect(await readSubmission(join(folder, 'bell'), 'bell')).toMatchObject({
      refused: 'way/secret.ts leads out of its folder. A submission is judged on the files of its own folder.',
    });
  });

  it('more files than a person writes', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [i === 0 ? 'bell.ts' : `n${i}.ts`, `import './n${i + 1}.ts';`]));
    expect(await refusal(files)).toBe('It imports more than 50 files.');
  });
});
