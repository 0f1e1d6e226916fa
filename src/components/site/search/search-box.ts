/**
 * The search box. Nothing of the index is loaded before it is opened. Results are plain links in a list, so Tab walks
 * through them and Escape closes the box.
 */
import { loadIndex, type PageFound, type SearchIndex } from './pagefind.ts';

const PAGES_SHOWN = 6;
const PLACES_SHOWN = 3;

class SearchBox extends HTMLElement {
  #index: Promise<SearchIndex | undefined> | undefined;
  #open = this.querySelector<HTMLButtonElement>('[data-open]')!;
  #dialog = this.querySelector('dialog')!;
  #input = this.querySelector('input')!;
  #status = this.querySelector('[role=status]')!;
  #found = this.querySelector('ol')!;

  connectedCallback(): void {
    this.#open.disabled = false;
    this.#open.addEventListener('click', () => this.#show());
    this.#input.addEventListener('input', () => void this.#search(this.#input.value.trim()));
    // A click beside the box lands on the dialog itself; one on a result may stay on this page.
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog || (target instanceof Element && target.closest('a'))) this.#dialog.close();
    });
    addEventListener('keydown', (event) => {
      // In an editor on a Mac, Ctrl-K is the editor’s own.
      if (event.defaultPrevented || event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (this.#dialog.open) this.#dialog.close();
      else this.#show();
    });
  }

  #show(): void {
    this.#dialog.showModal();
    this.#input.select();
    this.#index ??= loadIndex(this.dataset.base!).catch(() => {
      this.#status.textContent = 'There is no search index here: search works on a built site, which npm start serves.';
      return undefined;
    });
  }

  async #search(text: string): Promise<void> {
    if (text === '') return this.#render([], '');
    const index = await this.#index;
    const search = await index?.debouncedSearch(text);
    if (!search || text !== this.#input.value.trim()) return;
    const pages = await Promise.all(search.results.slice(0, PAGES_SHOWN).map((result) => result.data()));
    if (text !== this.#input.value.trim()) return;
    this.#render(
      pages,
      pages.length === 0 ? `Nothing about “${text}”.` : `${search.results.length} ${search.results.length === 1 ? 'page' : 'pages'}`,
    );
  }

  #render(pages: PageFound[], status: string): void {
    this.#status.textContent = status;
    this.#found.replaceChildren(...pages.map(pageItem));
  }
}

function pageItem({ url, meta, sub_results: places }: PageFound): HTMLLIElement {
  const item = document.createElement('li');
  const list = document.createElement('ul');
  list.append(...places.slice(0, PLACES_SHOWN).map((place) => placeItem(place, meta.title)));
  item.append(linkTo(url, meta.title ?? url), list);
  return item;
}

function placeItem({ title, url, excerpt }: PageFound['sub_results'][number], page: string | undefined): HTMLLIElement {
  const item = document.createElement('li');
  const text = document.createElement('p');
  text.innerHTML = excerpt;
  if (title !== page) item.append(linkTo(url, title));
  item.append(text);
  return item;
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

customElements.define('search-box', SearchBox);
