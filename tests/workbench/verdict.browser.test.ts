import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Verdict from '../../src/components/workbench/Verdict.svelte';
import { notJudged, type ExerciseVerdict } from '../../src/grader/verdict.ts';
import type { Go } from '../../src/workbench/verdict-words.ts';
import { broken, brokenRun, passed, refused, shownBell, twoPresses, verdictWith } from './support/bell-verdicts.ts';
import '../../src/styles/tokens.css';
import '../../src/styles/play.css';

type Props = Parameters<typeof render<typeof Verdict>>[1];

/** As Starlight has it on every page. */
const unseen = new CSSStyleSheet();
unseen.replaceSync(
  '.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }',
);

const onhint = vi.fn<(concept: string) => void>();
const ongo = vi.fn<Go>();

const given = {
  exercise: shownBell,
  running: undefined,
  verdict: undefined,
  former: undefined,
  current: true,
  files: {},
  solved: false,
  givenUp: false,
  hintsRead: {},
  texts: { wrongAnswers: async () => [], solution: async () => ({}) },
  onhint,
  ongiveup() {},
  ongo,
};
/** What is found comes in a piece of its own. */
async function show(props: Record<string, unknown>) {
  const shown = await render(Verdict, { ...given, ...props } as Props);
  await expect.poll(() => !props.verdict || root().querySelector('.found') !== null).toBe(true);
  return shown;
}

const root = () => document.querySelector<HTMLElement>('.verdict')!;
const spoken = (of: Element) => of.textContent.replaceAll(/\s+/g, ' ').trim();
const text = () => spoken(root());
const status = () => root().querySelector('[role=status]')!.textContent;
const heads = () => [...root().querySelectorAll<HTMLElement>('.head')];
const rows = () => heads().map((head) => head.innerText.replaceAll(/\s+/g, ' ').trim());
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }));

/** The second concept's second rule, broken in another way. */
const brokenBy = (change: object, more = {}) =>
  verdictWith({ [twoPresses]: { status: 'failed', message: 'Your code answers differently.', ...change } }, more);

beforeEach(async () => {
  document.body.classList.add('fd-play');
  document.adoptedStyleSheets = [unseen];
  onhint.mockReset();
  ongo.mockReset();
  await page.viewport(1280, 800);
});

describe('before anything was graded', () => {
  it('the concepts stand there with what they are worth', async () => {
    await show({});
    expect(text()).toContain('Nothing has been graded yet.');
    expect(rows()).toEqual([
      '· 1 A new bell is silent 10 points',
      '· 2 It rings once for each press 20 points',
      '· 3 It echoes in the corridor 5 stars',
    ]);
  });
});

describe('while it runs', () => {
  it('concepts fill up where they stand, and nothing moves', async () => {
    for (const width of [1280, 320]) {
      await page.viewport(width, 800);
      const { rerender, unmount } = await show({});
      const places = () => heads().map((head) => head.getBoundingClientRect().top - root().getBoundingClientRect().top);
      const [before, tops] = [rows(), places()];
      for (let count = 0; count <= brokenRun.outcomes.length; count++) {
        await rerender({ running: { outcomes: brokenRun.outcomes.slice(0, count) } });
        expect(places()).toEqual(tops);
      }
      expect(rows()).not.toEqual(before);
      await rerender({ running: undefined, verdict: broken });
      expect(places()).toEqual(tops);
      await unmount();
    }
  });

  it('says aloud that it has begun and how it ended, and nothing in between', async () => {
    const { rerender } = await show({});
    expect(status()).toBe('');
    const said = new Set<string>();
    for (let count = 0; count <= 4; count++) {
      await rerender({ running: { outcomes: brokenRun.outcomes.slice(0, count) } });
      said.add(status());
    }
    expect([...said]).toEqual(['Grading']);
    expect(text()).toContain('4 of 4 rules.');
    await rerender({ running: undefined, verdict: broken });
    expect(status()).toBe('Concept 2 breaks: Two presses are two rings, however close together they come');
    await rerender({ running: { outcomes: [] } });
    await rerender({ running: undefined, verdict: passed, former: broken });
    expect(status()).toBe('All 2 concepts: 30 of 30 points, 5 of 5 stars, 2 of 2 concepts.');
  });

  it('says that it was stopped, and keeps the former verdict', async () => {
    const { rerender } = await show({ verdict: broken });
    await rerender({ running: { outcomes: [] } });
    expect(text()).toContain('0 of 4 rules. Below: the last run.');
    await rerender({ running: undefined });
    expect(status()).toBe('The run was stopped.');
    expect(text()).toContain('10 of 30 points');
  });
});

