/** Reads what is in `content/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../facts/finding.ts';

/** The files of `content/<folder>` with one of these endings, by name. A folder that does not exist is empty. */
export function contentFiles(root: string, folder: string, endings: string[]): ContentFile[] {
  const directory = join(root, 'content', folder);
  return namesIn(directory)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
    .map((name) => ({ path: `content/${folder}/${name}`, text: readFileSync(join(directory, name), 'utf8') }));
}

/** The file `content/<name>`. */
export function contentFile(root: string, name: string): ContentFile {
  return { path: `content/${name}`, text: readFileSync(join(root, 'content', name), 'utf8') };
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
