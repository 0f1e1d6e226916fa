/** Renders in a Worker, so that a template that runs long stops nobody, and gives the answer to the newest question only. */
import type { Situation } from './template-playground-input.ts';
import type { Trouble } from './template-playground-words.ts';
import type { Played } from './template-playground.ts';

/** From the Worker: once when it can be asked, then an answer for each situation. */
export type FromWorker = 'ready' | Played;

export type RunnerWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export type Answer = Played | { kind: Trouble };

export interface Runner {
  run(situation: Situation): void;
  stop(): void;
}

/** Milliseconds. The slowest template that passes the interpreter’s limits takes a good second where computers are fast. */
export const PATIENCE = 4_000;

/** @param patience - milliseconds that one template may take */
export function createRunner(start: () => RunnerWorker, onanswer: (answer: Answer) => void, patience: number = PATIENCE): Runner {
  let worker: RunnerWorker | undefined;
  let state: 'loading' | 'idle' | 'running' = 'loading';
  let next: Situation | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  function open(): RunnerWorker {
    state = 'loading';
    const opened = start();
    opened.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      clearTimeout(deadline);
      state = 'idle';
      if (data !== 'ready') onanswer(data);
      ask();
    };
    opened.onerror = () => {
      const kind = state === 'loading' ? 'unloadable' : 'crashed';
      stop();
      onanswer({ kind });
    };
    return opened;
  }

  function ask(): void {
    if (!worker || !next || state !== 'idle') return;
    worker.postMessage(next);
    next = undefined;
    state = 'running';
    deadline = setTimeout(() => {
      stop();
      onanswer({ kind: 'stopped' });
    }, patience);
  }

  function stop(): void {
    clearTimeout(deadline);
    worker?.terminate();
    worker = undefined;
    next = undefined;
  }

  return {
    run(situation) {
      // What is still being rendered answers a question that nobody asks any more.
      if (state === 'running') stop();
      next = situation;
      worker ??= open();
      ask();
    },
    stop,
  };
}
