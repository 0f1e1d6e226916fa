import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Streaming from '../../src/components/explorables/Streaming.svelte';

const limits = {
  restTimeout: 29,
  httpTimeout: 30,
  restBody: 10,
  httpBody: 10,
  lambdaBody: 6,
  lambdaStream: 200,
  free: 10,
  rate: 2,
  duration: 900,
  idle: 300,
  idleEdge: 30,
  meter: 10,
};

const open = () => render(Streaming, { limits, statuses: { rest: 504, http: 503 }, givesUp: 'a cache' });
const text = () => document.querySelector('.fd-play')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const guess = (mode: string, name: string) =>
  userEvent.click(page.getByRole('group', { name: `${mode}: what does the caller get?` }).getByRole('radio', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const type = (name: string, value: string) => userEvent.fill(page.getByRole('textbox', { name }), value);
const focusedOn = () => document.activeElement?.getAttribute('aria-label');
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join();

it('asks about both replies before it shows either, and judges each', async () => {
  open();
  expect(document.querySelector('select')).toBeNull();
  await guess('Buffered', 'An error, and nothing of it');
  await press('Call it twice');
  await expect.poll(text).toContain('Choose one for each, or skip the guess.');
  await guess('Streamed', 'From 2 s on, then it breaks off');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focusedOn).toBe('What the caller gets');
  await expect.poll(text).toContain('Buffered. As you said. 504 after 29 s.');
  await expect.poll(text).toContain('Streamed. You said: from 2 s on, then it breaks off. First byte after 2 s, last byte after 50.8 s.');
  await expect.poll(text).toContain('billed as 10 calls. What a stream cannot have: a cache.');
});

it('says which limit ended a stream', async () => {
  open();
  await press('Skip the guess');
  await press('A search that thinks');
  await press('Skip the guess');
  await expect.poll(text).toContain('After 31 s it breaks off, with 16.7 KB of 100 KB. Nothing moved for 30 s');
  await type('A piece every, in seconds', '20');
  await expect.poll(text).toContain('First byte after 1 s, last byte after 3 min 46 s.');
  await expect.poll(announcements).toContain('Streamed: whole after 3 min 46 s.');
});

it('plays on when the front door is changed to one that cannot stream', async () => {
  open();
  await press('Skip the guess');
  await choose('Backend', 'Lambda, no proxy, response templates');
  await expect.poll(text).toContain('Only proxy integrations stream.');
  await choose('Front door', 'HTTP API');
  await expect.poll(text).toContain('of the three types only REST APIs stream');
  await expect.element(page.getByRole('combobox', { name: 'Backend' })).toHaveValue('lambda');
});

it('refuses what is no time, keeps what was typed, and keeps each situation as it was left', async () => {
  open();
  await press('Skip the guess');
  await type('Last piece after, in seconds', '1');
  await expect.poll(text).toContain('A number from 2 to 1,800.');
  await expect.poll(text).toContain('done after 40 s');
  await type('Last piece after, in seconds', '20');
  await press('The concierge answers');
  await press('The report');
  await expect.element(page.getByRole('textbox', { name: 'Last piece after, in seconds' })).toHaveValue('20');
  await press('Start over from this situation');
  await expect.element(page.getByRole('textbox', { name: 'Last piece after, in seconds' })).toHaveValue('40');
});
