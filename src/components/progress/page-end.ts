/** Notes that the reader is on a page, and whether it is read. */
import type { ProgressStore } from '../../progress/progress-store.ts';
import { isRead, withPlace, withRead } from '../../progress/reading.ts';

/** @param end the end of the page, with its path in `data-place` */
export function endPage(end: HTMLElement, progress: ProgressStore): void {
  const path = end.dataset.place!;
  const box = end.querySelector<HTMLInputElement>('[data-read]');
  const trouble = end.querySelector('[data-trouble]');

  // A page that was opened behind another one was not looked at yet; one that is come back to is the last again.
  const note = () => {
    if (document.visibilityState === 'visible') progress.change((records, at) => withPlace(records, at, path));
  };
  document.addEventListener('visibilitychange', note);
  addEventListener('pageshow', ({ persisted }) => persisted && note());
  note();
  if (!box || !trouble) return;

  const paint = () => {
    box.checked = isRead(progress.records(), path);
    trouble.textContent = progress.trouble();
  };
  box.addEventListener('change', () => progress.change((records, at) => withRead(records, at, path, box.checked)));
  progress.watch(paint);
  paint();
}
