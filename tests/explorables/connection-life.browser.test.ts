import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ConnectionLife from '../../src/components/explorables/ConnectionLife.svelte';

const open = () =>
  render(ConnectionLife, {
    clocks: { silence: 10, life: 120 },
    said: { silence: 1001, delete: 1000, large: 1009, binary: 1003, frame: 32, message: 128 },
  });
const text = () => document.querySelector('.life')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const field = (name: string) => page.getByRole('textbox', { name });

it('asks when and by what it ends, and shows nothing else before', async () => {
  open();
  expect(document.querySelector('.life select')).toBeNull();
  await press('Start both clocks');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'Not while both are alive' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('It ends after 10 min: silence. You said: not while both are alive.');
  await expect.poll(text).toContain('Code 1001');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('How it ends');
});

it('says in free play what a change does, once the hand is still', async () => {
  open();
  await press('Skip the guess');
  await choose('On the connection there are', 'messages of the client');
  await expect.poll(text).toContain('It ends after 2 h: the end of its life.');
  await choose('Then comes', 'the backend sends DELETE');
  await userEvent.fill(field('It comes after, in minutes'), '45');
  await expect.poll(text).toContain('It ends after 45 min: the backend sends DELETE.');
  await expect
    .poll(() => document.querySelector('.life > [role=status]')!.textContent)
    .toBe('It ends after 45 min: the backend sends DELETE.');
});

it('refuses what is no time, and keeps what was typed', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('One every, in minutes'), '<i>often</i>');
  await expect.poll(text).toContain('Minutes, from 0.5 to 180.');
  await expect.element(field('One every, in minutes')).toHaveValue('<i>often</i>');
  await press('Hide it, guess again');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The question');
});

it('keeps what was made of a life while another is looked at', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('One every, in minutes'), '2');
  await press('The lid');
  await userEvent.click(page.getByRole('radio', { name: 'After 30 min: the laptop is shut' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('As you said.');
  await expect.poll(text).toContain('after 34 min at the latest');
  await press('Pings');
  await expect.element(field('One every, in minutes')).toHaveValue('2');
  await press('Start over from this life');
  await expect.element(field('One every, in minutes')).toHaveValue('5');
});
