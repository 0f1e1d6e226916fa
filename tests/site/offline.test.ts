import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { builtFiles, writeServiceWorker } from '../../src/offline/integration.ts';
import { INSECURE_HOST, launchChromium } from './support/chromium.ts';
import { LESSON, MISSING, QUIZ } from './support/course-pages.ts';
import { serveFolder, type StaticServer } from './support/static-server.ts';

const SOLUTION = readFileSync(new URL('../../solutions/token-bucket/gcra/token-bucket.ts', import.meta.url), 'utf8');
/** A secure origin that is not this machine by its name: there the course behaves as it does where it is published. */
const PUBLISHED = 'course.localhost';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const at = (host: string, address: string) => Object.assign(new URL(address), { hostname: host }).href;
const kept = (page: Page) => page.getByText('Kept on this device: lessons').waitFor();
const newer = (page: Page) => page.getByText('A newer edition of the course is ready.');

async function visitor(before?: (context: BrowserContext) => Promise<unknown>): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await before?.(context);
  return context.newPage();
}

describe('after one visit, without a network and without a server', () => {
  let page: Page;
  let root: string;
  const failed: string[] = [];

  beforeAll(async () => {
    const server = await serveFolder(inject('siteFolder'));
    root = at(PUBLISHED, server.url);
    page = await visitor();
    await page.goto(root);
    await kept(page);
    await server.close();
    await page.context().setOffline(true);
    page.on('requestfailed', (request) => failed.push(request.url()));
  });
  beforeEach(() => void failed.splice(0));
  afterAll(() => page.context().close());

  it('a lesson that was never opened is there as a whole', async () => {
    await page.goto(root + LESSON);
    await page.locator('#bucket').scrollIntoViewIfNeeded();
    await page.locator('#bucket astro-island:not([ssr])').waitFor();
    expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(true);
    expect(failed).toEqual([]);
  });

  it('a quiz judges', async () => {
    await page.goto(root + QUIZ);
    const question = page.locator('form.question').first();
    await question.locator('input[type=radio]').first().check();
    await question.locator('[data-check]').click();
    await expect.poll(() => question.locator('[data-sentence]').textContent()).not.toBe('');
    expect(failed).toEqual([]);
  });

  it('search finds', async () => {
    await page.goto(root);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('usage plan');
    await page.getByRole('link', { name: 'Usage plans and quotas', exact: true }).first().press('Enter');
    await page.waitForURL('**/lessons/08-usage-plans/**');
    expect(await page.title()).toBe('Usage plans and quotas | Front Desk');
  });

  it('an exercise is judged, its work is kept, and the solution is there to compare', async () => {
    await page.goto(`${root}exercises/token-bucket/`);
    await page.locator('button:enabled', { hasText: 'Grade it' }).waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(SOLUTION);
    await page.keyboard.press('ControlOrMeta+Enter');
    const sum = page.getByRole('region', { name: 'Verdict' }).locator('.sum strong');
    await expect.poll(() => sum.textContent(), { timeout: 30_000 }).toMatch(/^100 of 100/);
    await page.reload();
    await expect.poll(() => sum.textContent(), { timeout: 30_000 }).toMatch(/^100 of 100/);
    await page.getByText('The solution beside yours').click();
    await page.getByRole('heading', { name: 'Another way: gcra' }).waitFor();
  });

  it('an address without its slash leads to the page, and one that nobody knows to no room', async () => {
    await page.goto(`${root}facts`);
    expect(page.url()).toBe(`${root}facts/`);
    const answer = await page.goto(root + MISSING);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { name: 'No such room' }).waitFor();
  });
});

it('works from a folder of its host, too', async () => {
  const root = at(PUBLISHED, inject('siteUnderBaseUrl'));
  const page = await visitor();
  onTestFinished(() => page.context().close());
  await page.goto(root);
  await kept(page);
  await page.context().setOffline(true);
  const answer = await page.goto(root + LESSON);
  expect([answer?.status(), answer?.fromServiceWorker()]).toEqual([200, true]);
});

it('where the origin is not a secure one, nothing is kept, and nobody complains', async () => {
  const page = await visitor();
  onTestFinished(() => page.context().close());
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(at(INSECURE_HOST, inject('siteUrl')), { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
  expect(await page.locator('kept-on-device').innerText()).toBe('');
  expect(complaints).toEqual([]);
});

describe('of a small course', () => {
  let folder: string;
  let server: StaticServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'offline-'));
    await copySmallCourse(inject('siteFolder'), folder);
    server = await serveFolder(folder);
  });
  beforeEach(() => publish('first edition'));
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** Puts an edition there whose home page has this title. */
  async function publish(title: string): Promise<void> {
    const home = join(folder, 'index.html');
    await writeFile(home, (await readFile(home, 'utf8')).replace(/<title>.*?<\/title>/, `<title>${title}</title>`));
    await writeServiceWorker(folder, await builtFiles(folder));
  }

  it('a newer edition says that it is ready, and comes when somebody asks for it', async () => {
    const root = at(PUBLISHED, server.url);
    const page = await visitor();
    onTestFinished(() => page.context().close());
    await page.goto(root);
    await kept(page);
    const other = await page.context().newPage();
    await other.goto(root);
    await other.evaluate('this.stillHere = true');

    await publish('second edition');
    await page.reload();
    expect(await page.title()).toBe('first edition');
    await newer(page).waitFor();
    await newer(other).waitFor();
    expect(await page.title()).toBe('first edition');

    await page.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => page.title().catch(() => '')).toBe('second edition');
    expect(await newer(page).count()).toBe(0);
    expect(await other.evaluate('this.stillHere')).toBe(true);
    await other.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => other.evaluate('this.stillHere').catch(() => true)).toBeUndefined();
  });

  it('the server of this machine is asked first: a page is never older than what it serves', async () => {
    const page = await visitor();
    onTestFinished(() => page.context().close());
    await page.goto(server.url);
    await kept(page);
    await publish('second edition');
    await page.evaluate(updated);
    expect([await page.title(), await newer(page).count()]).toEqual(['first edition', 0]);
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.title()).toBe('second edition');

    await page.context().setOffline(false);
    await publish('third edition');
    await page.reload();
    expect(await page.title()).toBe('third edition');
  });

  it('nothing is kept unasked for somebody who saves data', async () => {
    const page = await visitor((context) =>
      context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
    );
    onTestFinished(() => page.context().close());
    await page.goto(at(PUBLISHED, server.url), { waitUntil: 'networkidle' });
    const keep = page.getByRole('button', { name: 'keep it on this device' });
    await keep.waitFor();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await keep.click();
    await kept(page);
  });
});

/** The home page, the page for what is missing, and every file that they or their files name. */
async function copySmallCourse(from: string, to: string): Promise<void> {
  const assets = (await readdir(join(from, '_astro'), { recursive: true })).filter((name) => name.includes('.'));
  const wanted = new Set(['index.html', '404.html', 'favicon.svg']);
  for (const file of wanted) {
    await cp(join(from, file), join(to, file));
    const text = await readFile(join(from, file), 'utf8');
    for (const asset of assets) if (text.includes(basename(asset))) wanted.add(join('_astro', asset));
  }
}

/** Runs in the page: looks for a newer edition, and waits until it has taken over. */
async function updated(): Promise<void> {
  const workers = navigator.serviceWorker;
  const next = () => new Promise((resolve) => workers.addEventListener('controllerchange', resolve, { once: true }));
  if (!workers.controller) await next();
  const taken = next();
  await (await workers.ready).update();
  await taken;
}
