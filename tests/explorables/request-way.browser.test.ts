import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RequestWay from '../../src/components/explorables/RequestWay.svelte';
import type { Replies } from '../../src/explorables/request-way-replies.ts';
import { REFUSALS } from '../../src/explorables/request-way.ts';

const STATUSES = [403, 403, 401, 403, 500, 403, 429, 429, 400, 400, 500, 504, 502];
const replies = Object.fromEntries(
  REFUSALS.map((refusal, index) => [
    refusal,
    {
      status: { value: STATUSES[index] },
      errorType: { value: `${refusal}-type` },
      body: { value: `${refusal}-body`, doubt: 'low confidence' },
    },
  ]),
) as Replies;

const open = () => render(RequestWay, { replies, doubts: { free: 'medium confidence' }, timeoutMs: 29_000 });
const text = () => document.querySelector('.way')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const guess = (name: string) => userEvent.click(page.getByRole('radio', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const focusedOn = () => document.activeElement?.getAttribute('aria-label');
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

it('asks for the status first, and says where the request ended and what it read', async () => {
  open();
  await press('Send it');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await expect.poll(text).not.toContain('bad-key-type');
  await guess('400, bad request');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focusedOn).toBe('What the caller gets');
  await expect.poll(text).toContain('403. You said 400. The reply leaves after 7 ms.');
  await expect.poll(text).toContain('x-amzn-errortype bad-key-type body bad-key-body');
  await expect.poll(text).toContain('body: low confidence');
  await expect.poll(text).toContain('Ends here. Nobody has this key.');
  await expect.poll(text).toContain('Never heard of it: throttle, quota, parameters, body, cache, mapping, backend.');
});

it('mends one thing at a time, and asks each time what comes next', async () => {
  open();
  await press('Everything is wrong');
  await press('Skip the guess');
  for (const [mended, status, reason] of [
    ['Call a method that exists', '401', 'who are you?'],
    ['Send a good token', '403', 'forbidden'],
    ['Send the right key', '429', 'too many requests'],
    ['Wait for a token', '429', 'too many requests'],
    ['Wait for the next period', '400', 'bad request'],
    ['Add the parameter', '400', 'bad request'],
    ['Mend the body', '502', 'bad gateway'],
    ['Mend the function', '200', 'an answer'],
  ] as const) {
    await press(`${mended}, and ask again`);
    await expect.poll(focusedOn).toBe('The next try');
    await guess(`${status}, ${reason}`);
    await userEvent.keyboard('{Enter}');
    await expect.poll(text).toContain(`${status}, as you said.`);
  }
  await expect
    .poll(text)
    .toContain(
      'Tries so far: 403 at path and verb, 401 at caller, 403 at API key, 429 at throttle, 429 at quota, 400 at parameters, 400 at body, 502 at backend, 200 at backend.',
    );
  await expect.poll(text).not.toContain('and ask again');
});

it('plays on when a part is changed, and says so', async () => {
  open();
  await press('A POST that is checked');
  await press('Skip the guess');
  await expect.poll(text).toContain('The reply leaves after 9 ms.');
  await choose('Validator', 'off');
  await expect.poll(text).toContain('The reply leaves after 38 ms.');
  await expect.poll(() => announcements().join()).toContain('400 at backend. The reply leaves after 38 ms.');
});

it('keeps what was chosen while another situation is looked at, and starts over when asked', async () => {
  open();
  await choose('Token', 'none is sent');
  await press('A GET, first of the day');
  await expect.element(page.getByRole('combobox', { name: 'Token' })).toHaveValue('good');
  await expect.element(page.getByRole('combobox', { name: 'Body' })).toBeDisabled();
  await press('Friday’s booking');
  await expect.element(page.getByRole('combobox', { name: 'Token' })).toHaveValue('missing');
  await press('Start over from this situation');
  await expect.element(page.getByRole('combobox', { name: 'Token' })).toHaveValue('good');
});
