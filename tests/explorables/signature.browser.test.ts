import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Signature from '../../src/components/explorables/Signature.svelte';

const open = () => render(Signature, { goodFor: 5 });
const text = () => document.querySelector('.signature')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const guess = (name: string) => userEvent.click(page.getByRole('radio', { name }));
const field = () => page.getByRole('textbox', { name: /What arrives/ });
/** What computes is fetched on first use. */
async function computed(): Promise<void> {
  await expect.poll(text).toContain('1. The canonical request');
}
const announced = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join();

it('asks first, then says where the two part', async () => {
  open();
  await press('Send it');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await expect.poll(text).not.toContain('The canonical request');
  await guess('403: a line of the canonical request differs');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What the gateway answers');
  await expect.poll(text).toContain('As you said. 403. The two part at “hash of the body” in the canonical request.');
  await expect.poll(text).toContain('hash of the body ≠ here they part job');
  await expect.poll(text).toContain('403: The request signature we calculated does not match');
});

it('asks anew for each situation, and remembers the answers', async () => {
  open();
  await press('Skip the guess');
  await computed();
  await press('A header that is not signed');
  await expect.poll(text).not.toContain('The canonical request');
  await guess('403: a line of the canonical request differs');
  await press('Send it');
  await computed();
  await expect.poll(text).toContain('You said “403: a line of the canonical request differs”.');
  await expect.poll(text).toContain('nobody notices');
  await press('The body');
  await expect.poll(text).toContain('The two part at “hash of the body”');
});

it('plays on with what is typed, says so, and keeps the last request that could be read', async () => {
  open();
  await press('Skip the guess');
  await computed();
  await userEvent.clear(field());
  await expect.poll(text).toContain('The first line is a verb and a path');
  await expect.poll(text).toContain('The two part at “hash of the body”');
  await userEvent.fill(field(), 'GET /prod/rooms HTTP/1.1\nhost: x\n');
  await expect.poll(text).toContain('The two part at “method” in the canonical request.');
  await expect.poll(announced).toContain('The two part at “method”');
  await press('Put it back, guess again');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The body');
});

it('takes a pasted novel for what it is, and runs no HTML', async () => {
  open();
  await press('Skip the guess');
  await computed();
  await userEvent.fill(field(), `POST /<img src=x onerror=alert(1)>${'a'.repeat(300_000)}`);
  await expect.poll(text).toContain('longer than 8,000 characters');
  await userEvent.fill(field(), 'POST /prod HTTP/1.1\nhost: <b>x</b>\n');
  expect(document.querySelector('.signature b')).toBeNull();
});

it('changes Region and time from the keyboard', async () => {
  open();
  await press('Another Region');
  await press('Skip the guess');
  await computed();
  await expect.poll(text).toContain('The two part at “scope”');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'The job signs for the Region' }), 'eu-west-1');
  await expect.poll(text).toContain('Now the policies are asked.');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'It arrives after' }), '15 minutes');
  await expect.poll(text).toContain('Signature expired');
});
