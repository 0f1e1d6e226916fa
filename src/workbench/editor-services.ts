/** What the editor calls on when somebody works in it. Each is a Worker, and none is loaded before it is wanted. */
import { createFormatter, type Formatter } from '../formatter/formatter.ts';
// oxlint-disable-next-line import/default -- the bundler gives the address of such a file
import typeWorker from '../type-service/type.worker.ts?worker&url';
import { typesOf, type Types } from '../type-service/types.ts';
import { waiting } from './waiting.ts';

export interface EditorServices {
  /** Whether the browser asks to load nothing that can be done without. */
  savesData: boolean;
  startTypes: (onfailed: () => void) => Types;
  createFormatter: () => Formatter;
  /** Calls `act` when the browser has nothing better to do. */
  whenIdle: (act: () => void) => void;
  /** Waits for a pause: `waiting.ts`. */
  later: (act: () => void) => { soon: () => void; now: () => void };
}

/** Milliseconds from the last key to the question what the compiler holds against it. */
const PAUSE = 600;
/** Milliseconds, where a browser does not tell when it is idle. */
const SOON = 1_500;

export const editorServices: EditorServices = {
  get savesData() {
    return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
  },
  startTypes: (onfailed) =>
    typesOf({
      startWorker: () => new Worker(typeWorker, { type: 'module', name: 'types' }),
      onfailed,
      after(ms, act) {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    }),
  createFormatter: () =>
    createFormatter(() => new Worker(new URL('../formatter/format.worker.ts', import.meta.url), { type: 'module', name: 'formatter' })),
  whenIdle: (act) => void ('requestIdleCallback' in globalThis ? requestIdleCallback(act) : setTimeout(act, SOON)),
  later: (act) => waiting(act, PAUSE),
};
