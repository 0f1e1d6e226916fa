import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { openTransfer } from '../../src/components/progress/transfer.ts';
import { ASIDE, STORED_AS, type ProgressStore } from '../../src/progress/progress-store.ts';
import { readPages } from '../../src/progress/reading.ts';
import { savedText } from '../../src/progress/saved-file.ts';
import { changed } from '../../src/workbench/drafts.ts';
import { memoryShelves, type Shelves } from '../../src/workbench/shelves.ts';
import { BUCKET, started, storeOn, textOf, written } from '../workbench/support/drafts.ts';
import { documentWith, NOW, progressIn, storageWith, type MemoryStorage } from './support/storage.ts';

/** The parts that Transfer.astro gives the page. */
const html = `
  <main data-progress>
    <button type="button" data-save>Save as a file</button>
    <button type="button" data-choose>Read a file in</button>
    <input type="file" accept=".json" aria-label="A file to read in" tabindex="-1" data-file />
    <div role="group" aria-labelledby="plan" data-plan hidden>
      <h3 id="plan" tabindex="-1" data-plan-title></h3>
      <ul data-plan-lines></ul>
      <button type="button" data-take>Take it in</button>
      <button type="button" data-leave>Leave it</button>
    </div>
    <p role="status" data-said></p>
    <button type="button" data-undo hidden>Take it back</button>
    <button type="button" data-erase>Erase my progress</button>
    <div data-asides hidden><h3>Set aside</h3><ul data-aside-list></ul></div>
  </main>`;

let storage: MemoryStorage;
let shelves: Shelves;
let progress: ProgressStore;
/** Whether the browser keeps drafts. */
let lasts: boolean;

function visit(): void {
  document.body.innerHTML = html;
  progress = progressIn(storage);
  openTransfer(document.querySelector<HTMLElement>('main')!, {
    exercises: [{ name: BUCKET.exercise, title: 'Token bucket', formerly: [], concepts: [] }],
    progress,
    storage: () => storage,
    now: () => new Date(NOW),
    openDrafts: async () => ({ ...storeOn(shelves), lasts: () => lasts }),
  });
}

beforeEach(() => {
  storage = storageWith({ [STORED_AS]: documentWith({ 'read/one': true }) });
  shelves = memoryShelves();
  lasts = true;
  visit();
});
afterEach(() => vi.restoreAllMocks());

const said = page.getByRole('status');
const press = (name: string) => page.getByRole('button', { name }).click();
const choose = (text: string, name = 'progress.json') =>
  userEvent.upload(page.getByLabelText('A file to read in'), new File([text], name, { type: 'application/json' }));
const theirs = (at = NOW) => savedText({ 'read/two': { at, value: true } }, [changed(started(), written('theirs'), 3000)], new Date(at));
const lines = () => [...document.querySelectorAll('[data-plan-lines] li')].map(({ textContent }) => textContent);
const draft = async () => textOf((await storeOn(shelves).read(BUCKET.exercise))?.files ?? {});

describe('a file that is read in', () => {
  it('shows what would change, and changes nothing before it is taken', async () => {
    await choose(theirs());
    await expect.element(page.getByRole('heading', { name: /^“progress.json”, saved on/ })).toHaveFocus();
    expect(lines()).toEqual(['Pages read: 1 new.', 'Files of “Token bucket”: new.']);
    await press('Leave it');
    expect(readPages(progress.records())).toEqual(['one']);
    await expect.element(page.getByRole('button', { name: 'Read a file in' })).toHaveFocus();
    await expect.element(page.getByRole('group')).not.toBeInTheDocument();
  });

  it('is taken in, and taken back', async () => {
    await storeOn(shelves).write(changed(started(), written('ours'), 2000), 0);
    await choose(theirs());
    await press('Take it in');
    await expect.element(said).toHaveTextContent('It is taken in.');
    await expect.element(page.getByRole('button', { name: 'Take it back' })).toHaveFocus();
    expect(readPages(progress.records())).toEqual(['one', 'two']);
    expect(await draft()).toBe('theirs');

    await press('Take it back');
    await expect.element(said).toHaveTextContent('It is as it was before.');
    expect(readPages(progress.records())).toEqual(['one']);
    expect(await draft()).toBe('ours');
  });

  it('that holds nothing new says so', async () => {
    await choose(savedText(progress.records(), [], new Date(NOW)));
    await expect.element(said).toHaveTextContent('“progress.json” holds nothing that is not here already.');
  });

  it('that is none says so', async () => {
    await choose('{"version":1,"rec');
    await expect.poll(() => document.querySelector('[role=status]')!.textContent).toMatch(/^“progress.json” is no JSON, or not all of it/);
    expect(readPages(progress.records())).toEqual(['one']);
  });
});

it('a file is saved with everything in it', async () => {
  await storeOn(shelves).write(changed(started(), written('ours'), 2000), 0);
  const made: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made.push(blob as Blob);
    return 'blob:none';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await press('Save as a file');
  await expect.poll(() => document.querySelector('[role=status]')!.textContent).toMatch(/^The file is saved/);
  expect(JSON.parse(await made[0]!.text())).toMatchObject({
    version: 1,
    records: { 'read/one': { value: true } },
    drafts: { [BUCKET.exercise]: { files: written('ours') } },
  });
});

it('says so where the browser does not keep the files of exercises', async () => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:none');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  lasts = false;
  await press('Save as a file');
  const sentence = () => document.querySelector('[role=status]')!.textContent;
  await expect.poll(sentence).toContain('The files of your exercises are not in it');
  await choose(theirs());
  await press('Take it in');
  await expect.poll(sentence).toContain('It is taken in, but for the files of your exercises');
});

it('is erased once the reader confirms, and comes back', async () => {
  const ask = vi.spyOn(globalThis, 'confirm').mockReturnValue(false);
  await press('Erase my progress');
  expect(readPages(progress.records())).toEqual(['one']);
  ask.mockReturnValue(true);
  await press('Erase my progress');
  await expect.element(said).toHaveTextContent('Your progress is erased.');
  expect(storage.entries).toEqual({});
  await press('Take it back');
  expect(readPages(progress.records())).toEqual(['one']);
});

it('what was set aside is listed, and deleted once the reader confirms', async () => {
  storage = storageWith({ [STORED_AS]: 'broken' });
  progressIn(storage).records();
  visit();
  await expect.element(page.getByRole('heading', { name: 'Set aside' })).toBeVisible();
  const remove = page.getByRole('button', { name: `Delete: ${STORED_AS}:${NOW}` });
  vi.spyOn(globalThis, 'confirm').mockReturnValueOnce(false).mockReturnValueOnce(true);
  await remove.click();
  expect(storage.entries[`${ASIDE}${STORED_AS}:${NOW}`]).toBe('broken');
  await remove.click();
  expect(storage.entries).toEqual({});
  await expect.element(page.getByRole('heading', { name: 'Set aside' })).not.toBeInTheDocument();
});

it('what went wrong with the files is said', async () => {
  vi.spyOn(shelves, 'transact').mockRejectedValue(new Error('The storage does not answer.'));
  await press('Save as a file');
  await expect.element(said).toHaveTextContent('That did not work: The storage does not answer.');
});

it('has no accessibility violation while it asks', async () => {
  await choose(theirs());
  await expect.element(page.getByRole('group')).toBeVisible();
  const { violations } = await axe.run(document.querySelector('main')!);
  expect(violations.map(({ id }) => id)).toEqual([]);
});
