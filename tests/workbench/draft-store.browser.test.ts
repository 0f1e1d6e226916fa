import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, NoAnswer, openDatabase } from '../../src/workbench/database.ts';
import type { DraftStore } from '../../src/workbench/draft-store.ts';
import { changed } from '../../src/workbench/drafts.ts';
import { openDraftStore, type StoreNews } from '../../src/workbench/open-draft-store.ts';
import { otherTabs } from '../../src/workbench/other-tabs.ts';
import type { Shelves } from '../../src/workbench/shelves.ts';
import { BUCKET, run, started, storeOn, written } from './support/drafts.ts';
import { itKeepsTheRules } from './support/store-rules.ts';

const { exercise } = BUCKET;
const PATIENCE = 5000;

let name = '';
let number = 0;
const opened: Shelves[] = [];
const stores: DraftStore[] = [];

beforeEach(() => {
  name = `drafts-${number++}`;
});
afterEach(async () => {
  for (const each of [...opened.splice(0), ...stores.splice(0)]) each.close();
  await deleteDB(name);
});

async function open(patience = PATIENCE): Promise<Shelves> {
  const shelves = await openDatabase(name, patience);
  opened.push(shelves);
  return shelves;
}

function page(): { store: DraftStore; news: StoreNews[] } {
  const news: StoreNews[] = [];
  const store = openDraftStore(
    [],
    (each) => news.push(each),
    () => openDatabase(name, PATIENCE),
  );
  stores.push(store);
  return { store, news };
}

describe('in IndexedDB', () => {
  itKeepsTheRules(open);
});

const draft = changed(started(), written('mine'), 1);

it('outlasts the page', async () => {
  const before = page();
  await before.store.write(draft, 0);
  await before.store.keep(run(1, 'mine'));
  before.store.close();
  const after = page();
  expect(await after.store.read(exercise)).toEqual(draft);
  expect(await after.store.runs(exercise)).toEqual([run(1, 'mine')]);
  expect([...before.news, ...after.news]).toEqual([]);
});

it('of two tabs that write at the same moment, one is told that the other was there', async () => {
  const [one, other] = [storeOn(await open()), storeOn(await open())];
  const answers = await Promise.all([one.write(draft, 0), other.write({ ...draft, files: written('other') }, 0)]);
  expect(answers).toEqual(['written', { newer: draft }]);
});

it('takes what a page watches, which is not plain data', async () => {
  const watched = <Value extends object>(value: Value): Value =>
    new Proxy(value, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key);
        return typeof found === 'object' && found !== null ? watched(found) : found;
      },
    });
  const store = storeOn(await open());
  expect(() => structuredClone(watched(draft))).toThrow('could not be cloned');
  await store.write(watched(draft), 0);
  await store.keep(watched(run(1, 'mine')));
  expect(await store.read(exercise)).toEqual(draft);
  expect(await store.runs(exercise)).toEqual([run(1, 'mine')]);
});

describe('another tab', () => {
  const tab = () => storeOnTabs();
  async function storeOnTabs(withChannel = true) {
    const window = globalThis.window;
    const tabs = otherTabs(name, withChannel ? window : new Proxy(window, { get: withoutChannel }));
    const store = storeOn(await open(), { tabs });
    stores.push(store);
    const heard: unknown[] = [];
    store.watch(exercise, (each) => heard.push(each));
    return { store, heard };
  }
  const withoutChannel = (page: Window, key: string) => {
    if (key === 'BroadcastChannel') return undefined;
    const found: unknown = Reflect.get(page, key);
    return typeof found === 'function' ? (found.bind(page) as unknown) : found;
  };

  it('is told at once', async () => {
    const [here, there] = [await tab(), await tab()];
    await here.store.write(draft, 0);
    await expect.poll(() => there.heard).toEqual([draft]);
    expect(here.heard).toEqual([]);
  });

  it('without a channel looks when the reader comes back to it', async () => {
    const [here, there] = [await storeOnTabs(false), await storeOnTabs(false)];
    await here.store.write(draft, 0);
    window.dispatchEvent(new Event('focus'));
    await expect.poll(() => there.heard).toEqual([draft]);
    window.dispatchEvent(new Event('focus'));
    await there.store.read(exercise);
    expect(there.heard).toEqual([draft]);
    expect(here.heard).toEqual([]);
  });
});

describe('versions', () => {
  it('a page of the next version gets the storage, and this one goes on and says so', async () => {
    const { store, news } = page();
    await store.write(draft, 0);
    const next = await openDB(name, MIGRATIONS.length + 1);
    const more = changed(draft, written('more'), 2);
    expect(await store.write(more, 1)).toBe('written');
    expect(await store.read(exercise)).toEqual(more);
    expect(news).toEqual([{ lasts: false, sentence: expect.stringContaining('A newer version of the course has been opened') }]);
    expect(await next.get('drafts', exercise)).toEqual(draft);
    next.close();
  });

  it('a storage that another page does not let go of is not waited for, and not kept once it comes', async () => {
    const stubborn = await openDB(name, MIGRATIONS.length);
    const deleting = deleteDB(name);
    await expect(open(50)).rejects.toThrow(NoAnswer);
    stubborn.close();
    await deleting;
    // This would wait for ever for a connection that came late and was left open.
    await deleteDB(name);
  });

  it('what the first version has written is read', async () => {
    const database = await openDB(name, 1, { upgrade: (each) => MIGRATIONS[0]!(each) });
    const files = { 'token-bucket.ts': 'mine' };
    await database.put('drafts', { exercise, files, changedAt: 5, revision: 2, origin: { stub: 'a', contract: 'b' } }, exercise);
    await database.put('texts', 'older', `${exercise}/x1`);
    const snapshot = { id: 's', exercise, at: 4, why: 'reset' };
    await database.put('history', { ...snapshot, files: { 'token-bucket.ts': 'x1' } }, `${exercise}/s`);
    database.close();
    const { store, news } = page();
    expect(await store.read(exercise)).toMatchObject({ files, revision: 2 });
    expect(await store.history(exercise)).toEqual([{ ...snapshot, files: { 'token-bucket.ts': 'older' } }]);
    expect(news).toEqual([]);
  });
});

/** A part of the browser’s storage with a bound of its own. Chromium has it, and TypeScript does not know it yet. */
interface StorageBuckets {
  open(name: string, options: { quota: number }): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

describe('a browser that is full', () => {
  const { storageBuckets } = navigator as unknown as { storageBuckets: StorageBuckets };

  beforeEach(async () => {
    vi.stubGlobal('indexedDB', (await storageBuckets.open('small', { quota: 1_000_000 })).indexedDB);
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    await storageBuckets.delete('small');
  });

  it('loses no character, says so once, and takes all of it when there is room', async () => {
    const { store, news } = page();
    await store.write(draft, 0);
    expect(news).toEqual([]);
    const long = changed(draft, written('x'.repeat(2_000_000)), 2);
    expect(await store.write(long, 1)).toBe('written');
    expect(await store.read(exercise)).toEqual(long);
    await store.keep(run(1, 'mine'));
    expect(news).toEqual([{ lasts: false, sentence: expect.stringContaining('storage is full') }]);

    const last = changed(long, written('last'), 3);
    await store.write(last, 2);
    expect(news.at(-1)).toEqual({ lasts: true, sentence: expect.stringContaining('works again') });
    const after = page();
    expect(await after.store.read(exercise)).toEqual(last);
    expect(await after.store.runs(exercise)).toEqual([run(1, 'mine')]);
  });
});
