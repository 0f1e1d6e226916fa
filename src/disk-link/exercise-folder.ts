/** The files of a submission on the disk, read and written as a set. Nothing outside of the folder is touched, not even through a link. */
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_LIMIT, FILES_LIMIT } from '../grader/submission-limits.ts';
import { writeWhole } from '../grader/write-whole.ts';
import type { Files } from '../workbench/drafts.ts';
import { nameComplaint } from '../workbench/file-names.ts';
import type { Lying } from './messages.ts';

/** Why the folder cannot be read or written, in a sentence for the learner. */
class Unfit extends Error {}

/**
 * Every file of the folder that a submission may have: not the contract, not tests. Lines end in LF, however they end on the disk.
 * @param shown the folder as sentences name it
 */
export async function readFolder(folder: string, shown: string): Promise<Lying> {
  const files: Record<string, string> = {};
  try {
    for (const path of await pathsIn(folder, '', shown)) {
      const text = await textOf(join(folder, path), `${shown}/${path}`);
      if (text !== undefined) files[path] = text;
    }
    return { files };
  } catch (error) {
    return { trouble: sentenceOf(error, `${shown} cannot be read`) };
  }
}

/**
 * Puts `after` in the place of `before`: each file as a whole, and new ones before any is removed.
 * @param before what lies there, as `readFolder` gave it
 * @param after files that may lie there: `filesComplaint` has none
 * @returns why not all was written, in a sentence; undefined if it was
 */
export async function writeFolder(folder: string, before: Files, after: Files, shown: string): Promise<string | undefined> {
  try {
    for (const [path, text] of Object.entries(after)) if (before[path] !== text) await put(folder, path, text, shown);
    for (const path of Object.keys(before)) if (!Object.hasOwn(after, path)) await rm(join(folder, path), { force: true });
    return undefined;
  } catch (error) {
    return sentenceOf(error, `Not all could be written to ${shown}`);
  }
}

async function pathsIn(folder: string, under: string, shown: string): Promise<string[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true }).catch(absent);
  const paths: string[] = [];
  for (const entry of (entries ?? []).sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = under + entry.name;
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      paths.push(...(await pathsIn(folder, `${path}/`, shown)));
    else if (nameComplaint(path) === undefined && !entry.isDirectory()) {
      if (!entry.isFile()) throw new Unfit(`${shown}/${path} is a link or a device. Put a plain file in its place.`);
      paths.push(path);
    }
    if (paths.length > FILES_LIMIT) throw new Unfit(`${shown} holds more than ${FILES_LIMIT} files, which the grader does not read.`);
  }
  return paths;
}

/** Undefined if it has just gone: whoever saves a file may be putting another in its place. */
async function textOf(file: string, shown: string): Promise<string | undefined> {
  const found = await lstat(file).catch(absent);
  if (!found) return undefined;
  if (found.size > FILE_LIMIT) throw new Unfit(`${shown} is larger than ${FILE_LIMIT / 1000} kB, which the grader does not read.`);
  const bytes = await readFile(file).catch(absent);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    throw new Unfit(`${shown} is not text in UTF-8. Save it as UTF-8 in your editor.`);
  }
}

async function put(folder: string, path: string, text: string, shown: string): Promise<void> {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    const on = parts.slice(0, depth).join('/');
    const found = await lstat(join(folder, on)).catch(absent);
    if (found && !found.isDirectory()) throw new Unfit(`${shown}/${on} is no folder, so ${path} cannot be written into it.`);
  }
  const file = join(folder, path);
  // Whose lines ended in CRLF goes on so: an editor on Windows may have it that way.
  const former = await readFile(file, 'utf8').catch(absent);
  await writeWhole(file, former?.includes('\r\n') ? text.replaceAll(/\r?\n/g, '\r\n') : text);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function sentenceOf(error: unknown, what: string): string {
  if (error instanceof Unfit) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  return `${what} (${code ?? message}). Look whether the folder is yours to write and the disk has room.`;
}
