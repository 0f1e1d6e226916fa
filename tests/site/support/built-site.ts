/** Runs once before the site tests: builds the site if anything it is made from has changed, and serves it on loopback. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { serveFolder } from './static-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The site as a learner's machine serves it, from `/`. */
    siteUrl: string;
    /** The folder that holds it. */
    siteFolder: string;
    /** The same site as a project page serves it, from a folder. */
    siteUnderBaseUrl: string;
    /** The addresses of all its pages, under its root: `''`, `facts/`. */
    sitePages: string[];
  }
}

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
const BASE = '/front-desk/';
const HOUR = 3_600_000;

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const state = await stateOfSources();
  // One after the other: both builds write the same `.astro` folder.
  const plain = await built('plain', state, {});
  const underBase = await built('under-base', state, { SITE_URL: 'https://example.org', SITE_BASE: BASE });
  const servers = [await serveFolder(plain), await serveFolder(underBase, { base: BASE })];
  project.provide('siteUrl', servers[0]!.url);
  project.provide('siteFolder', plain);
  project.provide('siteUnderBaseUrl', servers[1]!.url);
  project.provide('sitePages', await pagesIn(plain));
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}

async function pagesIn(folder: string): Promise<string[]> {
  const pages: string[] = [];
  for await (const file of glob('**/index.html', { cwd: folder })) pages.push(file.replaceAll('\\', '/').replace(/index\.html$/, ''));
  return pages.sort();
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

/** The folder of a build of this state. A build never changes once it is there: another test run may be reading it. */
async function built(name: string, state: string, environment: Record<string, string>): Promise<string> {
  const folder = join(cache, `${name}-${state.slice(0, 16)}`);
  if (existsSync(folder)) return folder;

  await forgetOldBuilds();
  const fresh = await mkdtemp(`${folder}-`);
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', fresh, '--silent'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  try {
    await rename(fresh, folder);
  } catch (error) {
    // Another test run was quicker; its build is as good.
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function forgetOldBuilds(): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const entry of await readdir(cache)) {
    const age = Date.now() - (await stat(join(cache, entry)).catch(() => ({ mtimeMs: Infinity }))).mtimeMs;
    if (age > HOUR) await rm(join(cache, entry), { recursive: true, force: true });
  }
}
