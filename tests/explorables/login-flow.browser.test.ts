import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import LoginFlow from '../../src/components/explorables/LoginFlow.svelte';

const text = () => document.querySelector('.login')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const pick = (name: string) => userEvent.click(page.getByRole('radio', { name, exact: true }));
const announced = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join();

it('asks first, then says why', async () => {
  render(LoginFlow);
  await press('Show the token');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await pick('It passes');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What the token gets');
  await expect.poll(text).toContain('You said: it passes. 401. Without scopes on the method a Cognito authorizer wants an ID token.');
  await expect.poll(text).toContain('The kind of token that the method wants ✗ no');
});

it('asks anew for each situation, and remembers the answers', async () => {
  render(LoginFlow);
  await pick('401');
  await press('Show the token');
  await press('… and a scope');
  await expect.poll(text).not.toContain('401. Without');
  await pick('403');
  await press('Show the token');
  await expect.poll(text).toContain('As you said. 403. An ID token has no scopes');
  await press('The proper token');
  await expect.poll(text).toContain('As you said. 401.');
});

it('plays on, says so, and puts it back', async () => {
  render(LoginFlow);
  await press('Skip the guess');
  await userEvent.click(page.getByRole('checkbox', { name: 'The method lists a scope, rooms/read' }));
  await expect.poll(text).toContain('It passes. With scopes on the method');
  await expect.poll(announced).toContain('It passes.');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'The app sends' }), 'the ID token');
  await expect.element(page.getByRole('checkbox', { name: 'The access token has this scope' })).toBeDisabled();
  await press('Put it back, guess again');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The proper token');
});
