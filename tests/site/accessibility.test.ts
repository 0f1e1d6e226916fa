import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import { describe, expect, inject, it } from 'vitest';
import { MISSING } from './support/course-pages.ts';
import { readers } from './support/reader.ts';
import { scrollToEnd } from './support/scrolling.ts';

const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const read = readers();

const READERS = [
  { width: 360, theme: 'dark' },
  { width: 1280, theme: 'light' },
] as const;

/** A page of its own kind is seen by both. Of lessons, quizzes and briefs there are many, so each kind is seen by both and each page by one. */
function readersOf(path: string, index: number): readonly (typeof READERS)[number][] {
  return /^(?:lessons|quizzes|exercises)\/./.test(path) ? [READERS[index % READERS.length]!] : READERS;
}

describe.each([...inject('sitePages'), MISSING].map((path, index) => ({ path, seenBy: readersOf(path, index) })))(
  '/$path',
  ({ path, seenBy }) => {
    it.each(seenBy)('has no accessibility violation at $width px, $theme', async (reader) => {
      const violations = await read(inject('siteUrl') + path, reader, async (page) => {
        await scrollToEnd(page);
        await page.evaluate(axe);
        const results: AxeResults = await page.evaluate('axe.run()');
        return results.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
      });
      expect(violations).toEqual([]);
    });

    it('scrolls in one direction only at 320 px', async () => {
      const wider = await read(inject('siteUrl') + path, { width: 320 }, (page) =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      );
      expect(wider).toBeLessThanOrEqual(0);
    });
  },
);
