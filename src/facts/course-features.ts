/** The course's own feature matrix, for pages and components: read by Vite when the site is built. */
import { courseLedger } from './course-ledger.ts';
import { loadFeatures } from './features.ts';

const texts = import.meta.glob<string>('/content/features/*.yaml', { query: '?raw', import: 'default', eager: true });

export const courseFeatures = loadFeatures(
  Object.entries(texts).map(([path, text]) => ({ path: path.slice(1), text })),
  courseLedger,
);
