import { expect, it } from 'vitest';
import { STORED_AS } from '../../src/progress/progress-store.ts';
import { routeTicks } from '../../src/routes/ticks.ts';
import { documentWith, progressIn, storageWith } from '../progress/support/storage.ts';

it('keeps and takes back the ticks of one route', () => {
  const storage = storageWith();
  const ticks = routeTicks(progressIn(storage), 'learner');
  ticks.keep('day-1', true);
  ticks.keep('day-2', true);
  ticks.keep('day-1', false);
  expect(routeTicks(progressIn(storage), 'learner').done()).toEqual(new Set(['day-2']));
  expect(routeTicks(progressIn(storage), 'candidate').done()).toEqual(new Set());
});

it('leaves out what is no tick', () => {
  const text = documentWith({ 'tick/learner/day-1': true, 'tick/learner/day-2': 'yes' });
  expect(routeTicks(progressIn(storageWith({ [STORED_AS]: text })), 'learner').done()).toEqual(new Set(['day-1']));
});
