import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openPlacement } from '../../src/components/routes/placement-form.ts';
import { STORED_AS } from '../../src/progress/progress-store.ts';
import type { QuizKey } from '../../src/quiz/judge.ts';
import { documentWith, forbidden, progressIn, storageWith, type MemoryStorage } from '../progress/support/storage.ts';

const LESSONS = [
  { lesson: 1, id: 'door' },
  { lesson: 2, id: 'bell' },
  { lesson: 3, id: 'lift' },
];
/** Of each question the second option is right. */
const key: QuizKey = Object.fromEntries(LESSONS.map(({ id }) => [id, { kind: 'one', right: ['i2'] }]));

const option = (id: string, item: string) =>
  `<div data-item="${item}"><label><input type="radio" name="answer" value="${item}"> ${id} ${item}</label><span data-mark></span><div data-slot></div></div>`;
/** The parts that the page gives every question. */
const question = ({ lesson, id }: (typeof LESSONS)[number]) => `
  <div data-lesson="${lesson}">
    <form data-question="${id}" aria-label="${id}" novalidate>
      <h2 tabindex="-1">Question ${lesson}</h2>
      ${option(id, 'i1')}${option(id, 'i2')}
      <p role="status" data-sentence></p>
      <button type="submit" data-check>Check</button>
      <button type="button" data-show hidden>Show the answer</button>
      <button type="button" data-again hidden>Try again</button>
      <button type="button" data-next hidden>Next</button>
      <details class="answers" hidden><p data-why="i1">why not</p><p data-why="i2">why so</p></details>
    </form>
    <p data-counted></p>
  </div>`;
const list = (name: 'read' | 'enough') => `
  <ol data-list="${name}" aria-label="${name}" hidden>
    ${LESSONS.map(({ lesson, id }) => `<li data-entry="${lesson}" hidden>${id} <strong data-here hidden>Begin here.</strong> <span data-outcome></span></li>`).join('')}
  </ol>`;
const html = `
  <fd-placement>
    <p role="status" data-trouble></p>
    ${LESSONS.map(question).join('')}
    <h2 id="where-to-begin" tabindex="-1" data-proposal-heading>Where to begin</h2>
    <p data-proposal-why></p>
    ${list('read')}${list('enough')}
    <button type="button" data-start-over hidden>Start over</button>
    <script type="application/json" data-key>${JSON.stringify(key)}</script>
  </fd-placement>`;

/** A storage of its own for each visit, or the one of the visit before. */
function visit(storage: MemoryStorage | (() => never)): void {
  document.body.innerHTML = html;
  openPlacement(document.querySelector<HTMLElement>('fd-placement')!, progressIn(storage));
}
const results = (...outcomes: [id: string, right: boolean][]): MemoryStorage =>
  storageWith({
    [STORED_AS]: documentWith(
      Object.fromEntries(outcomes.map(([id, right]) => [`answer/placement/${id}`, { right, tries: 1, shown: false }])),
    ),
  });

const at = (id: string) => {
  const form = page.getByRole('form', { name: id });
  return {
    answer: async (item: 'i1' | 'i2') => {
      await form.getByRole('radio', { name: `${id} ${item}` }).click();
      await form.getByRole('button', { name: 'Check' }).click();
    },
    press: (name: string) => form.getByRole('button', { name }).click(),
    sentence: form.getByRole('status'),
    counted: () => document.querySelector(`[data-question="${id}"] ~ [data-counted]`)!.textContent,
  };
};
const why = () => document.querySelector('[data-proposal-why]')!.textContent;
const startOver = page.getByRole('button', { name: 'Start over' });
/** What a list shows, or nothing while it is hidden. */
function shown(name: 'read' | 'enough'): string[] | undefined {
  const list = page.getByRole('list', { name }).query();
  const entries = list && [...list.querySelectorAll('li:not([hidden])')];
  return entries?.map((entry) =>
    [...entry.childNodes]
      .filter(isShown)
      .map(({ textContent }) => textContent?.trim())
      .join(' '),
  );
}
const isShown = (node: Node) => !(node instanceof HTMLElement && node.hidden) && node.textContent?.trim() !== '';

let storage: MemoryStorage;
beforeEach(() => {
  vi.restoreAllMocks();
  storage = storageWith();
  visit(storage);
});

it('proposes nothing before anything is answered', async () => {
  expect(why()).toBe('Answer some questions first. Each one that is left open will count as missed.');
  expect(shown('read')).toBeUndefined();
  expect(shown('enough')).toBeUndefined();
  await expect.element(startOver).not.toBeInTheDocument();
});

