/** Keeps what a reader has done in the browser: one text for the whole site, and words for the reader when that fails. */
import { readDocument, writeDocument } from './document.ts';
import { isFormerKey, recordsOfFormer } from './former-stores.ts';
import { merged } from './merge.ts';
import type { Records } from './records.ts';

/** What the store needs of `localStorage`. */
export type Storage = Pick<globalThis.Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

export interface ProgressStore {
  /** What is kept; while nothing can be kept, what happened since the page was opened. */
  records(): Records;
  /** @param apply gets the time of the change, as ISO 8601 in UTC */
  change(apply: (records: Records, at: string) => Records): void;
  /** Why nothing is kept, or what was lost; empty while all is well. For the reader. */
  trouble(): string;
  /** @param heard called after each change, of this tab and of others. Returns what ends it. */
  watch(heard: () => void): () => void;
}

export const STORED_AS = 'front-desk:progress';
export const ASIDE = 'front-desk:set-aside:';

const TROUBLE = {
  blocked: 'This browser keeps nothing for this site, so what you do here lasts until you leave the page.',
  full: 'The browser’s storage is full, so what you do from now on lasts until you leave the page.',
  newer:
    'A newer version of the course has been opened in this browser. What it keeps is left alone; what you do here lasts until you leave the page.',
};

interface Surroundings {
  /** Gives the storage, or throws where the browser forbids it, as private windows do. */
  open: () => Storage;
  now: () => Date;
  /** Where news of other tabs arrives. */
  page: Pick<EventTarget, 'addEventListener'>;
}

export function openProgress({ open, now, page }: Surroundings): ProgressStore {
  let records: Records = {};
  /** As it was last read or written. */
  let text: string | null = null;
  /** There is more in memory than the storage has taken. */
  let more = false;
  let trouble: keyof typeof TROUBLE | undefined;
  let aside = '';
  const watchers = new Set<() => void>();

  /** The storage, if it may be written. What another tab has written since counts. */
  function load(): Storage | undefined {
    try {
      const storage = open();
      const found = storage.getItem(STORED_AS);
      if (found !== text) take(storage, found);
      const former = Array.from({ length: storage.length }, (_, index) => storage.key(index)!).filter(isFormerKey);
      if (former.length > 0 && trouble !== 'newer') moveIn(storage, former);
      if (trouble === 'blocked') trouble = undefined;
      return trouble === 'newer' ? undefined : storage;
    } catch (error) {
      trouble = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
      return undefined;
    }
  }

  function take(storage: Storage, found: string | null): void {
    const read = found === null ? { status: 'read' as const, records: {}, odd: [] } : readDocument(found);
    if (read.status === 'unreadable' || (read.status === 'read' && read.odd.length > 0)) setAside(storage, STORED_AS, found!);
    else text = found;
    if (read.status === 'newer') {
      trouble = 'newer';
      return;
    }
    if (trouble === 'newer') trouble = undefined;
    const kept = read.status === 'read' ? read.records : {};
    records = more ? merged(records, kept) : kept;
  }

  /** Out of the way without being lost. Where there is no room for a copy, it stays where it is. */
  function setAside(storage: Storage, key: string, value: string): void {
    const name = `${ASIDE}${key}:${now().toISOString()}`;
    storage.removeItem(key);
    try {
      storage.setItem(name, value);
    } catch (error) {
      storage.setItem(key, value);
      throw error;
    }
    if (key === STORED_AS) text = null;
    aside = name;
  }

  function moveIn(storage: Storage, former: readonly string[]): void {
    for (const key of former) {
      const value = storage.getItem(key)!;
      const found = recordsOfFormer(key, value);
      if (!found) setAside(storage, key, value);
      else records = merged(records, found);
    }
    if (save(storage)) for (const key of former) storage.removeItem(key);
  }

  function save(storage: Storage): boolean {
    try {
      const written = writeDocument(records);
      if (Object.keys(records).length > 0) storage.setItem(STORED_AS, written);
      else storage.removeItem(STORED_AS);
      text = Object.keys(records).length > 0 ? written : null;
      more = false;
      trouble = undefined;
      return true;
    } catch {
      more = true;
      trouble = 'full';
      return false;
    }
  }

  function tell(): void {
    for (const heard of watchers) heard();
  }

  page.addEventListener('storage', (event) => {
    const { key } = event as StorageEvent;
    if (key === STORED_AS || key === null) tell();
  });
  // A page that the browser had put to rest heard nothing meanwhile.
  page.addEventListener('pageshow', (event) => (event as PageTransitionEvent).persisted && tell());

  return {
    records() {
      load();
      return records;
    },
    change(apply) {
      const storage = load();
      const next = apply(records, now().toISOString());
      if (next === records) return;
      records = next;
      if (storage) save(storage);
      else more = true;
      tell();
    },
    trouble() {
      load();
      const said =
        aside && `Some of what was kept could not be read. It was set aside as “${aside}”, not deleted; you go on with the rest.`;
      return [trouble && TROUBLE[trouble], said].filter(Boolean).join(' ');
    },
    watch(heard) {
      watchers.add(heard);
      return () => watchers.delete(heard);
    },
  };
}
