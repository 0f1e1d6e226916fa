import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/offline/edition.ts';
import { keeperOf, type Shelf } from '../../src/offline/keeper.ts';
import { AS_BUILT } from '../../src/offline/messages.ts';

const ROOT = 'https://example.org/front-desk/';
const FIRST = { 'index.html': 'home 1', 'facts/index.html': 'facts', '404.html': 'no such room', '_astro/a.1.js': 'script 1' };
const SECOND = { 'index.html': 'home 2', 'facts/index.html': 'facts', '404.html': 'no such room', '_astro/a.2.js': 'script 2' };
const THIRD = { ...SECOND, 'index.html': 'home 3', '_astro/a.3.js': 'script 3' };

type Files = Record<string, string>;

/** What the host has now, by path as it is asked for; undefined while there is no network. */
let host: Files | undefined;
/** What it puts into its answers, unless it is asked for files as they were built. */
let addition: string;
let asked: string[];
let shelf: Shelf;

beforeEach(() => {
  asked = [];
  addition = '';
  shelf = shelfInMemory();
});

describe('a device that has visited once', () => {
  beforeEach(() => visit(FIRST));

  it('has every page and file of the edition without a network', async () => {
    host = undefined;
    expect(await textAt('')).toBe('home 1');
    expect(await textAt('facts/?from=search')).toBe('facts');
    expect(await textAt('_astro/a.1.js')).toBe('script 1');
  });

  it('leads from a folder without its slash to the page, as a host does', async () => {
    host = undefined;
    const answer = await keeper(FIRST).answerTo(request('facts?q=1'));
    expect([answer?.status, answer?.headers.get('location')]).toEqual([301, `${ROOT}facts/?q=1`]);
  });

  it('shows that there is no such room where no page was kept', async () => {
    host = undefined;
    const answer = await keeper(FIRST).answerTo(request('attic/', { mode: 'navigate' }));
    expect([answer?.status, await answer?.text()]).toEqual([404, 'no such room']);
  });

  it('asks the network for a page that this edition does not have', async () => {
    host = { ...FIRST, 'attic/index.html': 'attic' };
    expect(await textAt('attic/', FIRST, { mode: 'navigate' })).toBe('attic');
  });

  it('asks nobody for what it holds', async () => {
    asked = [];
    await textAt('');
    expect(asked).toEqual([]);
  });

  it.each([
    ['another origin', new Request('https://example.com/front-desk/')],
    ['another site of this origin', new Request('https://example.org/other/')],
    ['what is not read', request('', { method: 'POST' })],
    ['part of a file', request('index.html', { headers: { range: 'bytes=0-9' } })],
    ['what is no file of the course', request('some/stream')],
  ])('stays out of the way of %s', (_, other) => {
    expect(keeper(FIRST).answerTo(other)).toBeUndefined();
  });

  it('fetches again what the browser has thrown away', async () => {
    shelf = shelfInMemory();
    host = FIRST;
    expect(await textAt('')).toBe('home 1');
    host = undefined;
    expect(await textAt('')).toBe('home 1');
  });
});

describe('keeping', () => {
  it('fetches an address of a page, not of its file, and only what is not held yet', async () => {
    await visit(FIRST);
    expect(asked.sort()).toEqual(['', '404.html', '_astro/a.1.js', 'facts/']);
    asked = [];
    await visit(SECOND);
    expect(asked.sort()).toEqual(['', '_astro/a.2.js']);
  });

  it('refuses an edition while the host is in the middle of the next one', async () => {
    host = { ...FIRST, 'index.html': 'home 2' };
    await expect(keeper(FIRST).keep()).rejects.toThrow('integrity');
  });

  it('goes on where a visit ended halfway', async () => {
    host = { ...FIRST, 'index.html': undefined! };
    await expect(keeper(FIRST).keep()).rejects.toThrow('integrity');
    asked = [];
    host = FIRST;
    await keeper(FIRST).keep();
    expect(asked).toEqual(['']);
  });
});

describe('a newer edition', () => {
  beforeEach(async () => {
    await visit(FIRST);
    await visit(SECOND);
    host = undefined;
  });

  it('answers with its own pages', async () => {
    expect(await textAt('', SECOND)).toBe('home 2');
  });

  it('still has the scripts of the edition before, for pages that stayed open', async () => {
    expect(await textAt('_astro/a.1.js', SECOND)).toBe('script 1');
  });

  it('while it waits, leaves the pages of the one before as they are', async () => {
    expect(await textAt('', FIRST)).toBe('home 1');
  });

  it('clears away the edition before the one before', async () => {
    await visit(THIRD);
    host = undefined;
    await expect(textAt('_astro/a.1.js', THIRD)).rejects.toThrow('no network');
    expect(await textAt('_astro/a.2.js', THIRD)).toBe('script 2');
  });
});

