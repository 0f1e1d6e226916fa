import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Found from '../../src/components/workbench/Found.svelte';
import type { AfterTexts } from '../../src/workbench/after-texts.ts';
import { printOf } from '../../src/workbench/behaves-like.ts';
import type { WrongAnswer } from '../../src/workbench/wrong-answer.ts';
import { broken, passed, refused, shownBell } from './support/bell-verdicts.ts';
import '../../src/styles/tokens.css';
import '../../src/styles/play.css';

type Props = Parameters<typeof render<typeof Found>>[1];

const unseen = new CSSStyleSheet();
unseen.replaceSync(
  '.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }',
);

const answer = (name: string, concept: string, more: Partial<WrongAnswer> = {}): WrongAnswer => ({
  name,
  title: 'Rings once',
  concept,
  teaches: 'Believes that two presses are <code>one</code>. Each press rings.',
  see: { address: '/lessons/08-throttling/#the-bucket', title: 'The bucket' },
  print: {},
  ...more,
});
const wrong = [
  answer('rings-once', 'ringing', { print: printOf(broken) }),
  answer('never-silent', 'silence', { title: 'Never silent', see: { address: '/myths/#bells', title: '“Bells ring.”' } }),
];
const solution = {
  'bell.ts':
    "import { loud } from './loud.ts';\n\nexport function createBell() {\n  let rings = 0;\n  return { press: () => rings++ };\n}\n",
  'loud.ts': 'export const loud = (text: string) => text;\n',
  'abacus/bell.ts': '/** A bell that counts on its fingers. */\nexport function createBell() {\n  return fingers();\n}\n',
};
const files = { 'bell.ts': 'export function createBell() {\n  let rings = 0;\n  return { press: () => (rings = 1) };\n}\n' };

const texts: AfterTexts = { wrongAnswers: async () => wrong, solution: async () => solution };
const ongiveup = vi.fn<() => void>();
const given = {
  exercise: shownBell,
  verdict: broken,
  files,
  solved: false,
  givenUp: false,
  hintsRead: {},
  texts,
  onhint() {},
  ongiveup,
  ongo() {},
};
const show = (props: Record<string, unknown> = {}) => render(Found, { ...given, ...props } as Props);

const root = () => document.querySelector<HTMLElement>('.found')!;
const spoken = (of: Element) => of.textContent.replaceAll(/\s+/g, ' ').trim();
const text = () => spoken(root());
const button = (name: string) => page.getByRole('button', { name });
const open = (name: string) => userEvent.click(page.getByText(name, { exact: true }));
/** Lines of the first file that is shown. */
const rows = (like: RegExp) => [...(root().querySelector('.files ul')?.children ?? [])].map(spoken).filter((line) => like.test(line));
const focused = () => spoken(document.activeElement!);

beforeEach(async () => {
  document.body.classList.add('fd-play');
  document.adoptedStyleSheets = [unseen];
  ongiveup.mockReset();
  await page.viewport(1280, 800);
});

describe('a submission that behaves like a wrong answer', () => {
  it('is told which, what it teaches, and where to read on', async () => {
    await show();
    await expect.poll(text).toContain('This behaves like “Rings once”, which believes that two presses are one. Each press rings.');
    const link = page.getByRole('link', { name: 'Read: The bucket' }).element();
    expect(link.getAttribute('href')).toBe('/lessons/08-throttling/#the-bucket');
    expect(text()).not.toContain('Never silent');
  });

  it('is told of both where two fit', async () => {
    await show({ texts: { ...texts, wrongAnswers: async () => [wrong[0], { ...wrong[0]!, name: 'twin', title: 'Hears once' }] } });
    await expect.poll(text).toContain('This behaves like “Rings once”');
    expect(text()).toContain('And like “Hears once”');
  });

  it('gets its verdict all the same where the wrong answers cannot be loaded', async () => {
    await show({ texts: { ...texts, wrongAnswers: () => Promise.reject(new Error('no network')) } });
    expect(text()).toContain('Two presses are two rings');
    expect(text()).not.toContain('behaves like');
  });
});

