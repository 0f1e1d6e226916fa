import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { filterFacts } from '../../src/components/facts-filter.ts';

beforeEach(() => {
  document.body.innerHTML = `
    <div class="filter" hidden><input type="search" /><output data-total="3"></output></div>
    <section id="limits"><ul class="ledger"><li id="rate">10,000 requests per second</li><li id="burst">5,000 requests</li></ul></section>
    <section id="prices"><ul class="ledger"><li id="price">$3.50 per million</li></ul></section>`;
  filterFacts(document);
});

const shown = () => [...document.querySelectorAll<HTMLElement>('li')].filter((item) => !item.closest('[hidden]')).map(({ id }) => id);
const count = () => document.querySelector('output')!.textContent;

describe('the filter of the facts page', () => {
  it('appears with the script and counts everything', () => {
    expect(document.querySelector<HTMLElement>('.filter')!.hidden).toBe(false);
    expect(count()).toBe('3 facts');
  });

  it('shows the facts that have all the words, and no empty group', async () => {
    await userEvent.fill(document.querySelector('input')!, 'Requests 5,0');
    expect(shown()).toEqual(['burst']);
    expect(document.querySelector<HTMLElement>('#prices')!.hidden).toBe(true);
    expect(count()).toBe('1 of 3 facts');
  });

  it('shows a fact that a link leads to, whatever is filtered', async () => {
    await userEvent.fill(document.querySelector('input')!, 'million');
    location.hash = '#rate';
    await expect.poll(shown).toEqual(['rate', 'burst', 'price']);
    location.hash = '';
  });
});
