import { expect, it } from 'vitest';
import { quizProgress } from '../../src/quiz/progress-store.ts';
import { documentWith, NOW, progressIn, storageWith } from '../progress/support/storage.ts';
import { STORED_AS } from '../../src/progress/progress-store.ts';

const right = { right: true, tries: 1, shown: false };
const wrong = { right: false, tries: 1, shown: false };

it('keeps the results of each quiz for itself', () => {
  const storage = storageWith();
  quizProgress(progressIn(storage), '08').keep('a', right);
  quizProgress(progressIn(storage), '08-more').keep('b', wrong);
  expect(quizProgress(progressIn(storage), '08').results()).toEqual({ a: right });
  expect(quizProgress(progressIn(storage), '09').results()).toEqual({});
});

it('keeps what another tab kept meanwhile', () => {
  const storage = storageWith();
  const [one, other] = [quizProgress(progressIn(storage), '08'), quizProgress(progressIn(storage), '08')];
  one.keep('a', right);
  other.keep('b', wrong);
  expect(one.results()).toEqual({ a: right, b: wrong });
});

it('forgets one quiz when asked to, so that no older file brings its results back', () => {
  const storage = storageWith();
  const progress = progressIn(storage);
  quizProgress(progress, '08').keep('a', right);
  quizProgress(progress, '09').keep('a', right);
  quizProgress(progress, '08').forget();
  expect(quizProgress(progress, '08').results()).toEqual({});
  expect(quizProgress(progress, '09').results()).toEqual({ a: right });
  expect(storage.records()).toMatchObject({ 'answer/08/a': { at: '2026-11-21T20:00:00.001Z' } });
  expect(NOW < '2026-11-21T20:00:00.001Z').toBe(true);
});

it('leaves out what is no result', () => {
  const text = documentWith({
    'answer/08/a': right,
    'answer/08/b': { right: 'yes' },
    'answer/08/c': null,
    'answer/08/d': { ...right, tries: -1 },
  });
  expect(quizProgress(progressIn(storageWith({ [STORED_AS]: text })), '08').results()).toEqual({ a: right });
});
