import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readers } from './support/reader.ts';

const read = readers();

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(text);
  await page.waitForFunction(() => document.querySelector('search-box [role=status]')?.textContent !== '');
}

describe('search', () => {
  it('finds a lesson by keyboard and opens it, from a folder too', async () => {
    const title = await read(inject('siteUnderBaseUrl'), {}, async (page) => {
      await search(page, 'usage plan');
      await page.getByRole('link', { name: 'Usage plans and quotas', exact: true }).first().press('Enter');
      await page.waitForURL('**/lessons/08-usage-plans/**');
      return page.title();
    });
    expect(title).toBe('Usage plans and quotas | Front Desk');
  });

  it('says so when there is nothing', async () => {
    const status = await read(inject('siteUrl'), {}, async (page) => {
      await search(page, 'zeppelin');
      return page.locator('search-box [role=status]').textContent();
    });
    expect(status).toBe('Nothing about “zeppelin”.');
  });

  it('shows no hint of an exercise', async () => {
    const hint = 'Within one moment nothing drips';
    const found = await read(inject('siteUrl'), {}, async (page) => {
      await search(page, hint);
      return page.locator('search-box dialog').innerText();
    });
    expect(found).not.toContain('nothing drips. Which number');
  });

  it('loads nothing of its index before it is opened', async () => {
    const asked: string[] = [];
    await read(inject('siteUrl'), { before: (page) => page.on('request', (request) => asked.push(request.url())) }, (page) =>
      page.waitForLoadState('networkidle'),
    );
    expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
  });
});
