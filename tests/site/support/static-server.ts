import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface StaticServer {
  /** Address of the served folder, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves a folder on loopback as a plain file host does: `/x/` is `/x/index.html`, whatever is missing is `404.html` with status 404. */
export async function serveFolder(folder: string, { base = '/' }: { base?: string } = {}): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asked = pathname.startsWith(base) ? normalize(decodeURIComponent(pathname.slice(base.length))) : undefined;
    const file =
      asked === undefined
        ? undefined
        : join(folder, asked === '.' || asked.endsWith('/') || asked.endsWith('\\') ? join(asked, 'index.html') : asked);
    const body = file?.startsWith(folder) ? await readFile(file).catch(() => undefined) : undefined;
    if (body) {
      response.writeHead(200, { 'content-type': TYPES[extname(file!)] ?? 'application/octet-stream' });
      response.end(body);
    } else {
      response.writeHead(404, { 'content-type': TYPES['.html'] });
      response.end(await readFile(join(folder, '404.html')).catch(() => 'Not found'));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
