import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Storm from '../../src/components/explorables/Storm.svelte';

const open = () => render(Storm, { rate: 500, life: 7200, gone: 410 });
const text = () => document.querySelector('.storm')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const status = () => document.querySelector('.storm > [role=status]')!.textContent;

it('asks when the last window is back, and shows nothing else before', async () => {
  open();
  expect(document.querySelector('.storm select')).toBeNull();
  await press('Let them knock');
  await expect.poll(text).toContain('Seconds above 0, such as 20.');
  await userEvent.fill(field(/last window back/), '<b>soon</b>');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('Seconds above 0');
  await userEvent.fill(field(/last window back/), '10 seconds');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('You said 10 s. The door alone needs 20 s, however they knock.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('How they came back');
});

it('plays another storm after another guess, and keeps what was made of the first', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('Longest wait, in seconds'), '60');
  await press('The old client');
  await expect.poll(text).not.toContain('knocks were turned away');
  await userEvent.fill(field(/last window back/), '100');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('The last window is back after 1 min 40 s. You said 1 min 40 s. So it is.');
  await expect.poll(text).toContain('100,000 posts met a connection that is gone (410)');
  expect(page.getByRole('button', { name: 'Throw the dice again' }).query()).toBeNull();
  await press('The new client');
  await expect.element(field('Longest wait, in seconds')).toHaveValue('60');
  await press('Start over from this storm');
  await expect.element(field('Longest wait, in seconds')).toHaveValue('30');
});

it('says what a change does once the hand is still, and refuses what it cannot play', async () => {
  open();
  await press('Skip the guess');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'A client waits' }), 'exactly that long');
  await expect.poll(text).toContain('The last window is back after 8 min 1 s.');
  await expect.poll(status).toBe('The last window is back after 8 min 1 s.');
  await userEvent.fill(field('Windows that close'), '10 million');
  await expect.poll(text).toContain('A whole number from 1 to 100,000.');
  await expect.poll(text).toContain('The last window is back after 8 min 1 s.');
});

it('throws the dice again', async () => {
  open();
  await press('Skip the guess');
  const before = text();
  await press('Throw the dice again');
  await expect.poll(text).not.toBe(before);
  await press('Hide it, guess again');
  await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
});
