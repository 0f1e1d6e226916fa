/** Runs once before the site tests: builds the site if anything it is made from has changed, and serves it on loopback. */
import { glob } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { siteBuild } from './site-build.ts';
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

const BASE = '/front-desk/';

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // One after the other: both builds write the same `.astro` folder.
  const plain = await siteBuild('plain');
  const underBase = await siteBuild('under-base', { SITE_URL: 'https://example.org', SITE_BASE: BASE });
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
