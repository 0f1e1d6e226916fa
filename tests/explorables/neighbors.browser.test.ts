import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Neighbors from '../../src/components/explorables/Neighbors.svelte';

const text = () => document.querySelector('.neighbors')!.textContent;
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));

it('asks for a guess, and says what became of it and why', async () => {
  render(Neighbors);
  await press('Open the desk');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'None' }));
  await press('Open the desk');
  await expect.poll(text).toContain('They share the bucket of the method, then of the account. You said: none.');
  await expect.poll(text).toContain('8 of 50 passed; 42 refused by the method.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What happened');
});

it('asks again when the situation changes', async () => {
  render(Neighbors);
  await press('Skip the guess');
  await userEvent.selectOptions(page.getByRole('combobox', { name: /Ben calls/ }), 'GET /menu, another method');
  await expect.poll(text).not.toContain('They share');
  await userEvent.click(page.getByRole('radio', { name: 'None' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('They share the bucket of the account. As you said.');
  await expect.poll(text).toContain('All 50 passed.');
});
