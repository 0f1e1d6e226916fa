import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { searchAndOffline } from './src/offline/integration.ts';
import { normalizedBase } from './src/site/base-path.ts';
import { bundledAhead } from './src/site/bundled-ahead.ts';
import { componentsOnAThread } from './src/site/components-on-a-thread.ts';
import { fonts } from './src/site/fonts.ts';
import { runnerForSuites, subjectWorkerText } from './src/site/judge-in-the-page.ts';
import { addBasePath, keepWhole, letNamesBreak, letTablesScroll } from './src/site/markdown.ts';

// Whoever studies here is not counted.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

// Where the site is published: SITE_URL=https://example.org SITE_BASE=/front-desk/ npm run build. Neither is needed at home.
const base = normalizedBase(process.env.SITE_BASE);

export default defineConfig({
  site: process.env.SITE_URL,
  base,
  devToolbar: { enabled: false },
  // A course is read in order, on a phone too: fetch a page when a reader points at it, not every page that is linked.
  prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
  fonts,
  // Scripts stay files: Vite’s preload marker is not filled in where Astro inlines one that imports on demand.
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Astro marks each page with a directive of its own, reads it, and needs it no more: not worth eight lines a page.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    plugins: [runnerForSuites(), subjectWorkerText(), bundledAhead('src/type-service/type.worker.ts'), componentsOnAThread()],
    worker: { format: 'es', plugins: () => [runnerForSuites()] },
  },
  // Marks are curly where they are written (npm run check:content).
  markdown: {
    processor: satteri({
      features: { smartPunctuation: false },
      hastPlugins: [addBasePath({ base }), letTablesScroll(), letNamesBreak(), keepWhole()],
    }),
  },
  integrations: [
    starlight({
      title: 'Front Desk',
      description: 'A course that teaches Amazon API Gateway by having you build one: lessons, quizzes, and code that is graded.',
      favicon: '/favicon.svg',
      credits: false,
      // Our own integration makes the index, and our own box searches it.
      pagefind: false,
      disable404Route: true,
      routeMiddleware: './src/site/route-data.ts',
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      markdown: { processedDirs: ['./content/lessons/', './content/exercises/'] },
      customCss: [
        './src/styles/tokens.css',
        './src/styles/signs/signs.css',
        './src/styles/theme.css',
        './src/styles/prose.css',
        './src/styles/play.css',
        './src/styles/print.css',
      ],
      components: {
        Hero: './src/components/site/HomeTitle.astro',
        Footer: './src/components/site/Footer.astro',
        Head: './src/components/site/Head.astro',
        PageFrame: './src/components/site/PageFrame.astro',
        PageTitle: './src/components/site/PageTitle.astro',
        Pagination: './src/components/site/Pagination.astro',
        Search: './src/components/site/search/Search.astro',
        Sidebar: './src/components/site/Sidebar.astro',
        SiteTitle: './src/components/site/SiteTitle.astro',
      },
    }),
    // What holds no component is one piece of HTML, which is neither compiled nor rendered.
    mdx({ optimize: true }),
    svelte(),
    // Keeps what all others have written, so it comes last.
    searchAndOffline(),
  ],
});
