import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Milestones from '../../src/components/explorables/Milestones.svelte';
import { MILESTONE_IDS } from '../../src/explorables/milestones-list.ts';

/** Two events a year from 2015 on, in the order of the list; the last is in doubt. */
const dates = Object.fromEntries(
  MILESTONE_IDS.map((id, index) => [id, { when: `${2015 + Math.floor(index / 2)}-0${1 + (index % 2)}-09` as string }]),
);
const last = MILESTONE_IDS.at(-1)!;
Object.assign(dates[last]!, { when: 'since fall 2026', doubt: 'medium', often: 'A myth with <b>.' });

const open = () => render(Milestones, { dates, quoted: { rateBefore: '1', rate: '10', wait: '29 s' } });
const text = () => document.querySelector('.fd-play')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const listed = () => [...document.querySelectorAll('ol[aria-labelledby] li span')].map((name) => name.textContent);
const focused = () => document.activeElement?.getAttribute('aria-label');
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join();

it('shows four names and no year until they are put in order', async () => {
  open();
  await expect.poll(listed).toHaveLength(4);
  await expect.poll(text).not.toMatch(/20\d\d/);
  await press('This is the order');
  await expect.poll(text).toMatch(/stands? at (its place|their places)\. The pair to remember: .* later\./);
  await expect.poll(focused).toBe('The order in which they came');
  await expect.poll(text).toMatch(/20\d\d.*Until then: “/);
});

it('moves a line with the keyboard, keeps the focus on it, and says where it is', async () => {
  open();
  const [first, second] = listed();
  (page.getByRole('button', { name: `Later: ${first}` }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(listed().slice(0, 2)).toEqual([second, first]);
  await expect.poll(focused).toBe(`Later: ${first}`);
  await expect.poll(announcements).toContain(`${first}: now 2 of 4.`);
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(() => listed()[3]).toBe(first);
  await expect.poll(focused).toBe(`Earlier: ${first}`);
  await expect.element(page.getByRole('button', { name: `Later: ${first}` })).toBeDisabled();
});

it('asks for the next four, and begins anew after the last of them', async () => {
  open();
  const seen = new Set<string>();
  for (let round = 1; round <= 6; round++) {
    await expect.poll(text).toContain(`Round ${round} of 6`);
    for (const name of listed()) seen.add(name);
    await press('Skip the guess');
    await expect.poll(text).not.toContain('The pair to remember');
    await press('The next four');
  }
  expect(seen.size).toBe(MILESTONE_IDS.length);
  await expect.poll(text).toContain('Round 1 of 6');
});

it('opens a book of some year, says what it cannot know, and keeps its year for the next four', async () => {
  open();
  await press('Skip the guess');
  const printed = page.getByRole('combobox', { name: 'You open a book that was printed in' });
  await userEvent.selectOptions(printed, '2025');
  await expect.poll(text).toContain('A book of 2025 can know 22 of these 24.');
  await expect.poll(announcements).toContain('A book of 2025 can know 22 of these 24.');
  await expect.poll(text).toContain('2026 not in the book');
  await expect.poll(text).not.toContain('2025 not in the book');
  await press('The next four');
  await press('Skip the guess');
  await expect.element(printed).toHaveValue('2025');
});

it('says how sure a day is, and what is often said instead, as plain text', async () => {
  open();
  await press('Skip the guess');
  await userEvent.click(page.getByText('JWT authorizers of REST APIs').last());
  await expect.poll(text).toContain('since fall 2026 (medium confidence). A REST API checks');
  await expect.poll(text).toContain('Often said: A myth with <b>.');
});
