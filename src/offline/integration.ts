import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { bundledText } from '../site/bundled-ahead.ts';
import { SEARCH_FOLDER, writeSearchIndex } from '../site/search-index.ts';
import type { Edition } from './edition.ts';
import { overweight, placeOnDevice, type BuiltFile } from './weight.ts';

/** Writes the search index of a built site, and the service worker that keeps both. Comes after whatever else writes into the site. */
export function searchAndOffline(): AstroIntegration {
  return {
    name: 'search-and-offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        // A process of its own makes the index, so all the rest is weighed meanwhile.
        const [pages] = await Promise.all([builtFiles(folder, (file) => !isOfSearch(file)), writeSearchIndex(folder)]);
        await writeServiceWorker(folder, [...pages, ...(await builtFiles(folder, isOfSearch))]);
      },
    },
  };
}

const isOfSearch = (file: string) => file.startsWith(SEARCH_FOLDER);

const SCRIPT = 'service-worker.js';

/**
 * Writes `service-worker.js`, which names every file of the built site that a device keeps.
 * @throws if they weigh more than a device should keep
 */
export async function writeServiceWorker(folder: string, files: readonly HashedFile[]): Promise<void> {
  const problem = overweight(files.filter(({ place }) => place === 'kept'));
  if (problem) throw new Error(problem);

  // In the order of their names, so that equal sites get equal workers.
  const inOrder = files.toSorted((one, other) => (one.file < other.file ? -1 : 1));
  const digests = (wanted: string) =>
    Object.fromEntries(inOrder.filter(({ place }) => place === wanted).map(({ file, digest }) => [file, digest]));
  await writeFile(join(folder, SCRIPT), await bundledWorker({ kept: digests('kept'), extras: digests('extra') }));
}

export type HashedFile = BuiltFile & { digest: string; place: ReturnType<typeof placeOnDevice> };

/** The files of the site that are `wanted`. Whatever starts with a dot is never served. */
export async function builtFiles(folder: string, wanted: (file: string) => boolean = () => true): Promise<HashedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'));
  const served = files.filter((file) => file !== SCRIPT && !/(?:^|\/)\./.test(file) && wanted(file));
  return Promise.all(
    served.map(async (file) => {
      const content = await readFile(join(folder, file));
      const transfer = /\.(?:woff2|png|pagefind|pf_\w+)$/.test(file) ? content.length : (await promisify(gzip)(content)).length;
      const digest = createHash('sha256').update(content).digest('base64');
      return { file, size: content.length, transfer, digest, place: placeOnDevice(file) };
    }),
  );
}

const bundledWorker = (edition: Edition) =>
  bundledText({ input: 'src/offline/service-worker.ts', format: 'iife', define: { EDITION: JSON.stringify(edition) } });
