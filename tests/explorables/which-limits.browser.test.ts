import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { FACTS, LIMITS } from '../../src/explorables/which-limits.ts';
import WhichLimits from '../../src/components/explorables/WhichLimits.svelte';

const open = () => render(WhichLimits, { values: Object.fromEntries(FACTS.map((id) => [id, `<b>${id}</b>`])) });
const text = () => document.querySelector('.limits')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const sort = (name: string, answer: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), answer);

it('asks for all of them, and shows nothing before', async () => {
  open();
  expect(text()).not.toContain('throttle-account-rate');
  await sort('API keys', 'can be raised');
  await press('Ask for more');
  await expect.poll(text).toContain('9 are not sorted yet. Sort them, or skip the guess.');
  await press('Skip the guess');
  await expect.poll(text).toContain('Of these 10, 4 can be raised.');
  expect(text()).toContain('API keys, <b>api-keys-per-account</b>: cannot.');
  expect(text()).not.toContain('You said');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Which of them bend');
});

it('counts what was right, says what was not, and keeps it for another try', async () => {
  open();
  for (const { name } of LIMITS) await sort(name, 'cannot');
  await press('Ask for more');
  await expect.poll(text).toContain('5 of 10 as AWS has it.');
  expect(text()).toContain('can be raised. You said: cannot.');
  await press('Hide it, sort again');
  await expect.element(page.getByRole('combobox', { name: 'API keys' })).toHaveValue('no');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The question');
});
