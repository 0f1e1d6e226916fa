import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { billPricesOf } from '../../src/calculators/monthly-bill-ledger.ts';
import { packed } from '../../src/calculators/monthly-bill-prices.ts';
import { packedFacts } from '../../src/calculators/tipping-point-facts.ts';
import { doorFactsOf } from '../../src/calculators/tipping-point-ledger.ts';
import TippingPoint from '../../src/components/explorables/TippingPoint.svelte';
import { courseFeatures } from '../../src/facts/course-features.ts';
import { courseLedger } from '../../src/facts/course-ledger.ts';

const clean = () => history.replaceState(null, '', location.pathname);
beforeEach(clean);
afterEach(clean);

const open = () =>
  render(TippingPoint, { prices: packed(billPricesOf(courseLedger)), facts: packedFacts(doorFactsOf(courseLedger, courseFeatures)) });
const text = () => document.querySelector('.tipping')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
/** What is revealed is loaded first. */
const skip = async () => {
  await press('Skip the guess');
  await expect.element(page.getByRole('group', { name: 'The order of the doors' })).toBeVisible();
};
const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const doors = () => [...document.querySelectorAll('.tipping ol > li strong')].map(({ textContent }) => textContent);
const status = () => document.querySelector('.tipping > .sr-only[role=status]')!.textContent;

it('asks for the number before it shows the order, and says how near the guess was', async () => {
  open();
  await expect.poll(doors).toEqual([]);
  await userEvent.fill(field(/puts another door first/), 'many');
  await press('Show the order');
  await expect.poll(text).toContain('Type a number of calls a month from 1,000 on, such as 5 million.');
  await userEvent.fill(field(/puts another door first/), '10 million');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain(
      'An HTTP API stands first with $2.18 a month, before a REST API with $5.93. You said 10 million: too few, it is 26.361 million calls.',
    );
  await expect.poll(doors).toEqual(['HTTP API', 'REST API', 'Application Load Balancer', 'function URL', 'CloudFront']);
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The order of the doors');
});

it('names the exact value and the fact, and tips when it is passed', async () => {
  open();
  await skip();
  await expect.poll(text).toContain('Above 30 s a load balancer is first: an HTTP API waits 30 s at most. http-timeout-max');
  await userEvent.fill(field('Seconds of the slowest answer'), '31');
  expect(doors()[0]).toBe('Application Load Balancer');
  await expect.poll(status).toContain('A load balancer takes the first place from an HTTP API.');
});

it('moves the volume with the keyboard', async () => {
  open();
  await skip();
  (page.getByRole('slider', { name: 'Calls a month, slider' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  expect(doors()[0]).toBe('Application Load Balancer');
  await expect.poll(text).toContain('Below 26.361 million calls an HTTP API is first');
});

it('moves one need, and says who takes the first place', async () => {
  open();
  await skip();
  await userEvent.click(page.getByRole('checkbox', { name: 'Usage plans' }));
  expect(doors()[0]).toBe('REST API');
  await expect
    .poll(text)
    .toContain('A REST API takes the first place from an HTTP API. A REST API is the only one that can do all of this');
  await expect.element(page.getByRole('link', { name: 'not: Usage plans' }).first()).toHaveAttribute('href', '/features/#usage-plans');
});

it('keeps the state in the address, and opens with it', async () => {
  open();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'The system in front of you' }), 'The minibar, from within the VPC');
  await expect.poll(() => location.search).toBe('?tip=function_300000_1_1_private-endpoint');
  history.replaceState(null, '', '?tip=containers_1000000_5_1_waf');
  document.body.replaceChildren();
  open();
  await expect.poll(text).toContain('1 million calls a month lead to containers in a VPC');
});
