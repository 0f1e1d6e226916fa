/** A submission as plain data, read without running a line of it. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { init, parse, type ImportSpecifier } from 'es-module-lexer/minimal/js';

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

/** Larger files are not the work of a person. */
const FILE_LIMIT = 500_000;
const FILES_LIMIT = 50;

/** The kinds of import that a submission may make: plain ones, and `export … from`. */
const PLAIN = new Set<ImportSpecifier['t']>([1, 8]);
const IMPORT_META: ImportSpecifier['t'] = 3;

/** @param folder - holds `<exercise>.ts`; nothing outside of it is read, not even through a link */
export async function readSubmission(folder: string, exercise: string): Promise<Submission | Refusal> {
  const files: Record<string, string> = {};
  const root = await realpath(folder).catch(() => resolve(folder));
  const entry = `${exercise}.ts`;
  await init();
  try {
    await read(entry, entry);
    return { exercise, entry, files, root: `${pathToFileURL(root).href}/` };
  } catch (error) {
    if (error instanceof Refused) return { exercise, refused: error.message };
    throw error;
  }

  async function read(path: string, importer: string): Promise<void> {
    if (path in files) return;
    if (Object.keys(files).length >= FILES_LIMIT) throw new Refused(`It imports more than ${FILES_LIMIT} files.`);
    const source = await textOf(path, importer);
    const script = blankTypes(source, path);
    files[path] = script;
    for (const found of importsOf(script, path)) {
      if (found.t !== IMPORT_META) await read(targetOf(found, script, path), path);
    }
  }

  async function textOf(path: string, importer: string): Promise<string> {
    const file = join(root, path);
    const real = await realpath(file).catch(() => undefined);
    if (!real)
      throw new Refused(
        importer === path ? `There is no ${path} in ${root}.` : `${importer} imports './${path}', and there is no such file.`,
      );
    if (!real.startsWith(root + sep))
      throw new Refused(`${path} leads out of its folder. A submission is judged on the files of its own folder.`);
    if ((await stat(real)).size > FILE_LIMIT) throw new Refused(`${path} is larger than ${FILE_LIMIT / 1000} kB.`);
    return readFile(real, 'utf8');
  }
}

class Refused extends Error {}

function blankTypes(source: string, path: string): string {
  try {
    return stripTypeScriptTypes(source, { sourceUrl: path });
  } catch (error) {
    // Node puts `file:line`, the source line and a caret in front of the stack.
    const [excerpt = path] = (error as Error).stack?.split('\n\n') ?? [];
    const message = (error as Error).message.replace(
      'is not supported in strip-only mode',
      'is more than a type: it makes code. Write it as plain JavaScript',
    );
    throw new Refused(`${message}.\n${excerpt}`);
  }
}

function importsOf(script: string, path: string): readonly ImportSpecifier[] {
  try {
    return parse(script, path)[0];
  } catch (error) {
    const at = error instanceof Error && 'idx' in error ? `:${lineAt(script, Number(error.idx))}` : '';
    throw new Refused(`${path}${at} cannot be read: a bracket, a quote or an import is not complete.`);
  }
}

function targetOf(found: ImportSpecifier, script: string, path: string): string {
  const where = `${path}:${lineAt(script, found.ss)}`;
  if (!PLAIN.has(found.t) || found.n === undefined || found.a >= 0) {
    throw new Refused(`${where} imports at run time. A submission imports its own files with a plain \`import … from './file.ts'\`.`);
  }
  if (/(^|\/)contract\.ts$/.test(found.n)) {
    throw new Refused(`${where} imports from the contract, which holds only types. Write \`import type\`.`);
  }
  if (!/^\.{1,2}\//.test(found.n)) {
    throw new Refused(`${where} imports '${found.n}'. A submission imports only files of its own folder: './file.ts'.`);
  }
  const target = join(dirname(path), found.n).split(sep).join('/');
  if (target.startsWith('..')) throw new Refused(`${where} imports '${found.n}', which lies outside of its folder.`);
  return target;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
