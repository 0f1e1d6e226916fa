import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Waiting from '../../src/components/explorables/Waiting.svelte';
import { limitsOf, waitingReplies } from '../../src/explorables/waiting-limits.ts';
import { courseLedger } from '../../src/facts/course-ledger.ts';

const open = () => render(Waiting, { limits: limitsOf(courseLedger), replies: waitingReplies(courseLedger) });
const text = () => document.querySelector('.waiting')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string | RegExp, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join(' ');
const choice = (name: string) => page.getByRole('radio', { name, exact: true });

it('asks for what and when, and shows nothing else before', async () => {
  open();
  expect(document.querySelector('.waiting select')).toBeNull();
  await press('Start the clocks');
  await expect.poll(announcements).toContain('Choose, or skip the guess.');
  await userEvent.click(choice('200, the whole reply'));
  await press('Start the clocks');
  await expect.poll(announcements).toContain('Choose one of each, or skip the guess.');
  await userEvent.click(choice('29 s'));
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain('After 29 s: 504. The moment is right; you said: 200, the whole reply. The integration still has 29 s.');
  await expect.poll(text).toContain('{"message": "Endpoint request timed out"}');
  await expect.poll(text).toContain('The backend works 45 s, 16 s of it read by nobody');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What the caller reads');
});

it('shows in free play what a change does, and says it', async () => {
  open();
  await press('Skip the guess');
  await choose(/quota for it/, 'as every account’s');
  await choose(/timeout is/, 'to be 1 min');
  await expect.poll(text).toContain('1 min is more than the quota allows');
  await choose('The door', 'HTTP API');
  await expect.poll(text).toContain('After 30 s: 503.');
  await choose('The door', 'REST API, Regional or private');
  await choose(/quota for it/, 'raised by AWS');
  await expect.poll(text).toContain('After 45 s: 200, the whole reply.');
  await expect.poll(announcements).toContain('After 45 s: 200, the whole reply.');
});

it('takes seconds that are typed, refuses what is none, and keeps what was typed', async () => {
  open();
  await press('Skip the guess');
  const field = page.getByRole('textbox', { name: 'The backend takes, in seconds' });
  await userEvent.fill(field, '28.5');
  await expect.poll(text).toContain('After 28.5 s: 200, the whole reply.');
  await userEvent.fill(field, '<b>soon</b>');
  await expect.poll(announcements).toContain('Seconds, from 0.1 to 10,000.');
  await expect.element(field).toHaveValue('<b>soon</b>');
  await expect.poll(text).toContain('After 28.5 s');
});

it('asks again for another situation, and keeps what was made of the first', async () => {
  open();
  await press('Skip the guess');
  await choose('The door', 'REST API, edge-optimized');
  await press('A message, a job');
  await expect.poll(text).not.toContain('The caller waits');
  await userEvent.click(choice('no answer, and a closed connection'));
  await userEvent.click(choice('10 min'));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('After 10 min: no answer, and a closed connection. As you said.');
  await press('A raised quota');
  await expect.element(page.getByRole('combobox', { name: 'The door' })).toHaveValue('rest-edge');
  await press('Start over from this situation');
  await expect.element(page.getByRole('combobox', { name: 'The door' })).toHaveValue('rest-regional');
});
