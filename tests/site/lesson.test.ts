import { describe, expect, inject, it } from 'vitest';
import { LESSON, QUIZ } from './support/course-pages.ts';
import { readers } from './support/reader.ts';
import { scriptsBeforeTouch } from './support/script-weight.ts';
import { scrollToEnd } from './support/scrolling.ts';

const read = readers();
const lesson = () => inject('siteUrl') + LESSON;

/** What a reader may have to download in script before anything is touched, in bytes after gzip. */
const SCRIPT_BUDGET = 45_000;

describe('the lesson page', () => {
  it(`brings at most ${SCRIPT_BUDGET / 1000} kB of script, gzipped, before anything is touched`, async () => {
    expect(await scriptsBeforeTouch(read, lesson())).toBeLessThanOrEqual(SCRIPT_BUDGET);
  });

  it.each([{ width: 360 }, { width: 1280 }])('does not move under the reader at $width px, from top to bottom', async (reader) => {
    const shifts = await read(lesson(), reader, async (page) => {
      await scrollToEnd(page);
      return page.evaluate(layoutShifts);
    });
    expect(shifts).toEqual([]);
  });
});

describe('without scripts', () => {
  it.each([
    { path: LESSON, notice: 'Here stands something to play with, which needs scripts.' },
    { path: QUIZ, notice: 'Checking answers and keeping results need scripts' },
  ])('$path reads from the first heading to the last, and says what needs scripts', async ({ path, notice }) => {
    const unseen = await read(inject('siteUrl') + path, { scripts: false }, async (page) => {
      const text = await page.locator('main').innerText();
      const headings = await page.locator('main h2:visible').allInnerTexts();
      return [...headings, notice].filter((line) => !text.replaceAll(/\s+/g, ' ').includes(line.trim().replaceAll(/\s+/g, ' ')));
    });
    expect(unseen).toEqual([]);
  });
});

/**
 * Runs in the page. Every shift since it was opened, with what moved. The table of contents is fixed to the window: on a busy
 * machine Chrome reports it, once in a while, as moved by the very jumps in which this test scrolls.
 */
async function layoutShifts(): Promise<string[]> {
  type Shift = PerformanceEntry & { value: number; sources: { node?: Element }[] };
  const entries = await new Promise<PerformanceEntryList>((resolve) => {
    new PerformanceObserver((list, observer) => {
      observer.disconnect();
      resolve(list.getEntries());
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
  });
  const moved = (entries as Shift[]).filter(({ sources }) => !sources.every(({ node }) => node?.closest('.right-sidebar-container')));
  return moved.map(({ value, sources }) => {
    return `${value.toFixed(4)}: ${sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? 'a node that is gone').join(', ')}`;
  });
}