describe('giving up', () => {
  it('is asked for, and can be left again by key', async () => {
    await show();
    expect(text()).not.toContain('The solution beside yours');
    button('Give up and see the solution').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Not yet');
    expect(text()).toContain('Your points stay what your own files earn.');
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('Give up and see the solution');
    expect(ongiveup).not.toHaveBeenCalled();
  });

  it('opens the solution, takes the focus there, and says so', async () => {
    const { rerender } = await show();
    ongiveup.mockImplementation(() => void rerender({ givenUp: true }));
    await userEvent.click(button('Give up and see the solution'));
    await userEvent.click(button('Show the solution'));
    await expect.poll(focused).toBe('The solution');
    expect(root().querySelector('[role=status]')!.textContent).toBe('The solution is shown below.');
    await expect.poll(text).toContain('Another way: abacus A bell that counts on its fingers.');
    expect(text()).toContain('You asked for it before your own passed.');
  });

  it('is not asked again, and what was closed stays closed', async () => {
    await show({ givenUp: true });
    expect(button('Give up and see the solution').elements()).toEqual([]);
    expect([...root().querySelectorAll<HTMLDetailsElement>('.afterwards details')].map((details) => details.open)).toEqual([false, false]);
    expect(document.activeElement).toBe(document.body);
  });

  it('can be chosen where nothing could be run', async () => {
    await show({ verdict: refused('Unexpected token.') });
    expect(button('Give up and see the solution').elements()).toHaveLength(1);
  });
});

describe('once it passed', () => {
  it('the solution stands beside the learner’s own, by sign and by word', async () => {
    await show({ verdict: passed, solved: true });
    expect(text()).not.toContain('You asked for it');
    await open('The solution beside yours');
    await expect
      .poll(() => rows(/./))
      .toEqual([
        "+solution: import { loud } from './loud.ts';",
        '+solution:',
        'export function createBell() {',
        'let rings = 0;',
        '−yours: return { press: () => (rings = 1) };',
        '+solution: return { press: () => rings++ };',
        '}',
      ]);
  });

  it('the learner’s own lines can be left out', async () => {
    await show({ verdict: passed, solved: true });
    await open('The solution beside yours');
    await userEvent.click(page.getByLabelText(/Show my lines too/).first());
    await expect.poll(() => rows(/yours|solution/)).toEqual([]);
    expect(rows(/rings/)).toEqual(['let rings = 0;', 'return { press: () => rings++ };']);
  });

  it('wrong answers are listed by the concept that they break', async () => {
    await show({ verdict: passed, solved: true });
    await open('Wrong answers, and what each teaches');
    await expect
      .poll(() => [...root().querySelectorAll('h5')].map(spoken))
      .toEqual(['1. A new bell is silent', '2. It rings once for each press']);
    expect(text()).toContain('Never silent. Believes that two presses are one. Each press rings. Often said: “Bells ring.”');
  });

  it('what cannot be loaded says so, and is tried again', async () => {
    const solution = vi
      .fn<AfterTexts['solution']>()
      .mockRejectedValueOnce(new Error('no network.'))
      .mockResolvedValue({ 'bell.ts': 'here' });
    await show({ verdict: passed, solved: true, texts: { ...texts, solution } });
    await open('The solution beside yours');
    await expect.poll(text).toContain('It could not be loaded (no network).');
    await userEvent.click(button('Try again'));
    await expect.poll(text).toContain('here');
  });
});

it.each([
  ['a broken rule', {}],
  ['all passed', { verdict: passed, solved: true }],
  ['the solution asked for', { givenUp: true }],
])('%s has no accessibility violation, and fits a narrow page', async (_, props) => {
  await page.viewport(320, 800);
  await show(props);
  for (let round = 0; round < 3; round++) {
    for (const details of root().querySelectorAll('details')) details.open = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!('givenUp' in props) && !('solved' in props)) await userEvent.click(button('Give up and see the solution'));
  const { violations } = await axe.run(root());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(root().scrollWidth).toBeLessThanOrEqual(root().clientWidth);
});
