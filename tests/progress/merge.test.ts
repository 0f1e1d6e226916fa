import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merged, undone } from '../../src/progress/merge.ts';
import type { Entry, Records } from '../../src/progress/records.ts';

const time = fc.integer({ min: 0, max: 4 }).map((hour) => `2026-11-21T0${hour}:00:00.000Z`);
const result = fc.record({ right: fc.boolean(), tries: fc.nat(3), shown: fc.boolean() });
const entry = (value: fc.Arbitrary<unknown>, goes: boolean): fc.Arbitrary<Entry> =>
  fc.record({ at: time, value }, { requiredKeys: goes ? ['at'] : ['at', 'value'] });
const some = (key: string, value: fc.Arbitrary<unknown>, goes = true) =>
  fc.option(entry(value, goes), { nil: undefined }).map((made): Records => (made ? { [key]: made } : {}));
/** Few keys and few times, so that many of them meet. */
const records: fc.Arbitrary<Records> = fc
  .tuple(
    some('place', fc.constantFrom('lessons/01-front-desk', 'lessons/08-throttling')),
    some('read/lessons/08-throttling', fc.constant(true)),
    some('answer/08-throttling/burst', result),
    some('rating/throttle/bucket', fc.constantFrom('missing', 'solid', 'strong')),
    // Hints and best runs are never taken back.
    some('hint/vtl/loops', fc.integer({ min: 1, max: 3 }), false),
    some('best/vtl', fc.record({ earned: fc.nat(3), points: fc.constant(3), passed: fc.subarray(['a', 'b', 'c']) }), false),
  )
  .map((parts) => Object.assign({}, ...parts) as Records);

describe('two accounts made into one', () => {
  it('come out the same in whatever order, and however often', () => {
    fc.assert(
      fc.property(records, records, records, (one, two, three) => {
        expect(merged(one, two)).toEqual(merged(two, one));
        expect(merged(merged(one, two), three)).toEqual(merged(one, merged(two, three)));
        expect(merged(merged(one, two), two)).toEqual(merged(one, two));
        expect(merged(one, one)).toEqual(one);
        expect(merged(one, {})).toEqual(one);
      }),
    );
  });

  it('hold every record of both, as one of the two has it', () => {
    fc.assert(
      fc.property(records, records, (one, two) => {
        const both = merged(one, two);
        expect(new Set(Object.keys(both))).toEqual(new Set([...Object.keys(one), ...Object.keys(two)]));
        for (const [key, entry] of Object.entries(both)) expect([one[key], two[key]]).toContainEqual(entry);
      }),
    );
  });

  const at = (hour: number) => `2026-11-21T0${hour}:00:00.000Z`;

  it('have the newer account of each record', () => {
    const older = { 'rating/throttle/bucket': { at: at(1), value: 'strong' } };
    const newer = { 'rating/throttle/bucket': { at: at(2), value: 'missing' } };
    expect(merged(older, newer)).toEqual(newer);
    expect(merged(newer, older)).toEqual(newer);
  });

  it('do not bring back what was taken back since', () => {
    const ticked = { 'tick/learner/day-1': { at: at(1), value: true } };
    const taken = { 'tick/learner/day-1': { at: at(2) } };
    expect(merged(ticked, taken)).toEqual(taken);
  });

  it('keep hints read, and the run that passed most, however old', () => {
    const much = {
      'hint/vtl/loops': { at: at(1), value: 3 },
      'best/vtl': { at: at(1), value: { earned: 20, points: 30, passed: ['a', 'b'] } },
    };
    const little = {
      'hint/vtl/loops': { at: at(2), value: 1 },
      'best/vtl': { at: at(2), value: { earned: 10, points: 30, passed: ['c'] } },
    };
    expect(merged(much, little)).toEqual(much);
    expect(merged(little, much)).toEqual(much);
  });
});

describe('a change that is taken back', () => {
  it('leaves everything as it was', () => {
    fc.assert(
      fc.property(records, records, (before, after) => {
        expect(undone(after, before, after)).toEqual(before);
      }),
    );
  });

  it('leaves alone what was changed since', () => {
    fc.assert(
      fc.property(records, records, records, (before, file, since) => {
        const after = merged(before, file);
        const now = { ...after, ...since };
        for (const [key, entry] of Object.entries(undone(now, before, after))) expect([now[key], before[key]]).toContainEqual(entry);
        const changed = Object.keys(since).filter((key) => JSON.stringify(since[key]) !== JSON.stringify(after[key]));
        expect(changed.map((key) => undone(now, before, after)[key])).toEqual(changed.map((key) => since[key]));
      }),
    );
  });
});
