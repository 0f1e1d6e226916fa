import { ThreadsPoolWorker } from 'vitest/node';
import type { InlineConfig } from 'vitest/node';

type Pool = Extract<NonNullable<InlineConfig['pool']>, object>;
type PoolOptions = Parameters<Pool['createPoolWorker']>[0];

/** What every suite imports, and what takes longest to load. */
const FAST_CHECK = import.meta.resolve('fast-check');

export interface StandbyThreads extends Pool {
  /** Starts the thread of the next run, which loads Vitest's runtime and fast-check while nobody waits for it. */
  prepare(): void;
  close(): Promise<void>;
}

/** Vitest's pool of threads, with one thread in advance: Vitest ends a thread after each run, and a fresh one takes a tenth of a second. */
export function standbyThreads(): StandbyThreads {
  let options: PoolOptions | undefined;
  let standby: ThreadsPoolWorker | undefined;
  return {
    name: 'standby-threads',
    createPoolWorker(given) {
      options = given;
      const worker = standby ?? new ThreadsPoolWorker(given);
      standby = undefined;
      return worker;
    },
    prepare() {
      if (!options || standby) return;
      standby = new ThreadsPoolWorker({ ...options, execArgv: [...options.execArgv, '--import', FAST_CHECK] });
      void standby.start();
    },
    async close() {
      await standby?.stop();
    },
  };
}
