import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { pricesOf } from '../../src/calculators/ledger-prices.ts';
import StrikeItOut from '../../src/components/explorables/StrikeItOut.svelte';
import { courseLedger } from '../../src/facts/course-ledger.ts';
import { PRODUCTS, type Product } from '../../src/facts/features.ts';
import type { FeatureRow } from '../../src/explorables/strike-it-out.ts';
import { SYSTEMS } from '../../src/explorables/strike-it-out-systems.ts';

const clean = () => history.replaceState(null, '', location.pathname);
beforeEach(clean);
afterEach(clean);

/** A small matrix: REST can everything, HTTP all but what follows, a function URL part of everything, the others nothing. */
const NOT_HTTP = ['usage-plans', 'xray', 'private-endpoint'];
const row = (id: string): FeatureRow => ({
  id,
  title: `The ${id}`,
  group: 'Reach',
  doors: {
    rest: { has: 'yes' },
    http: NOT_HTTP.includes(id) ? { has: 'no', note: 'a note <b>' } : { has: 'yes' },
    websocket: { has: 'no' },
    alb: { has: 'no' },
    lambdaUrl: { has: 'partly', note: 'a part' },
    cloudfront: { has: 'no' },
  },
});
const wished = SYSTEMS.flatMap(({ wishes }) => wishes.map(({ feature }) => feature));
const rows = [...new Set([...wished, 'edge-endpoint'])].map(row);

const open = () => render(StrikeItOut, { rows, names: PRODUCTS, prices: pricesOf(courseLedger) });
const text = () => document.querySelector('.strike')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const box = (name: string | RegExp) => page.getByRole('checkbox', { name });
const guess = (door: Product) => userEvent.click(box(PRODUCTS[door]));
const status = () => document.querySelector('.strike .change[role=status]')!.textContent;

it('asks for the doors that are left, and says what became of the guess and why', async () => {
  open();
  await expect.poll(text).not.toContain('doors are left');
  await guess('rest');
  await guess('http');
  await press('Try the doors');
  await expect.poll(text).toContain('2 doors are left: REST API and Lambda function URL.');
  await expect.poll(text).toContain('You had REST API. You missed Lambda function URL. HTTP API does not make it.');
  await expect.poll(text).toContain('HTTP API falls The usage-plansa note <b>');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The doors that are left');
});

it('strikes with the keyboard, and says which door that brings back', async () => {
  open();
  await press('Skip the guess');
  for (const need of ['The usage-plans', 'The xray']) {
    (box(new RegExp(need)).element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
  }
  await expect.poll(status).toBe('HTTP API is back.');
  await expect.poll(text).toContain('3 doors are left: REST API, HTTP API and Lambda function URL.');
  await userEvent.keyboard(' ');
  await expect.poll(status).toBe('HTTP API falls.');
  await expect.poll(text).toContain('HTTP API falls, by this need alone');
});

it('prices the doors that are left for the traffic that is chosen', async () => {
  open();
  await press('Skip the guess');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Calls a month' }), '100 million');
  await userEvent.click(page.getByText(/REST API: lines and assumptions/));
  await expect.poll(text).toContain('100 million × $3.50 per million');
});

it('asks again for another system, and remembers what was struck in the first', async () => {
  open();
  await press('Skip the guess');
  await userEvent.click(box(/The xray/));
  const system = page.getByRole('combobox', { name: 'The system in front of you' });
  await userEvent.selectOptions(system, 'A system of your own');
  await expect.poll(text).not.toContain('doors are left');
  await userEvent.click(box('The edge-endpoint'));
  await press('Try the doors');
  await expect.poll(text).toContain('3 doors are left: REST API, HTTP API and Lambda function URL. You missed');
  await userEvent.selectOptions(system, SYSTEMS[0]!.name);
  await expect.element(box(/The xray/)).not.toBeChecked();
  await expect.element(box(/The usage-plans/)).toBeChecked();
});

it('keeps the state in the address, and opens with it', async () => {
  open();
  await userEvent.click(box(/The xray/));
  await expect.poll(() => location.search).toContain('strike=menus');
  expect(location.search).not.toContain('xray');
  history.replaceState(null, '', '?strike=minibar&strike-needs=private-endpoint&strike-calls=1000000&strike-kb=1&strike-clients=100');
  document.body.replaceChildren();
  open();
  await press('Skip the guess');
  await expect.element(box(/The private-endpoint/)).toBeChecked();
  await expect.element(page.getByRole('combobox', { name: 'Calls a month' })).toHaveValue('1000000');
});
