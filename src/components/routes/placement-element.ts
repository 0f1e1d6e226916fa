/** `<fd-placement>`: the first answer to each question counts; what they propose stands at the end. Nothing is kept and nothing is sent. */
import type { QuizKey } from '../../quiz/judge.ts';
import { proposalFrom, type Outcome } from '../../routes/placement.ts';
import { bindQuestion, type BoundQuestion } from '../quiz/question-form.ts';

interface Asked {
  lesson: number;
  outcome: Outcome;
  question: BoundQuestion;
}

class PlacementElement extends HTMLElement {
  #asked: Asked[] = [];

  connectedCallback(): void {
    if (this.#asked.length > 0) return;
    const key = JSON.parse(this.querySelector('[data-key]')!.textContent) as QuizKey;
    this.#asked = [...this.querySelectorAll('form')].map((form, index): Asked => {
      const settle = (outcome: Outcome) => this.#settle(index, outcome);
      const question = bindQuestion(form, key[form.dataset.question!]!, {
        checked: (right) => settle(right ? 'right' : 'missed'),
        shown: () => settle('missed'),
        next: () => this.#next(index),
      });
      return { lesson: Number(form.closest<HTMLElement>('[data-lesson]')!.dataset.lesson), outcome: 'open', question };
    });
    this.querySelector('[data-start-over]')!.addEventListener('click', () => this.#startOver());
    this.#paint();
  }

  /** A second try teaches, but it does not place. */
  #settle(index: number, outcome: Outcome): void {
    const asked = this.#asked[index]!;
    if (asked.outcome !== 'open') return;
    asked.outcome = outcome;
    this.#paint();
  }

  #next(from: number): void {
    const following = this.#asked[from + 1];
    if (following) following.question.focus();
    else this.querySelector<HTMLElement>('[data-proposal-heading]')!.focus();
  }

  #startOver(): void {
    for (const asked of this.#asked) {
      asked.outcome = 'open';
      asked.question.reset();
    }
    this.#paint();
    this.#asked[0]?.question.focus();
  }

  #paint(): void {
    const proposal = proposalFrom(this.#asked);
    this.querySelector('[data-proposal-why]')!.textContent =
      proposal?.why ?? 'Answer some questions first. Each one that is left open will count as missed.';
    this.querySelector<HTMLElement>('[data-start-over]')!.hidden = !proposal;
    for (const list of this.querySelectorAll<HTMLElement>('[data-list]')) {
      const shown = list.dataset.list === 'read' ? proposal?.read : proposal?.enough;
      list.hidden = !shown?.length;
      for (const entry of list.querySelectorAll<HTMLElement>('[data-entry]')) {
        const asked = this.#asked.find(({ lesson }) => lesson === Number(entry.dataset.entry))!;
        entry.hidden = !shown?.includes(asked.lesson);
        entry.querySelector('[data-outcome]')!.textContent = WORDS[asked.outcome];
        entry.toggleAttribute('data-begin', asked.lesson === proposal?.begin);
        entry.querySelector<HTMLElement>('[data-here]')!.hidden = asked.lesson !== proposal?.begin;
      }
    }
  }
}

const WORDS: Record<Outcome, string> = {
  right: 'right: the question on',
  missed: 'missed: the question on',
  open: 'left open: the question on',
};

customElements.define('fd-placement', PlacementElement);
