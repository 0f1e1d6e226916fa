/**
 * The three typefaces, from packages, latin only. Served by the site itself; Astro computes fallbacks with their metrics.
 *
 * - Headings: Literata. A humanist serif drawn for long reading; sturdy and warm, not a display face.
 * - Text: Source Sans 3. Plain, small to load, and its figures are tabular from the start: a course about numbers has columns.
 * - Code: IBM Plex Mono. 0O and 1lI cannot be mixed up, and it has no ligatures: a reader sees the characters that were typed.
 *
 * `display: optional` never moves text: a preloaded face that is there in time is used, otherwise this one page view keeps
 * the fallback and the next has the face from the cache. So every face is preloaded, and there are only four.
 */
import { fontProviders } from 'astro/config';

/** Declared in styles/signs/signs.css. */
const SIGNS = 'Front Desk Signs';

const provider = fontProviders.local();

export const fonts = [
  {
    name: 'Literata',
    cssVariable: '--fd-font-serif',
    provider,
    fallbacks: [SIGNS, 'Georgia', 'serif'],
    display: 'optional' as const,
    options: { variants: [face('@fontsource-variable/literata/files/literata-latin-wght-normal.woff2', '200 900')] },
  },
  {
    name: 'Source Sans 3',
    cssVariable: '--fd-font-sans',
    provider,
    fallbacks: [SIGNS, 'sans-serif'],
    display: 'optional' as const,
    options: {
      variants: [
        face('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', '200 900'),
        face('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-italic.woff2', '200 900', 'italic'),
      ],
    },
  },
  {
    name: 'IBM Plex Mono',
    cssVariable: '--fd-font-mono',
    provider,
    fallbacks: [SIGNS, 'monospace'],
    display: 'optional' as const,
    options: {
      variants: [face('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2', 400)],
    },
  },
];

type Variants = NonNullable<Parameters<typeof provider.resolveFont>[0]['options']>['variants'];

function face(file: string, weight: string | number, style: 'normal' | 'italic' = 'normal'): Variants[number] {
  return { src: [file], weight, style };
}
