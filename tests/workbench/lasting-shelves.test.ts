import { describe, expect, it } from 'vitest';
import { NoAnswer } from '../../src/workbench/database.ts';
import { changed } from '../../src/workbench/drafts.ts';
import { lastingShelves, type StorageTrouble } from '../../src/workbench/lasting-shelves.ts';
import { memoryShelves, type Shelves } from '../../src/workbench/shelves.ts';
import { BUCKET, run, started, storeOn, written } from './support/drafts.ts';

/** A storage that can be made to fail at the end of each transaction. */
function storage() {
  const shelves = memoryShelves();
  let failure: Error | undefined;
  let writable = true;
  const failing: Shelves = {
    transact: (work) =>
      shelves.transact((shelf) => {
        if (failure) throw failure;
        return work({ ...shelf, put: (...args) => (writable ? shelf.put(...args) : Promise.reject(full())) });
      }),
    close() {},
  };
  return {
    shelves: failing,
    fail: (error: Error | undefined) => {
      failure = error;
    },
    fill: (isFull: boolean) => {
      writable = !isFull;
    },
  };
}

const full = () => new DOMException('No room.', 'QuotaExceededError');
const { exercise } = BUCKET;

function pageOn(open: () => Promise<Shelves>) {
  const troubles: (StorageTrouble | undefined)[] = [];
  return { store: storeOn(lastingShelves(open, (trouble) => troubles.push(trouble))), troubles };
}

describe('without a storage', () => {
  it.each([
    ['none', new DOMException('Not here.', 'SecurityError')],
    ['none', new ReferenceError('indexedDB is not defined')],
    ['silent', new NoAnswer('It hangs.')],
    ['outdated', new DOMException('Version 1 is less than 2.', 'VersionError')],
    ['failed', new DOMException('Internal error.', 'UnknownError')],
  ] as const)('it says so once (%s) and keeps everything until the page is left', async (trouble, error) => {
    const { store, troubles } = pageOn(() => Promise.reject(error));
    expect(await store.read(exercise)).toBeUndefined();
    const draft = changed(started(), written('mine'), 1);
    expect(await store.write(draft, 0)).toBe('written');
    await store.keep(run(1, 'mine'));
    expect(await store.read(exercise)).toEqual(draft);
    expect(await store.runs(exercise)).toEqual([run(1, 'mine')]);
    expect(troubles).toEqual([trouble]);
  });
});

describe('a storage that is full', () => {
  const before = changed(started(), written('before'), 1);
  const after = changed(before, written('after'), 2);

  async function filled() {
    const disk = storage();
    const page = pageOn(async () => disk.shelves);
    await page.store.write(before, 0);
    await page.store.keep(run(1, 'before'));
    disk.fill(true);
    expect(await page.store.write(after, before.revision)).toBe('written');
    await page.store.keep(run(2, 'after'));
    return { disk, ...page };
  }

  it('goes on in memory with all that it held', async () => {
    const { store, troubles } = await filled();
    expect(await store.read(exercise)).toEqual(after);
    expect((await store.runs(exercise)).map(({ id }) => id)).toEqual(['run-002', 'run-001']);
    expect(troubles).toEqual(['full']);
  });

  it('gets what it missed as soon as there is room', async () => {
    const { disk, store, troubles } = await filled();
    disk.fill(false);
    const last = changed(after, written('last'), 3);
    await store.write(last, after.revision);
    expect(troubles).toEqual(['full', undefined]);
    const other = storeOn(disk.shelves);
    expect(await other.read(exercise)).toEqual(last);
    expect((await other.runs(exercise)).map(({ id }) => id)).toEqual(['run-002', 'run-001']);
  });

  it('is left alone if another tab has written there since', async () => {
    const { disk, store, troubles } = await filled();
    disk.fill(false);
    const theirs = changed(before, written('theirs'), 3);
    await storeOn(disk.shelves).write(theirs, before.revision);
    await store.write(changed(after, written('last'), 3), after.revision);
    expect(await storeOn(disk.shelves).read(exercise)).toEqual(theirs);
    expect(await store.read(exercise)).toMatchObject({ files: written('last') });
    expect(troubles).toEqual(['full']);
  });
});

describe('a connection that is lost', () => {
  it('is opened again, and nobody need know', async () => {
    const first = storage();
    const second = storage();
    const opened = [first, second];
    const { store, troubles } = pageOn(async () => opened.shift()!.shelves);
    await store.read(exercise);
    first.fail(new DOMException('The database connection is closing.', 'InvalidStateError'));
    const draft = changed(started(), written('mine'), 1);
    expect(await store.write(draft, 0)).toBe('written');
    expect(await storeOn(second.shelves).read(exercise)).toEqual(draft);
    expect(troubles).toEqual([]);
  });

  it('is made up for in memory if it cannot be opened again', async () => {
    const first = storage();
    const opened = [async () => first.shelves, () => Promise.reject(new DOMException('1 is less than 2.', 'VersionError'))];
    const { store, troubles } = pageOn(() => opened.shift()!());
    await store.read(exercise);
    first.fail(new DOMException('The database connection is closing.', 'InvalidStateError'));
    const draft = changed(started(), written('mine'), 1);
    expect(await store.write(draft, 0)).toBe('written');
    expect(await store.read(exercise)).toEqual(draft);
    expect(troubles).toEqual(['outdated']);
  });
});
