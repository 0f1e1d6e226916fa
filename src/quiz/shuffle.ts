/**
 * `items` in an order that looks random, depends on `seed` only, and is not the order they came in.
 * Two items or more that differ; a single item comes back as it is.
 */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const random = generator(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [order[last], order[pick]] = [order[pick]!, order[last]!];
  }
  const unchanged = order.every((item, index) => item === items[index]);
  return unchanged ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** Numbers from 0 up to 1, the same ones for the same seed (FNV-1a into mulberry32). */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
