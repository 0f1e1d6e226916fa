import { describe, expect, it } from 'vitest';
import { merged } from '../../src/progress/merge.ts';
import { planLines, planTitle } from '../../src/progress/plan-words.ts';
import { plannedChanges } from '../../src/progress/planned-changes.ts';
import type { Records } from '../../src/progress/records.ts';
import { readSaved, savedName, savedText, type Saved } from '../../src/progress/saved-file.ts';
import type { Draft } from '../../src/workbench/drafts.ts';
import { NOW } from './support/storage.ts';

const now = new Date(NOW);
const BEFORE = '2026-11-20T08:00:00.000Z';
const records: Records = {
  place: { at: BEFORE, value: 'lessons/08-throttling' },
  'read/lessons/08-throttling': { at: BEFORE, value: true },
  'read/lessons/09-caching': { at: BEFORE },
  'answer/08-throttling/burst': { at: BEFORE, value: { right: true, tries: 2, shown: false } },
  'dream/of/it': { at: BEFORE, value: [1] },
};
const draft: Draft = {
  exercise: 'vtl',
  files: { 'vtl.ts': 'export const render = () => “ ”;\n' },
  changedAt: Date.parse(BEFORE),
  revision: 7,
  origin: { stub: 'a', contract: 'b' },
};
const read = (data: unknown) => readSaved('progress.json', typeof data === 'string' ? data : JSON.stringify(data), now);
const saved = (data: unknown) => read(data) as Saved;

describe('a saved file', () => {
  const text = savedText(records, [draft], now);

  it('is read back as it was saved', () => {
    expect(read(text)).toEqual({ savedAt: NOW, records, drafts: [{ ...draft, revision: 0 }], leftOut: [] });
  });

  it('can be read by people: line by line, with its version and its time', () => {
    expect(text).toContain('  "version": 1,\n');
    expect(text).toContain(`  "saved": "${NOW}",\n`);
    expect(text).toContain(`    "read/lessons/08-throttling": {\n      "at": "${BEFORE}",\n      "value": true\n    }`);
    expect(savedName(now)).toBe('front-desk-progress-2026-11-21.json');
  });

  it('may have been given a mark of its encoding on the way', () => {
    expect(read(`\uFEFF${text}`)).toMatchObject({ records });
  });
});

describe('a file that is not taken', () => {
  it.each([
    [
      'cut short',
      savedText(records, [], now).slice(0, 200),
      /^“progress\.json” is no JSON, or not all of it: .+ Choose a file that was saved on this page\.$/,
    ],
    ['empty', '', /is no JSON/],
    ['something else', '[1,2]', /is JSON, but no progress that was saved on this page/],
    ['without records', '{"version":1}', /is JSON, but no progress/],
    ['of a version to come', '{"version":2,"diary":{}}', /was saved by a newer version of the course.+Bring the course up to date/],
  ])('is %s, and the reader is told so', (_, text, sentence) => {
    expect(read(text)).toEqual({ refused: expect.stringMatching(sentence) });
  });

  it('has a name that does not fill the page', () => {
    const { refused } = readSaved(`${'x'.repeat(500)}.json`, '', now) as { refused: string };
    expect(refused.length).toBeLessThan(250);
  });
});

describe('in a file that somebody changed', () => {
  it('what is no record is left out and named, and the rest is taken', () => {
    const { records, leftOut } = saved({
      version: 1,
      records: { 'read/one': { at: BEFORE, value: true }, 'read/two': { value: true }, 'rating/a/b': { at: BEFORE, value: 'fair' } },
    });
    expect(Object.keys(records)).toEqual(['read/one']);
    expect(leftOut).toEqual([
      `records, “read/two”: must have a time, “at”, such as ${NOW}.`,
      'records, “rating/a/b”: its value is none that a record of this kind can have.',
    ]);
  });

  it('what claims to be of a time to come is of now, so that it does not win for good', () => {
    const { records } = saved({ version: 1, records: { place: { at: '2031-01-01T00:00:00.000Z', value: 'lessons/01-front-desk' } } });
    expect(records).toEqual({ place: { at: NOW, value: 'lessons/01-front-desk' } });
  });

  it.each([
    [
      'files that lead out of their folder',
      { changedAt: BEFORE, files: { '../evil.ts': '' }, origin: draft.origin },
      /has to stay in its folder/,
    ],
    ['files that are no text', { changedAt: BEFORE, files: { 'vtl.ts': 7 }, origin: draft.origin }, /must have “changedAt”/],
    ['no time', { files: {}, origin: draft.origin }, /must have “changedAt”/],
    ['nothing', null, /must have “changedAt”/],
  ])('a draft with %s is left out', (_, bad, why) => {
    const { drafts, leftOut } = saved({ version: 1, records: {}, drafts: { vtl: bad } });
    expect(drafts).toEqual([]);
    expect(leftOut).toEqual([expect.stringMatching(why)]);
  });
});

describe('what would change', () => {
  const ours: Records = {
    'read/one': { at: BEFORE, value: true },
    'read/two': { at: BEFORE, value: true },
    'read/three': { at: NOW },
    'hint/vtl/loops': { at: NOW, value: 3 },
  };
  const theirs: Records = {
    'read/one': { at: BEFORE, value: true },
    'read/two': { at: NOW },
    'read/three': { at: BEFORE, value: true },
    'read/four': { at: BEFORE, value: true },
    'hint/vtl/loops': { at: NOW, value: 1 },
    'dream/of/it': { at: BEFORE, value: true },
  };

  it('is counted kind by kind, without what is the same', () => {
    expect(plannedChanges(ours, theirs)).toEqual([
      { called: 'Pages read', added: 1, changed: 1, stay: 1 },
      { called: 'Hints', added: 0, changed: 0, stay: 1 },
      { called: 'Other notes', added: 1, changed: 0, stay: 0 },
    ]);
  });

  it('is nothing once it is taken in, but for what stays newer here', () => {
    expect(plannedChanges(merged(ours, theirs), theirs).filter(({ added, changed }) => added + changed > 0)).toEqual([]);
  });

  it('is said in words, with what becomes of files and what is left out', () => {
    const leftOut = Array.from({ length: 7 }, (_, index) => `number ${index + 1}.`);
    const drafts = [
      { title: 'Templates', fate: 'taken', isNew: true },
      { title: 'Policies', fate: 'taken', isNew: false },
      { title: 'Token bucket', fate: 'kept', isNew: false },
      { title: 'Cache keys', fate: 'same', isNew: false },
    ] as const;
    expect(planLines({ changes: plannedChanges(ours, theirs), drafts, leftOut })).toEqual([
      'Pages read: 1 new, 1 newer than here; 1 is newer here and stays.',
      'Hints: 1 is newer here and stays.',
      'Other notes: 1 new.',
      'Files of “Templates”: new.',
      'Files of “Policies”: newer than here. Yours go to their history.',
      'Your files of “Token bucket” are newer here and stay; those of the file go to their history.',
      ...leftOut.slice(0, 5).map((what) => `Left out: ${what}`),
      '2 more are left out.',
    ]);
    expect(planTitle('a.json', { savedAt: undefined, records: {}, drafts: [], leftOut: [] })).toBe('“a.json”');
    expect(planTitle('a.json', { savedAt: NOW, records: {}, drafts: [], leftOut: [] }, 'en-US')).toMatch(
      /^“a\.json”, saved on November 21, 2026/,
    );
  });
});