describe('a verdict', () => {
  it('of another day is shown, and not said', async () => {
    await show({ verdict: broken });
    expect([status(), text().includes('10 of 30 points, 1 of 2 concepts')]).toEqual(['', true]);
  });

  it('has points, concepts, and below them the first broken rule with its calls', async () => {
    await show({ verdict: broken });
    expect(rows()).toEqual([
      '✓ Passed: 1 A new bell is silent 10 points , new',
      '✗ Broken: 2 It rings once for each press 1 of 2 rules broken',
      '✗ Broken: 3 It echoes in the corridor 1 of 1 rules broken',
    ]);
    expect(text()).toContain('Beyond: stars, in any order');
    expect(text()).toContain(
      'Concept 2, It rings once for each press Two presses are two rings, however close together they come Your code answers differently.',
    );
    expect([...root().querySelectorAll('.lines li')].map(spoken)).toEqual([
      "const bell = createBell('front desk')",
      'bell.press(0)',
      'printed: ding',
      'bell.press(1)',
      'bell.rings() // → 1',
    ]);
    expect([...root().querySelectorAll('.difference li')].map(spoken)).toEqual(['− expected 2', '+ got 1']);
  });

  it('says what has changed since the run before, or that the files have', async () => {
    const { rerender } = await show({ verdict: passed, former: broken });
    expect(text()).toContain('Concepts 2 and 3 pass now.');
    expect([...root().querySelectorAll('.earned')].map(spoken)).toEqual(['20 points 20 points', '5 stars 5 stars']);
    await rerender({ current: false });
    expect(text()).toContain('You have changed the files since.');
  });

  it('opens its concepts to show their rules, and a broken rule to show its calls', async () => {
    const both = brokenBy({ expected: '2', actual: '1' });
    await show({ verdict: { ...both, concepts: both.concepts } });
    const head = heads()[1]!;
    head.focus();
    await userEvent.keyboard('{Enter}');
    const rules = () => [...root().querySelectorAll('.rule:is(li)')];
    await expect
      .poll(() => rules().map(spoken))
      .toEqual(['✓Passed: One press is one ring', '✗Broken: Two presses are two rings, however close together they come']);
    await userEvent.click(rules()[1]!.querySelector('summary')!);
    await expect.poll(() => rules()[1]!.querySelectorAll('.difference')).toHaveLength(1);
  });
});

