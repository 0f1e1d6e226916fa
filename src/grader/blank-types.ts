/**
 * TypeScript as JavaScript, its types blanked, in a thread that can be given up. Node's parser is run on texts that nobody has checked:
 * thousands of open brackets break it for every later text of its thread, and some thirty generic arrow functions inside each
 * other keep it busy for hours.
 */
import { Worker } from 'node:worker_threads';
import type { Blanked, SourceText } from './blank-types.thread.ts';
import { Refused } from './imports.ts';
import { tooDeep, tooSlow } from './read-modules.ts';
import { READING_LIMIT } from './submission-limits.ts';

/** What the parser says that its readers do not, and what it means for them. */
const MISTAKES = [
  ['is not supported in strip-only mode', 'is more than a type: it makes code. Write it as plain JavaScript'],
  // A module may export at its top level only, so whatever stands here stands in a block.
  ["'import', and 'export' cannot be used outside of module code", "This stands inside a block: a '{' above it was never closed"],
] as const;

let thread: Worker | undefined;
/** One text at a time, so that none waits for another within its own limit. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Lines and columns stay those of the source.
 * @throws Refused if the source cannot be read: what is wrong, and where
 */
export function blankTypes(source: string, path: string): Promise<string> {
  const script = turn.then(() => ask({ source, path })).then((answer) => scriptOf(answer, path));
  turn = script.catch(() => {});
  return script;
}

function ask(text: SourceText): Promise<Blanked> {
  const asked = (thread ??= startThread());
  return new Promise((resolve, reject) => {
    const breakOff = () => answer('broken');
    const timer = setTimeout(() => {
      reject(tooSlow(text.path));
      breakOff();
    }, READING_LIMIT);
    asked.on('message', answer);
    asked.on('error', breakOff);
    asked.postMessage(text);

    function answer(blanked: Blanked): void {
      clearTimeout(timer);
      asked.off('message', answer);
      asked.off('error', breakOff);
      if (blanked === 'broken') {
        thread = undefined;
        void asked.terminate();
      }
      resolve(blanked);
    }
  });
}

function startThread(): Worker {
  const started = new Worker(new URL('./blank-types.thread.ts', import.meta.url), { execArgv: ['--no-warnings'] });
  started.unref();
  return started;
}

function scriptOf(answer: Blanked, path: string): string {
  if (answer === 'broken') throw tooDeep(path);
  // The name is for mistakes; in the script it would take the place of the address by which a debugger finds the file.
  if ('script' in answer) return answer.script.replace(/\n*\/\/# sourceURL=.*$/, '\n');
  const mistake = MISTAKES.reduce((text, [said, meant]) => text.replace(said, meant), answer.mistake);
  throw new Refused(`${mistake.replace(/\.+$/, '')}.\n${answer.place}`);
}
