/** A submission from what stands in an editor: the same check of the same texts as in the terminal. */
import { Refused } from '../../imports.ts';
import { FILE_LIMIT, noSuchFile, readModules, tooLarge } from '../../read-modules.ts';
import type { Blanked } from './blank-types.ts';
import type { ModuleTexts } from './messages.ts';

export interface SubmissionReader {
  /**
   * @param files TypeScript, by path with `/`
   * @param entry path of the module that is called
   * @returns why it cannot be judged, or what a judge wants to have
   */
  read(files: Readonly<Record<string, string>>, entry: string): Promise<ModuleTexts | { refused: string }>;
  /** Gets ready what reading needs. */
  prepare(): void;
  close(): void;
}

/** A hundred times what a file of a thousand lines takes, the loading of the parser included. */
const PATIENCE_MS = 5_000;

/** @param startWorker starts a `blank-types.worker.ts`; it lasts until a text breaks it */
export function createReader(startWorker: () => Worker): SubmissionReader {
  let worker: Worker | undefined;
  /** One text at a time, so that none waits for another within its own limit. */
  let turn: Promise<unknown> = Promise.resolve();

  return {
    async read(files, entry) {
      const textOf = async (path: string, importer: string) => {
        const text = Object.hasOwn(files, path) ? files[path] : undefined;
        if (text === undefined) throw noSuchFile(path, importer);
        if (text.length > FILE_LIMIT) throw tooLarge(path);
        return text;
      };
      try {
        return { entry, files: await readModules(entry, { textOf, blankTypes }) };
      } catch (error) {
        if (error instanceof Refused) return { refused: error.message };
        throw error;
      }
    },
    prepare: () => void (worker ??= startWorker()),
    close,
  };

  function close(): void {
    worker?.terminate();
    worker = undefined;
  }

  function blankTypes(source: string, path: string): Promise<string> {
    const script = turn.then(() => ask(source)).then((blanked) => scriptOf(blanked, source, path));
    turn = script.catch(() => {});
    return script;
  }

  function ask(source: string): Promise<Blanked | undefined> {
    const asked = (worker ??= startWorker());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => answer(undefined), PATIENCE_MS);
      asked.onmessage = ({ data }: MessageEvent<Blanked | undefined>) => answer(data);
      asked.onerror = ({ message }) => {
        clearTimeout(timer);
        close();
        reject(new Error(message || 'What takes the types out could not be loaded.'));
      };
      asked.postMessage(source);

      function answer(blanked: Blanked | undefined): void {
        clearTimeout(timer);
        if (!blanked) close();
        resolve(blanked);
      }
    });
  }
}

function scriptOf(blanked: Blanked | undefined, source: string, path: string): string {
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
