import { describe, expect, it, vi } from 'vitest';
import { ASIDE, STORED_AS } from '../../src/progress/progress-store.ts';
import { readPages, withPlace, withRead } from '../../src/progress/reading.ts';
import { documentWith, forbidden, NOW, progressIn, storageWith } from './support/storage.ts';

const FULL = 'The browser’s storage is full, so what you do from now on lasts until you leave the page.';
const BLOCKED = 'This browser keeps nothing for this site, so what you do here lasts until you leave the page.';
const read = (page: string) => (records: Parameters<typeof withRead>[0], at: string) => withRead(records, at, page, true);

describe('what is kept', () => {
  it('is there on the next visit, with its time', () => {
    const storage = storageWith();
    progressIn(storage).change(read('lessons/08-throttling'));
    expect(readPages(progressIn(storage).records())).toEqual(['lessons/08-throttling']);
    expect(storage.records()).toEqual({ 'read/lessons/08-throttling': { at: NOW, value: true } });
  });

  it('holds what another tab kept meanwhile', () => {
    const storage = storageWith();
    const [one, other] = [progressIn(storage), progressIn(storage)];
    one.change(read('one'));
    other.change(read('other'));
    expect(readPages(one.records())).toEqual(['one', 'other']);
    expect(one.trouble()).toBe('');
  });

  it('is gone once everything is erased, in every tab, and no key is left', () => {
    const storage = storageWith();
    const [one, other] = [progressIn(storage), progressIn(storage)];
    one.change(read('one'));
    other.records();
    one.change(() => ({}));
    expect(storage.entries).toEqual({});
    other.change(read('other'));
    expect(readPages(one.records())).toEqual(['other']);
  });

  it('is not written when nothing changes', () => {
    const storage = storageWith({ [STORED_AS]: documentWith({ place: 'lessons/08-throttling' }) });
    const { [STORED_AS]: before } = storage.entries;
    progressIn(storage).change((records) => records);
    expect(storage.entries[STORED_AS]).toBe(before);
  });

  it('may hold kinds of records that nobody knows here: they stay', () => {
    const storage = storageWith({ [STORED_AS]: documentWith({ 'dream/of/it': [1] }) });
    progressIn(storage).change(read('one'));
    expect(storage.records()).toMatchObject({ 'dream/of/it': { value: [1] } });
  });

  it('is newer than what a clock that ran ahead has noted', () => {
    const storage = storageWith({ [STORED_AS]: documentWith({ place: 'lessons/01-front-desk' }, '2031-01-01T00:00:00.000Z') });
    progressIn(storage).change((records, at) => withPlace(records, at, 'lessons/08-throttling'));
    expect(storage.records()).toEqual({ place: { at: '2031-01-01T00:00:00.001Z', value: 'lessons/08-throttling' } });
  });
});

describe('whoever watches', () => {
  it('hears of changes here, of other tabs, and of a page that comes back', () => {
    const page = new EventTarget();
    const progress = progressIn(storageWith(), undefined, page);
    const heard = vi.fn<() => void>();
    const end = progress.watch(heard);
    progress.change(read('one'));
    expect(heard).toHaveBeenCalledTimes(1);
    page.dispatchEvent(Object.assign(new Event('storage'), { key: STORED_AS }));
    page.dispatchEvent(Object.assign(new Event('storage'), { key: null }));
    page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(heard).toHaveBeenCalledTimes(4);
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'front-desk:left:vtl:x' }));
    page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    end();
    progress.change(read('other'));
    expect(heard).toHaveBeenCalledTimes(4);
  });
});

describe('says so when it cannot keep anything, and goes on', () => {
  it('where the browser forbids storage', () => {
    const progress = progressIn(forbidden);
    expect(progress.trouble()).toBe(BLOCKED);
    progress.change(read('one'));
    progress.change(read('other'));
    expect(readPages(progress.records())).toEqual(['one', 'other']);
    expect(progress.trouble()).toBe(BLOCKED);
  });

  it('where there is no storage at all', () => {
    expect(progressIn(() => null as never).trouble()).toBe(BLOCKED);
  });

  it('where storage is full; once there is room, what was done meanwhile and what other tabs did are both kept', () => {
    const storage = storageWith({ [STORED_AS]: documentWith({ 'read/one': true }) });
    const progress = progressIn(storage);
    storage.room = 0;
    progress.change(read('two'));
    expect(progress.trouble()).toBe(FULL);
    expect(readPages(progress.records())).toEqual(['one', 'two']);
    expect(readPages(progressIn(storage).records())).toEqual(['one']);

    delete storage.room;
    progressIn(storage).change(read('three'));
    progress.change(read('four'));
    expect(progress.trouble()).toBe('');
    expect(readPages(progressIn(storage).records()).sort()).toEqual(['four', 'one', 'three', 'two']);
  });

  it('where a newer version of the course wrote, before the page was opened or after: that is left alone', () => {
    const newer = '{"version":2,"diary":{}}';
    const [before, after] = [storageWith({ [STORED_AS]: newer }), storageWith()];
    const tabs = [progressIn(before), progressIn(after)];
    tabs[1]!.records();
    after.entries[STORED_AS] = newer;
    for (const progress of tabs) {
      progress.change(read('one'));
      expect(readPages(progress.records())).toEqual(['one']);
      expect(progress.trouble()).toContain('A newer version of the course has been opened');
    }
    expect([before.entries, after.entries]).toEqual([{ [STORED_AS]: newer }, { [STORED_AS]: newer }]);
  });
});

describe('what cannot be read', () => {
  const name = `${ASIDE}${STORED_AS}:${NOW}`;

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"version":"1"}',
    '{"version":0,"records":{}}',
    '{"version":1}',
    '{"version":1,"records":[]}',
  ])('is set aside and said, not deleted: %s', (text) => {
    const storage = storageWith({ [STORED_AS]: text });
    const progress = progressIn(storage);
    expect(progress.trouble()).toBe(
      `Some of what was kept could not be read. It was set aside as “${name}”, not deleted; you go on with the rest.`,
    );
    expect(storage.entries).toEqual({ [name]: text });
    progress.change(read('one'));
    expect(readPages(progressIn(storage).records())).toEqual(['one']);
    expect(progressIn(storage).trouble()).toBe('');
    expect(storage.entries[name]).toBe(text);
  });

  it.each([
    ['no record', 7],
    ['a record without a time', { value: true }],
    ['a record of no time', { at: 'yesterday', value: true }],
    ['a record of an impossible time', { at: '2026-13-41T25:00:00.000Z', value: true }],
  ])('in one place keeps the rest in use: %s', (_, odd) => {
    const text = JSON.stringify({ version: 1, records: { 'read/one': { at: NOW, value: true }, 'read/two': odd } });
    const storage = storageWith({ [STORED_AS]: text });
    const progress = progressIn(storage);
    expect(readPages(progress.records())).toEqual(['one']);
    expect(progress.trouble()).toContain('set aside');
    progress.change(read('three'));
    expect(storage.entries[name]).toBe(text);
    expect(Object.keys(storage.records()!)).toEqual(['read/one', 'read/three']);
  });

  it('stays untouched where there is no room to set it aside', () => {
    const storage = storageWith({ [STORED_AS]: 'broken' }, STORED_AS.length + 'broken'.length);
    const progress = progressIn(storage);
    progress.change(read('one'));
    progress.change(read('two'));
    expect(progress.trouble()).toBe(FULL);
    expect(readPages(progress.records())).toEqual(['one', 'two']);
    expect(storage.entries).toEqual({ [STORED_AS]: 'broken' });
  });
});
