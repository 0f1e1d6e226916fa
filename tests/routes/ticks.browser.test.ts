import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepTicks } from '../../src/components/routes/ticks.ts';
import { STORED_AS } from '../../src/progress/progress-store.ts';
import { documentWith, forbidden, progressIn, storageWith, type MemoryStorage } from '../progress/support/storage.ts';

const tick = (id: string, title: string) => `
  <section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
    <label class="needs-script" hidden><input type="checkbox" value="${id}" aria-describedby="${id}" data-tick> Done</label>
  </section>`;
const html = `
  <div data-route="learner">
    <p class="needs-script" hidden><span data-standing></span></p>
    <p role="status" data-trouble></p>
    ${tick('day-1', 'Day 1. The desk')}${tick('day-2', 'Day 2. A type')}
  </div>`;

function visit(storage: MemoryStorage | (() => never)): void {
  document.body.innerHTML = html;
  keepTicks(document.querySelector<HTMLElement>('[data-route]')!, progressIn(storage));
}
const box = (part: string) => page.getByRole('region', { name: part }).getByRole('checkbox', { name: 'Done' });
const standing = () => document.querySelector('[data-standing]')!.textContent;
const trouble = page.getByRole('status');

let storage: MemoryStorage;
beforeEach(() => {
  storage = storageWith();
  visit(storage);
});

it('appear with the script, none of them set', async () => {
  await expect.element(box('Day 1. The desk')).toBeVisible();
  await expect.element(box('Day 1. The desk')).not.toBeChecked();
  await expect.element(box('Day 2. A type')).toHaveAccessibleDescription('Day 2. A type');
  expect(standing()).toBe('0 of 2 parts done.');
});

describe('a tick', () => {
  it('is set by keyboard and kept', async () => {
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect.element(box('Day 1. The desk')).toBeChecked();
    expect(standing()).toBe('1 of 2 parts done.');
    expect(storage.records()).toMatchObject({ 'tick/learner/day-1': { value: true } });
  });

  it('is there on the next visit', async () => {
    await box('Day 2. A type').click();
    visit(storage);
    await expect.element(box('Day 2. A type')).toBeChecked();
    await expect.element(box('Day 1. The desk')).not.toBeChecked();
    expect(standing()).toBe('1 of 2 parts done.');
  });

  it('can be undone', async () => {
    storage = storageWith({ [STORED_AS]: documentWith({ 'tick/learner/day-1': true, 'tick/learner/day-2': true }) });
    visit(storage);
    await box('Day 1. The desk').click();
    await expect.element(box('Day 1. The desk')).not.toBeChecked();
    expect(standing()).toBe('1 of 2 parts done.');
  });

  it('of another route is not touched', async () => {
    storage = storageWith({ [STORED_AS]: documentWith({ 'tick/candidate/day-1': true }) });
    visit(storage);
    await expect.element(box('Day 1. The desk')).not.toBeChecked();
    await box('Day 2. A type').click();
    expect(storage.records()).toMatchObject({ 'tick/candidate/day-1': { value: true }, 'tick/learner/day-2': { value: true } });
  });
});

describe('where nothing can be kept', () => {
  it('a browser that forbids it is named at once, and ticks work', async () => {
    visit(forbidden);
    await expect.poll(() => document.querySelector('[role=status]')!.textContent).toMatch(/^This browser keeps nothing for this site/);
    await box('Day 1. The desk').click();
    await expect.element(box('Day 1. The desk')).toBeChecked();
    expect(standing()).toBe('1 of 2 parts done.');
  });

  it('a storage that is full is named at the first tick', async () => {
    visit(storageWith({}, 0));
    await expect.element(trouble).toBeEmptyDOMElement();
    await box('Day 1. The desk').click();
    await expect.poll(() => document.querySelector('[role=status]')!.textContent).toMatch(/^The browser’s storage is full/);
    expect(standing()).toBe('1 of 2 parts done.');
  });
});
