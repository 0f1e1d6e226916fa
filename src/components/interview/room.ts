/** The interview room: filters its questions, keeps the ratings, and says where the reader stands. Without scripts the questions stand there whole. */
import type { Storage } from '../../quiz/progress-store.ts';
import { openRatings } from '../../interview/ratings-store.ts';
import { RATINGS, standingInWords, standingOf } from '../../interview/ratings.ts';
import { bindQuestion } from './question.ts';
import { filterRoom } from './room-filter.ts';

interface Browser {
  storage: () => Storage;
  /** Milliseconds since any fixed moment. */
  now: () => number;
}

export function openRoom(room: HTMLElement, { storage, now }: Browser): void {
  const store = openRatings(storage);
  const sections = [...room.querySelectorAll<HTMLElement>('[data-section]')].map((section) => ({
    standing: section.querySelector('[data-standing]')!,
    questions: [...section.querySelectorAll<HTMLElement>('[data-question]')].map((article) =>
      bindQuestion(article, { store, now, changed: paint }),
    ),
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
    room.querySelector('[data-trouble]')!.textContent = store.trouble();
  }

  forget.addEventListener('click', () => {
    if (!confirm('Forget all your ratings?')) return;
    store.forget();
    for (const question of questions) question.reset();
    paint();
    room.querySelector<HTMLElement>('.filter input')!.focus();
  });
  filterRoom(room);
  paint();
}
