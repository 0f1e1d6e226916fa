/** What every page knows beyond Starlight’s own route data: what comes before and after it in the course, and how it is shown when shared. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { link } from './base-path.ts';
import { course } from './course.ts';
import { readingOrder } from './course-outline.ts';

type SidebarLink = NonNullable<StarlightRouteData['pagination']['next']>;

export const onRequest = defineRouteMiddleware(async ({ locals, url, site }) => {
  const route = locals.starlightRoute;

  const pages = readingOrder(await course());
  const here = pages.findIndex(({ href }) => link(href) === url.pathname);
  route.pagination =
    here < 0 ? { prev: undefined, next: undefined } : { prev: paginationLink(pages[here - 1]), next: paginationLink(pages[here + 1]) };

  // A page that is shown for any address has none of its own.
  if (route.entry.id === '404') route.head = route.head.filter(({ attrs }) => attrs?.rel !== 'canonical' && attrs?.property !== 'og:url');

  const card = route.head.find(({ attrs }) => attrs?.name === 'twitter:card');
  if (!site && card?.attrs) card.attrs.content = 'summary';
  // A picture is shared by its full address, which a site has only once it is published.
  if (site) {
    const picture = new URL(link('/card.png'), site).href;
    route.head.push(
      { tag: 'meta', attrs: { property: 'og:image', content: picture }, content: '' },
      { tag: 'meta', attrs: { property: 'og:image:alt', content: 'Front Desk: learn API Gateway by building one' }, content: '' },
    );
  }
});

function paginationLink(page: { title: string; href: string } | undefined): SidebarLink | undefined {
  return page && { type: 'link', label: page.title, href: link(page.href), isCurrent: false, badge: undefined, attrs: {} };
}
