import type { Shelf, ShelfName } from './shelves.ts';

/**
 * Takes what cannot be read out of the way without losing it.
 * @returns the key on the shelf `aside`, a name for the learner
 */
export async function setAside(shelf: Shelf, from: ShelfName, key: string, value: unknown): Promise<string> {
  const taken = new Set(await shelf.keys('aside'));
  let name = `${from}/${key}`;
  for (let number = 2; taken.has(name); number++) name = `${from}/${key}.${number}`;
  await shelf.put('aside', name, value);
  await shelf.remove(from, key);
  return name;
}
