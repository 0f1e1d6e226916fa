/** Vitest's pool with a single thread that outlives the runs: a fresh one costs each run a tenth of a second, and what it ran before is compiled. */
import { Worker } from 'node:worker_threads';
import type { InlineConfig, PoolWorker, WorkerResponse } from 'vitest/node';

type Pool = Extract<NonNullable<InlineConfig['pool']>, object>;

export interface LastingThread extends Pool {
  /** Ends the thread; the next run starts another. */
  end(): Promise<void>;
}

const NAME = 'lasting-thread';
const STOPPED: WorkerResponse = { __vitest_worker_response__: true, type: 'stopped' };

export function lastingThread(): LastingThread {
  let thread: Worker | undefined;

  function started(execArgv: readonly string[]): Worker {
    const worker = new Worker(new URL('./judging.thread.ts', import.meta.url), { execArgv: [...execArgv], stdout: true, stderr: true });
    worker.once('exit', () => {
      if (thread === worker) thread = undefined;
    });
    return worker;
  }

  return {
    name: NAME,
    createPoolWorker({ execArgv }): PoolWorker {
      let worker: Worker;
      let gone = false;
      const heard: Parameters<PoolWorker['on']>[] = [];
      // Vitest asks a thread to stop after each run and gives it a minute to say that it has. One that was ended cannot say it.
      const sayStopped = () => {
        gone = true;
        for (const [event, listener] of heard) if (event === 'message') listener(STOPPED);
      };
      return {
        name: NAME,
        async start() {
          worker = thread ??= started(execArgv);
          worker.once('exit', sayStopped);
        },
        send: (message) => (gone ? sayStopped() : worker.postMessage(message)),
        on(event, listener) {
          heard.push([event, listener]);
          worker.on(event, listener);
        },
        off: (event, listener) => worker.off(event, listener),
        deserialize: (message) => message,
        async stop() {
          worker.off('exit', sayStopped);
          for (const [event, listener] of heard) worker.off(event, listener);
        },
      };
    },
    async end() {
      await thread?.terminate();
    },
  };
}
