/**
 * An edition: the files of the course as one build wrote them. The build writes it into the service worker, which keeps it.
 * A file is named by its path below the site’s root, as in `lessons/08-throttling/index.html`.
 */
export interface Edition {
  /** What a device holds as soon as somebody has visited: each file, and the SHA-256 of its content in base64. */
  readonly kept: Readonly<Record<string, string>>;
  /** What it holds once somebody has used it. */
  readonly extras: Readonly<Record<string, string>>;
}

/** True if the content never changes under this name: another content gets another name. */
export function isNamedByContent(file: string): boolean {
  return /^_astro\/|^pagefind\/(?:fragment|index)\/|\.pf_meta$/.test(file);
}

/** True where the server of the course runs on this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/** The path of `address` below `root`, decoded and without its query; undefined if it is not below it. */
export function pathBelow(root: string, address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const start = new URL(root);
  if (origin !== start.origin || !pathname.startsWith(start.pathname)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(start.pathname.length));
  } catch {
    return undefined;
  }
}

/** The file that a host of plain files sends for `path`. */
export function fileAt(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Where a host sends `file` without leading elsewhere first. */
export function addressOf(root: string, file: string): string {
  return new URL(encodeURI(file.replace(/(^|\/)index\.html$/, '$1')), root).href;
}
