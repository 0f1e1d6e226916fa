import { expect, it } from 'vitest';
import { changed } from '../../src/workbench/drafts.ts';
import { lastWords, withLastWords, type AtOnce } from '../../src/workbench/last-words.ts';
import { memoryShelves } from '../../src/workbench/shelves.ts';
import { BUCKET, started, storeOn, written } from './support/drafts.ts';

const { exercise } = BUCKET;
const ours = changed(started(), written('ours'), 1);
const theirs = changed(started(), written('theirs'), 2);

/** A storage as `localStorage` is one, and pages over it. */
function browser() {
  const items = new Map<string, string>();
  const storage: AtOnce = {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
  const shelves = memoryShelves();
  const page = (tab: string) =>
    withLastWords(
      storeOn(shelves, { tab }),
      lastWords(() => storage, tab),
    );
  return { storage, page };
}

it('is there when the exercise is opened again, and then in the store', async () => {
  const { storage, page } = browser();
  page('one').leave(ours, 0);
  expect(await page('two').read(exercise)).toEqual(ours);
  expect(storage).toHaveLength(0);
  expect(await page('three').read(exercise)).toEqual(ours);
});

it('does not overwrite what another tab has written since: it is in the history', async () => {
  const { page } = browser();
  const store = page('one');
  store.leave(ours, 0);
  await page('two').write(theirs, 0);
  expect(await store.read(exercise)).toEqual(theirs);
  expect(await store.history(exercise)).toMatchObject([{ why: 'other-tab', files: ours.files }]);
});

it('of two tabs that went away together is kept, of both', async () => {
  const { page } = browser();
  page('one').leave(ours, 0);
  page('two').leave(theirs, 0);
  const store = page('three');
  expect(await store.read(exercise)).toEqual(ours);
  expect(await store.history(exercise)).toMatchObject([{ why: 'other-tab', files: theirs.files }]);
});

it('is forgotten once the page has come back and written', async () => {
  const { storage, page } = browser();
  const store = page('one');
  store.leave(ours, 0);
  await store.write(ours, 0);
  await store.write(changed(ours, written('more'), 3), 1);
  expect(storage).toHaveLength(0);
  expect(await store.read(exercise)).toMatchObject({ files: written('more') });
  expect(await store.history(exercise)).toEqual([]);
});

it('is left alone where it cannot be read', async () => {
  const { storage, page } = browser();
  storage.setItem(`front-desk:left:${exercise}:a`, '{');
  storage.setItem(`front-desk:left:${exercise}:b`, '{"draft":1}');
  expect(await page('one').read(exercise)).toBeUndefined();
  expect(storage).toHaveLength(2);
});

it('cannot be, and nothing else fails, where the browser forbids it', async () => {
  const forbidden = lastWords(() => {
    throw new DOMException('Not here.', 'SecurityError');
  }, 'one');
  const store = withLastWords(storeOn(memoryShelves()), forbidden);
  store.leave(ours, 0);
  expect(await store.read(exercise)).toBeUndefined();
  expect(await store.write(ours, 0)).toBe('written');
});
