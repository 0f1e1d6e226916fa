import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NightShift from '../../src/components/explorables/NightShift.svelte';

const FORBIDDEN = [403, 'ForbiddenException', '{"message":"Forbidden"}'] as const;
const THROTTLED = [429, 'TooManyRequestsException', '{"message":"Too Many Requests"}'] as const;
const FAILED = [502, 'InternalServerErrorException', '{"message": "Internal server error"}'] as const;

const open = () =>
  render(NightShift, {
    scene: 'At 02:40 an alarm rings.',
    house: { account: 10_000, timeout: 29, functionTimeout: 3 },
    replies: {
      path: [403, 'MissingAuthenticationTokenException', '{"message":"Missing Authentication Token"}'],
      denied: [403, 'AccessDeniedException', ''],
      broken: [500, '', ''],
      key: FORBIDDEN,
      plan: THROTTLED,
      account: THROTTLED,
      permission: [500, '', '{"message":"Internal server error"}'],
      late: [504, '', ''],
      ended: FAILED,
      malformed: FAILED,
    },
    share: 0.05,
    httpMetrics: '4xx, 5xx, Count',
    flood: 'neither logs nor metrics',
  });
const text = () => document.querySelector('.night')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const radio = (name: string) => userEvent.click(page.getByRole('radio', { name }));
const cure = (name: string) => userEvent.selectOptions(page.getByRole('combobox', { name: 'Change one setting' }), name);
const focused = () => document.activeElement?.getAttribute('aria-label');

it('shows the desk before it asks, and says which stop it was only after the guess', async () => {
  open();
  expect(document.querySelectorAll('.night table, .night input')).toHaveLength(0);
  expect(text()).toContain('At 02:40 an alarm rings.');
  await press('Sit down at the desk');
  await expect.poll(focused).toBe('What lies on the desk');
  expect(text()).toContain('x-amzn-errortype: ForbiddenException');
  expect(document.querySelector('.night select')).toBeNull();
  await press('Wake this one');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await radio('The plan’s limit');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('The API key. You said: the plan’s limit. All come from one address');
  await expect.poll(focused).toBe('Which stop it was');
});

it('asks which alarms ring, and says whether their names were true', async () => {
  open();
  await press('Sit down at the desk');
  await press('Skip the guess');
  await userEvent.click(page.getByRole('checkbox', { name: /throttling/ }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('One of them rings. As you said.');
  expect(text()).toContain('Its name is wrong. Nothing was throttled');
  await expect.poll(focused).toBe('The alarms');
});

it('replays the ten minutes with one setting changed, and says whether it counts', async () => {
  open();
  await press('Sit down at the desk');
  await press('Skip the guess');
  await press('Replay the ten minutes');
  await expect.poll(text).toContain('Choose a setting first.');
  await cure('Double the account’s rate');
  await press('Replay the ten minutes');
  await expect.poll(text).toContain('It does not count. Nothing has changed. A limit refuses with 429. Here it is 403.');
  await cure('Enable the partner’s key');
  await press('Replay the ten minutes');
  await expect.poll(text).toContain('It counts. Nobody fails any more.');
  const said = [...document.querySelectorAll('.night [role=status]')].map((status) => status.textContent).join(' ');
  expect(said).toContain('It counts.');
});

it('has other nights once one was answered, and keeps what was tried in each', async () => {
  open();
  await press('Sit down at the desk');
  await press('Skip the guess');
  await cure('Enable the partner’s key');
  await press('Replay the ten minutes');
  await press('A small database');
  await expect.poll(text).not.toContain('It counts.');
  await radio('The plan’s limit');
  await userEvent.keyboard('{Enter}');
  await expect.poll(text).toContain('The plan’s limit, as you said.');
  await cure('Raise the plan’s rate to 20 a second');
  await press('Replay the ten minutes');
  await expect.poll(text).toContain('The 429 are gone, and now it is 504, for the guests, too.');
  await press('Twenty to three');
  await press('Skip the guess');
  await expect.poll(text).toContain('It counts. Nobody fails any more.');
  await expect.element(page.getByRole('combobox', { name: 'Change one setting' })).toHaveValue('key');
});
