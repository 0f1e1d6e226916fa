import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PolicyTester from '../../src/components/explorables/PolicyTester.svelte';

const text = () => document.querySelector('.tester')!.textContent.replace(/\s+/g, ' ');
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

it('asks for a guess, and says what became of it and why', async () => {
  render(PolicyTester);
  await press('Ask the policy');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'Explicit deny' }));
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(text)
    .toContain('Allow. Statement[0] of the identity policy allows it, and nothing denies it. You said: explicit deny.');
  await expect.poll(text).toContain('* took “DELETE/admin”.');
  await expect.poll(text).toContain('A star does not stop at a slash.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('The answer');
});

it('answers what is typed, and announces it once the hand is still', async () => {
  render(PolicyTester);
  await press('Skip the guess');
  await userEvent.fill(field('Path'), '/admin/rooms/7');
  await expect.poll(text).toContain('The pattern ends with “/rooms”. The request does not.');
  await expect.poll(text).not.toContain('A star does not stop at a slash.');
  await expect.poll(announcements).toContain('Implicit deny. Nothing denies it, and nothing allows it.');
  await userEvent.fill(field('Path'), 'admin');
  await expect.poll(text).toContain('Begin the path with a slash.');
  await expect.poll(text).toContain('No answer. The request above is not complete.');
});

it('shows a mistake at its place, and goes there', async () => {
  render(PolicyTester);
  await press('From home');
  await expect.poll(text).not.toContain('line 8, column');
  await press('Skip the guess');
  await expect.poll(text).toContain('At line 8, column 7. Statement[0].Conditions: is no field of a policy');
  await press('Go to the place');
  const policy = document.activeElement as HTMLTextAreaElement;
  expect(policy.value.slice(policy.selectionStart, policy.selectionEnd)).toMatch(/^"Conditions": \{[^]*\}$/);
  await userEvent.fill(field(/^Resource policy/), policy.value.replace('Conditions', 'Condition'));
  await expect.poll(text).toContain('Implicit deny. Nothing denies it, and nothing allows it.');
});

it('keeps what was typed while another situation is looked at', async () => {
  render(PolicyTester);
  await userEvent.fill(field('Path'), '/mine');
  await press('A partner');
  await expect.element(field('Path')).toHaveValue('/bookings');
  await press('Any method');
  await expect.element(field('Path')).toHaveValue('/mine');
  await press('Start over from this situation');
  await expect.element(field('Path')).toHaveValue('/admin/rooms');
});

it('merges two sides by whose account the caller has', async () => {
  render(PolicyTester);
  await press('A partner');
  await press('Skip the guess');
  await expect.poll(text).toContain('From another account both must.');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'The account of the caller' }), 'the API’s own, or none: anonymous');
  await expect.poll(text).toContain('Allow. Statement[0] of the identity policy allows it, and nothing denies it.');
});

describe('a hostile paste', () => {
  it('of great length is refused, and stays', async () => {
    render(PolicyTester);
    await press('Skip the guess');
    const policy = field(/^Identity policy/);
    await userEvent.fill(policy, '{"Statement":'.padEnd(300_000, '['));
    await expect.poll(text).toContain('This tester reads policies of up to 10,000 characters. Yours has 300,000.');
    expect((policy.element() as HTMLTextAreaElement).value).toHaveLength(300_000);
  });

  it('of many patterns shows a few', async () => {
    render(PolicyTester);
    await press('Skip the guess');
    const Resource = Array.from({ length: 2000 }, () => '*');
    await userEvent.fill(field(/^Identity policy/), JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource }] }));
    await expect.poll(text).toContain('And 1988 more, which are not shown.');
  });

  it('of markup is text', async () => {
    render(PolicyTester);
    await press('Skip the guess');
    const Resource = '<img src=x onerror="alert(1)">*';
    await userEvent.fill(field(/^Identity policy/), JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource } }));
    await expect.poll(text).toContain(Resource);
    expect(document.querySelector('.tester img')).toBeNull();
  });
});
