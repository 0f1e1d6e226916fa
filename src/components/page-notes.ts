/** What the facts and sums of one page share while it is rendered: ids for their notes, and which sources are named already. */
const pages = new WeakMap<Request, { notes: number; printed: Set<string> }>();

function pageOf(request: Request) {
  const page = pages.get(request) ?? { notes: 0, printed: new Set<string>() };
  pages.set(request, page);
  return page;
}

/** An id that no other note of the page has. */
export function noteId(request: Request): string {
  return `provenance-${++pageOf(request).notes}`;
}

/** True the first time that the page asks for `source`: on paper a source is named once. */
export function isFirstOnPage(request: Request, source: string): boolean {
  const { printed } = pageOf(request);
  const first = !printed.has(source);
  printed.add(source);
  return first;
}
