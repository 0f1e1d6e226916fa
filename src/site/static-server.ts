/** Serves a built site the way a plain file host does. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Names of these files change with their content. */
const FOREVER = '/_astro/';

/**
 * A server that is not listening yet. `/x/` is `x/index.html`, `/x` leads there, and whatever is missing is `404.html` with
 * status 404. Nothing outside `folder` is ever sent, and nothing whose name starts with a dot.
 * @param base - the path that the site was built for, with a slash at each end
 * @param markupFor - what is put into the head of a page for whoever asks for it
 */
export function staticServer(folder: string, base: string, markupFor: (request: IncomingMessage) => string = () => ''): Server {
  return createServer((request, response) => {
    answer(folder, base, markupFor, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
}

async function answer(
  folder: string,
  base: string,
  markupFor: (request: IncomingMessage) => string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const found = await fileFor(folder, base, pathname);
  if (found === 'folder') {
    response.writeHead(301, { location: `${pathname}/${search}` }).end();
    return;
  }
  const file = found ?? join(folder, '404.html');
  const { size, mtimeMs } = await stat(file);
  const markup = extname(file) === '.html' ? markupFor(request) : '';
  const page = markup === '' ? undefined : Buffer.from((await readFile(file, 'utf8')).replace('<head>', () => `<head>${markup}`));
  const etag = `"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}${page ? `-${page.length.toString(16)}` : ''}"`;
  const isKnown = found !== undefined && request.headers['if-none-match'] === etag;
  const status = found === undefined ? 404 : isKnown ? 304 : 200;
  response.writeHead(status, {
    'cache-control': found !== undefined && pathname.includes(FOREVER) ? 'max-age=31536000, immutable' : 'no-cache',
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    etag,
    ...(isKnown ? {} : { 'content-length': page?.length ?? size }),
  });
  if (isKnown || request.method === 'HEAD') response.end();
  else if (page) response.end(page);
  else createReadStream(file).pipe(response);
}

/** The file that `pathname` means; `folder` if it means one but lacks the slash; undefined if there is none. */
async function fileFor(folder: string, base: string, pathname: string): Promise<string | 'folder' | undefined> {
  if (!pathname.startsWith(base)) return undefined;
  const parts = decoded(pathname.slice(base.length))?.split('/');
  if (!parts || parts.some((part) => part.startsWith('.') || part.includes('\\') || part.includes('\0') || part.includes(sep)))
    return undefined;
  const path = join(folder, ...parts);
  const kind = await stat(path).catch(() => undefined);
  if (kind?.isFile()) return parts.at(-1) === '' ? undefined : path;
  if (!kind?.isDirectory()) return undefined;
  const index = join(path, 'index.html');
  const hasIndex = await stat(index).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!hasIndex) return undefined;
  return pathname.endsWith('/') ? index : 'folder';
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
