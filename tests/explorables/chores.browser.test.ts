import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Chores from '../../src/components/explorables/Chores.svelte';

const answers = {
  'request-validation': 'yes no yes',
  'body-templates': 'yes no yes',
  cors: 'partly yes no',
  jwt: 'yes:medium yes no',
  'lambda-authorizer': 'yes yes yes',
  waf: 'yes no no',
  'usage-plans': 'yes no yes:medium',
  'response-cache': 'yes no no',
  xray: 'yes no no',
  canary: 'yes no no',
};

const open = () => render(Chores, { answers, lessons: { 8: '/lessons/08-throttling/' } });
const text = () => document.querySelector('.fd-play')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const box = (name: string | RegExp) => page.getByRole('checkbox', { name });
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join();

it('shows only the question until it is answered, then says what became of the guess and why', async () => {
  open();
  expect(document.querySelectorAll('select, [type=checkbox]')).toHaveLength(0);
  await press('Count the places');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: '5 before, 2 with the desk' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('5 before, 1 with the desk. You said 5 before, 2 with the desk.');
  await expect.poll(text).toContain('A mistake at the desk is felt by all 5 services');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The places that change');
});

it('asks about another situation, and keeps what was made of the first', async () => {
  open();
  await press('Skip the guess');
  await choose('Services', '12');
  await press('Another origin');
  await userEvent.click(page.getByRole('radio', { name: '5 before, 6 with the desk' }));
  await press('Count the places');
  await expect.poll(text).toContain('5 before, 6 with the desk, as you said.');
  await expect.poll(text).toContain('each service still names the origin itself');
  await press('Another issuer');
  await expect.element(page.getByRole('combobox', { name: 'Services', exact: true })).toHaveValue('12');
});

it('takes a chore from the desk with the keyboard, and says what that does', async () => {
  open();
  await press('Skip the guess');
  (box(/Check a token/).element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.poll(text).toContain('5 places before, 5 with the desk (all 5 services).');
  await expect.poll(text).toContain('You left it in the services. A REST API could take it: JWT authorizer.');
  await expect.poll(announcements).toContain('5 places before, 5 with the desk (all 5 services).');
});

it('does not offer what this type of API cannot do, and says so', async () => {
  open();
  await press('Skip the guess');
  await choose('Before them stands', 'an HTTP API');
  await expect.element(box(/Limit each customer/)).toBeDisabled();
  await expect.element(box(/Limit each customer ?: 5 places, not in an HTTP API/)).not.toBeChecked();
  await choose('One day', 'A customer buys a higher limit');
  await expect.poll(text).toContain('An HTTP API has nothing for it. REST and WebSocket (medium confidence) APIs have it.');
  await userEvent.click(page.getByText('API keys and usage plans', { exact: true }));
  await expect.element(page.getByRole('link', { name: 'Lesson 08' }).first()).toHaveAttribute('href', '/lessons/08-throttling/');
});

it('never has more second doors than services', async () => {
  open();
  await press('Skip the guess');
  await choose('Services with a second door', '5');
  await choose('Services', '2');
  await expect.element(page.getByRole('combobox', { name: 'Services with a second door' })).toHaveValue('2');
  await expect.poll(text).toContain('2 places before, 3 with the desk (the desk and all 2 services).');
});

it('asks about what the reader has set up, and starts over when asked', async () => {
  open();
  await press('Skip the guess');
  await choose('Services', '3');
  await press('Hide it, guess again');
  await expect.poll(text).toContain('3 services behind a REST API.');
  await userEvent.click(page.getByRole('radio', { name: '3 before, 1 with the desk' }));
  await press('Count the places');
  await expect.poll(text).toContain('3 before, 1 with the desk, as you said.');
  await press('Start over from this situation');
  await expect.poll(text).toContain('Five services check tokens');
  await expect.element(page.getByRole('radio', { name: '5 before, 1 with the desk' })).toBeVisible();
});