describe('a difference', () => {
  const marked = () => [...root().querySelectorAll('del, ins')].map((piece) => `${piece.tagName.toLowerCase()} ${piece.textContent}`);

  it('marks what is missing and what is too much, by more than color', async () => {
    await show({ verdict: brokenBy({ expected: "'ding, ding'", actual: "'ding,  dong'" }) });
    expect(marked()).toEqual(['del i', 'ins ·', 'ins o'].toSorted((a, b) => a.localeCompare(b)));
    for (const piece of root().querySelectorAll('del, ins')) expect(getComputedStyle(piece).textDecorationLine).toBe('underline');
  });

  it('of several lines says which sign is which', async () => {
    await show({ verdict: brokenBy({ expected: "'a\\nb'", actual: "'a\\nc'" }) });
    expect([...root().querySelectorAll('.difference .legend, .difference li')].map(spoken)).toEqual([
      '− expected + got',
      'a',
      '− expected b',
      '+ got c',
    ]);
  });

  it('that is long is opened and closed by key', async () => {
    const lines = Array.from({ length: 90 }, (_, index) => `line ${index}`);
    await show({ verdict: brokenBy({ expected: `'${lines.join('\\n')}'`, actual: `'${lines.with(45, 'no line').join('\\n')}'` }) });
    const shown = () => root().querySelectorAll('.difference li').length;
    expect(shown()).toBe(8);
    page.getByRole('button', { name: 'Show all of it' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(shown).toBe(91);
    await press('Show less');
    await expect.poll(shown).toBe(8);
  });

  it('that nobody can see is said', async () => {
    await show({ verdict: brokenBy({ expected: '{ rings: 2 }', actual: '{ rings: 2 }' }) });
    expect(text()).toContain('Written down, both look the same.');
  });
});

describe('a place in a file', () => {
  it('is gone to from where the code threw', async () => {
    await show({ verdict: brokenBy({ message: 'Your code threw Error: no corridor (bell.ts, line 7).' }) });
    await press('Go to line 7');
    expect(ongo).toHaveBeenLastCalledWith(7, undefined, 'bell.ts');
  });

  it('is shown and gone to where a file cannot be read', async () => {
    await show({ verdict: refused('Unexpected token.\nhammer.ts:12\n  const a = ;\n            ^') });
    expect(text()).toContain('bell.ts could not be graded Unexpected token. 12Line 12: const a = ;');
    expect(root().querySelector('mark')!.textContent).toBe(';');
    expect(rows().every((row) => row.startsWith('– Not run'))).toBe(true);
    await press('Go to line 12 of hammer.ts');
    expect(ongo).toHaveBeenLastCalledWith(12, 13, 'hammer.ts');
  });
});

describe('hints', () => {
  it('come one at a time, and the new one has the focus', async () => {
    const { rerender } = await show({ verdict: broken });
    expect(text()).not.toContain('Where ringing begins.');
    onhint.mockImplementation(() => void rerender({ hintsRead: { ringing: 1 } }));
    await press('Hint 1 of 3');
    expect(onhint).toHaveBeenCalledWith('ringing');
    await expect.poll(() => document.activeElement?.textContent).toBe('Hint 1 of 3');
    expect(root().querySelector('.hint code')!.textContent).toBe('ringing');
    expect(page.getByRole('button', { name: 'Hint 2 of 3' }).elements()).toHaveLength(1);
  });

  it('that were read are there again, closed', async () => {
    await show({ verdict: broken, hintsRead: { ringing: 3 } });
    expect([...root().querySelectorAll<HTMLDetailsElement>('.ladder details')].map(({ open }) => open)).toEqual([false, false, false]);
    expect(page.getByRole('button', { name: /Hint/ }).elements()).toEqual([]);
  });
});

it('a grader in trouble blames nobody, and says what to do', async () => {
  await show({ verdict: notJudged(shownBell, 'No test reported anything.') });
  expect(text()).toContain('Not judged: the grader is in trouble, not your code. No test reported anything.');
  expect(text()).toContain('nothing is recorded. Try once more. If it says so again, load the page anew. Your files are kept.');
});

it('what was printed while the file was loaded is shown, cut where it is long', async () => {
  await show({ verdict: brokenBy({}, { printed: Array.from({ length: 40 }, (_, index) => `ready ${index}`).join('\n') }) });
  expect(text()).toContain('Printed while the file was loaded: printed: ready 0');
  expect(text()).toContain('… 30 lines …');
  await press('Show all of it');
  await expect.poll(text).toContain('ready 20');
});

/** Text of a submission that would like to be more than text. */
const HOSTILE = `<img src=x onerror="document.title='owned'">\u202Egnp.\u0007{@html evil}`;

const verdicts: [string, ExerciseVerdict | undefined][] = [
  ['none', undefined],
  ['a broken rule', broken],
  ['all passed', passed],
  ['a refusal', refused(`Unexpected ${HOSTILE}.\nbell.ts:12\n  ${'x'.repeat(3000)}\n   ^`)],
  ['trouble', notJudged(shownBell, HOSTILE)],
  [
    'a hostile text',
    brokenBy(
      {
        message: `Your code threw ${HOSTILE} (bell.ts, line 1).`,
        input: `f('${HOSTILE}')  // → '${HOSTILE.repeat(40)}'\n  │ ${HOSTILE}`,
        expected: `'${HOSTILE}'`,
        actual: `'${'שלום'.repeat(300)}${HOSTILE}'`,
      },
      { printed: HOSTILE.repeat(50) },
    ),
  ],
];

it.each(verdicts)('%s has no accessibility violation, fits a narrow page, and is text', async (_name, verdict) => {
  await page.viewport(320, 800);
  await show({ verdict, former: broken, hintsRead: { ringing: 1 } });
  for (const details of root().querySelectorAll('details')) details.open = true;
  const { violations } = await axe.run(root());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(root().scrollWidth).toBeLessThanOrEqual(root().clientWidth);
  expect([root().querySelectorAll('img').length, document.title === 'owned', /[\u202E\u0007]/.test(text())]).toEqual([0, false, false]);
});
