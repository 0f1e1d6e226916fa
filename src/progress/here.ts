/** The progress of whoever reads this page. */
import { openProgress } from './progress-store.ts';

export const progress = openProgress({ open: () => localStorage, now: () => new Date(), page: globalThis });
