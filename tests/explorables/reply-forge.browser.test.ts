import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ReplyForge from '../../src/components/explorables/ReplyForge.svelte';

const rest = {
  keys: ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'],
  status: 502,
  body: '{"message": "Internal server error"}',
  remapped: 'x-amzn-Remapped-',
};
const open = () => render(ReplyForge, { rest });
const text = () => document.querySelector('.forge')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const field = () => page.getByRole('textbox', { name: /^What the function returns/ });
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

it('asks for a bet, and says what the caller gets and why', async () => {
  open();
  await expect.poll(text).not.toContain('HTTP/1.1');
  await press('Return it');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: '201, created' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What the caller gets');
  await expect.poll(text).toContain('502. You said: 201. “orderId” is none of the keys that a reply may have here.');
  await expect.poll(text).toContain('HTTP/1.1 502 content-type: application/json {"message": "Internal server error"}');
});

it('shows the key that is to blame, and goes there', async () => {
  open();
  await press('Skip the guess');
  await expect.poll(text).toContain('At line 3, column 3. This is what spoils the reply at this door.');
  await press('Go to the place');
  const typed = document.activeElement as HTMLTextAreaElement;
  expect(typed.value.slice(typed.selectionStart, typed.selectionEnd)).toBe('"orderId": 8812');
});

it('turns a failure into an answer at another door, and announces it', async () => {
  open();
  await press('Skip the guess');
  await choose('Door and payload format', 'HTTP API, format 2.0');
  await expect.poll(text).toContain('201. The function named the status');
  await expect.poll(text).toContain('“orderId”: not a key of a reply here. It is ignored, and no error says so.');
  await expect.poll(() => announcements().join()).toContain('201. The function named the status');
});

it('asks what decides over Base64 only where it decides', async () => {
  open();
  expect(page.getByRole('combobox').elements()).toHaveLength(1);
  await press('A picture');
  await press('Skip the guess');
  await expect.poll(text).toContain('the caller gets the Base64 as text.');
  await choose('binaryMediaTypes of the API', 'image/*');
  await expect.poll(text).toContain('(8 bytes: 89 50 4e 47 0d 0a 1a 0a)');
  await choose('Door and payload format', 'HTTP API, format 1.0');
  expect(page.getByRole('combobox').elements()).toHaveLength(1);
});

it('keeps what was typed while another reply is looked at', async () => {
  open();
  await userEvent.fill(field(), '"mine"');
  await press('Just data');
  await press('Thursday’s order');
  await expect.element(field()).toHaveValue('"mine"');
  await press('Start over from this reply');
  expect((field().element() as HTMLTextAreaElement).value).toContain('orderId');
});

describe('a hostile paste', () => {
  it('that is no JSON is answered at its place', async () => {
    open();
    await press('Skip the guess');
    await userEvent.fill(field(), '{"statusCode": 200,}');
    await expect.poll(text).toContain('At line 1, column 20. JSON has no comma before a }.');
    await expect.poll(text).toContain('No reply.');
  });

  it('of great length is refused, and stays', async () => {
    open();
    await press('Skip the guess');
    await userEvent.fill(field(), '"'.padEnd(300_000, 'x'));
    await expect.poll(text).toContain('At most 10,000 characters are read here. These are 300,000.');
    expect((field().element() as HTMLTextAreaElement).value).toHaveLength(300_000);
  });

  it('of markup is text', async () => {
    open();
    await press('Skip the guess');
    await userEvent.fill(field(), '{"<img src=x onerror=alert(1)>": 1}');
    await expect.poll(text).toContain('“<img src=x onerror=alert(1)>” is none of the keys');
    expect(document.querySelector('.forge img')).toBeNull();
  });
});
