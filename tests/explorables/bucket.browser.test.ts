import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Bucket from '../../src/components/explorables/Bucket.svelte';

const clean = () => history.replaceState(null, '', location.pathname + location.search);
beforeEach(clean);
afterEach(clean);

const open = () => render(Bucket, { account: { rate: 10_000, burst: 5000 } });
const text = () => document.querySelector('.bucket')!.textContent;
const field = (name: string) => page.getByRole('textbox', { name });
const drawn = () => document.querySelectorAll('rect.accepted, rect.refused').length > 2;

it('asks for a guess before it draws', async () => {
  open();
  await expect.poll(text).toContain('In the first second, 15,000 requests arrive, evenly spread.');
  await expect.poll(drawn).toBe(false);
  await userEvent.click(page.getByRole('button', { name: 'See what happens' }));
  await expect.poll(text).toContain('Type a number, 0 or more.');
  await expect.poll(drawn).toBe(false);

  await userEvent.fill(field('How many will be refused?'), '5,000');
  await userEvent.keyboard('{Enter}');
  await expect.poll(drawn).toBe(true);
  await expect.poll(() => document.activeElement!.textContent).toContain('15,000 accepted, none refused. You said 5,000: 5,000 too many.');
});

it('asks again for another situation', async () => {
  open();
  await userEvent.click(page.getByRole('button', { name: 'Skip the guess' }));
  await userEvent.click(page.getByRole('button', { name: '15,000 at one instant' }));
  await expect.poll(drawn).toBe(false);
  await userEvent.fill(field('How many will be refused?'), '10000');
  await userEvent.click(page.getByRole('button', { name: 'See what happens' }));
  await expect.poll(text).toContain('15,000 requests: 5,000 accepted, 10,000 refused, the first after 0.00 s.');
  await expect.poll(text).toContain('Exactly what you said.');
});

describe('after the guess', () => {
  it('every setting takes a number, and says when it cannot', async () => {
    open();
    await userEvent.click(page.getByRole('button', { name: 'Skip the guess' }));
    await userEvent.fill(field('Rate tokens back per second'), '5000');
    await expect.poll(text).toContain('15,000 requests: 10,000 accepted, 5,000 refused');
    await userEvent.fill(field('Rate tokens back per second'), '-1');
    await expect.poll(text).toContain('A whole number from 0 to 20,000.');
    await expect.poll(text).toContain('10,000 accepted');
    await userEvent.keyboard('{Tab}');
    await expect.poll(text).not.toContain('A whole number');
  });

  it('every setting takes the arrow keys', async () => {
    open();
    await userEvent.click(page.getByRole('button', { name: 'Skip the guess' }));
    const slider = page.getByRole('slider', { name: 'Burst, slider' });
    await expect.element(slider).toHaveAttribute('aria-valuetext', '5,000 tokens the bucket holds');
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '3,000 tokens the bucket holds');
    await expect.poll(text).toContain('13,000 accepted, 2,000 refused');
  });

  it('time is walked through with the arrow keys', async () => {
    open();
    await userEvent.click(page.getByRole('button', { name: 'Skip the guess' }));
    const moment = page.getByRole('slider', { name: 'Moment' });
    await expect.element(moment).toHaveAttribute('aria-valuetext', '2.00 s: 5,000 tokens, 15,000 accepted and 0 refused so far');
    (moment.element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}');
    await expect.element(moment).toHaveAttribute('aria-valuetext', '0.10 s: 4,500 tokens, 1,500 accepted and 0 refused so far');
  });

  it('the outcome is announced once the hand is still', async () => {
    open();
    await userEvent.click(page.getByRole('button', { name: 'Skip the guess' }));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'They arrive' }), 'instant-once');
    await expect
      .poll(() => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent))
      .toContain('15,000 requests: 5,000 accepted, 10,000 refused, the first after 0.00 s.');
  });

  it('the address carries the setting', async () => {
    open();
    await userEvent.click(page.getByRole('button', { name: 'A spike of 2,000' }));
    await expect.poll(() => location.hash).toBe('#bucket?rate=1000&burst=2000&sent=2000&pattern=instant-once&seconds=4');
  });
});

it('opens with the setting of the address', async () => {
  history.replaceState(null, '', '#bucket?rate=10&burst=5&sent=7&pattern=instant-once&seconds=1');
  open();
  await expect.poll(text).toContain('The bucket is full: 5 tokens. 10 come back each second. At the first instant, 7 requests arrive.');
  await userEvent.click(page.getByRole('button', { name: 'Skip the guess' }));
  await expect.poll(text).toContain('7 requests: 5 accepted, 2 refused');
});
