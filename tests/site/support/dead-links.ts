/** Follows every link of a served site, as far as the site itself goes. */

export interface DeadLink {
  /** The page that holds it, as a path. */
  page: string;
  /** As it is written there. */
  link: string;
  reason: string;
}

interface Answer {
  status: number;
  /** The page’s text; empty for anything but HTML. */
  html: string;
}

/**
 * Every link, image, script and style that leads nowhere: not found, outside the base path, or to an id that its page does
 * not have.
 * @param start - address of the home page; the site is everything below it
 * @param publishedAs - where the site will stand, if its pages name themselves by that address
 */
export async function deadLinks(start: string, publishedAs?: string): Promise<DeadLink[]> {
  const answers = new Map<string, Promise<Answer>>();
  const ask = (url: string) => {
    const answer = answers.get(url) ?? answerTo(url);
    answers.set(url, answer);
    return answer;
  };
  const dead: DeadLink[] = [];
  const queue = [start, new URL('no-such-page/', start).href];
  const seen = new Set(queue);
  for (const page of queue) {
    const { html } = await ask(page);
    for (const link of linksIn(html)) {
      const url = local(link, page, start, publishedAs);
      if (!url) continue;
      const report = (reason: string) => dead.push({ page: new URL(page).pathname, link, reason });
      const { hash } = url;
      url.hash = '';
      const answer = await ask(url.href);
      const isOnThisPage = url.href === page;
      if (!url.href.startsWith(start)) report('leads outside the base path');
      else if (answer.status !== 200 && !isOnThisPage) report(`answers ${answer.status}`);
      else if (hash.length > 1 && !hasId(answer.html, decodeURIComponent(hash.slice(1)))) report('its page has no such id');
      else if (answer.html !== '' && !seen.has(url.href)) queue.push(url.href);
      seen.add(url.href);
    }
  }
  return dead;
}

async function answerTo(url: string): Promise<Answer> {
  const response = await fetch(url);
  const isHtml = response.headers.get('content-type')?.startsWith('text/html');
  const body = await response.text();
  return { status: response.status, html: isHtml ? body : '' };
}

function linksIn(html: string): string[] {
  const markup = html.replaceAll(/<!--.*?-->/gs, '');
  return [
    ...new Set(
      [...markup.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&').replaceAll('&#38;', '&')),
    ),
  ];
}

/** The address on the server at hand; undefined for another site’s, and for mail, data and the like. */
function local(link: string, page: string, start: string, publishedAs: string | undefined): URL | undefined {
  const here = new URL(start);
  const url = new URL(link, page);
  if (publishedAs && url.origin === new URL(publishedAs).origin) return new URL(url.pathname + url.search + url.hash, here.origin);
  return url.origin === here.origin ? url : undefined;
}

function hasId(html: string, id: string): boolean {
  const escaped = id.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return html.includes(` id="${escaped}"`);
}
