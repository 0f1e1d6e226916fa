/** Shelves that last for as long as the browser lets them: on the storage, and in memory from the moment that it fails. */
import { NoAnswer } from './database.ts';
import { memoryShelves, SHELVES, type Shelf, type ShelfName, type Shelves } from './shelves.ts';

/**
 * `none`: there is no storage for this page. `full`: it takes no more. `silent`: it does not answer. `outdated`: a newer version of the
 * course has it. `failed`: something else.
 */
export type StorageTrouble = 'none' | 'full' | 'silent' | 'outdated' | 'failed';

type Records = ReadonlyMap<string, { shelf: ShelfName; key: string; value: unknown }>;

interface Memory {
  shelves: Shelves;
  /** What the storage held when it failed; undefined where that could not be read. */
  held: Records | undefined;
}

/**
 * A storage that is full is tried again with each transaction: once it takes what has gathered in memory, it has the say again. It is
 * left alone if another tab has changed it meanwhile, so that nothing of that is overwritten.
 *
 * @param open opens the storage; called once more if a connection is lost
 * @param onTrouble called when the storage fails, and with undefined when it is well again
 */
export function lastingShelves(open: () => Promise<Shelves>, onTrouble: (trouble: StorageTrouble | undefined) => void): Shelves {
  let opening: Promise<Shelves> | undefined;
  let memory: Promise<Memory> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function onStorage<Result>(work: (shelf: Shelf) => Promise<Result>): Promise<Result> {
    const first = await (opening ??= open());
    try {
      return await first.transact(work);
    } catch (error) {
      if (troubleOf(error) === 'full') throw error;
      first.close();
      opening = open();
      return (await opening).transact(work);
    }
  }

  async function inMemory(): Promise<Memory> {
    const shelves = memoryShelves();
    const held = await opening!.then((storage) => storage.transact(allOn)).catch(() => undefined);
    if (held) await shelves.transact(async (shelf) => putAll(shelf, held));
    return { shelves, held };
  }

  /** Brings to the storage what has come together in memory. */
  async function moveBack({ shelves, held }: Memory): Promise<boolean> {
    if (!held) return false;
    const now = await shelves.transact(allOn);
    try {
      const storage = await opening!;
      return await storage.transact(async (shelf) => {
        if (!sameRecords(await allOn(shelf), held)) return false;
        for (const [name, { shelf: of, key }] of held) if (!now.has(name)) await shelf.remove(of, key);
        await putAll(shelf, new Map([...now].filter(([name, record]) => !sameValue(record.value, held.get(name)?.value))));
        return true;
      });
    } catch {
      return false;
    }
  }

  async function inTurn<Result>(work: (shelf: Shelf) => Promise<Result>): Promise<Result> {
    if (!memory) {
      try {
        return await onStorage(work);
      } catch (error) {
        const trouble = troubleOf(error);
        memory = inMemory();
        const result = await (await memory).shelves.transact(work);
        onTrouble(trouble);
        return result;
      }
    }
    const there = await memory;
    const result = await there.shelves.transact(work);
    if (await moveBack(there)) {
      memory = undefined;
      onTrouble(undefined);
    }
    return result;
  }

  return {
    transact(work) {
      const result = turn.then(() => inTurn(work));
      turn = result.catch(() => undefined);
      return result;
    },
    close() {
      opening?.then((storage) => storage.close()).catch(() => undefined);
    },
  };
}

async function allOn(shelf: Shelf): Promise<Records> {
  const records = new Map<string, { shelf: ShelfName; key: string; value: unknown }>();
  for (const name of SHELVES) for (const [key, value] of await shelf.all(name)) records.set(`${name}/${key}`, { shelf: name, key, value });
  return records;
}

async function putAll(shelf: Shelf, records: Records): Promise<void> {
  for (const { shelf: of, key, value } of records.values()) await shelf.put(of, key, value);
}

function sameRecords(one: Records, other: Records): boolean {
  return one.size === other.size && [...one].every(([name, { value }]) => other.has(name) && sameValue(value, other.get(name)?.value));
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof NoAnswer) return 'silent';
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'outdated';
  return ['SecurityError', 'InvalidStateError', 'NotFoundError', 'ReferenceError', 'TypeError'].includes(name) ? 'none' : 'failed';
}
