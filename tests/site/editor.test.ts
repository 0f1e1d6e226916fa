import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readers } from './support/reader.ts';

const EXERCISE = 'exercises/token-bucket/';
const WRONG = `import type { Bucket } from './contract.ts';

export const bucket = (): Bucket => ({  take: (now: string) => true, tokens: () => 1 });
`;

const read = readers();
const open = <Result>(look: (page: Page) => Promise<Result>) => read(inject('siteUrl') + EXERCISE, {}, look);

async function write(page: Page, code: string): Promise<void> {
  await page.locator('button:enabled', { hasText: 'Grade it' }).waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

describe('the editor of an exercise', () => {
  it('loads the compiler when somebody writes, warns of a wrong type, and is graded all the same', async () => {
    await open(async (page) => {
      const compiler = page.waitForRequest(/type\.worker/);
      let asked = false;
      void compiler.then(() => (asked = true));
      await page.locator('button:enabled', { hasText: 'Grade it' }).waitFor();
      await page.locator('.cm-content').waitFor();
      expect(asked).toBe(false);

      await write(page, WRONG);
      await compiler;
      await page.getByRole('button', { name: '1 type warning' }).click({ timeout: 60_000 });
      await page.getByText('is not assignable to type').first().waitFor();

      await page.locator('.cm-content').click();
      await page.keyboard.press('ControlOrMeta+Enter');
      const sum = page.getByRole('region', { name: 'Verdict' }).locator('.sum strong');
      await expect.poll(() => sum.textContent(), { timeout: 30_000 }).toMatch(/^0 of 100/);
    });
  });

  it('formats the text, and one step takes it back', async () => {
    await open(async (page) => {
      await write(page, WRONG);
      await page.getByRole('button', { name: 'Format' }).click();
      const text = () => page.locator('.cm-content').innerText();
      await expect.poll(text, { timeout: 30_000 }).toContain('({ take: (now');
      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(text).toContain('({  take: (now');
    });
  });

  it('grades in a pause, once somebody chose it', async () => {
    await open(async (page) => {
      await page.getByRole('checkbox', { name: 'Grade it whenever I pause' }).check();
      await write(page, 'export const nothing = 1;\n');
      const sum = page.getByRole('region', { name: 'Verdict' }).locator('.sum strong');
      await expect.poll(() => sum.textContent(), { timeout: 30_000 }).toMatch(/^0 of 100/);
    });
  });
});
