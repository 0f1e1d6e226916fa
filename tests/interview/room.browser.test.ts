import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openRoom } from '../../src/components/interview/room.ts';
import { ratingsIn } from '../../src/interview/ratings-store.ts';
import { STORED_AS } from '../../src/progress/progress-store.ts';
import { documentWith, forbidden, progressIn, storageWith, type MemoryStorage } from '../progress/support/storage.ts';

/** The parts that Question.astro gives every question; its rubric has two lines. */
const question = (id: string, lesson: string, level: string) => `
  <article id="${id}" data-question="${id}" data-lesson="${lesson}" data-level="${level}">
    <p><span data-own-standing></span></p>
    <h3>How about ${id}?</h3>
    <details data-attempt>
      <summary>Take the question</summary>
      <output data-clock>2:00</output>
      <button type="button" data-timer data-minutes="2">Start the clock</button>
      <span role="status" data-time-up></span>
      <textarea aria-label="Your answer"></textarea>
      <div data-actions>
        <button type="button" data-answered>I have answered</button>
        <button type="button" data-anyway>Show the answer anyway</button>
      </div>
      <p role="status" data-says></p>
    </details>
    <div class="after" data-after>
      <details data-model>
        <summary>Model answer</summary>
        <p class="tests">Whether ${id} is understood.</p>
        ${['bucket', 'levels']
          .map(
            (line) => `<fieldset data-line="${line}"><legend>The ${line}</legend>
              ${['missing', 'solid', 'strong'].map((rating) => `<label><input type="radio" name="${id}-${line}" value="${rating}">${rating}</label>`).join('')}
            </fieldset>`,
          )
          .join('')}
        <p role="status" data-drawn></p>
        <ul><li data-missed="bucket">How large?</li><li data-missed="levels">Who shares it?</li></ul>
        <button type="button" data-again>Clear my rating and answer again</button>
      </details>
    </div>
  </article>`;

const page = `
  <div data-room>
    <search class="filter" hidden>
      <input type="search" />
      <select name="lesson"><option value="">All</option><option value="07-authorization">7</option><option value="08-throttling">8</option></select>
      <select name="level"><option value="">All</option><option value="mid">Mid</option></select>
      <output></output>
    </search>
    <p data-room-standing></p><p data-trouble></p><button type="button" data-forget hidden>Forget all ratings</button>
    <section id="seven" data-section><p data-standing></p>${question('policies', '07-authorization', 'mid')}</section>
    <section id="eight" data-section><p data-standing></p>${question('buckets', '08-throttling', 'senior')}${question('tiers', '08-throttling', 'mid')}</section>
  </div>`;

let time = 0;

let storage: MemoryStorage;

function open(from: MemoryStorage | (() => never) = storage): void {
  document.body.innerHTML = page;
  openRoom(document.querySelector<HTMLElement>('[data-room]')!, { progress: progressIn(from), now: () => time });
}

beforeEach(() => {
  time = 0;
  location.hash = '';
  storage = storageWith();
  open();
});

const one = <E extends HTMLElement = HTMLElement>(selector: string) => document.querySelector<E>(selector)!;
const at = (id: string) => {
  const inside = <E extends HTMLElement = HTMLElement>(selector: string) => one<E>(`#${id} ${selector}`);
  return {
    one: inside,
    press: (name: string) => userEvent.click(inside(`[data-${name}]`)),
    take: () => userEvent.click(inside('[data-attempt] > summary')),
    rate: (line: string, rating: string) => userEvent.click(inside(`[data-line=${line}] [value=${rating}]`)),
    answerOpen: () => inside('[data-after]').dataset.open !== undefined && inside<HTMLDetailsElement>('[data-model]').open,
    asked: () => [...document.querySelectorAll(`#${id} [data-missed]:not([hidden])`)].map((item) => item.textContent),
  };
};
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('[data-question]')].filter((item) => !item.closest('[hidden]')).map(({ id }) => id);
const kept = () => ratingsIn(storage.records() ?? {});

describe('the filter of the room', () => {
  it('appears with the script, and shows what has the words, the lesson and the level', async () => {
    expect(one('.filter').hidden).toBe(false);
    expect(shown()).toEqual(['policies', 'buckets', 'tiers']);
    await userEvent.selectOptions(one('[name=lesson]'), '08-throttling');
    expect(shown()).toEqual(['buckets', 'tiers']);
    expect(one('#seven').hidden).toBe(true);
    await userEvent.selectOptions(one('[name=level]'), 'mid');
    expect(shown()).toEqual(['tiers']);
    expect(one('.filter output').textContent).toBe('1 of 3 questions have that.');
    await userEvent.fill(one('input[type=search]'), 'Understood policies');
    expect(shown()).toEqual([]);
  });

  it('gives way to a link that leads to a question, and opens it', async () => {
    await userEvent.fill(one('input[type=search]'), 'policies');
    location.hash = '#tiers';
    await expect.poll(shown).toEqual(['policies', 'buckets', 'tiers']);
    expect(at('tiers').one<HTMLDetailsElement>('[data-attempt]').open).toBe(true);
  });
});

