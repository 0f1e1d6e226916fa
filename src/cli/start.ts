/** `npm start`: builds the site if anything changed since the last build, and serves it. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { penFor } from '../grader/report/look.ts';
import { normalizedBase } from '../site/base-path.ts';
import { buildFailure } from '../site/build-failure.ts';
import { fingerprint, isFresh, stamp } from '../site/build-stamp.ts';
import { readArguments, WrongUse } from './support/arguments.ts';
import { deskServer } from './support/desk-server.ts';
import type { House } from './support/house.ts';
import { EXIT, runVerb } from './support/run-verb.ts';
import { whenToldToEnd } from './support/signals.ts';

const HELP = `npm start
npm start -- --port 8080
npm start -- --host 0.0.0.0

Builds the course if anything in it changed, and serves it until Ctrl+C. On this machine, the page
of an exercise and your files in exercises/ are kept in step: write in either, and what you save in
your own editor is judged here and shown there.

  --port   where to listen, or the next free port after it (default 4321)
  --host   the address to listen on; 0.0.0.0 lets other machines in (default localhost)
`;

export async function start(args: readonly string[], house: House): Promise<number> {
  const known = { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  const { names, flags } = readArguments('start', args, known, house.env);
  if (flags.help) {
    house.say(HELP);
    return EXIT.passed;
  }
  if (names.length > 0) throw new WrongUse(`start takes no names, only --port and --host, so “${names.join(' ')}” means nothing to it.`);
  const wanted = portNumber(flags.port ?? '4321');
  const host = String(flags.host ?? 'localhost');
  const base = normalizedBase(house.env.SITE_BASE);
  const dist = join(house.root, 'dist');

  // A port that cannot be had is better known before the build than after it.
  const desk = await deskServer(house, dist, base);
  const port = await listen(desk.server, wanted, host);
  try {
    await buildIfStale(house, dist);
  } catch (error) {
    house.remark(`${buildFailure(error, house.root)}\n`);
    return EXIT.failed;
  }
  if (port !== wanted) house.say(`Port ${wanted} is taken, so it is ${port}.\n`);
  house.say(`The front desk is open: ${penFor(house.look).brass(addressOf(host, port, base))}\n`);
  const { promise: told, resolve: end } = Promise.withResolvers<void>();
  whenToldToEnd(end);
  await told;
  await desk.close();
  return EXIT.passed;
}

async function buildIfStale(house: House, dist: string): Promise<void> {
  const print = await fingerprint(house.root, [house.env.SITE_BASE ?? '', house.env.SITE_URL ?? '']);
  if (await isFresh(dist, print)) return;
  const started = performance.now();
  house.say('Building the course …\n');
  const { build } = await import('astro');
  await build({ root: house.root, logLevel: 'silent' });
  await stamp(dist, print);
  house.say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
}

function portNumber(text: string | boolean): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new WrongUse(`--port takes a number from 1 to 65535, not “${text}”.`);
  return port;
}

/** Listens on the first port from `wanted` on that nobody else listens on. @returns that port */
async function listen(server: Server, wanted: number, host: string): Promise<number> {
  for (let port = wanted; port <= 65535; port += 1) {
    try {
      server.listen(port, host);
      await once(server, 'listening');
      return port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' || code === 'EACCES') continue;
      throw new WrongUse(`This machine cannot listen on ${host} (${code}). Without --host the course is served on localhost.`);
    }
  }
  throw new WrongUse(`Every port from ${wanted} up is taken. Name a lower one: npm start -- --port 4321`);
}

/** What a browser on this machine opens. */
function addressOf(host: string, port: number, base: string): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}${base}`;
}

if (import.meta.main) await runVerb(start);
