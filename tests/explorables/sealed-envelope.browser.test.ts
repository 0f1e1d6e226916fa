import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import SealedEnvelope from '../../src/components/explorables/SealedEnvelope.svelte';

const open = () =>
  render(SealedEnvelope, {
    statuses: { guarded: 401, missing: 403, throttled: 429, crashed: 502 },
    types: { throttled: 'TooManyRequestsException', crashed: 'InternalServerErrorException' },
  });
const text = () => document.querySelector('.envelope')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const focusedOn = () => document.activeElement?.getAttribute('aria-label');
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);

it('asks what the script gets, and shows nothing else before', async () => {
  open();
  expect(document.querySelector('.envelope select')).toBeNull();
  await press('Send it');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'An error, and the call was never sent' }));
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain('its reply stays sealed. You said: an error, and the call was never sent. This 429 is the gateway’s own reply');
  await expect.poll(text).toContain('x-amzn-errortype: TooManyRequestsException');
  await expect.poll(focusedOn).toBe('What the script gets');
});

it('opens the envelope with one header, and another header with a second', async () => {
  open();
  await press('Skip the guess');
  await userEvent.selectOptions(
    page.getByRole('group', { name: 'Gateway responses' }).getByRole('combobox', { name: 'Allow-Origin' }),
    '*',
  );
  await expect.poll(text).toContain('The script gets the reply: 429.');
  await expect.poll(text).toContain('x-amzn-errortype: null');
  await userEvent.click(page.getByRole('checkbox', { name: 'Expose-Headers' }));
  await expect.poll(text).toContain('x-amzn-errortype: readable');
  await expect.poll(() => document.querySelector('.envelope > [role=status]')!.textContent).toBe('The script gets the reply: 429.');
});

it('shows only the authors whose replies come, and keeps what was made of a situation', async () => {
  open();
  await press('Skip the guess');
  await choose('The script calls', 'GET /rooms');
  expect(page.getByRole('group', { name: 'The mock behind OPTIONS' }).query()).toBeNull();
  await press('An order');
  await userEvent.click(page.getByRole('radio', { name: 'An error, though the call was made' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('As you said. The backend has run, and what it did is done.');
  await press('Friday');
  await expect.element(page.getByRole('combobox', { name: 'The script calls' })).toHaveValue('get');
  await press('Start over from this situation');
  await expect.element(page.getByRole('combobox', { name: 'The script calls' })).toHaveValue('token');
});

it('goes to the question whenever a button takes the answer away', async () => {
  open();
  await press('Skip the guess');
  await press('Hide it, guess again');
  await expect.poll(focusedOn).toBe('The question');
  await press('Skip the guess');
  await choose('The script calls', 'GET /rooms');
  await press('Start over from this situation');
  await expect.poll(focusedOn).toBe('The question');
});
