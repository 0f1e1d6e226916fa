import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { createLinkServer, type LinkServer } from '../../src/disk-link/link-server.ts';
import type { FromHost, FromPage } from '../../src/disk-link/messages.ts';
import type { ExerciseVerdict } from '../../src/grader/verdict.ts';
import type { Files } from '../../src/workbench/drafts.ts';

let root: string;
let server: Server;
let links: LinkServer;
let origin: string;
/** What the judge was called for: the text on the disk at that moment. */
let judged: string[];
let sockets: WebSocket[];

const file = (path = 'bell.ts') => join(root, 'exercises/bell', path);
const onDisk = (path?: string) => readFile(file(path), 'utf8');
const verdict = (earned: number): ExerciseVerdict => ({ exercise: 'bell', earned, points: 30, status: 'failed', concepts: [] });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'disk-link-'));
  await mkdir(join(root, 'exercises/bell'), { recursive: true });
  await writeFile(file(), 'first');
  [judged, sockets] = [[], []];
  links = createLinkServer({
    base: '/front-desk/',
    exercises: join(root, 'exercises'),
    names: ['bell'],
    async judge() {
      judged.push(await onDisk());
      return verdict(judged.length);
    },
    now: () => 1000,
    trouble: (error) => expect.unreachable(String(error)),
  });
  server = createServer((_, response) => response.end());
  links.attach(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  sockets.forEach((socket) => socket.terminate());
  await links.close();
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  await rm(root, { recursive: true });
});

function dial(path = '/front-desk/disk-link/bell', headers: Record<string, string> = {}, options: ClientOptions = {}): WebSocket {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    headers: { host: new URL(origin).host, origin, ...headers },
    ...options,
  });
  sockets.push(socket);
  return socket;
}

/** A machine may be busy. */
const PATIENCE = { timeout: 30_000 };

const message = (fields: object): unknown => expect.objectContaining(fields);

/** A page that has looked, and what it has heard since. */
async function openPage() {
  const socket = dial();
  const heard: FromHost[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as FromHost));
  await once(socket, 'open');
  const say = (message: FromPage) => socket.send(JSON.stringify(message));
  say({ type: 'look' });
  await expect.poll(() => heard, PATIENCE).toHaveLength(1);
  return { socket, heard, say };
}

const files = (text: string): Files => ({ 'bell.ts': text });

