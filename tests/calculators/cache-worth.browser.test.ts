import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { pricesOf } from '../../src/calculators/ledger-prices.ts';
import CacheWorth from '../../src/components/explorables/CacheWorth.svelte';
import { courseLedger } from '../../src/facts/course-ledger.ts';

const clean = () => history.replaceState(null, '', location.pathname);
beforeEach(clean);
afterEach(clean);

const open = () => render(CacheWorth, { prices: pricesOf(courseLedger), ttl: { default: 300, most: 3600 } });
const text = () => document.querySelector('.cache-worth')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string) => userEvent.click(page.getByRole('radio', { name }));
const field = (name: string) => page.getByRole('textbox', { name });

it('asks what becomes of the bill before it does the sum', async () => {
  open();
  await expect.poll(text).not.toContain('$');
  await press('Do the sum');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await choose('It falls by half, or more');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('The bill falls by $53.67 a month, 44.6 percent');
  await expect.poll(text).toContain('You said: it falls by half, or more.');
  await expect.poll(text).toContain('Together$120.33$66.67');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The two bills');
});

it('does the sum anew for what is typed, keeps what it cannot take, and says the new one once the hand is still', async () => {
  open();
  await press('Skip the guess');
  await press('A: the slide');
  await press('Skip the guess');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Size of the cache' }), '0.5 GB, $0.02 an hour');
  await userEvent.fill(field('A million calls of the backend, dollars'), '1');
  await expect.poll(text).toContain('The bill falls by $12.40 a month');
  await userEvent.fill(field('Hits, percent'), 'nearly <b>all</b>');
  await userEvent.keyboard('{Tab}');
  await expect.poll(text).toContain('A number from 0 to 100.');
  await expect.element(field('Hits, percent')).toHaveValue('nearly <b>all</b>');
  await expect.poll(() => document.querySelector('.cache-worth > [role=status]')!.textContent).toContain('$12.40');
});

it('works out the share of hits, and takes it into the sum', async () => {
  open();
  await press('Skip the guess');
  await press('A: the slide');
  await press('Skip the guess');
  await userEvent.fill(field('Different keys'), '400,000');
  await expect.poll(text).toContain('two different requests are taken for the same');
  await press('Reckon with 0.85 percent');
  await expect.element(field('Hits, percent')).toHaveValue('0.85');
  await expect.poll(text).toContain('The bill rises by $27.69 a month');
});

it('asks again for another sum, and keeps what was made of the first', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('Calls a month'), '1 billion');
  await press('B: 30 million');
  await expect.poll(text).not.toContain('Together');
  await choose('It falls, by less than half');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain('The bill falls by $3.40 a month, 2.72 percent: the cache spares $18.00 behind it and costs $14.60. As you said.');
  await press('A slow function');
  await expect.element(field('Calls a month')).toHaveValue('1 billion');
  await press('Start over from this sum');
  await expect.element(field('Calls a month')).toHaveValue('10 million');
});

it('keeps the state in the address, and opens with it', async () => {
  open();
  await press('Skip the guess');
  await userEvent.fill(field('Calls a month'), '2M');
  await expect.poll(() => new URLSearchParams(location.search).get('worth-calls')).toBe('2000000');
  history.replaceState(null, '', '?worth-size=237&worth-calls=1000&worth-hit=5&worth-backend=7&worth-keys=3&worth-ttl=60');
  document.body.replaceChildren();
  open();
  await expect.element(field('Calls a month')).toHaveValue('1,000');
  await press('Skip the guess');
  await expect.element(field('Time to live, seconds')).toHaveValue('60');
  await expect.poll(text).toContain('Cache of 237 GB');
});

it('names its assumptions and facts', async () => {
  open();
  await press('Skip the guess');
  await userEvent.click(page.getByText('What this takes for granted'));
  await expect.poll(text).toContain('A hit is billed like any call.');
  await expect.element(page.getByRole('link', { name: 'price-cache-0-5-gb' })).toHaveAttribute('href', '/facts/#price-cache-0-5-gb');
});
