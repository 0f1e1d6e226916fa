/** The formatter as the page asks it. */
import type { Formatted, Unreadable } from './format.ts';

export interface FormatAsked {
  id: number;
  text: string;
  cursor: number;
}

export interface FormatAnswered {
  id: number;
  answer: Formatted | Unreadable | { failed: string };
}

export interface Formatter {
  /** Rejects if the formatter cannot be loaded, or breaks. */
  format(text: string, cursor: number): Promise<Formatted | Unreadable>;
  close(): void;
}

/** @param startWorker starts a `format.worker.ts`, as soon as something is to be formatted, and again after one broke */
export function createFormatter(startWorker: () => Worker): Formatter {
  let worker: Worker | undefined;
  let count = 0;
  const asked = new Map<number, PromiseWithResolvers<Formatted | Unreadable>>();

  function started(): Worker {
    if (worker) return worker;
    worker = startWorker();
    worker.onmessage = ({ data: { id, answer } }: MessageEvent<FormatAnswered>) => {
      if ('failed' in answer) asked.get(id)?.reject(new Error(answer.failed));
      else asked.get(id)?.resolve(answer);
      asked.delete(id);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      close(event.message || 'It could not be loaded.');
    };
    return worker;
  }

  function close(reason: string): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of asked.values()) reject(new Error(reason));
    asked.clear();
  }

  return {
    format(text, cursor) {
      const waiting = Promise.withResolvers<Formatted | Unreadable>();
      const id = ++count;
      asked.set(id, waiting);
      started().postMessage({ id, text, cursor } satisfies FormatAsked);
      return waiting.promise;
    },
    close: () => close('It was closed.'),
  };
}
