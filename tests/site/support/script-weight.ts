/** What a page downloads in script. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer/minimal/js';
import type { Page } from 'playwright-core';
import type { Reader } from './reader.ts';

type Read = <Result>(url: string, reader: Reader, look: (page: Page) => Promise<Result>) => Promise<Result>;

/** The lexer’s kinds of import that are loaded with what imports them: plain ones, and `export … from`. */
const AT_ONCE = new Set([1, 8]);

const weightOf = (texts: readonly (string | Buffer)[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);

/** Bytes after gzip of all scripts, with those in the page itself, that come before anything is touched. */
export function scriptsBeforeTouch(read: Read, url: string): Promise<number> {
  const scripts: Promise<Buffer>[] = [];
  const watch = (page: Page) =>
    page.on('response', (response) => response.request().resourceType() === 'script' && scripts.push(response.body()));
  return read(url, { before: watch }, async (page) => {
    await page.waitForLoadState('networkidle');
    const inline = await page.locator('script:not([src])').allTextContents();
    return weightOf([...(await Promise.all(scripts)), ...inline]);
  });
}

/**
 * Bytes after gzip of the scripts that the text of a page names, with all that those import: what else a page has is asked for by these, later.
 *
 * @param folder of the built site
 */
export async function scriptsOfMarkup(folder: string, path: string): Promise<number> {
  await init();
  const markup = await readFile(join(folder, path, 'index.html'), 'utf8');
  const inline = [...markup.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(([, text]) => text!);
  const named = [...markup.matchAll(/(?:<script[^>]*\ssrc|component-url|renderer-url)="([^"]+)"/g)].map(([, address]) => address!);
  const texts = new Map<string, string>();

  async function follow(address: string): Promise<void> {
    if (texts.has(address)) return;
    texts.set(address, '');
    const text = await readFile(join(folder, address), 'utf8');
    texts.set(address, text);
    const imported = parse(text)[0].flatMap(({ n: name, t: kind }) => (name !== undefined && AT_ONCE.has(kind) ? [name] : []));
    await Promise.all(imported.map((name) => follow(new URL(name, `file://${address}`).pathname)));
  }

  await Promise.all(named.map(follow));
  return weightOf([...texts.values(), ...inline]);
}
