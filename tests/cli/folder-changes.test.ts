import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onFolderChange } from '../../src/grader/folder-changes.ts';
import { lookAtFolder } from '../../src/grader/folder-content.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-'));
  await writeFile(join(folder, 'bell.ts'), 'one');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a save is noticed', () => {
  let changes: number;
  let onChange: () => void;
  let stop: () => void;

  /** Settles with the next change; a test that waits in vain times out. */
  const nextChange = () => new Promise<void>((resolve) => (onChange = resolve));

  beforeEach(() => {
    changes = 0;
    onChange = () => {};
    stop = onFolderChange(folder, () => {
      changes++;
      onChange();
    });
  });
  afterEach(() => stop());

  it.each([
    ['written in place', (file: string) => writeFile(file, 'two')],
    [
      'written beside it and renamed',
      async (file: string) => {
        await writeFile(`${file}.swp`, 'two');
        await rename(`${file}.swp`, file);
      },
    ],
    [
      'deleted and written anew',
      async (file: string) => {
        await rm(file);
        await writeFile(file, 'two');
      },
    ],
    ['joined by another file', (file: string) => writeFile(join(file, '../clapper.ts'), 'new')],
  ])('of a file that is %s', async (_, save) => {
    const change = nextChange();
    await save(join(folder, 'bell.ts'));
    await change;
    expect(changes).toBeGreaterThan(0);
  });

  it('in a folder that was deleted and is back', async () => {
    const deletion = nextChange();
    await rm(folder, { recursive: true });
    await deletion;
    const back = nextChange();
    await mkdir(folder);
    await writeFile(join(folder, 'bell.ts'), 'two');
    await back;
    expect(changes).toBeGreaterThan(1);
  });
});

describe('what there is to grade', () => {
  const look = () => lookAtFolder(folder, 'bell');

  it('is the same while no module changes, whatever happens to types and tests', async () => {
    const before = await look();
    await writeFile(join(folder, 'contract.ts'), 'export type Ring = true;');
    await writeFile(join(folder, 'examples.test.ts'), 'test');
    await writeFile(join(folder, 'notes.txt'), 'note');
    expect(await look()).toEqual(before);
  });

  it('is something else when any module changes', async () => {
    const before = await look();
    await mkdir(join(folder, 'parts'));
    await writeFile(join(folder, 'parts/clapper.ts'), 'new');
    const with1 = await look();
    await writeFile(join(folder, 'bell.ts'), 'two');
    expect(new Set([before, with1, await look()].map((found) => JSON.stringify(found))).size).toBe(3);
  });

  it('is gone with the file, or with its folder', async () => {
    await rm(join(folder, 'bell.ts'));
    expect(await look()).toEqual({ state: 'gone' });
    await rm(folder, { recursive: true });
    expect(await look()).toEqual({ state: 'gone' });
  });

  it('is empty while an editor has only made room for what comes', async () => {
    await writeFile(join(folder, 'bell.ts'), '');
    expect(await look()).toMatchObject({ state: 'empty' });
  });
});
