import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticServer } from '../../src/site/static-server.ts';

let folder: string;
let port: number;
let server: ReturnType<typeof staticServer>;

beforeAll(async () => {
  const outside = await mkdtemp(join(tmpdir(), 'static-server-'));
  folder = join(outside, 'dist');
  await mkdir(join(folder, 'facts'), { recursive: true });
  await mkdir(join(folder, '_astro'));
  await Promise.all([
    writeFile(join(outside, 'secret.txt'), 'secret'),
    writeFile(join(folder, '.built-from'), 'secret'),
    writeFile(join(folder, 'index.html'), 'home'),
    writeFile(join(folder, '404.html'), 'no such room'),
    writeFile(join(folder, 'facts/index.html'), 'facts'),
    writeFile(join(folder, '_astro/a.js'), 'script'),
    writeFile(join(folder, 'page.html'), '<head><title>a “page”</title></head>'),
  ]);
  server = staticServer(folder, '/front-desk/', ({ headers }) => (headers['x-at-home'] ? '<meta name="$&">' : ''));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(join(folder, '..'), { recursive: true });
});

/** Sends `path` as it stands: a browser would tidy it up first. */
function ask(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('a served site', () => {
  it.each([
    ['/front-desk/', 'home', 'text/html; charset=utf-8'],
    ['/front-desk/facts/?q=burst', 'facts', 'text/html; charset=utf-8'],
    ['/front-desk/_astro/a.js', 'script', 'text/javascript; charset=utf-8'],
  ])('answers %s', async (path, body, type) => {
    const answer = await ask(path);
    expect([answer.status, answer.body, answer.headers['content-type']]).toEqual([200, body, type]);
  });

  it('puts into the head of a page what is meant for who asks, and nothing into what is no page', async () => {
    const home = { headers: { 'x-at-home': 'yes' } };
    const [page, other, script] = [
      await ask('/front-desk/page.html', home),
      await ask('/front-desk/page.html'),
      await ask('/front-desk/_astro/a.js', home),
    ];
    expect(page.body).toBe('<head><meta name="$&"><title>a “page”</title></head>');
    expect([other.body, script.body]).toEqual(['<head><title>a “page”</title></head>', 'script']);
    const { etag } = page.headers;
    expect(etag).not.toBe(other.headers.etag);
    expect((await ask('/front-desk/page.html', { headers: { ...home.headers, 'if-none-match': String(etag) } })).status).toBe(304);
  });

  it('leads from a folder without a slash to the folder', async () => {
    const { status, headers } = await ask('/front-desk/facts?q=burst');
    expect([status, headers.location]).toEqual([301, '/front-desk/facts/?q=burst']);
  });

  it.each([
    ['an address that does not exist', '/front-desk/rooms/'],
    ['an address outside the base path', '/facts/'],
    ['a file with a slash behind it', '/front-desk/index.html/'],
    ['a folder without a page', '/front-desk/_astro/'],
    ['a file whose name starts with a dot', '/front-desk/.built-from'],
    ['a way out of the folder', '/front-desk/../secret.txt'],
    ['an encoded way out', '/front-desk/%2e%2e/secret.txt'],
    ['an encoded slash on the way out', '/front-desk/..%2fsecret.txt'],
    ['a backslash on the way out', '/front-desk/..%5csecret.txt'],
    ['a null byte', '/front-desk/index.html%00.png'],
    ['a broken escape', '/front-desk/%zz'],
  ])('answers 404 with its own page to %s', async (_, path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([404, 'no such room']);
  });

  it('sends a page once, and then only says that it has not changed', async () => {
    const { headers } = await ask('/front-desk/');
    const again = await ask('/front-desk/', { headers: { 'if-none-match': String(headers.etag) } });
    expect([headers['cache-control'], again.status, again.body]).toEqual(['no-cache', 304, '']);
  });

  it('lets a browser keep for good what changes its name with its content', async () => {
    expect((await ask('/front-desk/_astro/a.js')).headers['cache-control']).toBe('max-age=31536000, immutable');
  });

  it('answers HEAD without a body, and no other method', async () => {
    const head = await ask('/front-desk/', { method: 'HEAD' });
    const post = await ask('/front-desk/', { method: 'POST' });
    expect([head.status, head.headers['content-length'], head.body, post.status, post.headers.allow]).toEqual([
      200,
      '4',
      '',
      405,
      'GET, HEAD',
    ]);
  });
});
