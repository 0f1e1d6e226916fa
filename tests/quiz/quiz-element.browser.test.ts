import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/components/quiz/quiz-element.ts';
import { STORED_AS } from '../../src/progress/progress-store.ts';
import type { QuizKey } from '../../src/quiz/judge.ts';
import type { Results } from '../../src/quiz/progress.ts';
import { documentWith } from '../progress/support/storage.ts';

/** The parts that Question.astro gives every question. */
const question = (id: string, controls: string, whys: [items: string, text: string][]) => `
  <form data-question="${id}" id="quiz-${id}" novalidate>
    <h2 tabindex="-1">Question</h2>
    ${controls}
    <p role="status" data-sentence></p>
    <button type="submit" data-check>Check</button>
    <button type="button" data-show hidden>Show the answer</button>
    <button type="button" data-again hidden>Try again</button>
    <button type="button" data-next hidden>Next</button>
    <details class="answers">${whys.map(([items, text]) => `<p data-why="${items}">${text}</p>`).join('')}</details>
  </form>`;

const option = (type: string, id: string) =>
  `<div data-item="${id}"><label>${id}<input type="${type}" name="answer" value="${id}"><span data-mark></span></label><div data-slot></div></div>`;
const row = (id: string) =>
  `<li data-item="${id}">${id}<span data-mark></span><button type="button" data-move="up">up</button><button type="button" data-move="down">down</button><div data-slot></div></li>`;
const pair = (id: string) =>
  `<div data-item="${id}"><select name="${id}"><option value=""></option><option value="i1">1</option><option value="i2">2</option></select><span data-mark></span><div data-slot></div></div>`;

const key: QuizKey = {
  one: { kind: 'one', right: ['i2'] },
  order: { kind: 'order', right: ['i1', 'i2', 'i3'] },
  number: { kind: 'number', right: 10_000, tolerance: 0, mistakes: { i1: 0 } },
  match: { kind: 'match', right: { i1: 'i2', i2: 'i2' } },
  bug: { kind: 'bug', right: ['i2'] },
  output: { kind: 'output', right: '{k=v}', mistakes: { i1: '{}' } },
};

const page = () => `
  <fd-quiz data-quiz="sample">
    <p data-trouble></p>
    <ol class="quiz-map">${Object.keys(key)
      .map((id) => `<li><a href="#quiz-${id}"><span data-state-text></span></a></li>`)
      .join('')}</ol>
    ${question('one', option('radio', 'i1') + option('radio', 'i2'), [
      ['i1', 'why not'],
      ['i2', 'why so'],
    ])}
    ${question('order', `<ol class="order">${row('i3')}${row('i1')}${row('i2')}</ol>`, [
      ['i1', 'first'],
      ['i2', 'second'],
      ['i3', 'third'],
    ])}
    ${question(
      'number',
      '<input name="answer"><div data-item="answer"><div data-slot></div></div><div data-item="i1"><div data-slot></div></div>',
      [
        ['answer', 'worked out'],
        ['i1', 'forgot the burst'],
      ],
    )}
    ${question('match', `${pair('i1')}${pair('i2')}<div data-item="extra"><div data-slot></div></div>`, [
      ['i1', 'left one'],
      ['i2', 'left two'],
      ['extra', 'belongs to nothing'],
    ])}
    ${question('bug', `<div class="bug-code">${option('radio', 'i1')}${option('radio', 'i2')}${option('radio', 'i3')}</div>`, [
      ['i1 i3', 'harmless'],
      ['i2', 'the bug'],
    ])}
    ${question(
      'output',
      '<textarea name="answer"></textarea><div data-item="answer"><div data-slot></div></div><div data-item="i1"><div data-slot></div></div>',
      [
        ['answer', 'printed by Java'],
        ['i1', 'not empty'],
      ],
    )}
    <h2 tabindex="-1" data-score-heading>Your score</h2>
    <p data-score></p>
    <button type="button" data-start-over>Start over</button>
    <script type="application/json" data-key>${JSON.stringify(key)}</script>
  </fd-quiz>`;

const keep = (results: Results) =>
  localStorage.setItem(
    STORED_AS,
    documentWith(Object.fromEntries(Object.entries(results).map(([id, result]) => [`answer/sample/${id}`, result]))),
  );

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = page();
});

