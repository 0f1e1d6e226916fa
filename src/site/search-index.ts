import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PAGEFIND = fileURLToPath(new URL('./runner/bin.cjs', import.meta.resolve('pagefind')));

/** Where the index is written, below the site's root. */
export const SEARCH_FOLDER = 'pagefind/';

/**
 * Writes the search index of a built site with Pagefind as a command, and not as the service that Starlight would keep and then end: that one
 * may say that it has written before it has (github.com/Pagefind/pagefind/issues/1271), which leaves a search that finds nothing.
 */
export async function writeSearchIndex(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [PAGEFIND, '--site', folder]);
}
