import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './tests/site/support/chromium.ts';

/** Suites that only make sense with a judge, and the submissions that they are run against. */
const judged = ['tests/hidden/**', 'tests/wrong/**', 'tests/attacks/**', 'tests/browser/suites/**'];
const site = 'tests/site/**/*.test.ts';
const browser = 'tests/browser/**/*.test.ts';
const components = 'tests/**/*.browser.test.ts';

/** A browser takes its time on a busy machine. */
const patient = { testTimeout: 60_000, hookTimeout: 180_000, expect: { poll: { timeout: 10_000 } } };

export default defineConfig({
  test: {
    // Vitest leaves one core free, which on two cores means that one file runs after the other.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...judged, site, browser, components],
          setupFiles: ['tests/support/recorded-seed.ts'],
          // A judge takes its time to start on a busy machine.
          hookTimeout: 30_000,
        },
      },
      { test: { name: 'browser', include: [browser], exclude: [...judged, components], ...patient } },
      { test: { name: 'site', include: [site], exclude: [components], globalSetup: 'tests/site/support/built-site.ts', ...patient } },
      {
        plugins: [svelte({ configFile: false })],
        // Found late, they would make Vite load a page anew in the middle of its tests.
        optimizeDeps: {
          include: [
            '@codemirror/autocomplete',
            '@codemirror/commands',
            '@codemirror/lang-javascript',
            '@codemirror/language',
            '@codemirror/search',
            '@codemirror/state',
            '@codemirror/view',
            '@lezer/highlight',
            '@lezer/javascript',
            '@vitest/expect',
            'axe-core',
            'diff',
            'fflate',
            'idb',
          ],
        },
        test: {
          name: 'components',
          include: [components],
          ...patient,
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
