/**
 * The base path: the folder that the site is served from. `/` on a learner's machine, `/front-desk/` on a project page.
 *
 * The rule for authors: write a link from the root, `/lessons/08-throttling/`, with a slash at the end, as if there were
 * no base path. In a lesson or brief the Markdown plugin below puts the base in front, in a component `link()` does.
 */

/** A folder with one slash at each end, whatever was given: `front-desk`, `/front-desk`, nothing. */
export function normalizedBase(base: string | undefined): string {
  const folder = (base ?? '').replace(/^\/+|\/+$/g, '');
  return folder === '' ? '/' : `/${folder}/`;
}

/** An address as an author writes it, under the base path. Addresses of other sites, anchors and relative links stay as they are. */
export function underBase(address: string, base: string): string {
  const fromRoot = address.startsWith('/') && !address.startsWith('//');
  return fromRoot ? normalizedBase(base) + address.slice(1) : address;
}

/** The address of a page or file of this site: `link('/facts/')`. */
export function link(address: string): string {
  return underBase(address, import.meta.env.BASE_URL);
}

/** What names a page wherever the site is served: its address without the base path and the slashes around it, `lessons/08-throttling`. */
export function pagePath(address: string): string {
  const base = normalizedBase(import.meta.env.BASE_URL);
  return (address.startsWith(base) ? address.slice(base.length) : address).replaceAll(/^\/|\/$/g, '');
}
