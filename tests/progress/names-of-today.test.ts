import { describe, expect, it } from 'vitest';
import { readDocument, recordsIn, type Step } from '../../src/progress/document.ts';
import { bestOf, hasGivenUp, hintsOf, lastOf } from '../../src/progress/exercise-standing.ts';
import { withNamesOfToday } from '../../src/progress/names-of-today.ts';
import type { Records } from '../../src/progress/records.ts';

const AT = '2026-11-20T08:00:00.000Z';
const records = (values: Record<string, unknown>): Records =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { at: AT, value }]));
const standing = (earned: number, ...passed: string[]) => ({ earned, points: 100, passed });

/** What somebody did in an exercise that is called `throttle`, with the concepts `bucket` and `levels`. */
const DONE = records({
  'best/throttle': standing(100, 'bucket', 'levels'),
  'last/throttle': standing(40, 'bucket'),
  'given-up/throttle': true,
  'hint/throttle/bucket': 2,
  'hint/throttle/levels': 1,
  'read/lessons/08-throttling': true,
});

describe('an exercise that was renamed', () => {
  const renamed = [
    {
      name: 'token-bucket',
      formerly: ['limits', 'throttle'],
      concepts: [
        { id: 'one-bucket', formerly: ['bucket'] },
        { id: 'levels', formerly: [] },
      ],
    },
  ];

  it('has what was done under its former name, and so have its concepts', () => {
    const today = withNamesOfToday(DONE, renamed);
    expect(bestOf(today, 'token-bucket')).toEqual(standing(100, 'one-bucket', 'levels'));
    expect(lastOf(today, 'token-bucket')).toEqual(standing(40, 'one-bucket'));
    expect(hasGivenUp(today, 'token-bucket')).toBe(true);
    expect(hintsOf(today, 'token-bucket')).toEqual({ 'one-bucket': 2, levels: 1 });
  });

  it('has it once, however often it is read', () => {
    const today = withNamesOfToday(DONE, renamed);
    expect(withNamesOfToday(today, renamed)).toEqual(today);
  });

  it('has both where something was done under both names: of hints and best runs the most, of the rest the newest', () => {
    const since = {
      'hint/token-bucket/one-bucket': { at: '2026-11-21T08:00:00.000Z', value: 1 },
      'last/token-bucket': { at: '2026-11-21T08:00:00.000Z', value: standing(60, 'levels') },
      'best/token-bucket': { at: '2026-11-21T08:00:00.000Z', value: standing(60, 'levels') },
    };
    const today = withNamesOfToday({ ...DONE, ...since }, renamed);
    expect(hintsOf(today, 'token-bucket')).toEqual({ 'one-bucket': 2, levels: 1 });
    expect(lastOf(today, 'token-bucket')).toEqual(standing(60, 'levels'));
    expect(bestOf(today, 'token-bucket')).toEqual(standing(100, 'one-bucket', 'levels'));
  });

  it('leaves everything else as it is', () => {
    expect(withNamesOfToday(DONE, renamed)).toMatchObject(DONE);
  });
});

describe('an exercise that was split', () => {
  const parts = [
    { name: 'token-bucket', formerly: ['throttle'], concepts: [{ id: 'bucket', formerly: [] }] },
    { name: 'usage-plans', formerly: ['throttle'], concepts: [{ id: 'tiers', formerly: ['levels'] }] },
  ];

  it('gives each part what belongs to it', () => {
    const today = withNamesOfToday(DONE, parts);
    expect(bestOf(today, 'token-bucket')?.passed).toEqual(['bucket']);
    expect(bestOf(today, 'usage-plans')?.passed).toEqual(['tiers']);
    expect(lastOf(today, 'usage-plans')?.passed).toEqual([]);
    expect(hintsOf(today, 'token-bucket')).toEqual({ bucket: 2 });
    expect(hintsOf(today, 'usage-plans')).toEqual({ tiers: 1 });
  });

  it('does so on pages that know one part only, in whatever order they are opened', () => {
    const [first, second] = parts as [(typeof parts)[number], (typeof parts)[number]];
    expect(withNamesOfToday(withNamesOfToday(DONE, [second]), [first])).toEqual(withNamesOfToday(DONE, parts));
  });
});

it('a concept that was split was passed in both parts, and its hints were read for both', () => {
  const concepts = [
    { id: 'rate', formerly: ['bucket'] },
    { id: 'burst', formerly: ['bucket'] },
  ];
  const today = withNamesOfToday(DONE, [{ name: 'throttle', formerly: [], concepts }]);
  expect(lastOf(today, 'throttle')?.passed).toEqual(['rate', 'burst']);
  expect(hintsOf(today, 'throttle')).toMatchObject({ rate: 2, burst: 2 });
});

it('what belongs to an exercise or a concept that was removed stays, unread', () => {
  const today = withNamesOfToday(DONE, [{ name: 'throttle', formerly: [], concepts: [{ id: 'bucket', formerly: [] }] }]);
  expect(today).toMatchObject({ 'hint/throttle/levels': DONE['hint/throttle/levels'] });
  expect(bestOf(today, 'throttle')?.passed).toEqual(['bucket', 'levels']);
  expect(withNamesOfToday(DONE, [])).toEqual(DONE);
});

describe('a document of an older version', () => {
  /** As if version 1 had kept pages in a list, and version 2 had called its records notes. */
  const steps: Step[] = [
    ({ pages }) => ({ notes: Object.fromEntries((pages as string[]).map((page) => [`read/${page}`, { at: AT, value: true }])) }),
    ({ notes }) => ({ records: notes }),
  ];

  it('is brought up step by step', () => {
    const today = { status: 'read', records: records({ 'read/lessons/08-throttling': true }), odd: [] };
    expect(readDocument('{"version":1,"pages":["lessons/08-throttling"]}', steps)).toEqual(today);
    expect(recordsIn({ version: 2, notes: today.records }, steps)).toEqual(today);
    expect(recordsIn({ version: 3, records: today.records }, steps)).toEqual(today);
  });

  it('of a version to come is told from one that cannot be read', () => {
    expect(recordsIn({ version: 4, records: {} }, steps)).toEqual({ status: 'newer' });
    expect(recordsIn({ version: 3, notes: {} }, steps)).toEqual({ status: 'unreadable' });
  });
});
