/** What axe holds against every page of the site, as one reader sees it. A file for each reader, so that they look side by side. */
import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { MISSING } from './course-pages.ts';
import { readers } from './reader.ts';
import { scrollToEnd } from './scrolling.ts';

/** Of lessons, quizzes and exercises there are many: each kind is seen by both readers, and each page by one of them. */
const ONE_OF_MANY = /^(?:lessons|quizzes|exercises|architecture)\/./;

/** @param turn - 0 or 1: which reader this is */
export async function itIsAccessible(reader: { width: number; theme: 'light' | 'dark' }, turn: 0 | 1): Promise<void> {
  const axe = await readFile(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  const read = readers();
  const pages = [...inject('sitePages'), MISSING].filter((path, index) => !ONE_OF_MANY.test(path) || index % 2 === turn);

  async function violationsOn(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    // What passes is most of a page, and to write it all down takes a third of the time.
    const results: AxeResults = await page.evaluate("axe.run({ resultTypes: ['violations'] })");
    return results.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
  }

  describe.each(pages)('/%s', (path) => {
    it(`has no accessibility violation at ${reader.width} px, ${reader.theme}, and scrolls in one direction only at 320 px`, async () => {
      const seen = await read(inject('siteUrl') + path, reader, async (page) => {
        await scrollToEnd(page);
        const violations = await violationsOn(page);
        await page.setViewportSize({ width: 320, height: 800 });
        return { violations, wider: await page.evaluate(pixelsBesideTheWindow) };
      });
      expect(seen).toEqual({ violations: [], wider: 0 });
    });
  });
}

/** How much wider than its window a page is, once it has drawn itself anew. */
async function pixelsBesideTheWindow(): Promise<number> {
  const { promise: drawn, resolve } = Promise.withResolvers<void>();
  requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  await drawn;
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}
