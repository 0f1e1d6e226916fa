/** Whether a judge could read files, found out by what reads them for a run, in a Worker of its own: the other one may be at work. */
import { createReader } from '../grader/hosts/browser/read-submission.ts';
import type { Files } from './drafts.ts';

export interface Readable {
  /** @param entry path of the module that is called */
  (files: Files, entry: string): Promise<boolean>;
}

export function createReadable(): { readable: Readable; close: () => void } {
  const reader = createReader(
    () => new Worker(new URL('../grader/hosts/browser/blank-types.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    readable: async (files, entry) => !('refused' in (await reader.read(files, entry))),
    close: () => reader.close(),
  };
}
