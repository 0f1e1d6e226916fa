import type { AstroIntegration } from 'astro';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PAGEFIND = fileURLToPath(new URL('./runner/bin.cjs', import.meta.resolve('pagefind')));

/**
 * Builds the search index with Pagefind as a command, and not as the service that Starlight would keep and then end: that one
 * may say that it has written before it has (github.com/Pagefind/pagefind/issues/1271), which leaves a search that finds nothing.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await promisify(execFile)(process.execPath, [PAGEFIND, '--site', fileURLToPath(dir)]);
      },
    },
  };
}
