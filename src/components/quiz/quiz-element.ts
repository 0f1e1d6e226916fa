/** `<fd-quiz>`: checks answers, keeps results, leads from question to question. */
import type { QuizKey } from '../../quiz/judge.ts';
import { progress } from '../../progress/here.ts';
import { quizProgress, type QuizProgress } from '../../quiz/progress-store.ts';
import { afterCheck, afterShown, scoreOf, type Result } from '../../quiz/progress.ts';
import { bindQuestion, type BoundQuestion } from './question-form.ts';

class QuizElement extends HTMLElement {
  #questions = new Map<string, BoundQuestion>();
  #store!: QuizProgress;

  connectedCallback(): void {
    if (this.#questions.size > 0) return;
    this.#store = quizProgress(progress, this.dataset.quiz!);
    const key = JSON.parse(this.querySelector('[data-key]')!.textContent) as QuizKey;
    for (const form of this.querySelectorAll('form')) {
      const id = form.dataset.question!;
      const keep = (result: Result) => this.#store.keep(id, result);
      const question = bindQuestion(form, key[id]!, {
        checked: (right) => keep(afterCheck(this.#store.results()[id], right)),
        shown: () => keep(afterShown(this.#store.results()[id])),
        next: () => this.#next(id),
      });
      this.#questions.set(id, question);
    }
    this.querySelector('[data-start-over]')!.addEventListener('click', () => this.#startOver());
    progress.watch(() => this.#paint());
    this.#paint();
  }

  /** To the next question that has something left to find out; when there is none, to the score. */
  #next(from: string): void {
    const ids = [...this.#questions.keys()];
    const results = this.#store.results();
    const later = ids.slice(ids.indexOf(from) + 1);
    const open = [...later, ...ids].find((id) => id !== from && !results[id]?.right && !results[id]?.shown);
    if (open) this.#questions.get(open)!.focus();
    else this.querySelector<HTMLElement>('[data-score-heading]')!.focus();
  }

  #startOver(): void {
    const { results } = this.#store;
    if (Object.keys(results()).length > 0 && !confirm('Forget your results of this quiz and start over?')) return;
    this.#store.forget();
    for (const question of this.#questions.values()) question.reset();
    this.#questions.values().next().value?.focus();
  }

  #paint(): void {
    const ids = [...this.#questions.keys()];
    const results = this.#store.results();
    const links = this.querySelectorAll<HTMLElement>('.quiz-map a');
    ids.forEach((id, index) => {
      const { state, text } = stateOf(results[id]);
      links[index]!.dataset.state = state;
      links[index]!.querySelector('[data-state-text]')!.textContent = text && `, ${text}`;
    });
    const { total, right, firstTry, done } = scoreOf(results, ids);
    const first = right > 0 ? `, ${firstTry} at the first try` : '';
    const open = total - done;
    this.querySelector('[data-score]')!.textContent =
      `${right} of ${total} right${first}. ` +
      (open > 0 ? `${open} ${open === 1 ? 'question is' : 'questions are'} still open.` : 'Every question is answered.');
    this.querySelector('[data-trouble]')!.textContent = progress.trouble();
  }
}

function stateOf(result: Result | undefined): { state: string; text: string } {
  if (!result) return { state: 'open', text: '' };
  if (result.right) return { state: 'right', text: result.tries === 1 ? 'right at the first try' : `right after ${result.tries} tries` };
  return result.shown ? { state: 'shown', text: 'answer shown' } : { state: 'wrong', text: 'not right yet' };
}

customElements.define('fd-quiz', QuizElement);
