import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { billPricesOf } from '../../src/calculators/monthly-bill-ledger.ts';
import { packed } from '../../src/calculators/monthly-bill-prices.ts';
import DrawTheBill from '../../src/components/explorables/DrawTheBill.svelte';
import { courseLedger } from '../../src/facts/course-ledger.ts';

const clean = () => history.replaceState(null, '', location.pathname);
beforeEach(clean);
afterEach(clean);

const open = () => render(DrawTheBill, { prices: packed(billPricesOf(courseLedger)), mostKilobytes: 10_240 });
const text = () => document.querySelector('.bill')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }));
/** What is revealed is loaded first. */
const skip = async () => {
  await press('Skip the guess');
  await expect.element(page.getByRole('group', { name: 'The invoice' })).toBeVisible();
};
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const choose = (name: string) => userEvent.selectOptions(page.getByRole('combobox', { name: 'The system in front of you' }), name);
const ORDERS = 'Orders, through a function into a queue';

it('asks for every line before it shows a price, and opens the one that was missed most', async () => {
  open();
  await choose(ORDERS);
  await expect.poll(text).not.toContain('3.50');
  await userEvent.fill(field('Calls'), '$35');
  await userEvent.fill(field('Queue, requests'), '0.4');
  await expect.poll(text).toContain('Drawn, a month $35.40');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('The biggest miss: Calls: you drew $35.00, it is $3.50: 10 times too much.');
  const opened = [...document.querySelectorAll('.invoice details[open]')];
  expect(opened.map((line) => line.querySelector('.what')!.textContent)).toEqual([expect.stringContaining('Calls')]);
  expect(opened[0]!.textContent).toContain('1 million × $3.50 per million');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The invoice');
});

it('takes a line from the keyboard, and keeps what it cannot take beside the rule', async () => {
  open();
  await choose(ORDERS);
  const slider = page.getByRole('slider', { name: 'Calls, slider' });
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '$0.01');
  await userEvent.keyboard('{End}');
  await expect.poll(text).toContain('Drawn, a month $1,000,000.00');
  await userEvent.fill(field('Calls'), 'a <b>lot</b>');
  await userEvent.keyboard('{Tab}');
  await expect.element(field('Calls')).toHaveValue('a <b>lot</b>');
  await expect.poll(text).toContain('A sum from 0 to 1 billion, such as 12.50 or 3k.');
});

it('remembers the drawing of each system', async () => {
  open();
  await choose(ORDERS);
  await userEvent.fill(field('Calls'), '7');
  await choose('A small API');
  await expect.element(field('Calls')).toHaveValue('');
  await choose(ORDERS);
  await expect.element(field('Calls')).toHaveValue('7');
});

it('moves the volume past the point where the next door takes over, and says so', async () => {
  open();
  await choose('A medium API');
  await skip();
  const volume = page.getByRole('slider', { name: /Calls a month/ });
  (volume.element() as HTMLElement).focus();
  await expect
    .poll(text)
    .toContain(
      'At 10 million calls a month an HTTP API costs least, $10.00 for the door. From 26.4 million calls on a load balancer does.',
    );
  await userEvent.keyboard('{PageUp}{PageUp}');
  await expect.poll(text).toContain('Below 26.4 million calls an HTTP API does.');
  await expect
    .poll(() => document.querySelector('.bill > [role=status]')!.textContent)
    .toMatch(/^\$[\d.]+ a month. At [\d.]+ million calls a month a load balancer costs least/);
});

it('is set as a whole after the reveal, without losing the field in hand', async () => {
  open();
  await choose('A small API');
  await skip();
  await userEvent.click(page.getByText('Set everything that this bill goes by'));
  await userEvent.fill(field('Calls'), '30 million');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Cache' }), '1.6 GB');
  await expect.poll(text).toContain('$27.74');
  await expect.poll(text).toContain('Only a REST API can do what this asks for');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Front door' }), 'WebSocket API');
  await expect.poll(text).toContain('Messages, in and out');
  await expect.element(field('Messages that come in')).toHaveValue('30 million');
});

it('ranks the tips and does the one that is pressed', async () => {
  open();
  await choose('Chatty logs');
  await skip();
  await userEvent.click(page.getByText('What would save on this bill'));
  const tips = [...document.querySelectorAll('li strong')].map(({ textContent }) => textContent);
  expect(tips[0]).toBe('saves $306.00');
  await press(/HTTP instead of REST/);
  await expect.poll(text).toContain('100 million calls a month through an HTTP API');
  await expect.poll(text).not.toContain('HTTP instead of REST');
});

it('keeps the state in the address, and opens with it', async () => {
  open();
  await choose('A private API');
  await expect.poll(() => location.search).toContain('bill=rest_100000000_5_other_');
  document.body.replaceChildren();
  open();
  await expect.poll(text).toContain('from within a VPC');
  await expect.element(field('VPC endpoint in 2 zones')).toHaveValue('');
});
