/** A browser’s storage in memory, and progress kept in it. */
import { openProgress, STORED_AS, type ProgressStore, type Storage } from '../../../src/progress/progress-store.ts';
import type { Records } from '../../../src/progress/records.ts';

export interface MemoryStorage extends Storage {
  entries: Record<string, string>;
  /** Characters of keys and texts together; undefined is as much as is wanted. */
  room?: number;
  /** The records of the stored document; undefined where there is none. */
  records(): Records | undefined;
}

export function storageWith(entries: Record<string, string> = {}, room?: number): MemoryStorage {
  const used = () => Object.entries(entries).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  return {
    entries,
    ...(room !== undefined && { room }),
    get length() {
      return Object.keys(entries).length;
    },
    key: (index) => Object.keys(entries)[index] ?? null,
    getItem: (name) => entries[name] ?? null,
    setItem(name, text) {
      const before = entries[name];
      entries[name] = text;
      if (used() <= (this.room ?? Infinity)) return;
      if (before === undefined) delete entries[name];
      else entries[name] = before;
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: (name) => void delete entries[name],
    records: () => entries[STORED_AS] && JSON.parse(entries[STORED_AS]).records,
  };
}

export const forbidden = (): never => {
  throw new DOMException('denied', 'SecurityError');
};

export const NOW = '2026-11-21T20:00:00.000Z';

/** A tab of a browser with this storage. */
export function progressIn(
  open: Storage | (() => Storage),
  now = () => new Date(NOW),
  page: EventTarget = new EventTarget(),
): ProgressStore {
  return openProgress({ open: typeof open === 'function' ? open : () => open, now, page });
}

/** The text of a document in which all records are of the time `at`. */
export function documentWith(values: Record<string, unknown>, at = '2026-11-20T08:00:00.000Z'): string {
  return JSON.stringify({ version: 1, records: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { at, value }])) });
}
