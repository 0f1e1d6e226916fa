/** Where drafts lie: four shelves of records by key, changed as a whole or not at all. */

/**
 * `drafts`: by exercise. `history`: by `exercise/id`. `texts`: by `exercise/name`, each text of the history once.
 * `aside`: what could not be read, by where it lay.
 */
export const SHELVES = ['drafts', 'history', 'texts', 'aside'] as const;
export type ShelfName = (typeof SHELVES)[number];

/** The shelves while nobody else has them. What is read may be anything: another version, or the browser, may have spoiled it. */
export interface Shelf {
  get(shelf: ShelfName, key: string): Promise<unknown>;
  /** All below `under/`, or all there is, in the order of their keys. */
  all(shelf: ShelfName, under?: string): Promise<[key: string, value: unknown][]>;
  keys(shelf: ShelfName, under?: string): Promise<string[]>;
  put(shelf: ShelfName, key: string, value: unknown): Promise<void>;
  remove(shelf: ShelfName, key: string): Promise<void>;
}

export interface Shelves {
  /**
   * Runs `work`, and keeps what it did only if it comes to its end.
   * @param work waits for nothing but the shelf. It may run twice, after a run of which nothing was kept.
   * @throws whatever `work` or the storage throws
   */
  transact<Result>(work: (shelf: Shelf) => Promise<Result>): Promise<Result>;
  close(): void;
}

/** Shelves that last as long as the page. */
export function memoryShelves(): Shelves {
  let records: ReadonlyMap<string, unknown> = new Map();
  let turn: Promise<unknown> = Promise.resolve();

  async function inTurn<Result>(work: (shelf: Shelf) => Promise<Result>): Promise<Result> {
    const changed = new Map(records);
    const result = await work(shelfOver(changed));
    records = changed;
    return result;
  }

  return {
    transact(work) {
      const result = turn.then(() => inTurn(work));
      turn = result.catch(() => undefined);
      return result;
    },
    close() {},
  };
}

function shelfOver(records: Map<string, unknown>): Shelf {
  const keys = async (shelf: ShelfName, under?: string) => {
    const start = `${shelf}/${under === undefined ? '' : `${under}/`}`;
    return [...records.keys()]
      .filter((name) => name.startsWith(start))
      .map((name) => name.slice(shelf.length + 1))
      .sort();
  };
  const get = async (shelf: ShelfName, key: string) => structuredClone(records.get(`${shelf}/${key}`));
  return {
    get,
    keys,
    async all(shelf, under) {
      return Promise.all((await keys(shelf, under)).map(async (key) => [key, await get(shelf, key)] as [string, unknown]));
    },
    async put(shelf, key, value) {
      records.set(`${shelf}/${key}`, structuredClone(value));
    },
    async remove(shelf, key) {
      records.delete(`${shelf}/${key}`);
    },
  };
}