describe('an extra', () => {
  const extras = { '_astro/types.worker-1.js': 'types' };

  it('is kept once it was used, and not before', async () => {
    host = { ...FIRST, ...extras };
    const desk = keeper(FIRST, { extras });
    await desk.keep();
    expect(asked).not.toContain('_astro/types.worker-1.js');
    await (await desk.answerTo(request('_astro/types.worker-1.js')))!.text();
    host = undefined;
    expect(await (await desk.answerTo(request('_astro/types.worker-1.js')))!.text()).toBe('types');
  });
});

describe('where the server runs on this machine', () => {
  beforeEach(() => visit(FIRST));

  it('the server is asked first, and what is kept stands in for it', async () => {
    const near = keeper(FIRST, { isNear: true });
    host = { ...FIRST, 'index.html': 'home 2' };
    expect(await (await near.answerTo(request('')))!.text()).toBe('home 2');
    host = undefined;
    expect(await (await near.answerTo(request('')))!.text()).toBe('home 1');
    expect((await near.answerTo(request('facts')))!.status).toBe(301);
  });

  it('pages are kept without what that server puts into them for the time it runs', async () => {
    addition = ', linked to the disk';
    await visit(SECOND);
    const near = keeper(SECOND, { isNear: true });
    expect(await (await near.answerTo(request('')))!.text()).toBe('home 2, linked to the disk');
    host = undefined;
    expect(await (await near.answerTo(request('')))!.text()).toBe('home 2');
  });
});

/** A visit while the host serves `files`: the edition is kept, and takes over. */
async function visit(files: Files): Promise<void> {
  host = files;
  const desk = keeper(files);
  await desk.keep();
  await desk.tidy();
}

function keeper(files: Files, { extras = {}, isNear = false }: { extras?: Files; isNear?: boolean } = {}) {
  const edition: Edition = { kept: digests(files), extras: digests(extras) };
  return keeperOf(edition, { root: ROOT, isNear, shelf: async () => shelf, fetch: fetchFromHost });
}

const request = (path: string, options?: RequestInit & { mode?: string }) => {
  const { mode, ...rest } = options ?? {};
  const made = new Request(ROOT + path, rest);
  return mode ? Object.defineProperty(made, 'mode', { value: mode }) : made;
};

async function textAt(path: string, files: Files = FIRST, options?: RequestInit): Promise<string> {
  return (await keeper(files).answerTo(request(path, options)))!.text();
}

const digests = (files: Files) => Object.fromEntries(Object.entries(files).map(([file, content]) => [file, digestOf(content)]));

const digestOf = (content: string) => createHash('sha256').update(content).digest('base64');

/** A host of plain files, behind a browser that checks what it was told to check. */
async function fetchFromHost(wanted: Request | string, options?: RequestInit): Promise<Response> {
  if (!host) throw new TypeError('no network');
  const path = new URL(wanted instanceof Request ? wanted.url : wanted).pathname.slice(new URL(ROOT).pathname.length);
  asked.push(path);
  const text = host[path === '' || path.endsWith('/') ? `${path}index.html` : path];
  const content = text && text + (new Headers(options?.headers).has(AS_BUILT) ? '' : addition);
  if (options?.integrity && options.integrity !== `sha256-${digestOf(content ?? '')}`) throw new TypeError('integrity');
  return new Response(content ?? 'missing', { status: content === undefined ? 404 : 200 });
}

/** A `Cache` in memory, as far as it is used. */
function shelfInMemory(): Shelf {
  const entries = new Map<string, Response>();
  const find = (url: string, { ignoreSearch }: CacheQueryOptions = {}) =>
    ignoreSearch ? [...entries].find(([key]) => key.split('?')[0] === url.split('?')[0])?.[1] : entries.get(url);
  return {
    match: async (url, options) => find(String(url), options)?.clone(),
    put: async (url, response) => void entries.set(String(url), new Response(await response.text(), { headers: response.headers })),
    delete: async (url) => entries.delete(String(url)),
    keys: async () => [...entries.keys()].map((url) => new Request(url)),
  };
}
