/** How long a learner waits for a verdict in the page, in Chromium, beside the terminal of the same machine. */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../tests/site/support/chromium.ts';
import { siteBuild } from '../tests/site/support/site-build.ts';
import { serveFolder } from '../tests/site/support/static-server.ts';
import { coldGrade, openWatch } from './grading.ts';
import { inTurns, summarize, type Samples } from './measure.ts';

export interface PageFigures {
  warm: Samples;
  warmInTerminal: Samples;
  cold: Samples;
  coldInTerminal: Samples;
  /** Milliseconds for which the page did not answer while such code was judged, at the longest, by what it does. */
  longestSilence: Record<string, Samples>;
}

const EXERCISE = 'exercises/token-bucket/';
const SOLUTION = new URL('../solutions/token-bucket/gcra/token-bucket.ts', import.meta.url);
const WARM_ROUNDS = 15;
const COLD_ROUNDS = 8;
const HOSTILE_ROUNDS = 3;
/** Milliseconds. Whoever runs again has read the verdict before. */
const READING = 1_000;

const HOSTILE: Record<string, string> = {
  'an endless loop': 'export const createBucket = () => { for (;;); };',
  'output without an end': 'export const createBucket = () => { for (;;) console.log("x".repeat(1000)); };',
};

export async function measurePage(): Promise<PageFigures> {
  const server = await serveFolder(await siteBuild('plain'));
  const browser = await launchChromium();
  const solution = await readFile(SOLUTION, 'utf8');
  try {
    const open = () => openExercise(browser, server.url + EXERCISE);
    const { page: warm, terminal: warmInTerminal } = await warmRuns(await open(), solution);
    const { page: cold, terminal: coldInTerminal } = await inTurns(COLD_ROUNDS, {
      page: async () => closing(await open(), (page) => firstRun(page, solution)),
      terminal: coldGrade,
    });
    const longest = await inTurns(
      HOSTILE_ROUNDS,
      Object.fromEntries(
        Object.entries(HOSTILE).map(([does, code]) => [does, async () => closing(await open(), (page) => longestSilence(page, code))]),
      ),
    );
    return {
      warm: summarize(warm),
      warmInTerminal: summarize(warmInTerminal),
      cold: summarize(cold),
      coldInTerminal: summarize(coldInTerminal),
      longestSilence: Object.fromEntries(Object.entries(longest).map(([does, values]) => [does, summarize(values)])),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function warmRuns(page: Page, solution: string): Promise<Record<'page' | 'terminal', number[]>> {
  const watch = await openWatch();
  try {
    await firstRun(page, solution);
    return await inTurns(WARM_ROUNDS, {
      async page() {
        await pause(READING);
        return run(page);
      },
      terminal: watch.save,
    });
  } finally {
    await watch.close();
    await page.close();
  }
}

async function openExercise(browser: Browser, url: string): Promise<Page> {
  // Nothing is kept from one to the next, and no service worker fetches the course meanwhile.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('button:enabled', { hasText: 'Grade it' }).waitFor();
  return page;
}

async function closing<Result>(page: Page, work: (page: Page) => Promise<Result>): Promise<Result> {
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}

/** Pastes and runs at once. */
async function firstRun(page: Page, code: string): Promise<number> {
  await write(page, code);
  return run(page);
}

/** Milliseconds from the key to the verdict, drawn. */
async function run(page: Page): Promise<number> {
  const { ms, points } = await runByKey(page);
  if (!points.startsWith('100 of 100')) throw new Error(`An accepted solution got ${points}`);
  return ms;
}

/** Milliseconds for which the page did nothing else, at the longest, from the key to the verdict. */
async function longestSilence(page: Page, code: string): Promise<number> {
  await write(page, code);
  const heard = await page.evaluateHandle(signsOfLife);
  const { points } = await runByKey(page);
  if (!points.startsWith('0 of 100')) throw new Error(`Hostile code got ${points}`);
  return heard.evaluate(({ longest }) => longest);
}

/** In the page. */
function signsOfLife(): { longest: number } {
  const heard = { longest: 0 };
  const every = 5;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    heard.longest = Math.max(heard.longest, now - last - every);
    last = now;
  }, every);
  return heard;
}

async function write(page: Page, code: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

async function runByKey(page: Page): Promise<{ ms: number; points: string }> {
  const watch = await page.evaluateHandle(watchForVerdict);
  await page.keyboard.press('ControlOrMeta+Enter');
  return watch.evaluate(({ verdict }) => verdict);
}

/** In the page. The next key begins the time. */
function watchForVerdict(): { verdict: Promise<{ ms: number; points: string }> } {
  const sum = document.querySelector('.verdict .sum strong')!;
  let begun: number | undefined;
  addEventListener('keydown', () => (begun ??= performance.now()), { capture: true });
  const verdict = new Promise<{ ms: number; points: string }>((resolve) => {
    const observer = new MutationObserver(() => {
      const points = sum.textContent;
      if (!/^\d/.test(points)) return;
      observer.disconnect();
      // After the frame in which it is drawn.
      requestAnimationFrame(() => setTimeout(() => resolve({ ms: performance.now() - begun!, points })));
    });
    observer.observe(sum, { characterData: true, childList: true, subtree: true });
  });
  return { verdict };
}
