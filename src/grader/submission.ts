/** A submission as plain data, read without running a line of it. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { blankTypes } from './blank-types.ts';
import { Refused } from './imports.ts';
import { noSuchFile, readModules, tooLarge } from './read-modules.ts';
import { FILE_LIMIT } from './submission-limits.ts';

export interface Submission {
  exercise: string;
  /** Path of the module that is called, within `files`. */
  entry: string;
  /** Modules as JavaScript, by path with `/`. Types are blanked, so lines and columns are those of the learner's file. */
  files: Record<string, string>;
  /** Address of the folder, so that a stack or a debugger names the learner's own file. */
  root: string;
}

/** Why a submission cannot be judged, for the learner: what, where, what to do. */
export interface Refusal {
  exercise: string;
  refused: string;
}

/** @param folder - holds `<exercise>.ts`; nothing outside of it is read, not even through a link */
export async function readSubmission(folder: string, exercise: string): Promise<Submission | Refusal> {
  const root = await realpath(folder).catch(() => resolve(folder));
  const entry = `${exercise}.ts`;
  try {
    return { exercise, entry, files: await readModules(entry, { textOf, blankTypes }), root: `${pathToFileURL(root).href}/` };
  } catch (error) {
    if (error instanceof Refused) return { exercise, refused: error.message };
    throw error;
  }

  async function textOf(path: string, importer: string): Promise<string> {
    const file = join(root, path);
    const real = await realpath(file).catch(() => undefined);
    if (!real && importer === path) throw new Refused(`There is no ${path} in ${root}.`);
    if (!real) throw noSuchFile(path, importer);
    if (!real.startsWith(root + sep))
      throw new Refused(`${path} leads out of its folder. A submission is judged on the files of its own folder.`);
    const { size, isFile } = await stat(real).then((stats) => ({ size: stats.size, isFile: stats.isFile() }));
    if (!isFile) throw new Refused(`${path} is not a file.`);
    if (size > FILE_LIMIT) throw tooLarge(path);
    return readFile(real, 'utf8');
  }
}
