import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Look } from './watch-loop.ts';

/** Not part of a submission: types, and tests of the learner's own. */
const NOT_GRADED = /(^|[\\/])contract\.ts$|\.test\.ts$/;

/** What there is to grade in an exercise's folder at this moment. */
export async function lookAtFolder(folder: string, exercise: string): Promise<Look> {
  const paths = await readdir(folder, { recursive: true }).catch(() => []);
  const modules = paths.filter((path) => path.endsWith('.ts') && !NOT_GRADED.test(path)).sort();
  const hash = createHash('sha256');
  let main: Buffer | undefined;
  for (const path of modules) {
    const text = await readFile(join(folder, path)).catch(() => undefined);
    if (path === `${exercise}.ts`) main = text;
    hash
      .update(path)
      .update('\0')
      .update(text ?? '')
      .update('\0');
  }
  if (!main) return { state: 'gone' };
  return { state: main.length === 0 ? 'empty' : 'there', content: hash.digest('hex') };
}
