import { importsOf, Refused } from '../../imports.ts';
import type { ModuleTexts } from './messages.ts';

/**
 * One module of a submission, ready to be given an address. Between two pieces of its text stands the index of the
 * module that is imported there: the address is only known where the modules are loaded.
 */
export interface LinkedModule {
  path: string;
  pieces: (string | number)[];
}

/**
 * Puts a submission's modules in the order in which they can be loaded, imports first.
 *
 * @throws Refused if a module imports what it may not, or if modules import each other: an address made from a text
 *   cannot be known before the text, so the browser, unlike the terminal, has no circles
 */
export async function linkModules({ files, entry }: ModuleTexts): Promise<LinkedModule[]> {
  const linked: LinkedModule[] = [];
  const indexes = new Map<string, number>();
  await visit(entry, []);
  return linked;

  async function visit(path: string, importers: readonly string[]): Promise<number> {
    const known = indexes.get(path);
    if (known !== undefined) return known;
    const circle = importers.indexOf(path);
    if (circle >= 0) {
      const way = [...importers.slice(circle), path].join(' → ');
      throw new Refused(`These files import each other: ${way}. Move what they share into a file of its own.`);
    }
    const text = files[path];
    if (!Object.hasOwn(files, path) || text === undefined)
      throw new Refused(`${importers.at(-1) ?? 'The submission'} imports './${path}', and there is no such file.`);

    const pieces: (string | number)[] = [];
    let end = 0;
    for (const reference of await importsOf(text, path)) {
      pieces.push(text.slice(end, reference.start));
      if (reference.target !== undefined) pieces.push(await visit(reference.target, [...importers, path]));
      else pieces.push(nothingAsLongAs(reference.end - reference.start));
      end = reference.end;
    }
    pieces.push(text.slice(end));
    indexes.set(path, linked.length);
    return linked.push({ path, pieces }) - 1;
  }
}

/** What stands in the place of `import.meta`: an object that says nothing. Of the same length, so columns stay right. */
function nothingAsLongAs(length: number): string {
  return `({${' '.repeat(length - 4)}})`;
}
