/** Says where the reader was, and what comes next, with the way there. */
import type { Renamed } from '../../grader/progress/progress.ts';
import { withNamesOfToday } from '../../progress/names-of-today.ts';
import type { Stop } from '../../progress/outline.ts';
import type { ProgressStore } from '../../progress/progress-store.ts';
import { stopWords, whereYouWere } from '../../progress/where-you-were.ts';

interface Course {
  /** The address of the home page. */
  root: string;
  stops: Stop[];
  renamed: Renamed[];
}

export function showWhereYouWere(box: HTMLElement, progress: ProgressStore): void {
  const { root, stops, renamed } = JSON.parse(box.querySelector('[data-course]')!.textContent) as Course;
  const [goOn, then] = [box.querySelector('[data-go-on]')!, box.querySelector('[data-then]')!];

  function paint(): void {
    const where = whereYouWere(withNamesOfToday(progress.records(), renamed), stops);
    goOn.replaceChildren(...(where ? ['Go on with ', ...wayTo(where.goOn), '.'] : []));
    then.replaceChildren(...(where?.next ? ['Then ', ...wayTo(where.next), '.'] : []));
    box.dataset.shown = '';
  }

  function wayTo(stop: Stop): (string | Node)[] {
    const way = document.createElement('a');
    way.href = `${root}${stop.path}/`;
    way.textContent = stop.title;
    return [`${stopWords(stop)}: `, way];
  }

  progress.watch(paint);
  paint();
}
