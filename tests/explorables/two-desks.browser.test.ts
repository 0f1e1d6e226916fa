import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TwoDesksPlay from '../../src/components/explorables/TwoDesksPlay.svelte';

const refusals = { blocked: 'Not while a canary is there', nothingToPromote: 'No canary.' };

const open = () => render(TwoDesksPlay, { refusals });
const text = () => document.querySelector('.fd-play')!.textContent.replaceAll(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const answer = (name: string | RegExp) => page.getByRole('radio', { name });
const said = () => document.querySelector('.sr-only[role="status"]')!.textContent;

it('shows only the question until it is answered, then says what became of the guess and why', async () => {
  open();
  expect(document.querySelectorAll('button')).toHaveLength(2);
  expect(document.querySelectorAll('.desks')).toHaveLength(0);
  await press('Edit the API');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(answer('Edition 2, bookings:live'));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('Guests get what they got: edition 1, bookings:live. You said: edition 2, bookings:live.');
  await expect.poll(text).toContain('Edition 2 is in no deployment.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What guests get');
  await expect.poll(said).toContain('Guests get what they got');
});

it('asks before every press, with the keyboard alone, and lets the reader think again', async () => {
  open();
  await press('Skip the guess');
  (page.getByRole('button', { name: 'Deploy as a canary' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The question');
  await expect.poll(text).toContain('What does a guest of prod get next?');
  await press('Do something else');
  await expect.poll(() => document.activeElement?.textContent.trim()).toBe('Edit the API');
  await press('Deploy as a canary');
  await userEvent.click(answer(/in 10 percent of the requests/));
  await press('Deploy as a canary');
  await expect.poll(text).toContain('in 10 percent of the requests edition 2, bookings:next, as you said.');
  await expect.poll(text).toContain('alias=next laid over');
});

it('takes a canary through promotion, removal and the way back', async () => {
  open();
  await press('Skip the guess');
  for (const name of ['Deploy as a canary', 'Promote', 'Remove the canary settings', 'Point prod to deployment 1']) {
    await press(name);
    await press('Skip the guess');
  }
  await expect.poll(text).toContain('Guests get edition 1, bookings:next.');
  await expect.poll(text).toContain('alias stays next, and is set by hand');
});

it('shows what AWS says when it refuses', async () => {
  open();
  await press('Skip the guess');
  await press('Left at zero');
  await press('Skip the guess');
  await expect.poll(text).toContain('“Not while a canary is there …”');
});

it('keeps how far each situation was played, and starts one over when asked', async () => {
  open();
  await press('Skip the guess');
  await press('Deploy to prod');
  await press('Skip the guess');
  await press('Friday at six');
  await expect.poll(text).toContain('You tidy up');
  await press('An edit');
  await expect.poll(text).toContain('Guests get edition 2, bookings:live.');
  await press('Start this situation over');
  await expect.poll(text).toContain('points to deployment 1, a copy of edition 1');
  await expect.element(answer('Edition 2, bookings:live')).not.toBeChecked();
});

it('points to the deployment that is chosen', async () => {
  open();
  await press('Skip the guess');
  for (let turn = 0; turn < 2; turn++) {
    await press('Deploy to prod');
    await press('Skip the guess');
  }
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Deployment to point to' }), 'deployment 1');
  await press('Point prod to deployment 1');
  await press('Skip the guess');
  await expect.poll(text).toContain('Guests get edition 1, bookings:live.');
});