describe('the answer', () => {
  it('opens once the reader has answered, and has the focus', async () => {
    const question = at('buckets');
    await question.take();
    expect(question.answerOpen()).toBe(false);
    await question.press('answered');
    expect(question.answerOpen()).toBe(true);
    expect(document.activeElement).toBe(question.one('[data-model] > summary'));
    expect(question.one('[data-actions]').hidden).toBe(true);
    expect(at('tiers').answerOpen()).toBe(false);
  });

  it('opens without an answer when the reader asks twice', async () => {
    const question = at('buckets');
    await question.take();
    await question.press('anyway');
    expect(question.answerOpen()).toBe(false);
    expect(question.one('[data-says]').textContent).toContain('Press again');
    await question.press('anyway');
    expect(question.answerOpen()).toBe(true);
  });
});

describe('the clock', () => {
  it('counts down from the minutes of the question, and stops', async () => {
    const question = at('buckets');
    await question.take();
    await question.press('timer');
    expect(question.one('[data-timer]').textContent).toBe('Stop the clock');
    time = 61_000;
    await question.press('timer');
    expect(question.one('[data-clock]').textContent).toBe('0:59');
    expect(question.one('[data-timer]').textContent).toBe('Start the clock');
  });

  it('says when the time is up, and how long the answer took', async () => {
    const question = at('buckets');
    await question.take();
    await question.press('timer');
    time = 125_000;
    await expect.poll(() => question.one('[data-time-up]').textContent).toBe('Time is up. Finish your sentence.');
    await question.press('answered');
    expect(question.one('[data-clock]').textContent).toBe('+0:05');
    expect(question.one('[data-says]').textContent).toBe('You took 2:05.');
  });
});

describe('the rating', () => {
  it('is kept line by line, and summed up for the question, its lesson and the room', async () => {
    const question = at('buckets');
    await question.take();
    await question.press('answered');
    await question.rate('bucket', 'strong');
    expect(kept()).toEqual({ buckets: { bucket: 'strong' } });
    await question.rate('levels', 'solid');
    expect(kept()).toEqual({ buckets: { bucket: 'strong', levels: 'solid' } });
    expect(question.one('[data-own-standing]').textContent).toBe('Your rating: 1 line solid, 1 strong');
    expect(one('#eight [data-standing]').textContent).toBe('1 of 2 questions rated: 1 line solid, 1 strong.');
    expect(one('#seven [data-standing]').textContent).toBe('1 question, none rated yet.');
    expect(one('[data-room-standing]').textContent).toBe('1 of 3 questions rated: 1 line solid, 1 strong.');
  });

  it('draws the follow-ups of the lines that are missing', async () => {
    const question = at('buckets');
    await question.take();
    await question.press('answered');
    expect(question.asked()).toEqual([]);
    await question.rate('bucket', 'missing');
    expect(question.asked()).toEqual(['How large?']);
    await question.rate('levels', 'missing');
    expect(question.asked()).toEqual(['How large?', 'Who shares it?']);
    await question.rate('bucket', 'solid');
    await question.rate('levels', 'solid');
    expect(question.asked()).toEqual([]);
    expect(question.one('[data-drawn]').textContent).toBe('Nothing: no line is missing.');
  });

  it('is there on the next visit, while the answer is closed again', () => {
    open(storageWith({ [STORED_AS]: documentWith({ 'rating/tiers/levels': 'missing' }) }));
    const question = at('tiers');
    expect(question.one<HTMLInputElement>('[data-line=levels] [value=missing]').checked).toBe(true);
    expect(question.asked()).toEqual(['Who shares it?']);
    expect(question.answerOpen()).toBe(false);
  });

  it('can be cleared for another attempt', async () => {
    const question = at('buckets');
    await question.take();
    await userEvent.fill(question.one('textarea'), 'It is a bucket.');
    await question.press('answered');
    await question.rate('bucket', 'missing');
    await question.press('again');
    expect(kept()).toEqual({});
    expect(question.answerOpen()).toBe(false);
    expect(question.one<HTMLTextAreaElement>('textarea').value).toBe('');
    expect(question.one('[data-actions]').hidden).toBe(false);
    expect(document.querySelectorAll('#buckets input:checked')).toHaveLength(0);
    expect(document.activeElement).toBe(question.one('[data-attempt] > summary'));
  });

  it('is forgotten in the whole room when the reader confirms', async () => {
    const question = at('buckets');
    expect(one('[data-forget]').hidden).toBe(true);
    await question.take();
    await question.press('answered');
    await question.rate('bucket', 'missing');
    const ask = globalThis.confirm;
    globalThis.confirm = () => false;
    await userEvent.click(one('[data-forget]'));
    expect(kept()).toEqual({ buckets: { bucket: 'missing' } });
    globalThis.confirm = () => true;
    await userEvent.click(one('[data-forget]'));
    globalThis.confirm = ask;
    expect(kept()).toEqual({});
    expect(one('[data-room-standing]').textContent).toBe('3 questions, none rated yet.');
    expect(document.activeElement).toBe(one('input[type=search]'));
  });

  it('lasts for the visit where the browser keeps nothing, and the reader is told', async () => {
    open(forbidden);
    expect(one('[data-trouble]').textContent).toContain('This browser keeps nothing for this site');
    const question = at('tiers');
    await question.take();
    await question.press('answered');
    await question.rate('levels', 'missing');
    expect(question.asked()).toEqual(['Who shares it?']);
    expect(one('#eight [data-standing]').textContent).toBe('0 of 2 questions rated: 1 line missing.');
  });
});
