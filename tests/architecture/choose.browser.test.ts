import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { loadExercises } from '../../src/architecture/read.ts';
import Choose from '../../src/components/architecture/Choose.svelte';
import { course, PATH, text as exercise } from './sample.ts';

const { lookedUp } = loadExercises([{ path: PATH, text: exercise }], course)[0]!;

const open = () => render(Choose, { lookedUp });
const text = () => document.querySelector('.choose')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const complaint = () => document.querySelector('.choose [role=status]')!.textContent;

it('asks for every decision and for a reason, and goes to what is missing', async () => {
  open();
  await press('Hold it against the needs');
  await expect.poll(complaint).toBe('Still open: Which door, A cache.');
  expect((document.activeElement as HTMLInputElement).value).toBe('rest');
  await userEvent.click(radio('HTTP API'));
  await userEvent.click(radio('None'));
  await expect.poll(complaint).toBe('');
  await press('Hold it against the needs');
  await expect.poll(complaint).toContain('Say why, in one sentence.');
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  expect(document.querySelector('.answer')).toBeNull();
});

it('says how each need fares and who says so, what the design costs, and lets the page know', async () => {
  let attempts = 0;
  document.addEventListener('attempted', () => attempts++, { once: true });
  open();
  await userEvent.click(radio('HTTP API'));
  await userEvent.click(radio('None'));
  await userEvent.fill(page.getByRole('textbox'), 'It is cheap.');
  await press('Hold it against the needs');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Your design against the needs');
  expect(attempts).toBe(1);
  await expect.poll(text).toContain('You said: “It is cheap.”');
  await expect.poll(text).toContain('It does not pass: it fails 1 of 2 musts.');
  await expect.poll(text).toContain('The cheapest design that passes costs the same: “CloudFront before HTTP”.');
  await expect.poll(text).toContain('Callers have keys. Not met. “Keys”: HTTP API no. You would count.');
  expect(document.querySelector('.needs a')!.getAttribute('href')).toBe('/features/#keys');
  await expect.poll(text).toContain('10 million × $1.00 per million');
});

it('changes a choice by keyboard, and tells what that has done', async () => {
  open();
  await userEvent.click(radio('HTTP API'));
  await userEvent.click(radio('None'));
  await press('Without a reason');
  await expect.poll(text).not.toContain('You said');
  (radio('HTTP API').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(complaint).toContain('“Callers have keys” is now met');
  await expect.poll(text).toContain('It passes. One wish stays open.');
  await press('Choose it: The smallest');
  await expect.poll(complaint).toContain('“Replies are fresh” is now not met. The design fails one must, at $49.60 a month.');
  await expect.element(radio('The smallest')).toBeChecked();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Your design against the needs');
  await press('Start again');
  await expect.poll(() => document.querySelector('.answer')).toBeNull();
  expect(document.querySelectorAll('input:checked')).toHaveLength(0);
});
