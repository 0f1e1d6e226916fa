/** Builds of the site for tests and benches, kept until something that they are made from changes. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { putInPlace } from './put-in-place.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, 'node_modules/.cache/built-site');
const MADE_FROM = [
  'package-lock.json',
  'astro.config.mjs',
  'ec.config.mjs',
  'public/**',
  'content/**',
  'src/**',
  'exercises/**',
  'solutions/**',
  'tests/hidden/**',
  'tests/stubs/**',
];
const HOUR = 3_600_000;

/**
 * The folder of a build of the site as its sources stand. It never changes once it is there: another run may be reading it.
 *
 * @param name tells builds with different environments apart
 */
export async function siteBuild(name: string, environment: Record<string, string> = {}): Promise<string> {
  const folder = join(cache, `${name}-${(await stateOfSources()).slice(0, 16)}`);
  if (existsSync(folder)) return folder;

  await forgetOldBuilds();
  const fresh = await mkdtemp(`${folder}-`);
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', fresh, '--silent'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  await putInPlace(fresh, folder);
  return folder;
}

/** Changes whenever a file that the site is made from is written, added or removed. */
async function stateOfSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(MADE_FROM, { cwd: root })) files.push(file);

  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { mtimeMs, size } = await stat(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

async function forgetOldBuilds(): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const entry of await readdir(cache)) {
    const age = Date.now() - (await stat(join(cache, entry)).catch(() => ({ mtimeMs: Infinity }))).mtimeMs;
    if (age > HOUR) await rm(join(cache, entry), { recursive: true, force: true });
  }
}
