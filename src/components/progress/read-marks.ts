/** Marks links to pages that were read. */
import type { ProgressStore } from '../../progress/progress-store.ts';
import { isRead } from '../../progress/reading.ts';
import { pagePath } from '../../site/base-path.ts';

export function markReadPages(links: Iterable<HTMLAnchorElement>, progress: ProgressStore): void {
  const all = [...links];
  const paint = () => {
    const records = progress.records();
    for (const link of all) link.toggleAttribute('data-read', isRead(records, pagePath(link.pathname)));
  };
  progress.watch(paint);
  paint();
}
