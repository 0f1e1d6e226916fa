import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import WaysIn from '../../src/components/explorables/WaysIn.svelte';

const open = () => render(WaysIn, { said: { certificate: 'us-east-1', door: 'an endpoint' } });
const text = () => document.querySelector('.fd-play')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const type = (name: string, value: string) => userEvent.fill(page.getByRole('textbox', { name }), value);
const focusedOn = () => document.activeElement?.getAttribute('aria-label');
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join();

it('asks first, and says who was first and why', async () => {
  open();
  expect(document.querySelector('select')).toBeNull();
  await press('Send it by both');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'Regional' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(focusedOn).toBe('Who is first');
  await expect.poll(text).toContain('Edge-optimized is first: 241 ms edge-optimized, 605 ms Regional. You said: Regional.');
  await expect.poll(text).toContain('TCP and TLS, 2 round trips16 ms380 ms');
  await expect.poll(text).toContain('By either way the Region worked on the call');
  await expect.poll(text).toContain('edge-optimized us-east-1, wherever the API is. Regional eu-west-1');
});

it('plays on when the caller moves, and says so', async () => {
  open();
  await press('Skip the guess');
  await choose('The caller is', 'in the API’s own Region');
  await expect.poll(text).toContain('Regional is first: 47 ms edge-optimized, 41 ms Regional.');
  await expect.poll(text).toContain('This caller could come in if it sits in a VPC');
  await expect.poll(announcements).toContain('Regional is first');
});

it('shows what a distribution of your own does before either', async () => {
  open();
  await press('Skip the guess');
  await type('Calls over one connection', '10');
  await choose('CloudFront of your own in front', 'one that keeps this reply');
  await expect.poll(text).toContain('The other 9 are answered by your distribution, nearby.');
});

it('keeps the times that were typed for a place while another is looked at', async () => {
  open();
  await press('Skip the guess');
  await userEvent.click(page.getByText(/Put in what you measured/));
  await type('Caller to the Region, over the internet', '250');
  await expect.poll(text).toContain('785 ms Regional');
  await type('Caller to the Region, over the internet', 'long');
  await expect.poll(text).toContain('Milliseconds from 0 to 10,000.');
  await choose('The caller is', 'in Berlin');
  await expect.poll(text).not.toContain('785 ms Regional');
  await choose('The caller is', 'in São Paulo');
  await expect.poll(text).toContain('785 ms Regional');
});
