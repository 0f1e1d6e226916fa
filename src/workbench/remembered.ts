/** A choice that the browser remembers. */

export interface Remembered {
  read(): boolean;
  keep(on: boolean): void;
}

/** `open` gives the storage, or throws where the browser forbids it; then the choice lasts until the page is left. */
export function remembered(open: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, name: string): Remembered {
  const key = `front-desk:${name}`;
  return {
    read() {
      try {
        return open().getItem(key) === 'yes';
      } catch {
        return false;
      }
    },
    keep(on) {
      try {
        if (on) open().setItem(key, 'yes');
        else open().removeItem(key);
      } catch {
        // Full or forbidden: a box that is to be ticked once more is no loss that needs a sentence.
      }
    },
  };
}
