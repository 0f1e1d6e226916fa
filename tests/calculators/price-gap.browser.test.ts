import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { pricesOf } from '../../src/calculators/ledger-prices.ts';
import PriceGap from '../../src/components/explorables/PriceGap.svelte';
import { courseLedger } from '../../src/facts/course-ledger.ts';

const clean = () => history.replaceState(null, '', location.pathname);
beforeEach(clean);
afterEach(clean);

const open = () => render(PriceGap, { prices: pricesOf(courseLedger), mostKilobytes: 10_240 });
const text = () => document.querySelector('.gap')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const field = (name: string | RegExp) => page.getByRole('textbox', { name });

it('asks for the factor before it opens the bills', async () => {
  open();
  await expect.poll(text).not.toContain('$');
  await press('Open the bills');
  await expect.poll(text).toContain('Type a number above 0, such as 2 or 0.5.');
  await userEvent.fill(field(/How many times/), '3');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain('REST costs 3.5 times what HTTP costs. HTTP is less by $75.00, that is 71.4 percent. You said 3: too little.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The two bills');
});

it('shows lines, formulas, facts and assumptions of each bill', async () => {
  open();
  await press('Skip the guess');
  await userEvent.click(page.getByText(/REST API: lines and assumptions/));
  await expect.poll(text).toContain('30 million × $3.50 per million');
  await expect.element(page.getByRole('link', { name: 'price-rest' })).toHaveAttribute('href', '/facts/#price-rest');
});

it('takes amounts in words, and keeps what it cannot take beside the rule', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('Calls a month'), '1 billion');
  await expect.poll(text).toContain('69.3 percent');
  await userEvent.fill(field('KB in each call'), '2,000');
  await expect.poll(text).toContain('An HTTP API counts each of these calls 4 times.');
  await userEvent.fill(field('KB in each call'), '99 elephants');
  await userEvent.keyboard('{Tab}');
  await expect.poll(text).toContain('A number from 0 to 10,240: no larger body fits.');
  await expect.element(field('KB in each call')).toHaveValue('99 elephants');
  await expect.poll(text).toContain('counts each of these calls 4 times');
});

it('says where the order changes, and the new sum once the hand is still', async () => {
  open();
  await press('Skip the guess');
  await expect
    .poll(text)
    .toContain('An HTTP API costs less than a load balancer up to 26 million calls a month (9.91 a second), and more beyond.');
  await userEvent.fill(field('Calls a month'), '500 million');
  await expect.poll(() => document.querySelector('.gap > [role=status]')!.textContent).toContain('70.6 percent');
});

it('keeps the state in the address, and opens with it', async () => {
  open();
  await userEvent.fill(field('Calls a month'), '2M');
  await expect.poll(() => location.search).toBe('?gap-calls=2000000&gap-kb=4');
  history.replaceState(null, '', '?gap-calls=1000&gap-kb=600');
  document.body.replaceChildren();
  open();
  await expect.element(field('Calls a month')).toHaveValue('1,000');
  await expect.element(field('KB in each call')).toHaveValue('600');
});
