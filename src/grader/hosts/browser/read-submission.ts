/** A submission from what stands in an editor: the same check of the same texts as in the terminal. */
import { Refused } from '../../imports.ts';
import { FILE_LIMIT, noSuchFile, readModules, tooLarge } from '../../read-modules.ts';
import type { Blanked } from './blank-types.ts';
import type { ModuleTexts } from './messages.ts';

/** A hundred times what a file of a thousand lines takes, the loading of the parser included. */
const PATIENCE_MS = 5_000;

/**
 * @param files TypeScript, by path with `/`
 * @param entry path of the module that is called
 * @param startBlanking starts a `blank-types.worker.ts`
 */
export async function readSubmission(
  files: Readonly<Record<string, string>>,
  entry: string,
  startBlanking: () => Worker,
): Promise<ModuleTexts | { refused: string }> {
  const worker = startBlanking();
  try {
    return { entry, files: await readModules(entry, { textOf, blankTypes: (source, path) => blankTypes(worker, source, path) }) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  } finally {
    worker.terminate();
  }

  async function textOf(path: string, importer: string): Promise<string> {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    if (text === undefined) throw noSuchFile(path, importer);
    if (text.length > FILE_LIMIT) throw tooLarge(path);
    return text;
  }
}

async function blankTypes(worker: Worker, source: string, path: string): Promise<string> {
  const blanked = await new Promise<Blanked | undefined>((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    worker.onmessage = ({ data }: MessageEvent<Blanked | undefined>) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      clearTimeout(timer);
      reject(new Error(message || 'What takes the types out could not be loaded.'));
    };
    worker.postMessage(source);
  });
  if (!blanked) throw new Refused(`${path} cannot be read: it is nested too deeply.`);
  if ('script' in blanked) return blanked.script;
  throw new Refused(`${blanked.mistake}.\n${placeIn(source, blanked.offset, path)}`);
}

/** `file:line`, the line, and a caret below the place. */
function placeIn(source: string, offset: number, path: string): string {
  const above = source.slice(0, offset).split('\n');
  const line = source.split('\n')[above.length - 1] ?? '';
  return `${path}:${above.length}\n${line}\n${' '.repeat(above.at(-1)!.length)}^`;
}
