/** Puts the pristine stub of an exercise back, and loses nothing. */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { writeWhole } from './write-whole.ts';

export interface Reset {
  /** Paths that were put back, relative to the exercise's folder. */
  restored: string[];
  /** Where what stood there before is now; undefined if nothing did. */
  backup?: string;
}

/**
 * @param stubs the pristine files of the exercise
 * @param exercise the folder that the learner edits
 * @param backup a folder that need not exist; if it does, another one beside it is taken
 */
export async function resetExercise(stubs: string, exercise: string, backup: string): Promise<Reset> {
  const paths = (await readdir(stubs, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(stubs, join(entry.parentPath, entry.name)));
  const files = await Promise.all(
    paths.map(async (path) => ({
      path,
      pristine: await readFile(join(stubs, path), 'utf8'),
      now: await readFile(join(exercise, path), 'utf8').catch(absent),
    })),
  );
  const changed = files.filter(({ pristine, now }) => now === undefined || withoutReturns(now) !== pristine);
  const kept = changed.filter(({ now }) => now !== undefined);
  const folder = kept.length > 0 ? await newFolder(backup) : undefined;

  // Everything is safe before the first file changes.
  for (const { path } of kept) {
    await mkdir(dirname(join(folder!, path)), { recursive: true });
    await copyFile(join(exercise, path), join(folder!, path), constants.COPYFILE_EXCL);
  }
  for (const { path, pristine } of changed) await writeWhole(join(exercise, path), pristine);
  return { restored: changed.map(({ path }) => path), ...(folder !== undefined && { backup: folder }) };
}

async function newFolder(wanted: string, attempt = 1): Promise<string> {
  const folder = attempt === 1 ? wanted : `${wanted}-${attempt}`;
  await mkdir(dirname(folder), { recursive: true });
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return newFolder(wanted, attempt + 1);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** An editor on Windows may have changed nothing but these. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
