import { describe, expect, it } from 'vitest';
import type { ExerciseVerdict } from '../../src/grader/verdict.ts';
import { bestOf, lastOf } from '../../src/progress/exercise-standing.ts';
import { STORED_AS } from '../../src/progress/progress-store.ts';
import { keptProgress } from '../../src/workbench/kept-progress.ts';
import { documentWith, forbidden, progressIn, storageWith } from '../progress/support/storage.ts';

const verdict = (...passed: string[]): ExerciseVerdict => ({
  exercise: 'vtl',
  earned: passed.length * 10,
  points: 20,
  status: passed.length === 2 ? 'passed' : 'failed',
  concepts: ['loops', 'quotes'].map((id) => ({ id, title: id, points: 10, status: passed.includes(id) ? 'passed' : 'failed', tests: [] })),
});

describe('the hints that were read', () => {
  it('are there again when the page is opened again', () => {
    const storage = storageWith();
    keptProgress(progressIn(storage), 'vtl', []).readHint('loops', 2);
    expect(keptProgress(progressIn(storage), 'vtl', []).hints()).toEqual({ loops: 2 });
    expect(keptProgress(progressIn(storage), 'cache-keys', []).hints()).toEqual({});
  });

  it('stay read', () => {
    const kept = keptProgress(progressIn(storageWith()), 'vtl', []);
    kept.readHint('loops', 3);
    expect(kept.readHint('loops', 1)).toEqual({ loops: 3 });
  });

  it('are remembered while the page is open, where nothing can be kept', () => {
    expect(keptProgress(progressIn(forbidden), 'vtl', []).readHint('loops', 1)).toEqual({ loops: 1 });
  });

  it('are none where steps are none', () => {
    const text = documentWith({ 'hint/vtl/loops': 9, 'hint/vtl/quotes': '1', 'hint/vtl/rest': 0 });
    expect(keptProgress(progressIn(storageWith({ [STORED_AS]: text })), 'vtl', []).hints()).toEqual({});
  });

  it('under a former name are those of today, and stay so', () => {
    const storage = storageWith({ [STORED_AS]: documentWith({ 'hint/templates/foreach': 2 }) });
    const renamed = [{ name: 'vtl', formerly: ['templates'], concepts: [{ id: 'loops', formerly: ['foreach'] }] }];
    const kept = keptProgress(progressIn(storage), 'vtl', renamed);
    expect(kept.hints()).toEqual({ loops: 2 });
    kept.giveUp();
    expect(storage.records()).toMatchObject({ 'hint/vtl/loops': { value: 2 } });
  });
});

describe('a verdict', () => {
  it('is noted as the last one, and as the best while nothing passed more', () => {
    const progress = progressIn(storageWith());
    const kept = keptProgress(progress, 'vtl', []);
    kept.note(verdict('loops'));
    expect(lastOf(progress.records(), 'vtl')).toEqual({ earned: 10, points: 20, passed: ['loops'] });
    kept.note(verdict('loops', 'quotes'));
    kept.note(verdict());
    expect(bestOf(progress.records(), 'vtl')).toEqual({ earned: 20, points: 20, passed: ['loops', 'quotes'] });
    expect(lastOf(progress.records(), 'vtl')).toEqual({ earned: 0, points: 20, passed: [] });
  });

  it('that is noted already changes nothing, and neither does one that judged nothing', () => {
    const storage = storageWith();
    let now = new Date('2026-11-21T20:00:00.000Z');
    const kept = keptProgress(
      progressIn(storage, () => now),
      'vtl',
      [],
    );
    kept.note(verdict('loops'));
    const { [STORED_AS]: before } = storage.entries;
    now = new Date('2026-11-22T20:00:00.000Z');
    kept.note(verdict('loops'));
    kept.note({ ...verdict(), status: 'not-judged', concepts: [] });
    expect(storage.entries[STORED_AS]).toBe(before);
  });
});

it('who has asked for the solution has done so on the next visit, too', () => {
  const storage = storageWith();
  const kept = keptProgress(progressIn(storage), 'vtl', []);
  expect(kept.givenUp()).toBe(false);
  kept.giveUp();
  expect(keptProgress(progressIn(storage), 'vtl', []).givenUp()).toBe(true);
  expect(keptProgress(progressIn(storage), 'cache-keys', []).givenUp()).toBe(false);
});
