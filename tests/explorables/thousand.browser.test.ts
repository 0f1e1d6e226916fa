import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Thousand from '../../src/components/explorables/Thousand.svelte';

const open = () =>
  render(Thousand, {
    doors: { rate: 10_000, burst: 5000, places: 1000, step: 1000, stepMs: 10_000 },
    statuses: { desk: 429, lambda: 500 },
  });
const text = () => document.querySelector('.thousand')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

it('asks how many are answered, and says what became of the guess and of the others', async () => {
  open();
  await press('Let them come');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: '1,500, all of them' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('1,000. You said 1,500.');
  await expect.poll(text).toContain('1,000 of 1,500 answered, 500 refused with 500 because of Lambda.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What became of them');
});

it('follows the steps of a cold function, and says what a change does', async () => {
  open();
  await press('Second after second');
  await press('Skip the guess');
  await expect.poll(text).toContain('The second from 30 s on. 4,000 environments at most: all 8,000 answered.');
  await choose('The function needs', '100 ms');
  await expect.poll(() => announcements().join()).toContain('1,000 environments at most: all 8,000 answered.');
});

it('takes the nearest number when the crowd comes another way', async () => {
  open();
  await press('With a higher limit');
  await choose('They come', 'in each second, evenly');
  await expect.element(page.getByRole('combobox', { name: 'Requests' })).toHaveValue('5000');
  await expect.poll(text).toContain('Of the 5,000 requests of the first second, how many are answered?');
});

it('keeps what was chosen while another situation is looked at, and starts over when asked', async () => {
  open();
  await choose('Requests', '3,000');
  await press('Second after second');
  await press('A newsletter');
  await expect.element(page.getByRole('combobox', { name: 'Requests' })).toHaveValue('3000');
  await press('Start over from this situation');
  await expect.element(page.getByRole('combobox', { name: 'Requests' })).toHaveValue('1500');
});