describe('a page', () => {
  it('hears what is on the disk, and what somebody saves there, with its verdict', async () => {
    const page = await openPage();
    expect(page.heard).toEqual([{ type: 'disk', disk: { files: files('first'), revision: 0 } }]);
    await writeFile(file(), 'saved');
    await expect
      .poll(() => page.heard, PATIENCE)
      .toContainEqual(message({ type: 'disk', disk: { files: files('saved'), revision: 1 }, by: 'save' }));
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'judging' }));
    await expect
      .poll(() => page.heard, PATIENCE)
      .toContainEqual(message({ type: 'judged', judged: { verdict: verdict(1), files: files('saved'), at: 1000 } }));
    expect(judged).toEqual(['saved']);
  });

  it('writes what is based on the disk as it is, and only others hear of it', async () => {
    const [page, other] = [await openPage(), await openPage()];
    page.say({ type: 'write', id: 1, files: files('mine'), basedOn: 0 });
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'written', id: 1 }));
    expect(await onDisk()).toBe('mine');
    await expect
      .poll(() => other.heard, PATIENCE)
      .toContainEqual(message({ type: 'disk', disk: { files: files('mine'), revision: 1 }, by: 'page' }));
    expect(page.heard.filter(({ type }) => type === 'disk')).toHaveLength(1);
  });

  it('is judged by itself: what it writes, the terminal does not judge', async () => {
    const page = await openPage();
    page.say({ type: 'write', id: 1, files: files('mine'), basedOn: 0 });
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'written' }));
    await writeFile(file(), 'saved');
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'judged' }));
    expect(judged).toEqual(['saved']);
  });

  it('cannot write over what it has not seen', async () => {
    const page = await openPage();
    await writeFile(file(), 'saved');
    page.say({ type: 'write', id: 7, files: files('mine'), basedOn: 0 });
    await expect
      .poll(() => page.heard, PATIENCE)
      .toContainEqual(message({ type: 'newer', id: 7, disk: { files: files('saved'), revision: 1 } }));
    expect(await onDisk()).toBe('saved');
  });

  it('cannot write over what was there, was not, and is again', async () => {
    const page = await openPage();
    await writeFile(file(), 'saved');
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'disk', by: 'save' }));
    await writeFile(file(), 'first');
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'disk', disk: { files: files('first'), revision: 2 } }));
    page.say({ type: 'write', id: 1, files: files('mine'), basedOn: 0 });
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'newer', id: 1 }));
  });

  it('may write the same twice, also when somebody else has written it', async () => {
    const [page, other] = [await openPage(), await openPage()];
    page.say({ type: 'write', id: 1, files: files('mine'), basedOn: 0 });
    other.say({ type: 'write', id: 2, files: files('mine'), basedOn: 0 });
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'written', id: 1 }));
    await expect.poll(() => other.heard, PATIENCE).toContainEqual(message({ type: 'written', id: 2 }));
  });

  it('hears that the file was deleted, and that it is back', async () => {
    const page = await openPage();
    await rm(file());
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'disk', disk: { files: {}, revision: 1 } }));
    await writeFile(file(), 'back');
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'disk', disk: { files: files('back'), revision: 2 } }));
  });

  it('stands hundreds of saves, and hears the last', { timeout: 60_000 }, async () => {
    const page = await openPage();
    for (let number = 1; number <= 300; number++) await writeFile(file(), `save ${number}`);
    await expect
      .poll(() => page.heard, PATIENCE)
      .toContainEqual(message({ type: 'disk', disk: expect.objectContaining({ files: files('save 300') }) }));
    await expect
      .poll(() => page.heard, PATIENCE)
      .toContainEqual(message({ type: 'judged', judged: expect.objectContaining({ files: files('save 300') }) }));
    expect(judged.length).toBeLessThan(300);
  });

  it('stands hundreds of writes, each based on the one before', { timeout: 60_000 }, async () => {
    const page = await openPage();
    for (let id = 1; id <= 300; id++) page.say({ type: 'write', id, files: files(`text ${id}`), basedOn: id - 1 });
    await expect.poll(() => page.heard, PATIENCE).toContainEqual(message({ type: 'written', id: 300 }));
    expect(await onDisk()).toBe('text 300');
    expect(page.heard.filter(({ type }) => type === 'written')).toHaveLength(300);
    expect(judged).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://localhost:1' }],
    ['a name that was led here', { host: 'evil.example', origin: 'http://evil.example' }],
  ])('%s', async (_, headers) => {
    const [error] = (await once(dial(undefined, headers), 'error').catch((thrown: unknown) => [thrown])) as [Error];
    expect(error.message).toContain('403');
  });

  it.each([['/front-desk/disk-link/'], ['/front-desk/disk-link/nothing'], ['/front-desk/disk-link/../../x'], ['/disk-link/bell']])(
    '%s, where there is no exercise',
    async (path) => {
      const [error] = (await once(dial(path), 'error').catch((thrown: unknown) => [thrown])) as [Error];
      expect(error.message).toContain('404');
    },
  );

  it.each([
    ['../outside.ts', 'The name has to stay in its folder'],
    ['parts/../../outside.ts', 'The name has to stay in its folder'],
    ['/outside.ts', 'The name has to stay in its folder'],
    ['..\\outside.ts', 'cannot have “\\” in it'],
    ['c:outside.ts', 'cannot have “:” in it'],
    ['contract.ts', 'contract.ts belongs to the course'],
    ['examples.test.ts', 'Tests are not graded'],
    ['.bashrc', 'hidden'],
    ['package.json', 'end the name in .ts'],
    ['Bell.ts', 'on many disks that is the same name'],
  ])('a file called %s', async (path, reason) => {
    const page = await openPage();
    page.say({ type: 'write', id: 1, files: { ...files('mine'), [path]: 'harm' }, basedOn: 0 });
    await expect
      .poll(() => page.heard, PATIENCE)
      .toContainEqual(message({ type: 'refused', id: 1, reason: expect.stringContaining(reason) }));
    expect(await onDisk()).toBe('first');
  });

  it('a file that is too large', async () => {
    const page = await openPage();
    page.say({ type: 'write', id: 1, files: files('x'.repeat(500_001)), basedOn: 0 });
    await expect
      .poll(() => page.heard, PATIENCE)
      .toContainEqual(message({ type: 'refused', reason: 'bell.ts is larger than 500 kB, which the grader does not read.' }));
  });

  it('more files than a submission may have', async () => {
    const page = await openPage();
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`part-${number}.ts`, '']));
    page.say({ type: 'write', id: 1, files: many, basedOn: 0 });
    await expect
      .poll(() => page.heard, PATIENCE)
      .toContainEqual(message({ type: 'refused', reason: 'A submission has at most 50 files, and these are 51.' }));
  });

  it.each([['no JSON'], ['null'], ['[]'], ['{"type":"write"}'], ['{"type":"write","id":1,"files":{"bell.ts":7},"basedOn":0}']])(
    'a message that says %s',
    async (text) => {
      const { socket } = await openPage();
      socket.send(text);
      const [code] = (await once(socket, 'close')) as [number];
      expect([code, await onDisk()]).toEqual([1008, 'first']);
    },
  );
});

describe('the head of a page', () => {
  it('leads to the links for a reader at home, and says nothing to others, nor to who keeps pages for later', () => {
    const home = { headers: { host: 'localhost:4321' }, socket: { remoteAddress: '127.0.0.1' } };
    expect(links.markupFor(home)).toBe('<meta name="front-desk-disk" content="/front-desk/disk-link/">');
    expect(links.markupFor({ ...home, socket: { remoteAddress: '10.0.0.8' } })).toBe('');
    expect(links.markupFor({ ...home, headers: { ...home.headers, 'x-as-built': '1' } })).toBe('');
  });
});
