/** What a module of a submission imports, read from its text: the same check wherever a submission comes from. */
import { init, parse, type ImportSpecifier } from 'es-module-lexer/minimal/js';

export interface ModuleReference {
  /** Path of the imported module within the submission; undefined for `import.meta`. */
  target: string | undefined;
  /** Where the specifier (without its quotes) or `import.meta` stands in the text. */
  start: number;
  end: number;
}

/** Why a submission cannot be judged: a sentence for the learner with file, line and what to do. */
export class Refused extends Error {}

/** The kinds of import that a submission may make: plain ones, and `export … from`. */
const PLAIN = new Set<ImportSpecifier['t']>([1, 8]);
const IMPORT_META: ImportSpecifier['t'] = 3;

/**
 * @param script JavaScript, types already blanked
 * @param path of the module within the submission, with `/`
 * @throws Refused if the text is not a module, or imports anything but a file of the submission by its relative path. An
 *   `import()` that hides from the lexer is refused by the host: by the context in the terminal, by the content security policy in a browser.
 */
export async function importsOf(script: string, path: string): Promise<ModuleReference[]> {
  await init();
  let found: readonly ImportSpecifier[];
  try {
    [found] = parse(script, path);
  } catch (error) {
    const at = error instanceof Error && 'idx' in error ? `:${lineAt(script, Number(error.idx))}` : '';
    throw new Refused(`${path}${at} cannot be read: a bracket, a quote or an import is not complete.`, { cause: error });
  }
  return found.map((one) => {
    if (one.t === IMPORT_META) return { target: undefined, start: one.ss, end: one.se };
    return { target: targetOf(one, script, path), start: one.s, end: one.e };
  });
}

function targetOf({ n: specifier, t: kind, a: attributes, ss: start }: ImportSpecifier, script: string, path: string): string {
  const where = `${path}:${lineAt(script, start)}`;
  if (!PLAIN.has(kind) || specifier === undefined || attributes >= 0) {
    throw new Refused(`${where} imports at run time. A submission imports its own files with a plain \`import … from './file.ts'\`.`);
  }
  if (/(^|\/)contract\.ts$/.test(specifier)) {
    throw new Refused(`${where} imports from the contract, which holds only types. Write \`import type\`.`);
  }
  if (!/^\.{1,2}\//.test(specifier)) {
    throw new Refused(`${where} imports '${specifier}'. A submission imports only files of its own folder: './file.ts'.`);
  }
  const target = joined(path, specifier);
  if (target === undefined) throw new Refused(`${where} imports '${specifier}', which lies outside of its folder.`);
  return target;
}

/** A relative specifier as a path within the submission; undefined if it leads out. */
function joined(importer: string, specifier: string): string | undefined {
  const parts = importer.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
