import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { INSECURE_HOST } from './support/chromium.ts';
import { readers } from './support/reader.ts';

const EXERCISE = 'exercises/token-bucket/';
/** An accepted design in one file. */
const SOLUTION = readFileSync(new URL('../../solutions/token-bucket/gcra/token-bucket.ts', import.meta.url), 'utf8');
/** Full at the start, and never a token more: the second concept breaks. */
const NO_REFILL = `export function createBucket({ burst }) {
  let level = burst;
  return { take: () => level >= 1 && level-- > 0, tokens: () => level };
}
export const createThrottle = () => ({ admit: () => ({ allowed: true }) });
`;

const read = readers();
const open = <Result>(look: (page: Page) => Promise<Result>, url = inject('siteUrl') + EXERCISE) => read(url, {}, look);

const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Your code' });
const verdictOf = (page: Page) => page.getByRole('region', { name: 'Verdict' });

async function write(page: Page, code: string): Promise<void> {
  await page.locator('button:enabled', { hasText: 'Grade it' }).waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

/** Runs what stands there, by the key of the editor. */
async function grade(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+Enter');
  const sum = verdictOf(page).locator('.sum strong');
  await expect.poll(() => sum.textContent(), { timeout: 30_000 }).toMatch(/^\d+ of \d+/);
  return (await sum.textContent())!;
}

/** From a broken rule to all points, and what is there to see then; and once more after the page was loaded again. */
async function learn(page: Page): Promise<void> {
  await write(page, NO_REFILL);
  expect(await grade(page)).toMatch(/^10 of 100/);
  await verdictOf(page).getByRole('heading', { name: 'Tokens come back all the time' }).waitFor();

  await verdictOf(page).getByRole('button', { name: 'Hint 1 of 3' }).click();
  await verdictOf(page).getByText('Nobody calls you when a token is due').waitFor();

  await write(page, SOLUTION);
  await verdictOf(page).getByText('You have changed the files since.').waitFor();
  expect(await grade(page)).toMatch(/^100 of 100/);

  await page.getByText('The solution beside yours').click();
  await page.getByRole('heading', { name: 'Another way: gcra' }).waitFor();
  await page.getByText('Wrong answers, and what each teaches').click();
  await page.getByText('Counts requests per clock second').first().waitFor();

  await page.reload();
  await expect.poll(() => editorOf(page).textContent()).toContain('generic cell rate algorithm');
  await expect.poll(() => verdictOf(page).locator('.sum strong').textContent()).toMatch(/^100 of 100/);
}

describe('the desk of an exercise', () => {
  it('takes a learner from a broken rule to all points, shows how others do it, and keeps the work', () => open(learn));

  it('does the same where the origin is not a secure one', async () => {
    const url = new URL(inject('siteUrl') + EXERCISE);
    url.hostname = INSECURE_HOST;
    await open(async (page) => {
      expect(await page.evaluate('isSecureContext')).toBe(false);
      await learn(page);
    }, url.href);
  });

  it('keeps what was typed right before the page went away', async () => {
    await open(async (page) => {
      await write(page, 'export const left = 1;');
      await page.reload();
      await expect.poll(() => editorOf(page).textContent()).toContain('export const left = 1;');
    });
  });

  it('names the line that cannot be read, and leads there', async () => {
    await open(async (page) => {
      await write(page, 'const a = 1;\nconst b = ;\n');
      expect(await grade(page)).toMatch(/^0 of 100/);
      await verdictOf(page).getByRole('button', { name: 'Go to line 2' }).first().click();
      await page.keyboard.insertText('2');
      await expect.poll(() => editorOf(page).textContent()).toContain('const b = 2;');
    });
  });

  it('survives code that never ends: the page answers meanwhile, and the next run is judged', async () => {
    await open(async (page) => {
      await write(page, 'export function createBucket() { while (true); }\nexport const createThrottle = createBucket;');
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.getByRole('button', { name: 'Stop' }).waitFor();
      expect(await page.evaluate('1 + 1')).toBe(2);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Grade it' }).waitFor();
      await write(page, SOLUTION);
      expect(await grade(page)).toMatch(/^100 of 100/);
    });
  });

  it('starts over, and takes that back', async () => {
    await open(async (page) => {
      await write(page, 'export const mine = 1;');
      await page.getByRole('button', { name: 'Start over' }).click();
      await expect.poll(() => editorOf(page).textContent()).toContain('Exercise: token bucket.');
      await page.getByRole('button', { name: 'Take it back' }).click();
      await expect.poll(() => editorOf(page).textContent()).toContain('export const mine = 1;');
    });
  });
});
