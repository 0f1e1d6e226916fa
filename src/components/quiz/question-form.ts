/** Makes the form of one question work: reads the answer, paints the judgement, reveals explanations. */
import { judge, type Answer, type QuestionKey } from '../../quiz/judge.ts';
import { typedNumber } from '../../quiz/typed-number.ts';

export interface BoundQuestion {
  focus(): void;
  reset(): void;
}

interface Listeners {
  checked(right: boolean): void;
  /** The reader asked for the answer. */
  shown(): void;
  next(): void;
}

const WORDS = { right: '✓ Right', wrong: '✗ Wrong' };

export function bindQuestion(form: HTMLFormElement, key: QuestionKey, listeners: Listeners): BoundQuestion {
  const find = <E extends HTMLElement>(selector: string) => form.querySelector<E>(selector)!;
  const buttons = { check: find('[data-check]'), show: find('[data-show]'), again: find('[data-again]'), next: find('[data-next]') };
  const whys = [...form.querySelectorAll<HTMLElement>('[data-why]')];
  /** Where explanations stay, out of sight, until they are earned or asked for. */
  const answers = find('.answers');
  const heading = find('h2');
  const code = form.querySelector('.bug-code');
  const order = form.querySelector('ol.order');
  const shownOrder = order ? [...order.children] : [];
  /** The last answer that was checked: checking it again is not another try. */
  let checked = '';

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answer = answerIn(form, key);
    if (typeof answer === 'string') {
      say(answer);
      form.querySelector<HTMLElement>('[name="answer"], select')?.focus();
      return;
    }
    const { right, marks, sentence } = judge(key, answer);
    clear();
    for (const [id, verdict] of Object.entries(marks)) {
      mark(id, verdict);
      if (explainsPick(verdict)) explain(id);
    }
    say(sentence, right);
    if (JSON.stringify(answer) !== checked) {
      checked = JSON.stringify(answer);
      listeners.checked(right);
    }
    if (right) finish();
    else offer('check', 'show', 'next');
  });

  form.addEventListener('input', clear);
  buttons.show.addEventListener('click', () => {
    clear();
    fillIn(form, key);
    if (key.kind === 'one' || key.kind === 'several' || key.kind === 'bug') for (const id of key.right) mark(id, 'right');
    say('Here is the answer.');
    listeners.shown();
    finish();
  });
  buttons.again.addEventListener('click', () => {
    reset();
    heading.focus();
  });
  buttons.next.addEventListener('click', () => listeners.next());
  order?.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-move]');
    if (button) move(button);
  });
  reset();

  /** Right items of a match and of an order would give the others away; for what was picked, its own explanation helps. */
  function explainsPick(verdict: 'right' | 'wrong'): boolean {
    return key.kind !== 'order' && (key.kind !== 'match' || verdict === 'right');
  }

  function finish(): void {
    if (key.kind === 'number' || key.kind === 'output') explain('answer');
    else for (const item of [...form.querySelectorAll<HTMLElement>('[data-item]')].toReversed()) explain(item.dataset.item!);
    for (const control of controls()) control.disabled = true;
    // With its radio buttons off, nothing inside would let the keyboard scroll long lines.
    code?.setAttribute('tabindex', '0');
    offer('again', 'next');
    buttons.next.focus();
  }

  function reset(): void {
    for (const control of controls()) control.disabled = false;
    code?.removeAttribute('tabindex');
    form.reset();
    order?.append(...shownOrder);
    checked = '';
    clear();
    offer('check');
  }

  function controls(): NodeListOf<HTMLInputElement | HTMLButtonElement> {
    return form.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input, textarea, select, [data-move]');
  }

  function clear(): void {
    for (const item of form.querySelectorAll<HTMLElement>('[data-item]')) {
      delete item.dataset.verdict;
      const label = item.querySelector('[data-mark]');
      if (label) label.textContent = '';
    }
    answers.append(...whys);
    say('');
  }

  function mark(id: string, verdict: 'right' | 'wrong'): void {
    const item = find(`[data-item="${id}"]`);
    item.dataset.verdict = verdict;
    const label = item.querySelector('[data-mark]');
    if (label) label.textContent = WORDS[verdict];
  }

  /** Puts what explains an item under it; an explanation that lines share stands under the first that asks for it: the one picked, or in the end the last. */
  function explain(id: string): void {
    const texts = whys.filter((why) => why.dataset.why!.split(' ').includes(id) && why.parentElement === answers);
    find(`[data-item="${id}"] [data-slot]`).append(...texts);
  }

  function say(text: string, right = false): void {
    const verdict = find('[data-sentence]');
    verdict.toggleAttribute('data-right', right);
    verdict.textContent = text;
  }

  function offer(...names: (keyof typeof buttons)[]): void {
    for (const [name, button] of Object.entries(buttons)) button.hidden = !names.includes(name as keyof typeof buttons);
  }

  function move(button: HTMLElement): void {
    const item = button.closest('li')!;
    const neighbor = button.dataset.move === 'up' ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbor) return;
    clear();
    if (button.dataset.move === 'up') neighbor.before(item);
    else neighbor.after(item);
    button.focus();
    say(`Now ${[...item.parentElement!.children].indexOf(item) + 1} of ${shownOrder.length}.`);
  }

  return { focus: () => heading.focus(), reset };
}

/** The answer that the form holds, or what the reader has to do first. */
function answerIn(form: HTMLFormElement, key: QuestionKey): Answer | string {
  const data = new FormData(form);
  const picked = data.getAll('answer').map(String);
  switch (key.kind) {
    case 'one':
      return picked.length > 0 ? { picked } : 'Pick an answer first.';
    case 'bug':
      return picked.length > 0 ? { picked } : 'Pick a line first.';
    case 'several':
      return picked.length > 0 ? { picked } : 'Pick at least one answer first.';
    case 'order':
      return { picked: [...form.querySelectorAll<HTMLElement>('li[data-item]')].map((item) => item.dataset.item!) };
    case 'match': {
      const choices = Object.fromEntries(Object.keys(key.right).map((id) => [id, String(data.get(id))]));
      return Object.values(choices).every(Boolean) ? { choices } : 'Choose something for each first.';
    }
    case 'output':
      return { text: picked[0] ?? '' };
    case 'number': {
      const value = typedNumber(picked[0] ?? '');
      return value === undefined ? 'Type a number first, such as 10,000 or 0.5.' : { value };
    }
  }
}

/** Puts the right answer into the form. */
function fillIn(form: HTMLFormElement, key: QuestionKey): void {
  switch (key.kind) {
    case 'one':
    case 'bug':
    case 'several':
      for (const input of form.querySelectorAll<HTMLInputElement>('[name="answer"]')) {
        input.checked = key.right.includes(input.value) && (key.kind === 'several' || input.value === key.right[0]);
      }
      break;
    case 'order': {
      const list = form.querySelector('ol.order')!;
      list.append(...key.right.map((id) => form.querySelector(`[data-item="${id}"]`)!));
      break;
    }
    case 'match':
      for (const [id, choice] of Object.entries(key.right)) form.querySelector<HTMLSelectElement>(`[name="${id}"]`)!.value = choice;
      break;
    case 'output':
      form.querySelector<HTMLTextAreaElement>('[name="answer"]')!.value = key.right;
      break;
    case 'number':
      form.querySelector<HTMLInputElement>('[name="answer"]')!.value = key.right.toLocaleString('en-US', { maximumFractionDigits: 10 });
  }
}
