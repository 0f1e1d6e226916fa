/** Makes the placement quiz work: the first answer to each question counts and is kept, what they propose stands at the end. */
import type { QuizKey } from '../../quiz/judge.ts';
import type { ProgressStore } from '../../progress/progress-store.ts';
import { quizProgress } from '../../quiz/progress-store.ts';
import type { Result } from '../../quiz/progress.ts';
import { proposalFrom, type Outcome } from '../../routes/placement.ts';
import { bindQuestion, type BoundQuestion } from '../quiz/question-form.ts';

interface Asked {
  id: string;
  lesson: number;
  question: BoundQuestion;
  /** Where it says how the question was counted. */
  counted: HTMLElement;
}

export function openPlacement(quiz: HTMLElement, progress: ProgressStore): void {
  const find = <E extends HTMLElement>(selector: string) => quiz.querySelector<E>(selector)!;
  const key = JSON.parse(find('[data-key]').textContent) as QuizKey;
  const store = quizProgress(progress, 'placement');
  const asked = [...quiz.querySelectorAll('form')].map((form, index): Asked => {
    const id = form.dataset.question!;
    const place = form.closest<HTMLElement>('[data-lesson]')!;
    const question = bindQuestion(form, key[id]!, {
      checked: (right) => settle(id, { right, tries: 1, shown: false }),
      shown: () => settle(id, { right: false, tries: 0, shown: true }),
      next: () => goOn(index),
    });
    return { id, lesson: Number(place.dataset.lesson), question, counted: place.querySelector('[data-counted]')! };
  });
  find('[data-start-over]').addEventListener('click', startOver);
  progress.watch(paint);
  paint();

  /** A second try teaches, but it does not place. */
  function settle(id: string, result: Result): void {
    if (!store.results()[id]) store.keep(id, result);
  }

  /** To the next question that is not answered yet; after the last one, to the proposal. */
  function goOn(from: number): void {
    const following = asked.slice(from + 1).find(({ id }) => !store.results()[id]);
    if (following) following.question.focus();
    else find('[data-proposal-heading]').focus();
  }

  function startOver(): void {
    if (!confirm('Forget your answers of this quiz and start over?')) return;
    store.forget();
    for (const { question } of asked) question.reset();
    asked[0]?.question.focus();
  }

  function paint(): void {
    const results = store.results();
    const placed = asked.map(({ id, lesson }) => ({ lesson, outcome: outcomeOf(results[id]) }));
    const proposal = proposalFrom(placed);
    asked.forEach(({ counted }, index) => {
      counted.textContent = COUNTED[placed[index]!.outcome];
    });
    find('[data-trouble]').textContent = progress.trouble();
    find('[data-proposal-why]').textContent =
      proposal?.why ?? 'Answer some questions first. Each one that is left open will count as missed.';
    find('[data-start-over]').hidden = !proposal;
    for (const list of quiz.querySelectorAll<HTMLElement>('[data-list]')) {
      const shown = list.dataset.list === 'read' ? proposal?.read : proposal?.enough;
      list.hidden = !shown?.length;
      for (const entry of list.querySelectorAll<HTMLElement>('[data-entry]')) {
        const { lesson, outcome } = placed.find((one) => one.lesson === Number(entry.dataset.entry))!;
        entry.hidden = !shown?.includes(lesson);
        entry.querySelector('[data-outcome]')!.textContent = OUTCOMES[outcome];
        entry.toggleAttribute('data-begin', lesson === proposal?.begin);
        entry.querySelector<HTMLElement>('[data-here]')!.hidden = lesson !== proposal?.begin;
      }
    }
  }
}

function outcomeOf(result: Result | undefined): Outcome {
  if (!result) return 'open';
  return result.right ? 'right' : 'missed';
}

/** Said under a question. */
const COUNTED: Record<Outcome, string> = { right: 'Counted as right.', missed: 'Counted as missed.', open: '' };

/** Said before what a question is about, in the list of lessons. */
const OUTCOMES: Record<Outcome, string> = {
  right: 'Right: the question on',
  missed: 'Missed: the question on',
  open: 'Left open: the question on',
};
