import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import AuthorizerTimeline from '../../src/components/explorables/AuthorizerTimeline.svelte';

const open = () => render(AuthorizerTimeline, { ttl: { default: 300, max: 3600 } });
const text = () => document.querySelector('.timeline')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: RegExp, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const second = (request: number) => page.getByRole('textbox', { name: `Request ${request}, second` });
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

it('asks for the status of the third request, and says what became of the guess', async () => {
  open();
  await expect.poll(text).toContain('What does the third request get: GET /orders with Ann’s token, at 120 s?');
  await press('Let them come');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: '200, let through' }));
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain('The third request gets 403. You said 200. 2 calls of the function for 5 requests. Wrong: 2 requests refused');
  await expect.poll(text).toContain('and nothing of GET /orders. Yet Ann may send this.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What happened');
});

it.each([
  [/policy names/, 'all that this caller may', '2 calls of the function for 5 requests. Every caller'],
  [/An answer is kept/, '0 s: nothing is kept', '5 calls of the function for 5 requests. Every caller'],
  [/Identity sources/, 'the token, the verb and the path', 'of the function for 5 requests. Every caller'],
])('is cured with %s: %s, and says so', async (name, option, outcome) => {
  open();
  await press('Skip the guess');
  await choose(name, option);
  await expect.poll(text).toContain(outcome);
  await expect.poll(() => announcements().join()).toContain(outcome);
});

it('takes requests, and says what is no second', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(second(3), '1.5');
  await expect.poll(text).toContain('Request 3: a whole number of seconds, from 0 to 9,999.');
  await userEvent.fill(second(3), '300');
  await expect.poll(text).toContain('What was kept at 0 s has run out.');
  await press('Add a request');
  await expect.element(second(6)).toHaveFocus();
  await expect.element(second(6)).toHaveValue('330');
  await press('Remove request 6');
  await expect.element(second(5)).toHaveFocus();
});

it('asks about the request that is third by then', async () => {
  open();
  await userEvent.fill(second(1), '200');
  await expect.poll(text).toContain('What does the third request get: GET /profile with Ann’s token, at 200 s?');
  await press('Remove request 5');
  await press('Remove request 4');
  await press('Remove request 3');
  await expect.poll(text).toContain('What does the second request get');
});

it('keeps what was typed while another situation is looked at, and starts over when asked', async () => {
  open();
  await userEvent.fill(second(1), '7');
  await press('A denial is kept');
  await expect.element(second(1)).toHaveValue('0');
  await press('Profile, then orders');
  await expect.element(second(1)).toHaveValue('7');
  await press('Start over from this situation');
  await expect.element(second(1)).toHaveValue('0');
});

it('keeps what is no second as it was typed, and leaves it behind with its situation', async () => {
  open();
  await userEvent.fill(second(2), 'soon');
  await userEvent.fill(second(3), '130');
  await expect.element(second(2)).toHaveValue('soon');
  await expect.poll(text).toContain('Request 2: a whole number of seconds');
  await press('A denial is kept');
  await expect.element(second(2)).not.toHaveValue('soon');
  await expect.poll(text).not.toContain('a whole number of seconds');
});
