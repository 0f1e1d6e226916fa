import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder, writeFolder } from '../../src/disk-link/exercise-folder.ts';
import { FILE_LIMIT, FILES_LIMIT } from '../../src/grader/submission-limits.ts';
import type { Files } from '../../src/workbench/drafts.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'exercise-folder-'));
  folder = join(root, 'bell');
  await mkdir(folder);
});
afterEach(() => rm(root, { recursive: true }));

async function lay(path: string, text: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
const read = () => readFolder(folder, 'exercises/bell');
const write = (before: Files, after: Files) => writeFolder(folder, before, after, 'exercises/bell');
const onDisk = (path: string) => readFile(join(folder, path), 'utf8');

describe('reading', () => {
  it('gives the files of a submission, and nothing else', async () => {
    for (const path of ['bell.ts', 'parts/clapper.ts', 'contract.ts', 'examples.test.ts', 'notes.md', '.hidden.ts', 'node_modules/x/y.ts'])
      await lay(path, path);
    expect(await read()).toEqual({ files: { 'bell.ts': 'bell.ts', 'parts/clapper.ts': 'parts/clapper.ts' } });
  });

  it('gives lines that end in LF', async () => {
    await lay('bell.ts', 'a\r\nb\r\n');
    expect(await read()).toEqual({ files: { 'bell.ts': 'a\nb\n' } });
  });

  it('gives nothing where there is no folder', async () => {
    await rm(folder, { recursive: true });
    expect(await read()).toEqual({ files: {} });
  });

  it('does not follow a link out of the folder', async () => {
    await writeFile(join(root, 'secret.ts'), 'secret');
    await symlink(join(root, 'secret.ts'), join(folder, 'bell.ts'));
    expect(await read()).toEqual({ trouble: 'exercises/bell/bell.ts is a link or a device. Put a plain file in its place.' });
  });

  it('does not go into a folder through a link', async () => {
    await mkdir(join(root, 'elsewhere'));
    await writeFile(join(root, 'elsewhere/secret.ts'), 'secret');
    await symlink(join(root, 'elsewhere'), join(folder, 'parts'), 'junction');
    expect(await read()).toEqual({ files: {} });
  });

  it('says which file is too large', async () => {
    await lay('bell.ts', 'x'.repeat(FILE_LIMIT + 1));
    expect(await read()).toEqual({ trouble: 'exercises/bell/bell.ts is larger than 500 kB, which the grader does not read.' });
  });

  it('says that there are too many', async () => {
    for (let number = 0; number <= FILES_LIMIT; number++) await lay(`part-${number}.ts`, '');
    expect(await read()).toEqual({ trouble: 'exercises/bell holds more than 50 files, which the grader does not read.' });
  });

  it('says which file is no text', async () => {
    await lay('bell.ts', Buffer.from([0x63, 0xff, 0xfe]));
    expect(await read()).toEqual({ trouble: 'exercises/bell/bell.ts is not text in UTF-8. Save it as UTF-8 in your editor.' });
  });
});

describe('writing', () => {
  it('adds, changes and removes, and leaves all else alone', async () => {
    for (const path of ['bell.ts', 'old.ts', 'contract.ts']) await lay(path, path);
    const before = { 'bell.ts': 'bell.ts', 'old.ts': 'old.ts' };
    const after = { 'bell.ts': 'changed', 'parts/new.ts': 'new' };
    expect(await write(before, after)).toBeUndefined();
    expect(await read()).toEqual({ files: after });
    expect(await onDisk('contract.ts')).toBe('contract.ts');
    expect((await readdir(folder)).sort()).toEqual(['bell.ts', 'contract.ts', 'parts']);
  });

  it('keeps lines that end in CRLF', async () => {
    await lay('bell.ts', 'a\r\nb\r\n');
    await write({ 'bell.ts': 'a\nb\n' }, { 'bell.ts': 'a\nb\nc\n' });
    expect(await onDisk('bell.ts')).toBe('a\r\nb\r\nc\r\n');
  });

  it('does not write into a folder that is a link', async () => {
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(folder, 'parts'), 'junction');
    expect(await write({}, { 'parts/new.ts': 'new' })).toBe(
      'exercises/bell/parts is no folder, so parts/new.ts cannot be written into it.',
    );
    expect(await readdir(join(root, 'elsewhere'))).toEqual([]);
  });

  it('says why not where the disk refuses', async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file in its place');
    expect(await write({}, { 'bell.ts': 'new' })).toMatch(
      /^Not all could be written to exercises\/bell \((ENOTDIR|EEXIST|ENOENT)\)\. Look whether/,
    );
  });
});
