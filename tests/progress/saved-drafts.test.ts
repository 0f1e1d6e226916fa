import { describe, expect, it } from 'vitest';
import { draftsOf, draftsOfToday, fateOf, takeBackDrafts, takeInDrafts } from '../../src/progress/saved-drafts.ts';
import type { SavedDraft } from '../../src/progress/saved-file.ts';
import { changed } from '../../src/workbench/drafts.ts';
import { memoryShelves } from '../../src/workbench/shelves.ts';
import { BUCKET, started, storeOn, textOf, written } from '../workbench/support/drafts.ts';

const { exercise } = BUCKET;
const saved = (text: string, changedAt: number): SavedDraft => ({
  exercise,
  files: written(text),
  changedAt,
  origin: { stub: 'a stub of another day', contract: 'a contract of another day' },
});

async function storeWith(text?: string, at = 2000) {
  const store = storeOn(memoryShelves());
  if (text !== undefined) await store.write(changed(started(), written(text), at), 0);
  return store;
}
const historyOf = async (store: Awaited<ReturnType<typeof storeWith>>) =>
  (await store.history(exercise)).map((kept) => ('why' in kept ? `${kept.why}: ${textOf(kept.files)}` : 'a run'));

it('what somebody has written goes into the file, and nothing else', async () => {
  const store = await storeWith('mine');
  expect((await draftsOf(store, ['vtl', exercise])).map(({ files }) => textOf(files))).toEqual(['mine']);
});

describe('a draft of a file', () => {
  it('is there where nothing was, with what it was started from', async () => {
    const store = await storeWith();
    expect(await takeInDrafts(store, [saved('theirs', 1000)])).toEqual([]);
    expect(await store.read(exercise)).toMatchObject({ files: written('theirs'), origin: { contract: 'a contract of another day' } });
  });

  it('that is newer comes into the place of ours, which goes to the history', async () => {
    const store = await storeWith('ours', 2000);
    await takeInDrafts(store, [saved('theirs', 3000)]);
    expect(textOf((await store.read(exercise))!.files)).toBe('theirs');
    expect(await historyOf(store)).toEqual(['imported: ours']);
  });

  it('that is older goes to the history, once, and ours stays', async () => {
    const store = await storeWith('ours', 2000);
    await takeInDrafts(store, [saved('theirs', 1000)]);
    await takeInDrafts(store, [saved('theirs', 1000)]);
    expect(textOf((await store.read(exercise))!.files)).toBe('ours');
    expect(await historyOf(store)).toEqual(['imported: theirs']);
  });

  it('that is the same changes nothing', async () => {
    const store = await storeWith('ours', 2000);
    expect(fateOf(await store.read(exercise), saved('ours', 3000))).toBe('same');
    await takeInDrafts(store, [saved('ours', 3000)]);
    expect(await historyOf(store)).toEqual([]);
  });
});

describe('taken back', () => {
  it('ours is there again, and theirs in the history', async () => {
    const store = await storeWith('ours', 2000);
    await takeBackDrafts(store, await takeInDrafts(store, [saved('theirs', 3000)]));
    expect(textOf((await store.read(exercise))!.files)).toBe('ours');
    expect((await historyOf(store)).sort()).toEqual(['imported: ours', 'taken-back: theirs']);
  });

  it('what was written since stays', async () => {
    const store = await storeWith('ours', 2000);
    const replaced = await takeInDrafts(store, [saved('theirs', 3000)]);
    const there = (await store.read(exercise))!;
    await store.write(changed(there, written('theirs, and more'), 4000), there.revision);
    await takeBackDrafts(store, replaced);
    expect(textOf((await store.read(exercise))!.files)).toBe('theirs, and more');
  });
});

it('a draft has the name that its exercise has today; one that the course does not have is named', () => {
  const drafts = [
    { ...saved('x', 1), exercise: 'throttle', files: { 'throttle.ts': 'x', 'more.ts': 'y' } },
    { ...saved('x', 1), exercise: 'gone' },
  ];
  const { known, unknown } = draftsOfToday(drafts, [{ name: exercise, formerly: ['throttle'] }]);
  expect(known).toMatchObject([{ exercise, files: { 'token-bucket.ts': 'x', 'more.ts': 'y' } }]);
  expect(unknown).toEqual(['gone']);
});
