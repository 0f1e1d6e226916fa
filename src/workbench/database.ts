/** The shelves in IndexedDB. */
import { openDB, type IDBPDatabase } from 'idb';
import { SHELVES, type Shelf, type Shelves } from './shelves.ts';

/**
 * What makes each version of the database out of the one before, the first out of nothing. One that has been published is never
 * changed: a page that somebody left years ago comes through all of them.
 */
export const MIGRATIONS: readonly ((database: IDBPDatabase) => void)[] = [
  function fourShelves(database) {
    for (const shelf of SHELVES) database.createObjectStore(shelf);
  },
];

/** The storage did not answer in time: it hangs, or a page of an older version keeps it. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/**
 * @param patience milliseconds
 * @throws NoAnswer, or the DOMException of a browser that has no storage for this page; a `VersionError` where a newer version was here
 */
export async function openDatabase(name: string, patience: number): Promise<Shelves> {
  const opening = openDB(name, MIGRATIONS.length, {
    upgrade(database, oldVersion) {
      for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(database);
    },
    // A page of a newer version waits for this one: it may have the storage.
    blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
  });
  return shelvesIn(await inTime(opening, patience));
}

async function inTime(opening: Promise<IDBPDatabase>, patience: number): Promise<IDBPDatabase> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let late = false;
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(new NoAnswer('The storage does not answer.'));
    }, patience);
  });
  // Opened after all, and nobody waits for it: held open, it would keep others out.
  opening.then((database) => late && database.close()).catch(() => undefined);
  try {
    return await Promise.race([opening, waited]);
  } finally {
    clearTimeout(timer);
  }
}

function shelvesIn(database: IDBPDatabase): Shelves {
  return {
    async transact(work) {
      const transaction = database.transaction(SHELVES, 'readwrite');
      // Whoever waits for it is told below.
      transaction.done.catch(() => undefined);
      const shelf: Shelf = {
        get: (name, key) => transaction.objectStore(name).get(key),
        keys: async (name, under) => (await transaction.objectStore(name).getAllKeys(below(under))) as string[],
        async all(name, under) {
          const store = transaction.objectStore(name);
          const [keys, values] = await Promise.all([store.getAllKeys(below(under)), store.getAll(below(under))]);
          return keys.map((key, index) => [key as string, values[index]]);
        },
        async put(name, key, value) {
          await transaction.objectStore(name).put(value, key);
        },
        remove: (name, key) => transaction.objectStore(name).delete(key),
      };
      try {
        const result = await work(shelf);
        await transaction.done;
        return result;
      } catch (error) {
        abort(transaction);
        throw error;
      }
    },
    close: () => database.close(),
  };
}

/** It may have ended by itself. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function below(under: string | undefined): IDBKeyRange | null {
  // The character after the slash: what starts with `under/` and nothing else.
  return under === undefined ? null : IDBKeyRange.bound(`${under}/`, `${under}0`, false, true);
}
