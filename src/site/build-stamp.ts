/** Tells whether a built site still matches what it was built from. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Everything under the project’s root that the pages depend on. Of an exercise that is its contract: the rest is the learner’s to write. */
export const SITE_INPUTS = [
  'astro.config.mjs',
  'ec.config.mjs',
  'package-lock.json',
  'content',
  'exercises',
  'public',
  'solutions',
  'src',
  'tests/hidden',
  'tests/stubs',
];

const STAMP = '.built-from';

/**
 * Names the state of the inputs: each file’s path, size and time of change, and the settings that are baked into every page.
 * @param settings - what else the build depends on, such as the base path
 */
export async function fingerprint(root: string, settings: string[], inputs: string[] = SITE_INPUTS): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const input of inputs) {
    for (const file of await filesUnder(join(root, input))) {
      if (input === 'exercises' && basename(file) !== 'contract.ts') continue;
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** True if `dist` was stamped with this fingerprint, and not built over since: a build empties its folder first. */
export async function isFresh(dist: string, print: string): Promise<boolean> {
  const file = join(dist, STAMP);
  return existsSync(file) && (await readFile(file, 'utf8')) === print;
}

export async function stamp(dist: string, print: string): Promise<void> {
  await writeFile(join(dist, STAMP), print);
}

async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
