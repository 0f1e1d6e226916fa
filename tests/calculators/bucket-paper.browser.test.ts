import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BucketOnPaper from '../../src/components/explorables/BucketOnPaper.svelte';

const clean = () => history.replaceState(null, '', location.pathname);
beforeEach(clean);
afterEach(clean);

const open = () => render(BucketOnPaper, { account: { rate: 10_000, burst: 5_000 }, facts: ['throttle-account-rate'] });
const text = () => document.querySelector('.paper')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const rows = () => [...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent).join(' '));

it('asks for the refused of the first second before it does the sum', async () => {
  open();
  await expect.poll(rows).toEqual([]);
  await press('Do the sum');
  await expect.poll(text).toContain('Type a number, 0 or more.');
  await expect.element(field(/How many of the first second’s 15,000/)).toHaveFocus();
  await userEvent.fill(field(/How many of the first second’s/), '10k');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('All of the first second pass. You said 10,000: right if they came in one instant.');
  await expect.poll(() => document.activeElement?.textContent).toContain('All of the first second pass.');
  await expect.poll(rows).toEqual(['1 15,000 5,000 10,000 15,000 0 0', '2 8,000 0 10,000 8,000 0 2,000']);
});

it('does the sum in the other manner, with formulas and facts', async () => {
  open();
  await press('Skip the guess');
  await userEvent.click(page.getByRole('radio', { name: /first instant/ }));
  await expect.poll(rows).toEqual(['1 15,000 5,000 0 5,000 10,000 0', '2 8,000 5,000 0 5,000 3,000 0']);
  await expect.poll(text).toContain('the smaller of 15,000 sent and 5,000 tokens');
  await userEvent.click(page.getByText('What this takes for granted'));
  await expect.element(page.getByRole('link', { name: 'throttle-account-rate' })).toHaveAttribute('href', '/facts/#throttle-account-rate');
  await expect.poll(() => document.querySelector('.paper > [role=status]')!.textContent).toContain('5,000 pass and 10,000 are refused');
});

it('takes a list of seconds, and keeps what it cannot take beside the rule', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('Requests, second by second'), '100, 200, 300');
  await expect.poll(rows).toHaveLength(3);
  await userEvent.fill(field('Requests, second by second'), '100, 200, <b>');
  await userEvent.keyboard('{Tab}');
  await expect.poll(text).toContain('Up to 10 whole numbers from 0 to 1 million.');
  await expect.element(field('Requests, second by second')).toHaveValue('100, 200, <b>');
  await expect.poll(rows).toHaveLength(3);
});

it('starts from the sums of the lesson, and asks again', async () => {
  open();
  await press('Skip the guess');
  await press('Five seconds of 1,500, then 2,000');
  await expect.poll(rows).toEqual([]);
  await press('Skip the guess');
  expect(rows().slice(4)).toEqual(['5 1,500 0 1,000 1,000 500 0', ...[6, 7, 8].map((second) => `${second} 2,000 0 1,000 1,000 1,000 0`)]);
  await press('Hide it, guess again');
  await expect.element(field(/How many of the first second’s 1,500/)).toHaveFocus();
});

it('keeps the state in the address, and opens with it', async () => {
  open();
  await press('2,000, then quiet');
  await expect.poll(() => location.search).toBe('?paper-rate=1000&paper-burst=2000&paper-sent=2000_0_0&paper-manner=instant');
  history.replaceState(null, '', '?paper-rate=3&paper-burst=7&paper-sent=9_1&paper-manner=even');
  document.body.replaceChildren();
  open();
  await expect.element(field('Requests, second by second')).toHaveValue('9, 1');
  await expect.element(field(/Burst/)).toHaveValue('7');
});
