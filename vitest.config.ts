import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './tests/site/support/chromium.ts';

/** Hidden suites are run by the grader; wrong answers and attacks are what it grades. */
const graded = ['tests/hidden/**', 'tests/wrong/**', 'tests/attacks/**'];
const component = 'tests/**/*.browser.test.ts';
const needsBrowser = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...graded, ...needsBrowser, component] },
      },
      {
        test: {
          name: 'site',
          include: needsBrowser,
          exclude: [component],
          globalSetup: 'tests/site/support/built-site.ts',
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [svelte()],
        test: {
          name: 'components',
          include: [component],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await chromiumLaunchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
