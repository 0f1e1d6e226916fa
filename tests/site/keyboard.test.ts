import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { LESSON, QUIZ } from './support/course-pages.ts';
import { readers } from './support/reader.ts';

const read = readers();
const atKeyboard = <Result>(path: string, look: (page: Page) => Promise<Result>) => read(inject('siteUrl') + path, {}, look);

/** Tab by tab, until something that the selector names has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 100; steps++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`100 times Tab did not lead to ${selector}`);
}

/** As the link of the table of contents does: the next Tab goes on from there. */
const jumpTo = (page: Page, id: string) => page.evaluate((fragment) => void (location.hash = fragment), id);

it('a question is answered, judged and left by keyboard', async () => {
  await atKeyboard(QUIZ, async (page) => {
    const first = page.locator('form.question').first();
    const verdict = first.locator('[data-sentence]');
    const options = await first.locator('input[type=radio]').count();
    await jumpTo(page, (await first.getAttribute('id'))!);
    await tabTo(page, 'form.question input[type=radio]');

    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => verdict.textContent()).not.toBe('');
    for (let tried = 1; tried < options && (await verdict.getAttribute('data-right')) === null; tried++) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => verdict.textContent()).not.toBe('');
    }
    expect(await page.locator('[data-score]').textContent()).toMatch(/^1 of \d+ right/);

    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Question 2');
  });
});

it('every question of the quiz can be reached with Tab', async () => {
  await atKeyboard(QUIZ, async (page) => {
    const all = await page.locator('form.question').evaluateAll((forms) => forms.map(({ id }) => id));
    expect(all.length).toBeGreaterThanOrEqual(12);
    const reached = new Set<string>();
    await jumpTo(page, all[0]!);
    for (let steps = 0; steps < 300 && reached.size < all.length; steps++) {
      const form = await page.evaluate(() => document.activeElement?.closest('form.question')?.id);
      if (form) reached.add(form);
      await page.keyboard.press('Tab');
    }
    expect([...reached]).toEqual(all);
  });
});

it('the bucket is guessed at, then played with, by keyboard', async () => {
  await atKeyboard(LESSON, async (page) => {
    await jumpTo(page, 'bucket');
    await page.locator('#bucket astro-island:not([ssr])').waitFor();
    await tabTo(page, '#bucket input');
    await page.keyboard.type('5000');
    await page.keyboard.press('Enter');
    const text = () => page.locator('#bucket').textContent();
    await expect.poll(text).toContain('You said 5,000');

    await tabTo(page, '#bucket input[type=range]');
    const before = await text();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(text).not.toBe(before);
  });
});

it('search opens, finds “burst” and leads to the lesson, by keyboard', async () => {
  await atKeyboard(LESSON, async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('burst');
    const found = `dialog[open] a[href*="${LESSON}"]`;
    await page.locator(found).first().waitFor();
    await tabTo(page, found);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(page.url()).toContain(LESSON);
  });
});

it('an exercise is reached past its brief, graded, and left by keyboard', async () => {
  await atKeyboard('exercises/token-bucket/', async (page) => {
    await page.locator('button:enabled', { hasText: 'Grade it' }).waitFor();
    await page.locator('.cm-content').waitFor();
    await tabTo(page, 'a[href="#bench"]');
    await page.keyboard.press('Enter');
    await tabTo(page, '.cm-content');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(() => page.locator('.sum strong').textContent(), { timeout: 30_000 }).toMatch(/^0 of 100/);

    await page.getByRole('button', { name: 'Format' }).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, 'button');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Grade it');
  });
});
