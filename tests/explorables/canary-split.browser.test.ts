import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CanarySplit from '../../src/components/explorables/CanarySplit.svelte';

const open = () => render(CanarySplit, { ttl: 300, characters: '-._~:/?#&=,' });
const text = () => document.querySelector('.fd-play')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const choose = (name: string, option: string) => userEvent.selectOptions(page.getByRole('combobox', { name }), option);
const said = () => document.querySelector('.sr-only[role="status"]')!.textContent;

it('shows only the question until it is answered, then says what became of the guess and why', async () => {
  open();
  expect(document.querySelectorAll('select, figure')).toHaveLength(0);
  await press('Draw');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'about 50' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('The answer: about 640. You said: about 50.');
  await expect.poll(text).toMatch(/\d+ of 1,000 met both versions/);
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What comes of it');
});

it('draws again, and says so once the hand is still', async () => {
  open();
  await press('Skip the guess');
  const before = text();
  await press('Draw again');
  await expect.poll(text).not.toBe(before);
  await expect.poll(said).toMatch(/\d+ of 1,000 met both versions/);
});

it('forgets the guess when something is changed, and asks about what was set', async () => {
  open();
  await userEvent.click(page.getByRole('radio', { name: 'about 640' }));
  await press('Draw');
  await expect.poll(text).toContain('As you said: about 640.');
  await choose('Requests of a guest', '1');
  await expect.poll(text).not.toContain('As you said');
  await expect.poll(text).toContain('A visit takes one request');
  await press('Hide it, guess again');
  await userEvent.click(page.getByRole('radio', { name: /^next to none/ }));
  await press('Draw');
  await expect.poll(text).toContain('As you said: next to none');
  await press('Start over from this situation');
  await expect.poll(text).toContain('A visit takes 20 requests');
  await expect.element(page.getByRole('radio', { name: 'about 640' })).toBeVisible();
});

it('keeps what was made of each situation', async () => {
  open();
  await press('Skip the guess');
  await choose('Percent for the canary', '50');
  await press('A fault of 2 percent');
  await userEvent.click(page.getByRole('radio', { name: 'about 33 min 20 s' }));
  await press('Draw');
  await expect.poll(text).toContain('As you said: about 33 min 20 s.');
  await press('Twenty calls');
  await expect.element(page.getByRole('combobox', { name: 'Percent for the canary' })).toHaveValue('50');
});

it('tells the three ways to keep replies apart', async () => {
  open();
  await press('Skip the guess');
  await press('With the cache');
  await press('Skip the guess');
  await expect.poll(text).toContain('Both sides share one key');
  await choose('useStageCache', 'false, as by default');
  await expect.poll(text).toContain('each request of the canary goes to the backend');
  await choose('useStageCache', 'true, two deployments');
  await expect.poll(text).toContain('12 times the old version, 12 times the new');
});

it('prints what is typed on each side, and keeps what cannot be used', async () => {
  open();
  await press('Skip the guess');
  await press('Variables');
  await userEvent.click(page.getByRole('radio', { name: 'rooms' }));
  await press('Print it');
  await expect.poll(text).toContain('As you said: rooms.');
  const field = page.getByRole('textbox', { name: 'In the overrides: table' });
  await userEvent.fill(field, 'rooms-2');
  await expect.poll(text).toContain('The rest prints rooms, the canary rooms-2.');
  await userEvent.fill(field, '<b>x</b>');
  await expect.element(field).toHaveValue('<b>x</b>');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(text).toContain('“<” cannot stand in a value.');
  await expect.poll(text).toContain('the canary rooms-2.');
  await press('Twenty calls');
  await press('Variables');
  await expect.element(field).toHaveValue('<b>x</b>');
  await press('Start over from this situation');
  await press('Skip the guess');
  await expect.element(field).toHaveValue('');
});
