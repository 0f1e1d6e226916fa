/** The course's own ledger, for pages and components: read by Vite when the site is built. */
import { loadLedger } from './ledger.ts';

const texts = import.meta.glob<string>('/content/facts/*.yaml', { query: '?raw', import: 'default', eager: true });

export const courseLedger = loadLedger(Object.entries(texts).map(([path, text]) => ({ path: path.slice(1), text })));