const at = (id: string) => {
  const form = document.querySelector<HTMLFormElement>(`#quiz-${id}`)!;
  const one = <E extends HTMLElement>(selector: string) => form.querySelector<E>(selector)!;
  return {
    one,
    press: (name: string) => userEvent.click(one(`[data-${name}]`)),
    pick: (item: string) => userEvent.click(one(`[value="${item}"]`)),
    sentence: () => one('[data-sentence]').textContent,
    /** Explanations that have been moved out of the folded answers, by the item they stand under. */
    explained: () =>
      Object.fromEntries(
        [...form.querySelectorAll<HTMLElement>('[data-slot] [data-why]')].map((why) => [
          why.closest<HTMLElement>('[data-item]')!.dataset.item,
          why.textContent,
        ]),
      ),
    verdict: (item: string) => one(`[data-item="${item}"]`).dataset.verdict,
    offered: () => [...form.querySelectorAll<HTMLButtonElement>(':scope > button:not([hidden])')].map((button) => button.textContent),
  };
};
const score = () => document.querySelector('[data-score]')!.textContent;
const states = () => [...document.querySelectorAll<HTMLElement>('.quiz-map a')].map((link) => link.dataset.state);
const focused = () => (document.activeElement as HTMLElement).closest('form')?.dataset.question ?? document.activeElement!.textContent;

describe('a question of one answer', () => {
  it('asks for an answer before it judges', async () => {
    const one = at('one');
    await one.press('check');
    expect(one.sentence()).toBe('Pick an answer first.');
    expect(document.activeElement).toBe(one.one('[value="i1"]'));
    expect(states()[0]).toBe('open');
  });

  it('explains a wrong pick and keeps the rest to itself', async () => {
    const one = at('one');
    expect(one.explained()).toEqual({});
    await one.pick('i1');
    await one.press('check');
    expect(one.sentence()).toBe('Not that one.');
    expect(one.verdict('i1')).toBe('wrong');
    expect(one.one('[data-item="i1"] [data-mark]').textContent).toBe('✗ Wrong');
    expect(one.explained()).toEqual({ i1: 'why not' });
    expect(one.offered()).toEqual(['Check', 'Show the answer', 'Next']);
    expect(states()[0]).toBe('wrong');
  });

  it('takes marks away as soon as the answer changes', async () => {
    const one = at('one');
    await one.pick('i1');
    await one.press('check');
    await one.pick('i2');
    expect(one.verdict('i1')).toBeUndefined();
    expect(one.explained()).toEqual({});
    expect(one.sentence()).toBe('');
  });

  it('explains every option once it is right, and leads on', async () => {
    const one = at('one');
    await one.pick('i2');
    await one.press('check');
    expect(one.sentence()).toBe('Right.');
    expect(one.explained()).toEqual({ i1: 'why not', i2: 'why so' });
    expect(one.offered()).toEqual(['Try again', 'Next']);
    expect(document.activeElement).toBe(one.one('[data-next]'));
    expect(score()).toBe('1 of 6 right, 1 at the first try. 5 questions are still open.');
    await one.press('next');
    expect(focused()).toBe('order');
  });

  it('counts the same wrong answer once', async () => {
    const one = at('one');
    await one.pick('i1');
    await one.press('check');
    await one.press('check');
    await one.pick('i2');
    await one.press('check');
    expect(JSON.parse(localStorage.getItem(STORED_AS)!).records).toMatchObject({
      'answer/sample/one': { value: { right: true, tries: 2, shown: false } },
    });
    expect(score()).toBe('1 of 6 right, 0 at the first try. 5 questions are still open.');
  });

  it('can be tried again from a clean sheet, and stays right', async () => {
    const one = at('one');
    await one.pick('i2');
    await one.press('check');
    await one.press('again');
    expect(one.explained()).toEqual({});
    expect(one.one<HTMLInputElement>('[value="i2"]')).toMatchObject({ checked: false, disabled: false });
    expect(one.offered()).toEqual(['Check']);
    expect(focused()).toBe('one');
    expect(states()[0]).toBe('right');
  });
});

it('an order is made with buttons, which keep the focus and say the new place', async () => {
  const order = at('order');
  const items = () => [...order.one('ol').children].map((item) => (item as HTMLElement).dataset.item);
  expect(items()).toEqual(['i3', 'i1', 'i2']);
  await userEvent.click(order.one('[data-item="i3"] [data-move="down"]'));
  expect(items()).toEqual(['i1', 'i3', 'i2']);
  expect(order.sentence()).toBe('Now 2 of 3.');
  expect(document.activeElement).toBe(order.one('[data-item="i3"] [data-move="down"]'));
  await order.press('check');
  expect(order.sentence()).toBe('Not yet: 1 of 3 stands where it belongs.');
  expect(order.explained()).toEqual({});
  await userEvent.click(order.one('[data-item="i3"] [data-move="down"]'));
  await order.press('check');
  expect(order.explained()).toEqual({ i1: 'first', i2: 'second', i3: 'third' });
});

