/** `npm start`: builds the site if anything changed since the last build, and serves it. */
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, styleText } from 'node:util';
import { build, preview } from 'astro';
import { normalizedBase } from '../site/base-path.ts';
import { buildFailure } from '../site/build-failure.ts';
import { fingerprint, isFresh, stamp } from '../site/build-stamp.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');

const USAGE = `npm start -- [--port NUMBER] [--host ADDRESS]

  --port   where to listen; the next free port if it is taken (default 4321)
  --host   which address to listen on; 0.0.0.0 lets other machines in (default localhost)`;

interface Options {
  port: number;
  host: string;
}

try {
  await start(options(process.argv.slice(2)));
} catch (error) {
  console.error(buildFailure(error, root));
  // A build that failed leaves workers open.
  process.exit(1);
}

async function start({ port, host }: Options): Promise<void> {
  await buildIfStale();
  const open = await freePort(port, host);
  if (open !== port) console.log(`Port ${port} is taken, so it is ${open}.`);
  const server = await preview({ root, server: { host, port: open }, logLevel: 'silent' });
  const base = normalizedBase(process.env.SITE_BASE);
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  console.log(
    `The front desk is open: ${styleText(['bold', 'yellow'], `http://${name.includes(':') ? `[${name}]` : name}:${server.port}${base}`)}`,
  );
}

async function buildIfStale(): Promise<void> {
  const print = await fingerprint(root, [process.env.SITE_BASE ?? '', process.env.SITE_URL ?? '']);
  if (await isFresh(dist, print)) return;
  const started = performance.now();
  console.log('Building the site …');
  await build({ root, logLevel: 'silent' });
  await stamp(dist, print);
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

function options(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4321' },
        host: { type: 'string', default: 'localhost' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new Error(`--port takes a number from 1 to 65535, not “${values.port}”.`);
    return { port, host: values.host };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, { cause: error });
  }
}

/** The first port from `wanted` on that nobody listens on. */
async function freePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port <= 65535; port += 1) {
    if (await canListen(port, host)) return port;
  }
  throw new Error(`Every port from ${wanted} up is taken. Name a lower one: npm start -- --port 4321`);
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(new Error(`Cannot listen on ${host}: ${error.message}. Leave out --host to listen on localhost.`, { cause: error }));
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
