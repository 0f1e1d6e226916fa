/** The history of one exercise on its shelves: equal texts lie there once, and what there is no room for goes. */
import { surplus, type Kept } from './drafts.ts';
import { fingerprint } from './fingerprint.ts';
import { isHistoryRecord, type HistoryRecord } from './records.ts';
import { setAside } from './set-aside.ts';
import type { Shelf } from './shelves.ts';

/** Newest first. What cannot be read is set aside. */
export async function readHistory(shelf: Shelf, exercise: string, asides: string[]): Promise<Kept[]> {
  const texts = new Map(await shelf.all('texts', exercise));
  const history: Kept[] = [];
  for (const [key, value] of await shelf.all('history', exercise)) {
    const kept = isHistoryRecord(value) ? withTexts(value, exercise, texts) : undefined;
    if (kept) history.push(kept);
    else asides.push(await setAside(shelf, 'history', key, { record: value, texts: textsNamedBy(value, exercise, texts) }));
  }
  return history.sort((one, other) => other.at - one.at);
}

/** Keeps one more, in the place of one with the same id. */
export async function addToHistory(shelf: Shelf, kept: Kept): Promise<void> {
  const { exercise } = kept;
  const files: Record<string, string> = {};
  for (const [path, text] of Object.entries(kept.files)) files[path] = await nameOf(shelf, exercise, text);
  await shelf.put('history', `${exercise}/${kept.id}`, plain({ ...kept, files }));
  await tidy(shelf, exercise);
}

/** Drops what is too much, and every text that nothing names any more. */
async function tidy(shelf: Shelf, exercise: string): Promise<void> {
  const all = await shelf.all('history', exercise);
  const readable = all.flatMap(([key, value]) => (isHistoryRecord(value) ? [{ ...value, key }] : []));
  const dropped = new Set(surplus(readable).map(({ key }) => key));
  for (const key of dropped) await shelf.remove('history', key);

  // While something cannot be read, nobody knows which texts it names.
  if (readable.length < all.length) return;
  const named = new Set(readable.filter(({ key }) => !dropped.has(key)).flatMap(({ files }) => Object.values(files)));
  for (const key of await shelf.keys('texts', exercise)) if (!named.has(key.slice(exercise.length + 1))) await shelf.remove('texts', key);
}

/** The name under which a text lies. Two texts of one fingerprint are told apart by what follows it. */
async function nameOf(shelf: Shelf, exercise: string, text: string): Promise<string> {
  const mark = fingerprint(text);
  for (let attempt = 0; ; attempt++) {
    const name = attempt === 0 ? mark : `${mark}.${attempt}`;
    const there = await shelf.get('texts', `${exercise}/${name}`);
    if (there === undefined) await shelf.put('texts', `${exercise}/${name}`, text);
    if (there === undefined || there === text) return name;
  }
}

function withTexts(record: HistoryRecord, exercise: string, texts: ReadonlyMap<string, unknown>): Kept | undefined {
  const files: Record<string, string> = {};
  for (const [path, name] of Object.entries(record.files)) {
    const text = texts.get(`${exercise}/${name}`);
    if (typeof text !== 'string') return undefined;
    files[path] = text;
  }
  return { ...record, files };
}

/** They go with it: once nothing names them they are dropped. */
function textsNamedBy(value: unknown, exercise: string, texts: ReadonlyMap<string, unknown>): unknown[] {
  const { files } = Object(value) as { files?: unknown };
  return Object.values(Object(files) as object).map((name) => texts.get(`${exercise}/${name}`));
}

/** A verdict that a page watches can be a stand-in that no storage takes. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
