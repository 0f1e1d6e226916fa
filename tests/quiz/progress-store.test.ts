import { describe, expect, it } from 'vitest';
import { openProgress, type Storage } from '../../src/quiz/progress-store.ts';

const right = { right: true, tries: 1, shown: false };
const wrong = { right: false, tries: 1, shown: false };
const NAME = 'front-desk:quiz:08';

function storageWith(entries: Record<string, string> = {}, setItem?: () => void): Storage & { entries: Record<string, string> } {
  return {
    entries,
    getItem: (name) => entries[name] ?? null,
    setItem: setItem ?? ((name, text) => void (entries[name] = text)),
    removeItem: (name) => void delete entries[name],
  };
}

it('keeps results for the next visit', () => {
  const storage = storageWith();
  openProgress(() => storage, '08').keep('a', right);
  const next = openProgress(() => storage, '08');
  expect(next.results()).toEqual({ a: right });
  expect(next.trouble()).toBe('');
  expect(openProgress(() => storage, '09').results()).toEqual({});
});

it('keeps what another tab kept meanwhile', () => {
  const storage = storageWith();
  const [one, other] = [openProgress(() => storage, '08'), openProgress(() => storage, '08')];
  one.keep('a', right);
  other.keep('b', wrong);
  expect(openProgress(() => storage, '08').results()).toEqual({ a: right, b: wrong });
});

it('forgets when asked to', () => {
  const storage = storageWith();
  const store = openProgress(() => storage, '08');
  store.keep('a', right);
  store.forget();
  expect(store.results()).toEqual({});
  expect(storage.entries).toEqual({});
});

describe('says so when it cannot keep results, and counts on', () => {
  it('where the browser forbids storage', () => {
    const store = openProgress(() => {
      throw new DOMException('denied', 'SecurityError');
    }, '08');
    expect(store.trouble()).toContain('This browser keeps nothing for this site');
    store.keep('a', right);
    expect(store.results()).toEqual({ a: right });
    store.forget();
    expect(store.results()).toEqual({});
  });

  it('where storage is full', () => {
    const full = storageWith({}, () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const store = openProgress(() => full, '08');
    expect(store.trouble()).toBe('');
    store.keep('a', right);
    store.keep('b', wrong);
    expect(store.trouble()).toContain('storage is full');
    expect(store.results()).toEqual({ a: right, b: wrong });
  });

  it('where what was kept cannot be read: it starts over', () => {
    const storage = storageWith({ [NAME]: 'broken' });
    const store = openProgress(() => storage, '08');
    expect(store.trouble()).toContain('could not be read');
    store.keep('a', right);
    expect(store.trouble()).toBe('');
    expect(openProgress(() => storage, '08').results()).toEqual({ a: right });
  });

  it('where a newer version of the course wrote: that is left alone', () => {
    const newer = '{"version":99,"results":{}}';
    const storage = storageWith({ [NAME]: newer });
    const store = openProgress(() => storage, '08');
    store.keep('a', right);
    store.forget();
    store.keep('b', right);
    expect(store.results()).toEqual({ b: right });
    expect(store.trouble()).toContain('newer version');
    expect(storage.entries[NAME]).toBe(newer);
  });
});
