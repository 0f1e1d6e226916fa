import { describe, expect, it } from 'vitest';
import { ASIDE, STORED_AS } from '../../src/progress/progress-store.ts';
import { withRead } from '../../src/progress/reading.ts';
import { documentWith, NOW, progressIn, storageWith } from './support/storage.ts';

/** As browsers hold it from the time in which each part of the course had a key of its own. */
const FORMER = {
  'front-desk:quiz:08-throttling': '{"version":1,"results":{"burst":{"right":true,"tries":2,"shown":false}}}',
  'front-desk:quiz:placement': '{"version":1,"results":{"door":{"right":false,"tries":1,"shown":false}}}',
  'front-desk:interview': '{"version":1,"ratings":{"throttle":{"bucket":"strong","levels":"missing"}}}',
  'front-desk:route:learner': '{"version":1,"done":["day-1","day-2"]}',
  'front-desk:hints:vtl': '{"version":1,"hints":{"loops":2}}',
};
const AS_RECORDS = {
  'answer/08-throttling/burst': { right: true, tries: 2, shown: false },
  'answer/placement/door': { right: false, tries: 1, shown: false },
  'rating/throttle/bucket': 'strong',
  'rating/throttle/levels': 'missing',
  'tick/learner/day-1': true,
  'tick/learner/day-2': true,
  'hint/vtl/loops': 2,
};
const values = (records = {}) => Object.fromEntries(Object.entries<{ value?: unknown }>(records).map(([key, { value }]) => [key, value]));

describe('what was kept under a key for each part of the course', () => {
  it('moves into the one document, and its keys go', () => {
    const storage = storageWith({ ...FORMER, 'front-desk:left:vtl:tab': 'somebody else’s' });
    const progress = progressIn(storage);
    expect(values(progress.records())).toEqual(AS_RECORDS);
    expect(progress.trouble()).toBe('');
    expect(Object.keys(storage.entries)).toEqual(['front-desk:left:vtl:tab', STORED_AS]);
    expect(values(progressIn(storage).records())).toEqual(AS_RECORDS);
  });

  it('is older than anything that was noted with its time', () => {
    const storage = storageWith({ ...FORMER, [STORED_AS]: documentWith({ 'rating/throttle/bucket': 'solid', 'hint/vtl/loops': 1 }) });
    expect(values(progressIn(storage).records())).toEqual({ ...AS_RECORDS, 'rating/throttle/bucket': 'solid' });
  });

  it('stays where it is while the storage is full, and is used all the same', () => {
    const room = Object.entries(FORMER).flat().join('').length;
    const storage = storageWith({ ...FORMER }, room);
    const progress = progressIn(storage);
    expect(values(progress.records())).toEqual(AS_RECORDS);
    expect(progress.trouble()).toContain('storage is full');
    expect(storage.entries).toEqual(FORMER);
    delete storage.room;
    progress.change((records, at) => withRead(records, at, 'one', true));
    expect(Object.keys(storage.entries)).toEqual([STORED_AS]);
    expect(values(storage.records())).toEqual({ ...AS_RECORDS, 'read/one': true });
  });

  it.each(['broken', 'null', '[]', '{"version":2,"results":{}}', '{"version":1}', '{"version":1,"results":"none"}'])(
    'is set aside where it cannot be read: %s',
    (text) => {
      const key = 'front-desk:quiz:08-throttling';
      const storage = storageWith({ ...FORMER, [key]: text });
      const progress = progressIn(storage);
      const { 'answer/08-throttling/burst': _, ...rest } = AS_RECORDS;
      expect(values(progress.records())).toEqual(rest);
      expect(progress.trouble()).toContain(`set aside as “${ASIDE}${key}:${NOW}”, not deleted`);
      expect(storage.entries[`${ASIDE}${key}:${NOW}`]).toBe(text);
      expect(storage.entries[key]).toBeUndefined();
    },
  );

  it('is left alone beside a document of a newer version', () => {
    const entries = { ...FORMER, [STORED_AS]: '{"version":99}' };
    const storage = storageWith({ ...entries });
    progressIn(storage).records();
    expect(storage.entries).toEqual(entries);
  });
});
