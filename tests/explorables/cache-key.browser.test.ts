import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CacheKey from '../../src/components/explorables/CacheKey.svelte';

const text = () => document.querySelector('.cache-key')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const tick = (name: RegExp) => userEvent.click(page.getByRole('checkbox', { name }));
const choice = (name: string) => page.getByRole('radio', { name, exact: true });
const announced = () => document.querySelector('.cache-key > [role=status]')!.textContent;

it('asks what Ann reads, and shows nothing else before', async () => {
  render(CacheKey);
  expect(document.querySelector('.cache-key input[type=checkbox]')).toBeNull();
  await press('Switch the cache on');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(choice('Ann’s letter'));
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain('Ann reads Bob’s letter, in English. You said: Ann’s letter. Nothing in the key tells the two requests apart');
  await expect.poll(text).toContain('On the shelf: one entry the method, nothing else');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Who reads what');
});

it('lets parts join and leave the key until all is right and the hits are back, and says so', async () => {
  render(CacheKey);
  await press('Skip the guess');
  for (const name of [/path\.id/, /Authorization/, /utm_source/]) await tick(name);
  await expect.poll(text).toContain('a wrong reply was read');
  await tick(/lang/);
  await expect.poll(text).toContain('Every reply is right. 1 of 9 replies comes from the shelf; 3 could.');
  page
    .getByRole('checkbox', { name: /utm_source/ })
    .element()
    .focus();
  await userEvent.keyboard(' ');
  await expect.poll(text).toContain('Every reply is right, and 3 of 9 replies come from the shelf: no safe key has more.');
  await expect.poll(announced).toContain('no safe key has more');
  await expect.poll(text).toContain('id 8, lang en, Authorization Bearer token-of-bob');
});

it('has the check in front of the cache make the caller spare', async () => {
  render(CacheKey);
  await press('Skip the guess');
  await tick(/path\.id/);
  await tick(/lang/);
  await expect.poll(text).toContain('a stranger’s letter was read once');
  await userEvent.selectOptions(page.getByRole('combobox'), 'an authorizer, in front of it');
  await expect.poll(text).toContain('Every reply is right, and 4 of 9');
  await expect.poll(text).toContain('refused by the authorizer; the shelf is not looked at');
});

it('asks again for another scene, and keeps what was made of the first', async () => {
  render(CacheKey);
  await press('Skip the guess');
  await tick(/path\.id/);
  await press('Rooms, for all');
  expect(document.querySelector('.cache-key input[type=checkbox]')).toBeNull();
  await userEvent.click(choice('The function'));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('As you said. The reply was there, under a key that differs in something that changes no reply.');
  expect(document.querySelector('.cache-key select')).toBeNull();
  await press('Two letters');
  await expect.element(page.getByRole('checkbox', { name: /path\.id/ })).toBeChecked();
  await press('Start over, guess again');
  await expect.element(choice('Bob’s letter')).not.toBeChecked();
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The question');
});
