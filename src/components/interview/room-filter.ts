/** The filter of the interview room. It is hidden until this runs: without scripts every question stands there. */
import { isWanted } from '../../interview/filter.ts';

export function filterRoom(room: HTMLElement): void {
  const box = room.querySelector<HTMLElement>('.filter')!;
  const text = box.querySelector('input')!;
  const lesson = box.querySelector<HTMLSelectElement>('select[name=lesson]')!;
  const level = box.querySelector<HTMLSelectElement>('select[name=level]')!;
  const output = box.querySelector('output')!;
  const questions = [...room.querySelectorAll<HTMLElement>('[data-question]')].map((article) => ({
    article,
    listed: {
      text: [...article.querySelectorAll('h3, .tests, legend')].map((part) => part.textContent).join(' '),
      lesson: article.dataset.lesson!,
      level: article.dataset.level!,
    },
  }));

  const apply = () => {
    const wanted = { text: text.value.trim(), lesson: lesson.value, level: level.value };
    for (const { article, listed } of questions) article.hidden = !isWanted(listed, wanted);
    for (const section of room.querySelectorAll<HTMLElement>('[data-section]'))
      section.hidden = !section.querySelector('[data-question]:not([hidden])');
    const shown = questions.filter(({ article }) => !article.hidden).length;
    output.textContent = shown === questions.length ? '' : `${shown} of ${questions.length} questions have that.`;
  };

  /** A link to a question shows it, whatever the filter says, and opens it. */
  const goToTarget = () => {
    const target = questions.find(({ article }) => `#${article.id}` === location.hash)?.article;
    if (!target) return;
    if (target.hidden) {
      text.value = lesson.value = level.value = '';
      apply();
    }
    target.querySelector<HTMLDetailsElement>('[data-attempt]')!.open = true;
    target.scrollIntoView();
  };

  box.addEventListener('input', apply);
  window.addEventListener('hashchange', goToTarget);
  apply();
  box.hidden = false;
  goToTarget();
}
