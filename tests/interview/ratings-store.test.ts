import { describe, expect, it } from 'vitest';
import { openRatings, STORED_AS } from '../../src/interview/ratings-store.ts';
import type { Storage } from '../../src/quiz/progress-store.ts';

const strong = { bucket: 'strong' } as const;
const missing = { plans: 'missing' } as const;

function storageWith(entries: Record<string, string> = {}, setItem?: () => void): Storage & { entries: Record<string, string> } {
  return {
    entries,
    getItem: (name) => entries[name] ?? null,
    setItem: setItem ?? ((name, text) => void (entries[name] = text)),
    removeItem: (name) => void delete entries[name],
  };
}

it('keeps ratings for the next visit', () => {
  const storage = storageWith();
  openRatings(() => storage).keep('throttle', strong);
  const next = openRatings(() => storage);
  expect(next.ratings()).toEqual({ throttle: strong });
  expect(next.trouble()).toBe('');
});

it('keeps what another tab kept meanwhile', () => {
  const storage = storageWith();
  const [one, other] = [openRatings(() => storage), openRatings(() => storage)];
  one.keep('throttle', strong);
  other.keep('tiers', missing);
  expect(openRatings(() => storage).ratings()).toEqual({ throttle: strong, tiers: missing });
});

it('forgets one question, or all, and then leaves nothing behind', () => {
  const storage = storageWith();
  const store = openRatings(() => storage);
  store.keep('throttle', strong);
  store.keep('tiers', missing);
  store.forget('throttle');
  expect(openRatings(() => storage).ratings()).toEqual({ tiers: missing });
  store.forget();
  expect(store.ratings()).toEqual({});
  expect(storage.entries).toEqual({});
});

describe('says so when it cannot keep ratings, and goes on', () => {
  it('where the browser forbids storage', () => {
    const store = openRatings(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(store.trouble()).toContain('This browser keeps nothing for this site');
    store.keep('throttle', strong);
    expect(store.ratings()).toEqual({ throttle: strong });
    store.forget();
    expect(store.ratings()).toEqual({});
    expect(store.trouble()).toContain('This browser keeps nothing for this site');
  });

  it('where storage is full', () => {
    const full = storageWith({}, () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const store = openRatings(() => full);
    expect(store.trouble()).toBe('');
    store.keep('throttle', strong);
    store.keep('tiers', missing);
    expect(store.trouble()).toContain('storage is full');
    expect(store.ratings()).toEqual({ throttle: strong, tiers: missing });
  });

  it('where what was kept cannot be read: it starts over', () => {
    const storage = storageWith({ [STORED_AS]: 'broken' });
    const store = openRatings(() => storage);
    expect(store.trouble()).toContain('could not be read');
    store.keep('throttle', strong);
    expect(store.trouble()).toBe('');
    expect(openRatings(() => storage).ratings()).toEqual({ throttle: strong });
  });

  it('where a newer version of the course wrote, before the page was opened or after: that is left alone', () => {
    const newer = '{"version":99,"ratings":{}}';
    const before = storageWith({ [STORED_AS]: newer });
    const after = storageWith();
    const stores = [openRatings(() => before), openRatings(() => after)];
    after.entries[STORED_AS] = newer;
    for (const store of stores) {
      store.keep('throttle', strong);
      store.forget();
      store.keep('tiers', missing);
      expect(store.ratings()).toEqual({ tiers: missing });
      expect(store.trouble()).toContain('newer version');
    }
    expect([before.entries[STORED_AS], after.entries[STORED_AS]]).toEqual([newer, newer]);
  });
});
