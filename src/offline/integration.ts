import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { bundledText } from '../site/bundled-ahead.ts';
import type { Edition } from './edition.ts';
import { overweight, placeOnDevice, type BuiltFile } from './weight.ts';

/** Writes the service worker of a built site. Comes after whatever else writes into it. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': ({ dir }) => writeServiceWorker(fileURLToPath(dir)),
    },
  };
}

const SCRIPT = 'service-worker.js';

/**
 * Writes `service-worker.js`, which names every file of the built site that a device keeps.
 * @throws if they weigh more than a device should keep
 */
export async function writeServiceWorker(folder: string): Promise<void> {
  const files = (await builtFiles(folder)).filter(({ place }) => place !== 'left');
  const problem = overweight(files.filter(({ place }) => place === 'kept'));
  if (problem) throw new Error(problem);

  const digests = (wanted: string) =>
    Object.fromEntries(files.filter(({ place }) => place === wanted).map(({ file, digest }) => [file, digest]));
  await writeFile(join(folder, SCRIPT), await bundledWorker({ kept: digests('kept'), extras: digests('extra') }));
}

type HashedFile = BuiltFile & { digest: string; place: ReturnType<typeof placeOnDevice> };

/** All files of the site in the order of their names, so that equal sites get equal workers. Whatever starts with a dot is never served. */
async function builtFiles(folder: string): Promise<HashedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'));
  const served = files.filter((file) => file !== SCRIPT && !/(?:^|\/)\./.test(file)).sort();
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
