import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { deadLinks } from './support/dead-links.ts';
import { serveFolder } from './support/static-server.ts';

describe('links of the built site', () => {
  it('all lead somewhere when it is served from /', async () => {
    expect(await deadLinks(inject('siteUrl'))).toEqual([]);
  });

  it('all lead somewhere when it is served from a folder', async () => {
    expect(await deadLinks(inject('siteUnderBaseUrl'), 'https://example.org')).toEqual([]);
  });
});

describe('the search for dead links', () => {
  it('reports a missing page, a missing id, a missing image and a link past the base path, each with its page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'links-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'a'));
    await writeFile(
      join(folder, 'index.html'),
      '<a href="a/">a</a> <a href="/base/gone/">gone</a> <a href="https://example.com/gone">other site</a>',
    );
    await writeFile(
      join(folder, 'a/index.html'),
      '<h1 id="top"></h1><a href="#top"></a><a href="#nowhere"></a><a href="/a/"></a><img src="../no.png">',
    );
    const server = await serveFolder(folder, { base: '/base/' });
    onTestFinished(() => server.close());

    expect(await deadLinks(server.url)).toEqual([
      { page: '/base/', link: '/base/gone/', reason: 'answers 404' },
      { page: '/base/a/', link: '#nowhere', reason: 'its page has no such id' },
      { page: '/base/a/', link: '/a/', reason: 'leads outside the base path' },
      { page: '/base/a/', link: '../no.png', reason: 'answers 404' },
    ]);
  });
});
