/** First in, first out. */
export interface Queue<Item> {
  push(item: Item): void;
  /** The item that is in longest, taken out; undefined if there is none. */
  take(): Item | undefined;
}

export function createQueue<Item>(): Queue<Item> {
  let items: Item[] = [];
  let first = 0;

  return {
    push: (item) => void items.push(item),

    take() {
      const item = items[first++];
      // Cut off now and then: `shift` would move everything that is left at each step.
      if (2 * first > items.length) {
        items = items.slice(first);
        first = 0;
      }
      return item;
    },
  };
}
