import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';
import { MISSING } from './course-pages.ts';

export interface Reader {
  width?: number;
  theme?: 'light' | 'dark';
  scripts?: boolean;
  /** Sees the page before it goes to the address. */
  before?: (page: Page) => unknown;
}

/**
 * A browser for one test file. Each call of what this returns opens an address the way one reader would, waits until its
 * files and fonts are there, and hands it to the test; nothing is left open.
 */
export function readers() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  return async function read<Result>(
    url: string,
    { width = 1280, theme = 'light', scripts = true, before }: Reader,
    look: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: theme,
      reducedMotion: 'reduce',
      javaScriptEnabled: scripts,
      // One that keeps the whole course at every first visit would slow all of these tests down.
      serviceWorkers: 'block',
    });
    try {
      const page = await context.newPage();
      await before?.(page);
      const answer = await page.goto(url);
      if (!answer?.ok() && !url.endsWith(MISSING)) throw new Error(`${url} answers ${answer?.status()}`);
      await page.evaluate('document.fonts.ready');
      return await look(page);
    } finally {
      await context.close();
    }
  };
}