describe('an answer', () => {
  it('is judged aloud, counted under its question, and changes the proposal', async () => {
    await at('door').answer('i2');
    await expect.element(at('door').sentence).toHaveTextContent('Right.');
    expect(at('door').counted()).toBe('Counted as right.');
    await at('lift').answer('i2');
    expect(shown('read')).toEqual(['bell Begin here. Left open: the question on']);
    expect(shown('enough')).toEqual(['door Right: the question on', 'lift Right: the question on']);
    expect(why()).toContain('Lesson 2 is the first whose question you left open.');
  });

  it('counts the first time only', async () => {
    await at('bell').answer('i1');
    await expect.element(at('bell').sentence).toHaveTextContent('Not that one.');
    await at('bell').answer('i2');
    await expect.element(at('bell').sentence).toHaveTextContent('Right.');
    expect(at('bell').counted()).toBe('Counted as missed.');
    expect(storage.records()).toMatchObject({ 'answer/placement/bell': { value: { right: false, tries: 1, shown: false } } });
  });

  it('that was shown after a right one takes nothing back', async () => {
    await at('door').answer('i2');
    await at('door').press('Try again');
    await at('door').answer('i1');
    await at('door').press('Show the answer');
    expect(at('door').counted()).toBe('Counted as right.');
  });

  it('is asked for before anything is counted', async () => {
    await page.getByRole('form', { name: 'door' }).getByRole('button', { name: 'Check' }).click();
    await expect.element(at('door').sentence).toHaveTextContent('Pick an answer first.');
    expect(at('door').counted()).toBe('');
    expect(storage.records()).toBeUndefined();
  });
});

describe('by keyboard', () => {
  it('a reader answers, goes on, and ends at the proposal', async () => {
    for (const { lesson } of LESSONS) {
      // From the heading, where Next leads, to the options; the arrow picks the second one.
      if (lesson === 1) document.querySelector<HTMLElement>('h2')!.focus();
      await expect.element(page.getByRole('heading', { name: `Question ${lesson}` })).toHaveFocus();
      await userEvent.keyboard('{Tab}{ArrowDown}{Enter}');
      await expect.element(page.getByRole('button', { name: 'Next' }).last()).toHaveFocus();
      await userEvent.keyboard('{Enter}');
    }
    await expect.element(page.getByRole('heading', { name: 'Where to begin' })).toHaveFocus();
    expect(why()).toMatch(/^All 3 answers are right\./);
    expect(shown('read')).toBeUndefined();
  });

  it('a question that is left out stays open', async () => {
    document.querySelector<HTMLElement>('h2')!.focus();
    // Past the options and the button of the first question, into the second.
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    expect(document.activeElement!.closest('form')!.dataset.question).toBe('bell');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(at('bell').sentence).toHaveTextContent('Right.');
    expect(shown('enough')).toBeUndefined();
    expect(shown('read')).toEqual([
      'door Begin here. Left open: the question on',
      'bell Right: the question on',
      'lift Left open: the question on',
    ]);
  });
});

describe('on the next visit', () => {
  it('the proposal is there, and Next leaves out what was answered', async () => {
    storage = results(['door', false], ['bell', true]);
    visit(storage);
    expect(at('door').counted()).toBe('Counted as missed.');
    expect(at('bell').counted()).toBe('Counted as right.');
    expect(shown('read')).toEqual([
      'door Begin here. Missed: the question on',
      'bell Right: the question on',
      'lift Left open: the question on',
    ]);
    await at('door').answer('i2');
    expect(at('door').counted()).toBe('Counted as missed.');
    await at('door').press('Next');
    await expect.element(page.getByRole('heading', { name: 'Question 3' })).toHaveFocus();
  });

  it('a question that the quiz does not ask any more counts for nothing', () => {
    storage = results(['cellar', true]);
    visit(storage);
    expect(why()).toContain('Answer some questions first.');
  });

  it('says so when what was kept cannot be read', async () => {
    storage = storageWith({ [STORED_AS]: 'broken' });
    visit(storage);
    await expect.element(page.getByText(/^Some of what was kept could not be read/)).toBeVisible();
  });
});

it('starts over when the reader confirms', async () => {
  await at('door').answer('i2');
  const ask = vi.spyOn(globalThis, 'confirm').mockReturnValue(false);
  await startOver.click();
  expect(at('door').counted()).toBe('Counted as right.');
  ask.mockReturnValue(true);
  await startOver.click();
  expect(at('door').counted()).toBe('');
  expect(why()).toContain('Answer some questions first.');
  await expect.element(page.getByRole('heading', { name: 'Question 1' })).toHaveFocus();
  await expect.element(page.getByRole('radio', { name: 'door i2' })).not.toBeChecked();
});

describe('where nothing can be kept', () => {
  it('the reader is told, and the quiz places all the same', async () => {
    visit(forbidden);
    await expect.element(page.getByText(/^This browser keeps nothing for this site/)).toBeVisible();
    await at('door').answer('i2');
    await at('bell').answer('i2');
    expect(shown('enough')).toEqual(['door Right: the question on', 'bell Right: the question on']);
  });

  it('neither does a full storage stop it', async () => {
    visit(storageWith({}, 0));
    await at('door').answer('i1');
    expect(at('door').counted()).toBe('Counted as missed.');
    await expect.element(page.getByText(/^The browser’s storage is full/)).toBeVisible();
  });
});
