/** Shows which blocks of a route are ticked, and keeps what the reader ticks. */
import type { ProgressStore } from '../../progress/progress-store.ts';
import { routeTicks } from '../../routes/ticks.ts';

export function keepTicks(route: HTMLElement, progress: ProgressStore): void {
  const ticks = routeTicks(progress, route.dataset.route!);
  const boxes = [...route.querySelectorAll<HTMLInputElement>('[data-tick]')];
  const say = (selector: string, text: string) => {
    route.querySelector(selector)!.textContent = text;
  };

  function paint(): void {
    const done = ticks.done();
    for (const box of boxes) box.checked = done.has(box.value);
    say('[data-standing]', `${boxes.filter(({ checked }) => checked).length} of ${boxes.length} parts done.`);
    say('[data-trouble]', progress.trouble());
  }

  for (const hidden of route.querySelectorAll<HTMLElement>('.needs-script[hidden]')) hidden.hidden = false;
  route.addEventListener('change', ({ target }) => {
    const box = target as HTMLInputElement;
    ticks.keep(box.value, box.checked);
  });
  progress.watch(paint);
  paint();
}
