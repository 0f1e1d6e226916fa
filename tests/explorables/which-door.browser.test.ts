import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import WhichDoor from '../../src/components/explorables/WhichDoor.svelte';

const refusals = {
  rest: { status: 403, errorType: 'MissingAuthenticationTokenException', body: '{"message":"Missing Authentication Token"}' },
  bearer: { errorType: 'IncompleteSignatureException', body: '{"message":"not a valid key=value pair"}' },
  http: { status: 404 },
};
const open = () => render(WhichDoor, { refusals });
const text = () => document.querySelector('.which-door')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const check = (name: string) => userEvent.click(page.getByRole('checkbox', { name }));
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

it('asks which line takes it before it shows anything, and says why', async () => {
  open();
  await expect.poll(text).not.toContain('The tree');
  await press('Knock');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'GET /hotels/{hotel}/rooms' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Which line takes it');
  await expect.poll(text).toContain('ANY /hotels/grand/{proxy+} takes it, with proxy = rooms. You said: GET /hotels/{hotel}/rooms.');
  await expect.poll(text).toContain('The first difference decides.');
});

it('turns the same lines into an HTTP API, and says so', async () => {
  open();
  await press('Skip the guess');
  await choose('API', 'HTTP API');
  await expect.poll(text).toContain('GET /hotels/{hotel}/rooms takes it, with hotel = grand.');
  await expect.poll(() => announcements().join()).toContain('a full match comes first');
});

it('changes the complaint with a header, the status with the API, and both with $default', async () => {
  open();
  await press('Skip the guess');
  await press('A typo');
  await expect.poll(text).not.toContain('takes it.');
  await userEvent.click(page.getByRole('radio', { name: 'None of them' }));
  await press('Knock');
  await expect.poll(text).toContain('None of them. As you said.');
  await expect.poll(text).toContain('403 x-amzn-errortype: MissingAuthenticationTokenException');
  await check('send authorization: Bearer abc');
  await expect.poll(text).toContain('403 x-amzn-errortype: IncompleteSignatureException');
  await choose('API', 'HTTP API');
  await expect.poll(text).toContain('404 {"message":"Not Found"}');
  await check('a route $default');
  await expect.poll(text).toContain('$default takes it.');
});

it('complains about a line at its place, keeps what was typed, and starts over when asked', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(page.getByRole('textbox', { name: /The tree/ }), 'GET /guests/{id}\nGET /guests/{email}');
  await expect.poll(text).toContain('At line 2, column 1. AWS refuses this on a REST API');
  await expect.poll(text).toContain('No answer yet.');
  await expect.poll(() => announcements().join()).toContain('No answer');
  await press('A typo');
  await press('The Grand’s rooms');
  await expect.element(page.getByRole('textbox', { name: /The tree/ })).toHaveValue('GET /guests/{id}\nGET /guests/{email}');
  await press('Start over from this situation');
  await expect.element(page.getByRole('radio', { name: 'ANY /hotels/grand/{proxy+}' })).toBeVisible();
});

it('refuses a paste that is far too long, and shows markup as the text that it is', async () => {
  open();
  await press('Skip the guess');
  const field = page.getByRole('textbox', { name: /The tree/ });
  await userEvent.fill(field, `GET /${'guests'.repeat(50_000)}`);
  await expect.poll(text).toContain('These are more than 2,000 characters.');
  await userEvent.fill(field, 'GET /<img src=x>');
  await userEvent.fill(field, 'GET /<b>');
  await userEvent.fill(page.getByRole('textbox', { name: 'Path' }), '/<b>');
  await expect.poll(text).toContain('GET /<b> takes it.');
  expect(document.querySelector('.which-door b')).toBeNull();
});
