import { expect, it } from 'vitest';
import { ratingsStore } from '../../src/interview/ratings-store.ts';
import { STORED_AS } from '../../src/progress/progress-store.ts';
import { documentWith, NOW, progressIn, storageWith } from '../progress/support/storage.ts';

const strong = { bucket: 'strong' } as const;
const missing = { plans: 'missing' } as const;

it('keeps ratings for the next visit, and those of other tabs', () => {
  const storage = storageWith();
  const [one, other] = [ratingsStore(progressIn(storage)), ratingsStore(progressIn(storage))];
  one.keep('throttle', strong);
  other.keep('tiers', missing);
  expect(ratingsStore(progressIn(storage)).ratings()).toEqual({ throttle: strong, tiers: missing });
});

it('notes a line anew only where its rating has changed', () => {
  const storage = storageWith();
  let now = new Date(NOW);
  const store = ratingsStore(progressIn(storage, () => now));
  store.keep('throttle', { bucket: 'strong', levels: 'solid' });
  now = new Date('2026-11-22T20:00:00.000Z');
  store.keep('throttle', { bucket: 'strong', levels: 'missing' });
  expect(storage.records()).toEqual({
    'rating/throttle/bucket': { at: NOW, value: 'strong' },
    'rating/throttle/levels': { at: '2026-11-22T20:00:00.000Z', value: 'missing' },
  });
});

it('forgets one question, or all', () => {
  const store = ratingsStore(progressIn(storageWith()));
  store.keep('throttle', strong);
  store.keep('throttle-2', strong);
  store.keep('tiers', missing);
  store.forget('throttle');
  expect(store.ratings()).toEqual({ 'throttle-2': strong, tiers: missing });
  store.forget();
  expect(store.ratings()).toEqual({});
});

it('leaves out what is no rating', () => {
  const text = documentWith({ 'rating/throttle/bucket': 'fair', 'rating/throttle/levels': 'solid', 'rating/plans/one': null });
  expect(ratingsStore(progressIn(storageWith({ [STORED_AS]: text }))).ratings()).toEqual({ throttle: { levels: 'solid' } });
});
