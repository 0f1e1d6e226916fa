import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { INSECURE_HOST } from './support/chromium.ts';
import { LESSON, QUIZ } from './support/course-pages.ts';
import { readers } from './support/reader.ts';

/** Full at the start, and never a token more: the first concept passes, the second breaks. */
const ONE_CONCEPT = `export function createBucket({ burst }) {
  let level = burst;
  return { take: () => level >= 1 && level-- > 0, tokens: () => level };
}
export const createThrottle = () => ({ admit: () => ({ allowed: true }) });
`;

const read = readers();
const at = (path: string) => inject('siteUrl') + path;
const goTo = (page: Page, path: string) => page.goto(at(path), { waitUntil: 'load' });
const total = (page: Page, name: string) => page.locator(`[data-total="${name}"]`).textContent();

/** Ticks the page as read, and answers one question of the quiz by being shown it. */
async function study(page: Page): Promise<void> {
  await goTo(page, LESSON);
  await page.getByRole('checkbox', { name: 'I have read this page' }).check();
  await goTo(page, QUIZ);
  const question = page.locator('form.question').first();
  await question.locator('input').first().check();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect.poll(() => question.locator('[data-sentence]').textContent()).not.toBe('');
}

describe('progress', () => {
  it('is noted all over the site, and home leads back to where the reader was', async () => {
    await read(at(''), {}, async (page) => {
      expect(await page.locator('[data-where]').isVisible()).toBe(false);
      await study(page);
      await goTo(page, '');
      await expect.poll(() => page.locator('[data-go-on]').textContent()).toMatch(/^Go on with the quiz of lesson 08: .+\.$/);
      await page.locator('[data-go-on] a').click();
      await page.waitForURL(`**/${QUIZ}`);

      await goTo(page, 'progress/');
      await expect.poll(() => total(page, 'pages')).toMatch(/^1 of \d+$/);
      expect(await page.locator(`[data-page="${LESSON.replace(/\/$/, '')}"]`).textContent()).toBe('✓ read');
      await expect.poll(() => page.locator('.course a[data-read]').count()).toBe(1);
    });
  });

  it('has what a run of an exercise passed', async () => {
    await read(at('exercises/token-bucket/'), {}, async (page) => {
      await page.locator('button:enabled', { hasText: 'Grade it' }).waitFor();
      await page.locator('.cm-content').click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(ONE_CONCEPT);
      await page.keyboard.press('ControlOrMeta+Enter');
      const sum = page.getByRole('region', { name: 'Verdict' }).locator('.sum strong');
      await expect.poll(() => sum.textContent(), { timeout: 30_000 }).toMatch(/^10 of 100/);
      await goTo(page, 'progress/');
      await expect.poll(() => total(page, 'concepts')).toMatch(/^1 of /);
      const exercise = page.locator('[data-exercise="token-bucket"]');
      expect(await exercise.locator('[data-standing]').textContent()).toMatch(/^1 of \d+ concepts passed, 10 of 100 points\.$/);
      expect(await exercise.locator('[data-passed-concept]').count()).toBe(1);
    });
  });

  it('is saved as a file, read in by another browser, and taken back there', async () => {
    const file = await read(at(LESSON), {}, async (page) => {
      await study(page);
      await goTo(page, 'progress/');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save as a file' }).click();
      return readFile(await (await download).path(), 'utf8');
    });
    expect(JSON.parse(file)).toMatchObject({ version: 1, records: { [`read/${LESSON.replace(/\/$/, '')}`]: { value: true } } });

    await read(at('progress/'), {}, async (page) => {
      await page
        .getByLabel('A file to read in')
        .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(file) });
      const plan = page.getByRole('group', { name: 'mine.json' });
      await expect
        .poll(() => plan.getByRole('listitem').allTextContents())
        .toEqual(['Pages read: 1 new.', 'Quiz answers: 1 new.', 'Where you were: 1 new.']);
      await plan.getByRole('button', { name: 'Take it in' }).click();
      await expect.poll(() => total(page, 'pages')).toMatch(/^1 of /);
      await page.getByRole('button', { name: 'Take it back' }).click();
      await expect.poll(() => total(page, 'pages')).toMatch(/^0 of /);
    });
  });

  it('is heard of by another tab', async () => {
    await read(at('progress/'), {}, async (page) => {
      const other = await page.context().newPage();
      await study(other);
      await expect.poll(() => total(page, 'pages')).toMatch(/^1 of /);
    });
  });

  it('is kept where the origin is not a secure one', async () => {
    const url = new URL(at(LESSON));
    url.hostname = INSECURE_HOST;
    await read(url.href, {}, async (page) => {
      const box = page.getByRole('checkbox', { name: 'I have read this page' });
      await box.check();
      await page.reload();
      await expect.poll(() => box.isChecked()).toBe(true);
    });
  });

  it('that cannot be read is set aside, and said', async () => {
    await read(at('progress/'), {}, async (page) => {
      await page.evaluate(() => localStorage.setItem('front-desk:progress', '{"version":1,'));
      await page.reload();
      await expect.poll(() => page.locator('[data-trouble]').textContent()).toMatch(/was set aside as “.+”, not deleted/);
      await page.getByRole('heading', { name: 'Set aside' }).waitFor();
      expect(await page.getByRole('button', { name: 'Delete' }).count()).toBe(1);
    });
  });
});

it.each([{ width: 360 }, { width: 1280 }])('home does not move at $width px when it says where the reader was', async (reader) => {
  await read(at('lessons/07-lambda-authorizers/'), reader, async (page) => {
    await goTo(page, '');
    await expect.poll(() => page.locator('[data-go-on]').textContent()).not.toBe('');
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
        }),
    );
    expect(moved).toBe(0);
  });
});
