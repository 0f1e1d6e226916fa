import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import WhichGuard from '../../src/components/explorables/WhichGuard.svelte';

const open = () => render(WhichGuard, { facts: { signature: 5, kept: 300, keptMost: 3600, keys: { rest: 1, http: 2 } } });
const text = () => document.querySelector('.guard')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const pick = (name: string) => userEvent.click(page.getByRole('radio', { name, exact: true }));

it('asks for a guard first, then judges them all', async () => {
  open();
  await press('Put it at the door');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await expect.poll(text).not.toContain('fits best');
  await pick('API key');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What each guard can do');
  await expect.poll(text).toContain('API key does not see what it would have to see. ✓ IAM fits best');
});

it('asks anew for another type or caller, and remembers what was said', async () => {
  open();
  await pick('IAM');
  await press('Put it at the door');
  await pick('HTTP API');
  await expect.poll(text).not.toContain('fits best');
  await press('A tool in one VPC');
  await pick('None of them');
  await press('Put it at the door');
  await expect.poll(text).toContain('Right: no guard of an HTTP API decides this.');
  await press('A job in another account');
  await pick('REST API');
  await expect.poll(text).toContain('Right: IAM.');
});

it('says what a guard costs when it is asked', async () => {
  open();
  await press('Skip the guess');
  const summary = page.getByText('What it does not see, and costs: Lambda authorizer');
  await userEvent.click(summary);
  await expect.poll(text).toContain('kept for 300 seconds by default, at most 3,600');
  await press('Hide it, guess again');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('A job in another account');
});
