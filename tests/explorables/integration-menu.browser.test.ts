import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import IntegrationMenu from '../../src/components/explorables/IntegrationMenu.svelte';

const open = () => render(IntegrationMenu, { facts: { services: 'SQS and Kinesis' } });
const text = () => document.querySelector('.menu')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

it('asks for a guess, and says for each kind what fits or rules it out', async () => {
  open();
  await expect.poll(text).not.toContain('Ruled out');
  await press('Open the menu');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'AWS_PROXY: a function' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What fits');
  await expect.poll(text).toContain('HTTP_PROXY over the internet. You said AWS_PROXY: a function, which is ruled out.');
  await expect.poll(text).toContain('MOCK Ruled out A mock calls nobody, and here somebody has to answer.');
  expect(document.querySelectorAll('.menu li')).toHaveLength(8);
});

it('changes its mind with the needs, and announces it', async () => {
  open();
  await press('Notes in a table');
  await press('Skip the guess');
  await expect.poll(text).toContain('None does all of it.');
  await expect.poll(text).toContain('ready-made actions for SQS and Kinesis, and for no other service.');
  await userEvent.click(page.getByRole('checkbox', { name: 'No function besides one that is there already' }));
  await expect.poll(text).toContain('AWS_PROXY: a function. AWS_PROXY: a function Take this With a function in between.');
  await choose('Behind', 'a REST API');
  await expect.poll(announcements).toContain('AWS: an action of a service, with templates.');
});

it('says what a kind brings when asked, by keyboard', async () => {
  open();
  await press('Skip the guess');
  const summary = document.querySelector<HTMLElement>('.menu summary')!;
  summary.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Method, query, body and most headers of the caller.')).toBeVisible();
});

it('keeps what was chosen while another case is looked at, and starts over when asked', async () => {
  open();
  await choose('Who answers', 'an SQS queue');
  await press('Closed until Monday');
  await press('The menu’s web server');
  await expect.element(page.getByRole('combobox', { name: 'Who answers' })).toHaveValue('sqs');
  await press('Start over from this case');
  await expect.element(page.getByRole('combobox', { name: 'Who answers' })).toHaveValue('web');
});
