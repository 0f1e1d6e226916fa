import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FourBoxes from '../../src/components/explorables/FourBoxes.svelte';

const answers = { badRequest: 400, unsupportedType: 415, noMatch: 500, undeclaredStatus: 'Invalid Response status code specified' };
const open = () => render(FourBoxes, { answers });
const text = () => document.querySelector('.four-boxes')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const guess = (name: string) => userEvent.click(page.getByRole('radio', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const focusedOn = () => document.activeElement?.getAttribute('aria-label');
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

it('asks for the kitchen, then for the caller, and then says what each station did', async () => {
  open();
  await expect.poll(text).not.toContain('Validator');
  await press('And the caller?');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await guess('What the template made of it');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focusedOn).toBe('The question');
  await guess('404, not found');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focusedOn).toBe('What happened');
  await expect
    .poll(text)
    .toContain('You said: 404. The kitchen gets {"meal": "soup"}. It answers 404; the caller reads 200. A failure looks like success.');
  await expect.poll(text).toContain('No pattern matches 404, so the default makes it 200.');
});

it('asks no second question of a reader who expects a refusal', async () => {
  open();
  await press('Skip the guess');
  await press('A header for the app');
  await expect.poll(text).not.toContain('PutIntegrationResponse');
  await guess('Nothing ever: AWS refuses this setup');
  await press('And the caller?');
  await expect.poll(text).toContain('As you said. AWS refuses the setup');
  await expect.poll(text).toContain('Refused. PutIntegrationResponse is refused: a header must be declared');
});

it('plays on when a setting is changed, says so, and starts over when asked', async () => {
  open();
  await press('Skip the guess');
  await choose('Pattern that makes 404', '4\\d{2}');
  await expect.poll(text).toContain('It answers 404; the caller reads 404.');
  await expect.poll(() => announcements().join()).toContain('the caller reads 404.');
  await choose('Type', 'HTTP_PROXY');
  await expect.element(page.getByRole('combobox', { name: 'Template' })).toBeDisabled();
  await press('No default');
  await press('A 404 on the way back');
  await expect.element(page.getByRole('combobox', { name: 'Type' })).toHaveValue('HTTP_PROXY');
  await press('Start over from this situation');
  await expect.element(page.getByRole('combobox', { name: 'Type' })).toHaveValue('HTTP');
  await expect.poll(text).toContain('What does the kitchen get?');
});
