import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { deskServer, type DeskServer } from '../../src/cli/support/desk-server.ts';
import { plain } from '../cli/support/sample.ts';
import { INSECURE_HOST } from './support/chromium.ts';
import { readers } from './support/reader.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const SOLUTION = join(project, 'solutions/token-bucket/gcra/token-bucket.ts');

const read = readers();
let root: string;
let desk: DeskServer;
let address: string;

/** A checkout of its own, served as `npm start` does. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-'));
  for (const folder of ['content/exercises', 'tests/hidden', 'solutions'])
    await cp(join(project, folder), join(root, folder), { recursive: true });
  await cp(join(project, 'tests/stubs'), join(root, 'exercises'), { recursive: true });
  const say = () => {};
  const house = { root, cwd: root, env: {}, now: () => new Date(), write: say, say, remark: say, look: plain };
  desk = await deskServer(house, inject('siteFolder'), '/');
  desk.server.listen(0, '127.0.0.1');
  await once(desk.server, 'listening');
  address = `http://localhost:${(desk.server.address() as AddressInfo).port}/exercises/token-bucket/`;
});

afterEach(async () => {
  await desk.close();
  await rm(root, { recursive: true });
});

const file = (path = 'token-bucket.ts') => join(root, 'exercises/token-bucket', path);
const onDisk = (path?: string) => readFile(file(path), 'utf8').catch(() => undefined);
const open = (look: (page: Page) => Promise<unknown>) => read(address, {}, look);
const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Your code' });
const diskOf = (page: Page) => page.getByRole('region', { name: 'Your files on this machine' });

async function write(page: Page, code: string): Promise<void> {
  await page.locator('button:enabled', { hasText: 'Grade it' }).waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

describe('a page that is served from the machine it is read on', () => {
  it('shows what is saved there, with the terminal’s verdict, and writes there what is typed', async () => {
    await open(async (page) => {
      await diskOf(page).getByText('in step').waitFor();
      await writeFile(file(), await readFile(SOLUTION));
      await expect.poll(() => editorOf(page).textContent()).toContain('generic cell rate algorithm');
      await page.getByText('From the terminal: the verdict on what you saved').waitFor();
      const sum = page.getByRole('region', { name: 'Verdict', exact: true }).locator('.sum strong');
      await expect.poll(() => sum.textContent(), { timeout: 30_000 }).toMatch(/^100 of 100/);

      await write(page, 'export const typed = 1;');
      await expect.poll(() => onDisk()).toBe('export const typed = 1;');
    });
  });

  it('adds a file there, gives it another name, deletes it, and takes that back', async () => {
    await open(async (page) => {
      await diskOf(page).getByText('in step').waitFor();
      await page.getByRole('button', { name: 'Add a file' }).click();
      await page.keyboard.insertText('contract.ts');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('contract.ts belongs to the course.').waitFor();
      await page.getByLabel('Name of the new file').fill('levels.ts');
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: 'levels.ts', selected: true }).waitFor();
      await write(page, 'export const level = 1;');
      await expect.poll(() => onDisk('levels.ts')).toBe('export const level = 1;');

      await page.getByRole('button', { name: 'Rename' }).click();
      await page.getByLabel('New name of levels.ts').fill('parts/levels.ts');
      await page.keyboard.press('Enter');
      await expect.poll(() => onDisk('parts/levels.ts')).toBe('export const level = 1;');
      expect(await onDisk('levels.ts')).toBeUndefined();

      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Delete it' }).click();
      await page.locator('[role=tab]:focus').getByText('token-bucket.ts').waitFor();
      await expect.poll(() => onDisk('parts/levels.ts')).toBeUndefined();
      await page.getByRole('button', { name: 'Take it back' }).click();
      await expect.poll(() => onDisk('parts/levels.ts')).toBe('export const level = 1;');
    });
  });

  it('asks whose text to keep when both have changed', async () => {
    await open(async (page) => {
      await diskOf(page).getByText('in step').waitFor();
      await page.goto('about:blank');
      await writeFile(file(), 'export const saved = 1;');
      await page.goto(address);
      await expect.poll(() => editorOf(page).textContent()).toContain('saved = 1');
      await diskOf(page).getByText('in step').waitFor();
      // As if they had never met.
      await page.evaluate(`localStorage.removeItem('front-desk:in-step:token-bucket')`);
      await page.goto('about:blank');
      await writeFile(file(), 'export const saved = 2;');
      await page.goto(address);
      await page.getByRole('button', { name: 'With what stands here' }).click();
      await diskOf(page).getByText('in step').waitFor();
      expect(await onDisk()).toBe('export const saved = 1;');
    });
  });
});

describe('a page that is not', () => {
  it('asks for no disk, and complains of nothing', async () => {
    const asked: string[] = [];
    const said: string[] = [];
    const url = new URL(address);
    url.hostname = INSECURE_HOST;
    const before = (page: Page) => {
      page.on('websocket', (socket) => asked.push(socket.url()));
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    };
    await read(url.href, { before }, async (page) => {
      await write(page, 'export const typed = 1;');
      await page.getByRole('button', { name: 'Add a file' }).waitFor();
      await page.reload();
      await expect.poll(() => editorOf(page).textContent()).toContain('typed = 1');
      expect(await diskOf(page).count()).toBe(0);
    });
    expect([asked, said]).toEqual([[], []]);
  });
});
