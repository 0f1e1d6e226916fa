import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed, MOST_KEPT, opened, originOf, sameFiles, surplus, writing, type Given } from '../../src/workbench/drafts.ts';
import { fingerprint } from '../../src/workbench/fingerprint.ts';
import { isDraft, isHistoryRecord } from '../../src/workbench/records.ts';
import { BUCKET, run, started, verdictWith, written } from './support/drafts.ts';

const touched = changed(started(), written('mine'), 1);
const untouched = changed(touched, BUCKET.stub, 2);
const otherStub: Given = { ...BUCKET, stub: written('export const take = () => false;\n') };
const otherContract: Given = { ...BUCKET, contract: 'export type Take = (now: number) => boolean;\n' };

describe('opening an exercise', () => {
  it('knows a stub by its files, in whatever order they come', () => {
    const two = { ...BUCKET, stub: { 'a.ts': '1', 'b.ts': '2' } };
    expect(originOf({ ...two, stub: { 'b.ts': '2', 'a.ts': '1' } })).toEqual(originOf(two));
    expect(originOf({ ...two, stub: { 'a.ts': '2', 'b.ts': '1' } })).not.toEqual(originOf(two));
  });

  it('starts from the stub when nothing was kept', () => {
    expect(opened(undefined, BUCKET)).toMatchObject({ draft: { files: BUCKET.stub, revision: 0 } });
  });

  it('goes on with what was kept, and says nothing while the course is the same', () => {
    expect(opened(touched, BUCKET)).toEqual({ draft: touched });
  });

  it('gives an untouched draft the stub of today', () => {
    const opening = opened(untouched, otherStub);
    expect(opening).toMatchObject({ draft: { files: otherStub.stub, revision: untouched.revision } });
    expect(opening.said).toBeUndefined();
    expect(opened(changed(opening.draft, otherStub.stub, 3), BUCKET).draft.files).toEqual(BUCKET.stub);
  });

  it('leaves a touched draft as it is, and says that the contract is another one', () => {
    const { draft, said } = opened(touched, otherContract);
    expect(draft.files).toEqual(touched.files);
    expect(said).toContain('contract of this exercise has changed');
    expect(opened(changed(draft, written('mine, mended'), 3), otherContract).said).toBeUndefined();
  });

  it('says that a touched draft was started from another stub', () => {
    const { draft, said } = opened(touched, otherStub);
    expect(draft.files).toEqual(touched.files);
    expect(said).toContain('another stub');
  });
});

describe('writing', () => {
  it('is based on what is there, or on more', () => {
    expect(writing(undefined, touched, 0)).toBe('write');
    expect(writing(touched, changed(touched, written('more'), 2), 1)).toBe('write');
    // The storage was emptied and started over.
    expect(writing(touched, changed({ ...touched, revision: 7 }, written('more'), 2), 7)).toBe('write');
  });

  it('of what is there already is nothing to do', () => {
    expect(writing(touched, touched, 0)).toBe('nothing');
  });

  it('on what is not the last is refused, also where the revision is the same', () => {
    const theirs = changed(started(), written('theirs'), 1);
    expect(writing(theirs, touched, 0)).toBe('newer');
    expect(writing(changed(theirs, written('theirs too'), 2), touched, 0)).toBe('newer');
  });
});

describe('the history', () => {
  const numbers = (entries: readonly { id: string }[]) => entries.map(({ id }) => Number(id.slice(4)));
  const runs = Array.from({ length: MOST_KEPT + 5 }, (_, number) => run(number, 'text'));

  it('drops the oldest runs, in whatever order they come', () => {
    expect(numbers(surplus(runs)).toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4]);
    expect(numbers(surplus(runs.toReversed())).toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4]);
  });

  it('keeps the last run that passed, not the one before it', () => {
    const passed = [0, 2].map((number) => run(number, 'text', verdictWith('passed')));
    const others = runs.filter((_, number) => number !== 0 && number !== 2);
    expect(numbers(surplus([...passed, ...others])).toSorted((one, other) => one - other)).toEqual([0, 1, 3, 4]);
  });

  it('does not drop runs for snapshots', () => {
    const snapshots = Array.from({ length: MOST_KEPT + 1 }, (_, number) => ({ at: number, id: `${number}` }));
    expect(surplus([...snapshots, run(0, 'text')])).toEqual([{ at: 0, id: '0' }]);
  });
});

describe('a fingerprint', () => {
  it('changes when a text does, be it in one place', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (start, middle, end) => {
        expect(fingerprint(start + middle + end)).not.toBe(fingerprint(start + end));
      }),
    );
  });

  it('tells ten thousand short texts apart', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_, number) => fingerprint(`const n = ${number};`)))).toHaveLength(10_000);
  });

  it('is what it was when the first drafts were kept', () => {
    expect([fingerprint(''), fingerprint('export const take = undefined;\n')]).toEqual(['2chkyvvxamm', 'oxgr6sfena']);
  });
});

describe('files', () => {
  it('are the same whatever their order, and not if one has more', () => {
    expect(sameFiles({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameFiles({ a: '1' }, { a: '1', b: '2' })).toBe(false);
    expect(sameFiles({ a: '1', b: '2' }, { a: '1' })).toBe(false);
    expect(sameFiles({ toString: '1' }, { a: '1' })).toBe(false);
  });
});

describe('what lies in the storage', () => {
  it('is a draft or a run as it was written', () => {
    expect(isDraft(JSON.parse(JSON.stringify(touched)))).toBe(true);
    expect(isHistoryRecord(JSON.parse(JSON.stringify(run(1, 'name', verdictWith('passed')))))).toBe(true);
    expect(isHistoryRecord({ id: 'a', exercise: 'b', files: {}, at: 1, why: 'reset' })).toBe(true);
  });

  it('may hold fields of a later version', () => {
    expect(isDraft({ ...touched, mood: 'good' })).toBe(true);
  });

  it('is neither as soon as one field is missing or of another kind', () => {
    const cut = (value: object) => Object.keys(value).map((field) => ({ ...value, [field]: undefined }));
    for (const spoiled of [null, 'text', [], ...cut(touched), { ...touched, revision: -1 }, { ...touched, files: { a: 1 } }])
      expect(isDraft(spoiled)).toBe(false);
    const broken = verdictWith('failed');
    for (const spoiled of [...cut(run(1, 'name')), ...cut(broken).map((verdict) => ({ ...run(1, 'name'), verdict }))])
      expect(isHistoryRecord(spoiled)).toBe(false);
    expect(isHistoryRecord({ ...run(1, 'name'), verdict: { ...broken, concepts: [{ ...broken.concepts[0], tests: [null] }] } })).toBe(
      false,
    );
    expect(isHistoryRecord({ id: 'a', exercise: 'b', files: {}, at: 1, why: 'no reason' })).toBe(false);
  });
});
