import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CustomerPlan from '../../src/components/explorables/CustomerPlan.svelte';

const clean = () => history.replaceState(null, '', location.pathname);
beforeEach(clean);
afterEach(clean);

const open = () => render(CustomerPlan, { account: { rate: 10_000, burst: 5_000 }, mostKeys: 10_000, facts: ['get-usage-pair'] });
const text = () => document.querySelector('.plan')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string | RegExp) => userEvent.click(page.getByRole('radio', { name }));
const field = (name: string) => page.getByRole('textbox', { name });

it('asks whether the alarm rings in time before it does the sum', async () => {
  open();
  await expect.poll(text).not.toContain('The quota is spent after');
  await press('Do the sum');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await choose('Yes, always in time');
  await press('Do the sum');
  await expect.poll(text).toContain('The quota is spent after 3 min 20 s.');
  await expect.poll(text).toContain('in time in 13.3 percent of all cases. You said: yes, always in time. Look at least every 40 s.');
  await expect.poll(() => document.activeElement?.textContent).toContain('The quota binds: 1,000 of 432,000 requests a day pass.');
});

it('reckons with each tier by itself, and says the new outcome once the hand is still', async () => {
  open();
  await press('Skip the guess');
  await choose('Paid');
  await userEvent.fill(field('Sent, a second'), '2');
  await expect.poll(text).toContain('The quota is spent after 13 h 53 min.');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Quota per' }), 'week');
  await choose('Free');
  await expect.element(page.getByRole('combobox', { name: 'Quota per' })).toHaveValue('DAY');
  await choose('Enterprise');
  await expect.poll(text).toContain('Without a quota there is nothing to watch but the bill.');
  await expect.poll(() => document.querySelector('.plan > [role=status]')!.textContent).toContain('Without a quota');
});

it('adds up what was sold, and lets a tight method bind', async () => {
  open();
  await press('Skip the guess');
  await expect
    .poll(text)
    .toContain('The account: 5,000 a second fit into its rate of 10,000; 10,000 in one instant are 2 times its burst of 5,000.');
  await userEvent.fill(field('Keys in this tier'), '0');
  await expect.poll(text).toContain('The method: 4,000 a second are 4 times its rate of 1,000');
  await userEvent.fill(field('Keys in this tier'), '20,000');
  await expect.poll(text).toContain('A whole number up to 10,000: an account has no more keys.');
  await choose('Enterprise');
  await userEvent.fill(field('Sent, a second'), '800');
  await userEvent.fill(field('Rate of the method'), '100');
  await expect.poll(text).toContain('The method’s limit binds, not the plan’s 500 a second');
});

it('keeps the state in the address, and opens with it', async () => {
  open();
  await userEvent.fill(field('A look every, seconds'), '30');
  await expect.poll(() => location.search).toContain('plan-alarm=80_30');
  const kept = location.search;
  await choose('Paid');
  await expect.poll(() => location.search).toContain('plan-tier=paid');
  history.replaceState(null, '', kept);
  document.body.replaceChildren();
  open();
  await expect.element(page.getByRole('radio', { name: 'Free' })).toBeChecked();
  await expect.element(field('A look every, seconds')).toHaveValue('30');
});

it('goes back to the question, with the keyboard where it was', async () => {
  open();
  await press('Skip the guess');
  await press('Hide it, guess again');
  await expect.poll(() => document.activeElement?.getAttribute('value')).toBe('always');
});
