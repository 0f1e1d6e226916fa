import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { pricesOf } from '../../src/calculators/ledger-prices.ts';
import TwoQuestionsAsked from '../../src/components/explorables/TwoQuestionsAsked.svelte';
import { costsOf } from '../../src/explorables/two-questions-costs.ts';
import { pack } from '../../src/explorables/two-questions-matrix.ts';
import { courseFeatures } from '../../src/facts/course-features.ts';
import { courseLedger } from '../../src/facts/course-ledger.ts';

const open = () => render(TwoQuestionsAsked, { packed: pack(courseFeatures, courseLedger), costs: costsOf(pricesOf(courseLedger)) });
const text = () => document.querySelector('.two-questions')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const choose = (option: string) => userEvent.selectOptions(page.getByRole('combobox', { name: 'The system in front of you' }), option);
const radio = (name: string | RegExp) => page.getByRole('radio', { name });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const status = () => document.querySelector('.two-questions [role=status]')!.textContent;

it('asks two questions in their order, and says what each answer is worth', async () => {
  open();
  expect(document.querySelector('.two-questions select')).toBeNull();
  await press('Answer');
  await expect.poll(status).toBe('Choose one, or skip the guess.');
  await userEvent.click(radio('Yes'));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('It need not. It says much, but only as the answer to a question');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The assistant');
  await userEvent.click(radio(/Lambda as backend/));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('Lambda as backend: an HTTP API has that too. What it has not is Streams replies.');
  await expect.poll(text).toContain('REST API. One need decides: Streams replies. Strike it, and an HTTP API is enough. REST costs $1.75');
  await expect.poll(text).toContain('HTTP API falls, by this alone');
});

it('stops at the first question where it decides, and goes on to the next system', async () => {
  open();
  await press('Skip the guess');
  await choose('The lobby’s screens');
  await userEvent.click(radio('Yes'));
  await press('Answer');
  await expect.poll(text).toContain('As you said. The arrival begins at the desk');
  await expect.poll(text).toContain('WebSocket API. The first question decides');
  await press('The next system');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The reviews');
  await userEvent.click(radio('No'));
  await press('Answer');
  await userEvent.click(radio(/Response cache/));
  await press('Answer');
  await expect.poll(text).toContain('Response cache can be struck out');
});

it('takes a list of the reader’s own, by keyboard, and keeps it', async () => {
  open();
  await press('Skip the guess');
  await choose('A list of your own');
  await expect.poll(status).toContain('HTTP API. Nothing on the list');
  (box('AWS WAF').element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.poll(status).toContain('REST API. One need decides: AWS WAF.');
  await expect.poll(text).toContain('HTTP API falls, by this alone AWS WAF, put CloudFront in front');
  await userEvent.click(box('WebSocket connections'));
  await expect.poll(status).toContain('No type meets the whole list.');
  await choose('The spa');
  await choose('A list of your own');
  await expect.element(box('AWS WAF')).toBeChecked();
  await press('Clear the list');
  await expect.element(box('AWS WAF')).not.toBeChecked();
});
