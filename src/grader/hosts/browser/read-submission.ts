/** A submission from what stands in an editor: the same check of the same texts as in the terminal. */
import { Refused } from '../../imports.ts';
import { noSuchFile, readModules, tooDeep, tooLarge, tooSlow } from '../../read-modules.ts';
import { FILE_LIMIT, READING_LIMIT } from '../../submission-limits.ts';
import type { Blanked } from './blank-types.ts';
import type { FromBlanking } from './blank-types.worker.ts';
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

/** @param startWorker starts a `blank-types.worker.ts`; it lasts until a text breaks it */
export function createReader(startWorker: () => Worker): SubmissionReader {
  let parser: { worker: Worker; loaded: Promise<void> } | undefined;
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
    prepare: () => void started(),
    close,
  };

  function started(): { worker: Worker; loaded: Promise<void> } {
    if (parser) return parser;
    const worker = startWorker();
    const loaded = new Promise<void>((resolve, reject) => {
      worker.onmessage = () => resolve();
      worker.onerror = ({ message }) => {
        close();
        reject(new Error(message || 'What takes the types out could not be loaded.'));
      };
    });
    // Whoever asks hears of it; getting ready alone troubles nobody.
    loaded.catch(() => {});
    parser = { worker, loaded };
    return parser;
  }

  function close(): void {
    parser?.worker.terminate();
    parser = undefined;
  }

  function blankTypes(source: string, path: string): Promise<string> {
    const script = turn.then(() => ask(source, path)).then((blanked) => scriptOf(blanked, source, path));
    turn = script.catch(() => {});
    return script;
  }

  /** `undefined`: the parser came to its end. */
  async function ask(source: string, path: string): Promise<Blanked | undefined> {
    const { worker, loaded } = started();
    await loaded;
    return new Promise((resolve, reject) => {
      const answer = (blanked: Blanked | undefined) => {
        clearTimeout(timer);
        if (!blanked) close();
        resolve(blanked);
      };
      const timer = setTimeout(() => {
        close();
        reject(tooSlow(path));
      }, READING_LIMIT);
      worker.onmessage = ({ data }: MessageEvent<Exclude<FromBlanking, 'loaded'>>) => answer(data);
      worker.onerror = () => answer(undefined);
      worker.postMessage(source);
    });
  }
}

function scriptOf(blanked: Blanked | undefined, source: string, path: string): string {
  if (!blanked) throw tooDeep(path);
  if ('script' in blanked) return blanked.script;
  throw new Refused(`${blanked.mistake}.\n${placeIn(source, blanked.offset, path)}`);
}

/** `file:line`, the line, and a caret below the place. */
function placeIn(source: string, offset: number, path: string): string {
  const above = source.slice(0, offset).split('\n');
  const line = source.split('\n')[above.length - 1] ?? '';
  return `${path}:${above.length}\n${line}\n${' '.repeat(above.at(-1)!.length)}^`;
}
