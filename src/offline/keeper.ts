/** What the service worker does, on a shelf and a network that are handed in. */
import { addressOf, fileAt, isNamedByContent, pathBelow, type Edition } from './edition.ts';
import { AS_BUILT } from './messages.ts';

export interface Surroundings {
  /** Address of the site, with a slash at the end. */
  root: string;
  /** The server runs on this machine: it is asked first, and what is kept only stands in for it. */
  isNear: boolean;
  shelf(): Promise<Shelf>;
  fetch(request: Request | string, options?: RequestInit): Promise<Response>;
}

/** What is used of a `Cache`. */
export type Shelf = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

const AT_ONCE = 6;

export function keeperOf(edition: Edition, { root, isNear, shelf, fetch }: Surroundings) {
  const kept = new Map(Object.entries(edition.kept));
  const all = new Map([...kept, ...Object.entries(edition.extras)]);
  const leaving = `${root}?leaving`;

  // By content: what two editions have in common is fetched once, and neither can disturb the other.
  const placeOf = (file: string, digest: string) => `${addressOf(root, file)}?${encodeURIComponent(digest)}`;

  const heldFile = async (file: string) => (await shelf()).match(placeOf(file, all.get(file)!));

  /** Fetches a file of this edition. @throws if the server has another content under this name by now */
  async function fetchFile(file: string): Promise<Response> {
    const response = await fetch(addressOf(root, file), {
      headers: { [AS_BUILT]: '1' },
      integrity: `sha256-${all.get(file)}`,
      cache: isNamedByContent(file) ? 'default' : 'no-cache',
      priority: 'low',
    });
    // Made anew: a page may not be answered with a response that was led elsewhere on its way.
    return new Response(response.body, { headers: response.headers });
  }

  async function fetchAndHold(file: string): Promise<Response> {
    const response = await fetchFile(file);
    const copy = response.clone();
    try {
      await (await shelf()).put(placeOf(file, all.get(file)!), copy);
    } catch {
      // A device without room for it still gets to use it.
    }
    return response;
  }

  async function ownFile(file: string, request: Request): Promise<Response> {
    return (await heldFile(file)) ?? fetchAndHold(file).catch(() => fetch(request));
  }

  /** A page that was opened in an edition before this one still asks for its files. */
  async function earlierFile(request: Request): Promise<Response> {
    return (await (await shelf()).match(request.url, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
  }

  async function noSuchRoom(): Promise<Response> {
    const page = await heldFile('404.html');
    return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
  }

  return {
    /** Fetches what is not held yet. A visit that ends halfway goes on with the next one. @throws if the edition is not held as a whole */
    async keep(): Promise<void> {
      const opened = await shelf();
      const places = new Set((await opened.keys()).map(({ url }) => url));
      const missing = [...kept].filter(([file, digest]) => !places.has(placeOf(file, digest)));
      const fetchSome = async () => {
        for (let next = missing.pop(); next; next = missing.pop()) await opened.put(placeOf(...next), await fetchFile(next[0]));
      };
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
      } finally {
        missing.length = 0;
      }
    },

    /**
     * Clears away what belongs to no edition any more. Files of the edition before stay, for the pages that are still open:
     * a file goes when it has been superfluous twice.
     */
    async tidy(): Promise<void> {
      const opened = await shelf();
      const wanted = new Set([...all].map(([file, digest]) => placeOf(file, digest)).concat(leaving));
      const superfluous = (await opened.keys()).map(({ url }) => url).filter((url) => !wanted.has(url));
      const before = new Set<string>(await (await opened.match(leaving))?.json());
      await Promise.all(superfluous.filter((url) => before.has(url)).map((url) => opened.delete(url)));
      await opened.put(leaving, Response.json(superfluous.filter((url) => !before.has(url))));
    },

    /** Undefined: it is none of the keeper’s business, and the browser asks as if there were none. */
    answerTo(request: Request): Promise<Response> | undefined {
      const path = pathBelow(root, request.url);
      if (path === undefined || request.method !== 'GET' || request.headers.has('range')) return undefined;
      const serverFirst = (otherwise: () => Promise<Response>) => fetch(request).catch(otherwise);

      const file = fileAt(path);
      if (all.has(file)) {
        const own = () => ownFile(file, request);
        return isNear && !isNamedByContent(file) ? serverFirst(own) : own();
      }
      if (all.has(`${path}/index.html`)) {
        const lead = async () => Response.redirect(`${addressOf(root, path)}/${new URL(request.url).search}`, 301);
        return isNear ? serverFirst(lead) : lead();
      }
      if (isNamedByContent(path)) return earlierFile(request);
      return request.mode === 'navigate' ? serverFirst(noSuchRoom) : undefined;
    },
  };
}