it('a number is read as people write it, and a known mistake is explained', async () => {
  const number = at('number');
  await userEvent.fill(number.one('input'), 'many');
  await number.press('check');
  expect(number.sentence()).toBe('Type a number first, such as 10,000 or 0.5.');
  await userEvent.fill(number.one('input'), '0');
  await number.press('check');
  expect(number.sentence()).toBe('Not 0.');
  expect(number.explained()).toEqual({ i1: 'forgot the burst' });
  await userEvent.fill(number.one('input'), '10,000');
  await userEvent.keyboard('{Enter}');
  expect(number.sentence()).toBe('Right.');
  expect(number.explained()).toEqual({ answer: 'worked out' });
});

it('a predicted output is compared as text, and nothing is an answer too', async () => {
  const output = at('output');
  await output.press('check');
  expect(output.sentence()).toBe('Not that.');
  await userEvent.fill(output.one('textarea'), '{}');
  await output.press('check');
  expect(output.explained()).toEqual({ i1: 'not empty' });
  await output.press('show');
  expect(output.one<HTMLTextAreaElement>('textarea').value).toBe('{k=v}');
  expect(output.explained()).toEqual({ answer: 'printed by Java' });
  expect(output.one<HTMLTextAreaElement>('textarea').disabled).toBe(true);
});

it('a match explains what is matched right, and in the end what belongs to nothing', async () => {
  const match = at('match');
  await match.press('check');
  expect(match.sentence()).toBe('Choose something for each first.');
  await userEvent.selectOptions(match.one('[name="i1"]'), 'i1');
  await userEvent.selectOptions(match.one('[name="i2"]'), 'i2');
  await match.press('check');
  expect(match.explained()).toEqual({ i2: 'left two' });
  await match.press('show');
  expect(match.one<HTMLSelectElement>('[name="i1"]').value).toBe('i2');
  expect(match.explained()).toEqual({ i1: 'left one', i2: 'left two', extra: 'belongs to nothing' });
  expect(states()[3]).toBe('shown');
});

it('a shown answer is no right answer', async () => {
  const bug = at('bug');
  await bug.pick('i3');
  await bug.press('check');
  expect(bug.sentence()).toBe('Not that line.');
  expect(bug.explained()).toEqual({ i3: 'harmless' });
  await bug.press('show');
  expect(bug.sentence()).toBe('Here is the answer.');
  expect(bug.explained()).toEqual({ i2: 'the bug', i3: 'harmless' });
  expect(bug.one<HTMLInputElement>('[value="i2"]').checked).toBe(true);
  expect(score()).toBe('0 of 6 right. 5 questions are still open.');
});

describe('the quiz as a whole', () => {
  it('remembers results, but not answers', () => {
    const results = { one: { right: true, tries: 1, shown: false }, order: { right: false, tries: 2, shown: false } };
    keep(results);
    document.body.innerHTML = page();
    expect(states()).toEqual(['right', 'wrong', 'open', 'open', 'open', 'open']);
    expect(at('one').explained()).toEqual({});
  });

  it('leads to the score when nothing is open', async () => {
    const done = { right: true, tries: 1, shown: false };
    keep({ order: done, number: done, match: done, output: done, bug: { ...done, right: false, shown: true } });
    document.body.innerHTML = page();
    const one = at('one');
    await one.pick('i2');
    await one.press('check');
    await one.press('next');
    expect(focused()).toBe('Your score');
    expect(score()).toBe('5 of 6 right, 5 at the first try. Every question is answered.');
  });

  it('says when what was kept could not be read', () => {
    localStorage.setItem(STORED_AS, 'broken');
    document.body.innerHTML = page();
    expect(document.querySelector('[data-trouble]')!.textContent).toContain('could not be read');
  });

  it('shows what another tab keeps meanwhile', () => {
    keep({ one: { right: true, tries: 1, shown: false } });
    dispatchEvent(new StorageEvent('storage', { key: STORED_AS }));
    expect(states()[0]).toBe('right');
  });

  it('starts over when the reader confirms', async () => {
    const one = at('one');
    await one.pick('i2');
    await one.press('check');
    const ask = globalThis.confirm;
    globalThis.confirm = () => false;
    await userEvent.click(document.querySelector('[data-start-over]')!);
    expect(states()[0]).toBe('right');
    globalThis.confirm = () => true;
    await userEvent.click(document.querySelector('[data-start-over]')!);
    globalThis.confirm = ask;
    expect(states()).toEqual(Object.keys(key).map(() => 'open'));
    expect(one.offered()).toEqual(['Check']);
    expect(focused()).toBe('one');
  });
});
