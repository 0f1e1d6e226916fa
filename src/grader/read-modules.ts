/** The modules of a submission, from the one that is called on to all that it imports, without running a line of them. */
import { importsOf, lineAt, Refused } from './imports.ts';
import { FILE_LIMIT, FILES_LIMIT, READING_LIMIT } from './submission-limits.ts';

export interface SourceFiles {
  /**
   * The text of a file.
   * @param importer the file that imports it, and the line: `vtl.ts:3`; for the first, the file itself
   * @throws Refused if there is none, or none that may be read
   */
  textOf(path: string, importer: string): Promise<string>;
  /**
   * TypeScript as JavaScript, types blanked: lines stay those of the source.
   * @throws Refused if the source cannot be read
   */
  blankTypes(source: string, path: string): Promise<string>;
}

/**
 * Modules as JavaScript, by path with `/`.
 * @param entry path of the module that is called
 * @throws Refused if something of it cannot be judged: a sentence for the learner
 */
export async function readModules(entry: string, { textOf, blankTypes }: SourceFiles): Promise<Record<string, string>> {
  const modules: Record<string, string> = {};
  await read(entry, entry);
  return modules;

  async function read(path: string, importer: string): Promise<void> {
    if (Object.hasOwn(modules, path)) return;
    if (Object.keys(modules).length >= FILES_LIMIT) throw new Refused(`It imports more than ${FILES_LIMIT} files.`);
    if (!path.endsWith('.ts'))
      throw new Refused(`${importer} imports './${path}'. Write the whole name of a TypeScript file: './${path}.ts'.`);
    const script = await blankTypes(await textOf(path, importer), path);
    modules[path] = script;
    for (const { target, start } of await importsOf(script, path))
      if (target !== undefined) await read(target, `${path}:${lineAt(script, start)}`);
  }
}

/** What a file that is imported and is not there gets to hear. */
export function noSuchFile(path: string, importer: string): Refused {
  return new Refused(`${importer} imports './${path}', and there is no such file.`);
}

/** The parser came to its end. */
export function tooDeep(path: string): Refused {
  return new Refused(`${path} cannot be read: it is nested too deeply.`);
}

export function tooSlow(path: string): Refused {
  return new Refused(
    `${path} cannot be read within ${READING_LIMIT / 1000} s. It is nested too deeply, or the machine is busy: then grade it again.`,
  );
}

export function tooLarge(path: string): Refused {
  return new Refused(`${path} is larger than ${FILE_LIMIT / 1000} kB.`);
}
