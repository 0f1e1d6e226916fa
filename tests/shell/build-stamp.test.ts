import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fingerprint, isFresh, stamp } from '../../src/site/build-stamp.ts';

let root: string;
const print = (settings: string[] = []) => fingerprint(root, settings, ['config.mjs', 'content']);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-stamp-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'content/lessons'), { recursive: true });
  await writeFile(join(root, 'config.mjs'), 'one');
  await writeFile(join(root, 'content/lessons/a.mdx'), 'a');
});

describe('the fingerprint of what a site is built from', () => {
  it('stays the same while nothing changes, whatever lies beside the inputs', async () => {
    const before = await print();
    await writeFile(join(root, 'notes.txt'), 'not an input');
    expect(await print()).toBe(before);
  });

  it('stays the same while a learner writes, and changes with a contract', async () => {
    await mkdir(join(root, 'exercises/bell'), { recursive: true });
    await writeFile(join(root, 'exercises/bell/contract.ts'), 'rules');
    const printed = () => fingerprint(root, []);
    const before = await printed();
    await writeFile(join(root, 'exercises/bell/bell.ts'), 'an answer');
    expect(await printed()).toBe(before);
    await writeFile(join(root, 'exercises/bell/contract.ts'), 'more rules');
    expect(await printed()).not.toBe(before);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a file grows', () => writeFile(join(root, 'config.mjs'), 'one more')],
    ['a file is saved again', () => utimes(join(root, 'config.mjs'), 1, 1)],
    ['a file is added', () => writeFile(join(root, 'content/lessons/b.mdx'), 'b')],
    ['a file is removed', () => rm(join(root, 'content/lessons/a.mdx'))],
  ])('changes when %s', async (_, change) => {
    const before = await print();
    await change();
    expect(await print()).not.toBe(before);
  });

  it('changes with the settings', async () => {
    expect(await print(['/front-desk/'])).not.toBe(await print(['/']));
  });
});

describe('a built site', () => {
  it('is fresh if it was stamped with the same fingerprint', async () => {
    await stamp(root, 'now');
    expect([await isFresh(root, 'now'), await isFresh(root, 'later')]).toEqual([true, false]);
  });

  it('is not fresh without a stamp, or if there is none', async () => {
    expect([await isFresh(root, 'now'), await isFresh(join(root, 'dist'), 'now')]).toEqual([false, false]);
  });
});
