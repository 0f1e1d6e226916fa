import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import { describe, expect, inject, it } from 'vitest';
import { MISSING } from './support/course-pages.ts';
import { readers } from './support/reader.ts';
import { scrollToEnd } from './support/scrolling.ts';

const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const read = readers();

describe.each([...inject('sitePages'), MISSING])('/%s', (path) => {
  it.each([
    { width: 360, theme: 'dark' },
    { width: 1280, theme: 'light' },
  ] as const)('has no accessibility violation at $width px, $theme', async (reader) => {
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
});
