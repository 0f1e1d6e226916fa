import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CacheLife from '../../src/components/explorables/CacheLife.svelte';

const open = () => render(CacheLife, { times: { reply: 300, most: 3600, policy: 300 } });
const text = () => document.querySelector('.cache-life')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const field = (name: string) => page.getByRole('textbox', { name });
const choice = (name: string) => page.getByRole('radio', { name, exact: true });
const announced = () => document.querySelector('.cache-life > [role=status]')!.textContent;

it('asks for the price before it shows anything', async () => {
  open();
  expect(document.querySelector('.cache-life select')).toBeNull();
  await press('Let the clock run');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(choice('the price 100'));
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain(
      'At 310 s: the price 120. You said: the price 100. What was there ran out at 300 s, however often it was asked for. The backend is asked, and the reply is stored. 2 of 4 requests went to the backend.',
    );
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What was read');
});

it('shows what a change does, and says it once the hand is still', async () => {
  open();
  await press('Skip the guess');
  await choose('The stage keeps a reply for', '0 s: nothing is kept');
  await expect.poll(text).toContain('4 of 4 requests went to the backend. No reply was out of date');
  await choose('The stage keeps a reply for', '3,600 s');
  await choose('In front of it stands', 'your own CloudFront distribution');
  await expect.poll(text).toContain('The worst here is 3,600 s + 60 s = 3,660 s');
  await expect.poll(announced).toContain('requests went to the backend');
});

it('lets a caller without permission meet each strategy', async () => {
  open();
  await press('Skip the guess');
  await press('A fresh one, please');
  await userEvent.click(choice('403'));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('At 60 s: the price 100. You said: 403.');
  await choose('A refresh without permission', 'FAIL_WITH_403');
  await expect.poll(text).toContain('The backend is not asked, and the entry stays.');
});

it('takes lines off and on, refuses what is no second, and keeps what was typed', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('Line 5, second'), '299');
  await expect.poll(text).toContain('299 s, GET /rooms/7: the price 100');
  await userEvent.fill(field('Line 4, second'), '<b>soon</b>'.repeat(3));
  await userEvent.fill(field('Line 5, second'), '298');
  await expect.poll(text).toContain('Line 4: a whole number of seconds, from 0 to 9,999.');
  await expect.element(field('Line 4, second')).toHaveValue('<b>soon</b>'.repeat(3));
  await press('Remove line 4');
  await press('Add a request');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Line 5, second');
  await choose('Line 5, what', 'the stage’s cache is flushed');
  await expect.poll(text).toContain('308 s, the stage’s cache is flushed All entries are gone');
  await expect.poll(text).not.toContain('a whole number of seconds');
});

it('leaves out what another front does not know, and keeps it', async () => {
  open();
  await press('Skip the guess');
  await choose('Line 2, what', 'the backend answers 500 for 2 s');
  await choose('In front of it stands', 'your own CloudFront distribution');
  await expect.poll(text).not.toContain('40 s, the backend answers');
  await expect.element(page.getByRole('combobox', { name: 'Line 2, what' })).toHaveValue('fail');
  await press('Locked out');
  await userEvent.click(choice('403'));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('At 290 s: the price 200. You said: 403.');
  await press('A new price');
  await expect.element(page.getByRole('combobox', { name: 'Line 2, what' })).toHaveValue('fail');
  await press('Start over, guess again');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The question');
});
