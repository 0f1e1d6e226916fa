/** Keeps the ratings of the whole room in the browser, and says so when it cannot. */
import type { Storage } from '../quiz/progress-store.ts';
import type { LineRatings, Ratings } from './ratings.ts';
import { readRatings, writeRatings } from './stored-ratings.ts';

export const STORED_AS = 'front-desk:interview';

export interface RatingsStore {
  /** What is kept; while nothing can be kept, what happened since the page was opened. */
  ratings(): Ratings;
  keep(questionId: string, lines: LineRatings): void;
  /** One question's ratings, or without an id all of them. */
  forget(questionId?: string): void;
  /** Why ratings are not kept, or were lost; empty while all is well. A sentence for the reader. */
  trouble(): string;
}

const TROUBLE = {
  blocked: 'This browser keeps nothing for this site, so your ratings last until you leave the page.',
  full: 'The browser’s storage is full, so your ratings last until you leave the page.',
  unreadable: 'What was kept of your ratings could not be read, so they start over.',
  newer: 'Your ratings were kept by a newer version of the course. They are left alone; what you do now lasts until you leave the page.',
};

/** `open` gives the storage, or throws where the browser forbids it, as private windows do. */
export function openRatings(open: () => Storage): RatingsStore {
  let memory: Ratings = {};
  let trouble: keyof typeof TROUBLE | undefined;
  let storage: Storage | undefined;
  attempt('blocked', () => {
    storage = open();
    load(storage);
  });

  function attempt(failure: 'blocked' | 'full', work: () => void): void {
    try {
      work();
    } catch {
      storage = undefined;
      trouble = failure;
    }
  }

  function load(from: Storage): void {
    const read = readRatings(from.getItem(STORED_AS));
    if (read.status === 'read') memory = read.ratings;
    else trouble = read.status;
  }

  function save(to: Storage): void {
    if (Object.keys(memory).length > 0) to.setItem(STORED_AS, writeRatings(memory));
    else to.removeItem(STORED_AS);
    trouble = undefined;
  }

  function change(apply: (ratings: Ratings) => Ratings): void {
    // Another tab may have written since: what it kept counts.
    attempt('blocked', () => storage && load(storage));
    memory = apply(memory);
    attempt('full', () => storage && trouble !== 'newer' && save(storage));
  }

  return {
    ratings: () => memory,
    keep: (questionId, lines) => change((ratings) => ({ ...ratings, [questionId]: lines })),
    forget: (questionId) => change((ratings) => (questionId === undefined ? {} : without(ratings, questionId))),
    trouble: () => (trouble ? TROUBLE[trouble] : ''),
  };
}

function without(ratings: Ratings, questionId: string): Ratings {
  return Object.fromEntries(Object.entries(ratings).filter(([id]) => id !== questionId));
}
