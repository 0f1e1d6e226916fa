/** Keeps the results of one quiz in the browser, and says so when it cannot. */
import { readResults, writeResults, type Result, type Results } from './progress.ts';

/** What the store needs of `localStorage`. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface ProgressStore {
  /** What is kept; while nothing can be kept, what happened since the page was opened. */
  results(): Results;
  keep(questionId: string, result: Result): void;
  forget(): void;
  /** Why results are not kept, or were lost; empty while all is well. A sentence for the reader. */
  trouble(): string;
}

const TROUBLE = {
  blocked: 'This browser keeps nothing for this site, so your results last until you leave the page.',
  full: 'The browser’s storage is full, so your results last until you leave the page.',
  unreadable: 'What was kept of this quiz could not be read, so it starts over.',
  newer: 'Your results were kept by a newer version of the course. They are left alone; what you do now lasts until you leave the page.',
};

/** `open` gives the storage, or throws where the browser forbids it, as private windows do. */
export function openProgress(open: () => Storage, quizId: string): ProgressStore {
  const name = `front-desk:quiz:${quizId}`;
  let memory: Results = {};
  let trouble: keyof typeof TROUBLE | undefined;
  let storage: Storage | undefined;
  try {
    storage = open();
    load(storage);
  } catch {
    storage = undefined;
    trouble = 'blocked';
  }

  /** Another tab may have written since: what it kept counts. */
  function load(from: Storage): void {
    const read = readResults(from.getItem(name));
    if (read.status === 'read') memory = read.results;
    else trouble = read.status;
  }

  function attempt(write: (to: Storage) => void): void {
    if (!storage || trouble === 'newer') return;
    try {
      write(storage);
    } catch {
      storage = undefined;
      trouble = 'full';
    }
  }

  return {
    results: () => memory,
    keep(questionId, result) {
      attempt((to) => {
        if (trouble !== 'unreadable') load(to);
        memory = { ...memory, [questionId]: result };
        to.setItem(name, writeResults(memory));
        trouble = undefined;
      });
      memory = { ...memory, [questionId]: result };
    },
    forget() {
      memory = {};
      attempt((to) => to.removeItem(name));
    },
    trouble: () => (trouble ? TROUBLE[trouble] : ''),
  };
}
