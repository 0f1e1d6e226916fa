import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { pricesOf } from '../../src/calculators/ledger-prices.ts';
import ChatPlan from '../../src/components/explorables/ChatPlan.svelte';
import { courseLedger } from '../../src/facts/course-ledger.ts';

const clean = () => history.replaceState(null, '', location.pathname);
beforeEach(clean);
afterEach(clean);

const limits = { rate: 10_000, connections: 500, life: 2, message: 128, frame: 32, read: 4 };
const open = () => render(ChatPlan, { prices: pricesOf(courseLedger), limits });
const text = () => document.querySelector('.chat')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const field = (name: string) => page.getByRole('textbox', { name });

it('asks for the bill before it does the sum', async () => {
  open();
  await expect.poll(text).toContain('says $787 a month.');
  await expect.poll(text).not.toContain('Connection minutes');
  await press('Do the sum');
  await expect.poll(text).toContain('Dollars, such as 500 or 2k.');
  await userEvent.fill(field('What does a month cost, in dollars?'), '$4,400');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('You said $4,400.00: near enough for a meeting.');
  await expect.poll(text).toContain('Leave out the sender: $350.40 less.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The bill');
});

it('does the sum again with what is set, says it, and keeps it in the address', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('People in a room'), '100');
  await userEvent.click(page.getByRole('checkbox', { name: 'The sender hears it, too' }));
  await expect.poll(text).toContain('times the account’s rate');
  await expect.poll(() => location.search).toBe('?chat=10000_730_60_100_0_1_100_128');
  await expect.poll(() => document.querySelector('.chat > [role=status]')!.textContent).toContain('a month.');
  await userEvent.fill(field('People in a room'), 'x'.repeat(300));
  await expect.poll(text).toContain('A whole number from 2 to 100,000.');
});

it('opens with the chat of the address, and starts from another', async () => {
  history.replaceState(null, '', '?chat=500_10_5_4_1_1_100_128');
  open();
  await expect.poll(text).toContain('500 people, each online 10 hours a month');
  await press('Skip the guess');
  await press('One chat hour');
  await expect.poll(text).toContain('1,000 people, each online 1 hour a month');
  await expect.poll(text).not.toContain('Connection minutes');
  await expect.element(page.getByRole('button', { name: 'One chat hour' })).toHaveAttribute('aria-pressed', 'true');
  await press('Skip the guess');
  await expect.poll(text).toMatch(/For one person: \$0\.000/);
});
