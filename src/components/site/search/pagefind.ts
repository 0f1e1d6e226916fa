/** The search index that Pagefind writes when the site is built, as far as the search box uses it. */
export interface SearchIndex {
  options(options: { baseUrl: string }): Promise<void>;
  /** Undefined if another search was asked for while this one waited. */
  debouncedSearch(text: string): Promise<{ results: { data(): Promise<PageFound> }[] } | undefined>;
}

export interface PageFound {
  url: string;
  meta: { title?: string };
  /** Where in the page: one entry for each heading under which something was found. `excerpt` is HTML, escaped but for `<mark>`. */
  sub_results: { title: string; url: string; excerpt: string }[];
}

/**
 * Loads the index.
 * @param base - the site’s base path
 */
export async function loadIndex(base: string): Promise<SearchIndex> {
  const index: SearchIndex = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  await index.options({ baseUrl: base });
  return index;
}
