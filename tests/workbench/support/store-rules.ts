/** What a draft store holds to, wherever its shelves stand. */
import { describe, expect, it } from 'vitest';
import { changed, MOST_KEPT, type Draft } from '../../../src/workbench/drafts.ts';
import { fingerprint } from '../../../src/workbench/fingerprint.ts';
import type { Shelves } from '../../../src/workbench/shelves.ts';
import { BUCKET, run, started, storeOn, tabsOfOneBrowser, textOf, verdictWith, written } from './drafts.ts';

/** @param open empty shelves; called again within a test, the same ones */
export function itKeepsTheRules(open: () => Promise<Shelves>): void {
  const exercise = BUCKET.exercise;
  const edited = (draft: Draft, text: string, at = 2000) => changed(draft, written(text), at);

  describe('a draft', () => {
    it('is read as it was written, by another page too', async () => {
      const store = storeOn(await open());
      expect(await store.read(exercise)).toBeUndefined();
      const draft = edited(started(), 'one\r\n\u0000 “two” 🪣');
      expect(await store.write(draft, 0)).toBe('written');
      expect(await storeOn(await open()).read(exercise)).toEqual(draft);
    });

    it('may be written twice: nothing happens the second time', async () => {
      const store = storeOn(await open());
      const draft = edited(started(), 'one');
      await store.write(draft, 0);
      expect(await store.write(draft, 0)).toBe('written');
      expect(await store.history(exercise)).toEqual([]);
    });

    it('does not overwrite what another tab has written since, and both texts are kept', async () => {
      const [here, there] = [storeOn(await open()), storeOn(await open())];
      const theirs = edited(started(), 'theirs');
      await there.write(theirs, 0);
      expect(await here.write(edited(started(), 'ours'), 0)).toEqual({ newer: theirs });
      expect(await here.read(exercise)).toEqual(theirs);
      expect(await here.history(exercise)).toMatchObject([{ why: 'other-tab', files: written('ours') }]);
    });

    it('that came too late goes on being kept as it grows, in one snapshot', async () => {
      const [here, there] = [storeOn(await open()), storeOn(await open())];
      await there.write(edited(started(), 'theirs'), 0);
      let draft = started();
      for (const text of ['o', 'ou', 'our', 'ours']) {
        const next = edited(draft, text);
        await here.write(next, 0);
        draft = next;
      }
      expect((await here.history(exercise)).map(({ files }) => textOf(files))).toEqual(['ours']);
    });

    it('that came too late with the very text that stands there leaves nothing behind', async () => {
      const [here, there] = [storeOn(await open()), storeOn(await open())];
      const theirs = edited(edited(started(), 'first'), 'same');
      await there.write(theirs, 0);
      expect(await here.write(edited(started(), 'same'), 0)).toEqual({ newer: theirs });
      expect(await here.history(exercise)).toEqual([]);
    });

    it('is not taken for that of another tab when the learner comes back while it is written', async () => {
      let look: (exercise?: string) => void = () => undefined;
      const tabs = { tell() {}, onNews: (heard: typeof look) => void (look = heard), close() {} };
      const store = storeOn(await open(), { tabs });
      const heard: Draft[] = [];
      store.watch(exercise, (draft) => heard.push(draft));
      const written = store.write(edited(started(), 'mine'), 0);
      look();
      await written;
      look();
      await store.read(exercise);
      expect(heard).toEqual([]);
    });

    it('is heard of by other tabs, not by its own', async () => {
      const tabs = tabsOfOneBrowser();
      const [here, there] = [storeOn(await open(), { tabs: tabs() }), storeOn(await open(), { tabs: tabs() })];
      const heard: string[] = [];
      here.watch(exercise, ({ files }) => heard.push(`here ${textOf(files)}`));
      const stop = there.watch(exercise, ({ files }) => heard.push(`there ${textOf(files)}`));
      const first = edited(started(), 'one');
      await here.write(first, 0);
      await expect.poll(() => heard).toEqual(['there one']);
      stop();
      await here.write(edited(first, 'two'), 1);
      expect(textOf((await there.read(exercise))!.files)).toBe('two');
      expect(heard).toEqual(['there one']);
    });
  });

  describe('the history', () => {
    it('holds each run with its verdict, newest first', async () => {
      const store = storeOn(await open());
      await store.keep(run(1, 'one'));
      await store.keep(run(2, 'two', verdictWith('passed')));
      expect(await store.runs(exercise)).toEqual([run(2, 'two', verdictWith('passed')), run(1, 'one')]);
      expect(await store.runs('vtl')).toEqual([]);
    });

    it('holds equal texts once, and drops those that nothing needs', async () => {
      const shelves = await open();
      const store = storeOn(shelves);
      const texts = () => shelves.transact((shelf) => shelf.keys('texts'));
      await store.keep(run(1, 'same'));
      await store.keep(run(2, 'same'));
      expect(await texts()).toHaveLength(1);
      for (let number = 3; number < MOST_KEPT + 2; number++) await store.keep(run(number, 'other'));
      expect(await texts()).toHaveLength(2);
      await store.keep(run(MOST_KEPT + 2, 'other'));
      expect(await texts()).toHaveLength(1);
      expect((await store.runs(exercise)).map(({ files }) => textOf(files))).toEqual(Array(MOST_KEPT).fill('other'));
    });

    it('tells texts apart whose fingerprints are the same', async () => {
      const shelves = await open();
      const store = storeOn(shelves);
      await store.keep(run(1, 'one'));
      // As if the other text had the fingerprint of this one.
      await shelves.transact((shelf) => shelf.put('texts', `${exercise}/${fingerprint('other')}`, 'one'));
      await store.keep(run(2, 'other'));
      expect((await store.runs(exercise)).map(({ files }) => textOf(files))).toEqual(['other', 'one']);
    });

    it('never drops the last run that passed', async () => {
      const store = storeOn(await open());
      await store.keep(run(0, 'passed', verdictWith('passed')));
      for (let number = 1; number <= MOST_KEPT + 3; number++) await store.keep(run(number, 'broken'));
      const runs = await store.runs(exercise);
      expect(runs).toHaveLength(MOST_KEPT + 1);
      expect(runs.at(-1)).toEqual(run(0, 'passed', verdictWith('passed')));
    });
  });

  describe('to put other files in the place of a draft', () => {
    it('keeps the text before, what was typed last included, and can be undone', async () => {
      const store = storeOn(await open());
      const draft = edited(started(), 'mine');
      await store.write(draft, 0);
      const seen = { ...draft, files: written('mine, and a word') };

      const reset = await store.replace(seen, BUCKET.stub, 'reset');
      expect(reset).toMatchObject({ draft: { files: BUCKET.stub, revision: 2 } });
      expect(await store.history(exercise)).toMatchObject([{ why: 'reset', files: seen.files, at: 5000 }]);

      const undone = await store.replace((reset as { draft: Draft }).draft, seen.files, 'taken-back');
      expect(await store.read(exercise)).toEqual((undone as { draft: Draft }).draft);
      expect(await store.read(exercise)).toMatchObject({ files: seen.files });
    });

    it('is refused when another tab has written since, and what was seen is kept', async () => {
      const [here, there] = [storeOn(await open()), storeOn(await open())];
      const theirs = edited(started(), 'theirs');
      await there.write(theirs, 0);
      expect(await here.replace({ ...started(), files: written('ours') }, BUCKET.stub, 'reset')).toEqual({ newer: theirs });
      expect(await here.read(exercise)).toEqual(theirs);
      expect(await here.history(exercise)).toMatchObject([{ why: 'other-tab', files: written('ours') }]);
    });
  });

  describe('what cannot be read', () => {
    it('is set aside as it was, and named; work goes on', async () => {
      const shelves = await open();
      const spoiled = { exercise, files: 'none' };
      await shelves.transact((shelf) => shelf.put('drafts', exercise, spoiled));
      const named: string[] = [];
      const store = storeOn(shelves, { onAside: (names) => named.push(...names) });
      expect(await store.read(exercise)).toBeUndefined();
      expect(named).toEqual(['drafts/token-bucket']);
      expect(await store.aside()).toEqual([['drafts/token-bucket', spoiled]]);
      expect(await store.write(edited(started(), 'anew'), 0)).toBe('written');
    });

    it('is not written over by what is set aside next', async () => {
      const shelves = await open();
      const store = storeOn(shelves, { onAside: () => undefined });
      for (const spoiled of [1, 2]) {
        await shelves.transact((shelf) => shelf.put('drafts', exercise, spoiled));
        await store.read(exercise);
      }
      expect(await store.aside()).toEqual([
        ['drafts/token-bucket', 1],
        ['drafts/token-bucket.2', 2],
      ]);
    });

    it('takes the texts that it names along, and leaves the rest of the history', async () => {
      const shelves = await open();
      const store = storeOn(shelves, { onAside: () => undefined });
      await store.keep(run(1, 'lost?'));
      await store.keep(run(2, 'fine'));
      await shelves.transact(async (shelf) => {
        const record = (await shelf.get('history', `${exercise}/run-001`)) as object;
        await shelf.put('history', `${exercise}/run-001`, { ...record, verdict: 'passed' });
      });
      await store.keep(run(3, 'fine'));
      expect((await store.runs(exercise)).map(({ id }) => id)).toEqual(['run-003', 'run-002']);
      await store.keep(run(4, 'fine'));
      expect(await store.aside()).toMatchObject([['history/token-bucket/run-001', { record: { verdict: 'passed' }, texts: ['lost?'] }]]);
    });
  });

  describe('under a name that the exercise had before', () => {
    const renamed = [{ name: 'token-bucket', formerly: ['bucket'], concepts: [{ id: 'refill', formerly: ['fill'] }] }];
    const old: Draft = { ...started(), exercise: 'bucket', files: { 'bucket.ts': 'mine', 'time.ts': 'too' }, changedAt: 7, revision: 3 };

    it('drafts and runs are found under the present one, and concepts too', async () => {
      const former = storeOn(await open());
      await former.write(old, 0);
      const verdict = verdictWith('failed');
      const formerVerdict = {
        ...verdict,
        exercise: 'bucket',
        concepts: verdict.concepts.map((concept) => (concept.id === 'refill' ? { ...concept, id: 'fill' } : concept)),
      };
      await former.keep({ id: 'run', exercise: 'bucket', files: { 'bucket.ts': 'mine' }, at: 8, verdict: formerVerdict });

      const shelves = await open();
      const store = storeOn(shelves, { renamed });
      const moved = { ...old, exercise: 'token-bucket', files: { 'token-bucket.ts': 'mine', 'time.ts': 'too' } };
      expect(await store.read('token-bucket')).toEqual(moved);
      expect(await store.runs('token-bucket')).toEqual([
        { id: 'bucket.run', exercise: 'token-bucket', files: written('mine'), at: 8, verdict },
      ]);
      expect(await store.read('bucket')).toBeUndefined();
      const left = await shelves.transact(async (shelf) => [
        ...(await shelf.keys('texts', 'bucket')),
        ...(await shelf.keys('history', 'bucket')),
      ]);
      expect(left).toEqual([]);
    });

    it('a draft does not take the place of the present one: it is in the history', async () => {
      const former = storeOn(await open());
      await former.write(old, 0);
      const present = edited(started(), 'present');
      await former.write(present, 0);
      const store = storeOn(await open(), { renamed });
      expect(await store.read('token-bucket')).toEqual(present);
      expect(await store.history('token-bucket')).toMatchObject([{ why: 'renamed', at: 7, files: { 'token-bucket.ts': 'mine' } }]);
    });
  });

  it('a transaction that does not come to its end leaves nothing behind', async () => {
    const shelves = await open();
    const broken = shelves.transact(async (shelf) => {
      await shelf.put('drafts', exercise, 'half');
      throw new Error('The plug was pulled.');
    });
    await expect(broken).rejects.toThrow('The plug was pulled.');
    expect(await shelves.transact((shelf) => shelf.keys('drafts'))).toEqual([]);
  });

  it('what lies under one exercise is not what lies under one whose name starts alike', async () => {
    const shelves = await open();
    await shelves.transact(async (shelf) => {
      for (const key of ['vtl/1', 'vtl-2/1', 'vtl0/1', 'vt/1']) await shelf.put('texts', key, key);
    });
    expect(await shelves.transact((shelf) => shelf.all('texts', 'vtl'))).toEqual([['vtl/1', 'vtl/1']]);
    expect(await shelves.transact((shelf) => shelf.keys('texts', 'vtl'))).toEqual(['vtl/1']);
  });
}
