import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import History from '../../src/components/workbench/History.svelte';
import type { Files, Kept } from '../../src/workbench/drafts.ts';
import { run, verdictWith, written } from './support/drafts.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const HISTORY: Kept[] = [
  { id: 'snap', exercise: 'token-bucket', files: written('before the reset'), at: NOW - 1000, why: 'reset' },
  { ...run(2, 'it passes', verdictWith('passed')), at: NOW - 60_000 },
  { ...run(1, '<b onclick="x">it</b> breaks'), at: NOW - 3 * 86_400_000 },
];

async function open(files: Files = written('now'), history = HISTORY) {
  const ontake = vi.fn<(kept: Kept) => void>();
  const onundo = vi.fn<() => void>();
  const { rerender } = await render(History, { history, files, now: NOW, ontake, onundo });
  return { ontake, onundo, rerender, now: (text: string) => rerender({ files: written(text) }) };
}

const choice = (name: RegExp) => page.getByRole('radio', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const said = () => document.querySelector('[role="status"]')!.textContent;

it('says that there is nothing, while there is nothing', async () => {
  await open(undefined, []);
  await expect.element(page.getByText(/^Nothing yet/)).toBeVisible();
});

it('lists runs with their points and what broke first, and texts with why they are kept', async () => {
  await open();
  const rows = [...document.querySelectorAll('label')].map((label) => label.textContent.replaceAll(/\s+/g, ' ').trim());
  expect(rows[0]).toMatch(/^· \w+, .* text before you started over$/);
  expect(rows[1]).toMatch(/^✓ \w+, .* passed, 30 of 30 points$/);
  expect(rows[2]).toMatch(/^✗ Nov \d+, .* 10 of 30 points, concept 2 breaks: Refilling$/);
});

it('shows a text as text, with the keyboard alone, and says which', async () => {
  const { ontake } = await open();
  await userEvent.tab();
  await userEvent.keyboard(' {ArrowDown}{ArrowDown}');
  await expect.element(choice(/breaks/)).toBeChecked();
  await expect.element(page.getByRole('region', { name: /token-bucket\.ts/ })).toHaveTextContent('<b onclick="x">it</b> breaks');
  expect(document.querySelector('pre b')).toBeNull();
  expect(said()).toMatch(/^Shown below: Nov .* concept 2 breaks: Refilling\.$/);
  await userEvent.tab();
  await expect.element(button('Take this text back')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(ontake).toHaveBeenCalledExactlyOnceWith(HISTORY[2]);
});

it('takes a text back, and that can be undone: what was pressed hands on the focus', async () => {
  const { now, onundo } = await open();
  await userEvent.click(choice(/passed/));
  await userEvent.click(button('Take this text back'));
  await now('it passes');
  await expect.element(button('Undo')).toHaveFocus();
  expect(said()).toMatch(/^The text of .* is back\.$/);
  await userEvent.keyboard('{Enter}');
  expect(onundo).toHaveBeenCalledOnce();
  await now('now');
  await expect.element(button('Take this text back')).toHaveFocus();
  expect(said()).toBe('Undone: your text is as it was before.');
});

it('does not offer to undo once the learner has written on, nor takes the focus then', async () => {
  const { now } = await open();
  await userEvent.click(choice(/passed/));
  await userEvent.click(button('Take this text back'));
  await now('it passes');
  await expect.element(button('Undo')).toHaveFocus();
  (document.activeElement as HTMLElement).blur();
  await now('it passes, and more');
  await expect.element(button('Undo')).not.toBeInTheDocument();
  await now('it passes');
  expect(document.activeElement).toBe(document.body);
  await expect.element(page.getByText('This is the text that you have now.')).toBeVisible();
});

it('keeps the chosen text when the list grows', async () => {
  const grown = { ...run(3, 'a new run'), at: NOW };
  const { rerender } = await open();
  await userEvent.click(choice(/passed/));
  await rerender({ history: [grown, ...HISTORY] });
  await expect.element(choice(/passed/)).toBeChecked();
});

it('cuts what is too long to look at, and says so', async () => {
  await open(undefined, [{ ...HISTORY[0]!, files: written('x'.repeat(50_001)) }]);
  await userEvent.click(choice(/started over/));
  await expect.element(page.getByText('The rest is not shown. Taken back, the file is whole.')).toBeVisible();
  expect(document.querySelector('pre')!.textContent).toHaveLength(50_000);
});
