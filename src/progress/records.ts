/** What a reader has done, record by record. Data only: `progress-store.ts` keeps it in the browser. */

/** What is known of one thing, and since when. */
export interface Entry {
  /** ISO 8601 in UTC, with milliseconds: two of them are compared as texts. */
  at: string;
  /** What is in it depends on the kind. Absent once it was taken back: then nothing older brings it back. */
  value?: unknown;
}

/** By `kind/id/…`. What belongs to something that the course no longer has stays here, unread. */
export type Records = Readonly<Record<string, Entry>>;

/** A kind of records, and what is a value of it. */
export interface Kind<Value> {
  name: string;
  is: (value: unknown) => value is Value;
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The value of one record; undefined where there is none, or nothing that this kind can hold. */
export function valueOf<Value>(records: Records, { name, is }: Kind<Value>, ...ids: string[]): Value | undefined {
  const key = [name, ...ids].join('/');
  const value = Object.hasOwn(records, key) ? records[key]!.value : undefined;
  return is(value) ? value : undefined;
}

/** The values below `kind/ids/`, by the rest of their keys. */
export function valuesBelow<Value>(records: Records, { name, is }: Kind<Value>, ...ids: string[]): Record<string, Value> {
  const start = `${[name, ...ids].join('/')}/`;
  return Object.fromEntries(
    Object.entries(records).flatMap(([key, { value }]) => (key.startsWith(start) && is(value) ? [[key.slice(start.length), value]] : [])),
  );
}

/**
 * @param value undefined takes it back
 * @param at now, as ISO 8601 in UTC. A record that seems to be of the future gives way all the same.
 */
export function withValue<Value>(records: Records, at: string, { name }: Kind<Value>, ids: readonly string[], value?: Value): Records {
  const key = [name, ...ids].join('/');
  const before = Object.hasOwn(records, key) ? records[key]! : undefined;
  const later = before && before.at >= at ? new Date(Date.parse(before.at) + 1).toISOString() : at;
  return { ...records, [key]: { at: later, ...(value !== undefined && { value }) } };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isTrue(value: unknown): value is true {
  return value === true;
}

export function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value.at === 'string' && ISO.test(value.at) && Number.isFinite(Date.parse(value.at));
}
