/** The ratings of the whole room, among all that a reader has done. */
import type { ProgressStore } from '../progress/progress-store.ts';
import { valuesBelow, withValue, type Kind, type Records } from '../progress/records.ts';
import { RATINGS, type LineRatings, type Rating, type Ratings } from './ratings.ts';

export const RATING: Kind<Rating> = { name: 'rating', is: (value): value is Rating => RATINGS.some((known) => known === value) };

export interface RatingsStore {
  ratings(): Ratings;
  keep(questionId: string, lines: LineRatings): void;
  /** One question's ratings, or without an id all of them. */
  forget(questionId?: string): void;
}

export function ratingsStore(store: ProgressStore): RatingsStore {
  return {
    ratings: () => ratingsIn(store.records()),
    keep: (questionId, lines) =>
      store.change((records, at) => {
        const before = ratingsIn(records)[questionId] ?? {};
        const changed = Object.entries(lines).filter(([line, rating]) => before[line] !== rating);
        return changed.reduce((all, [line, rating]) => withValue(all, at, RATING, [questionId, line], rating), records);
      }),
    forget: (questionId) =>
      store.change((records, at) =>
        Object.keys(valuesBelow(records, RATING))
          .filter((key) => questionId === undefined || key.startsWith(`${questionId}/`))
          .reduce((all, key) => withValue(all, at, RATING, key.split('/')), records),
      ),
  };
}

export function ratingsIn(records: Records): Ratings {
  const ratings: Record<string, Record<string, Rating>> = {};
  for (const [key, rating] of Object.entries(valuesBelow(records, RATING))) {
    const [question, line] = key.split('/') as [string, string];
    (ratings[question] ??= {})[line] = rating;
  }
  return ratings;
}
