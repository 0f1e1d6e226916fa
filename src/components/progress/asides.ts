/** Lists what was set aside in the browser’s storage because it could not be read. */
import { ASIDE, type Storage } from '../../progress/progress-store.ts';
import { download } from './download.ts';

/** @param open gives the storage, or throws where the browser forbids it: then there is nothing to list */
export function showAsides(box: HTMLElement, open: () => Storage): void {
  const list = box.querySelector('[data-aside-list]')!;

  function paint(): void {
    const rows = asidesIn(open).map(([key, text]) => {
      const row = document.createElement('li');
      const name = Object.assign(document.createElement('code'), { textContent: key.slice(ASIDE.length) });
      row.append(
        name,
        button('Save as a file', key, () => download(`${key.replaceAll(/[^\w.-]+/g, '-')}.txt`, text, 'text/plain')),
        button('Delete', key, () => {
          if (!confirm('Delete it? Nothing brings it back.')) return;
          open().removeItem(key);
          paint();
        }),
      );
      return row;
    });
    list.replaceChildren(...rows);
    box.hidden = rows.length === 0;
  }

  paint();
}

function button(words: string, key: string, press: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'fd-button quiet', textContent: words });
  made.setAttribute('aria-label', `${words}: ${key.slice(ASIDE.length)}`);
  made.addEventListener('click', press);
  return made;
}

function asidesIn(open: () => Storage): [key: string, text: string][] {
  try {
    const storage = open();
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index)!).filter((key) => key.startsWith(ASIDE));
    return keys.sort().map((key) => [key, storage.getItem(key)!]);
  } catch {
    return [];
  }
}
