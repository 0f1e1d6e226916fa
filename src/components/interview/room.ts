/** The interview room: filters its questions, keeps the ratings, and says where the reader stands. Without scripts the questions stand there whole. */
import type { ProgressStore } from '../../progress/progress-store.ts';
import { ratingsStore } from '../../interview/ratings-store.ts';
import { RATINGS, standingInWords, standingOf } from '../../interview/ratings.ts';
import { bindQuestion } from './question.ts';
import { filterRoom } from './room-filter.ts';

interface Browser {
  progress: ProgressStore;
  /** Milliseconds since any fixed moment. */
  now: () => number;
}

export function openRoom(room: HTMLElement, { progress, now }: Browser): void {
  const store = ratingsStore(progress);
  const sections = [...room.querySelectorAll<HTMLElement>('[data-section]')].map((section) => ({
    standing: section.querySelector('[data-standing]')!,
    questions: [...section.querySelectorAll<HTMLElement>('[data-question]')].map((article) => bindQuestion(article, { store, now })),
  }));
  const questions = sections.flatMap((section) => section.questions);
  const forget = room.querySelector<HTMLElement>('[data-forget]')!;

  function paint(): void {
    const ratings = store.ratings();
    for (const question of questions) question.paint();
    for (const section of sections) section.standing.textContent = `${standingInWords(standingOf(ratings, section.questions))}.`;
    const standing = standingOf(ratings, questions);
    room.querySelector('[data-room-standing]')!.textContent = `${standingInWords(standing)}.`;
    forget.hidden = RATINGS.every((rating) => standing[rating] === 0);
    room.querySelector('[data-trouble]')!.textContent = progress.trouble();
  }

  forget.addEventListener('click', () => {
    if (!confirm('Forget all your ratings?')) return;
    store.forget();
    for (const question of questions) question.reset();
    room.querySelector<HTMLElement>('.filter input')!.focus();
  });
  filterRoom(room);
  progress.watch(paint);
  paint();
}
