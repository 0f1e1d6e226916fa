/** Records as a text, and back: what the browser keeps, and what is in a file that was saved. */
import { isEntry, isRecord, type Entry, type Records } from './records.ts';

/** Each step takes the data of one version to the next, the first that of version 1. Kept for good: somebody still has that file. */
export type Step = (data: Record<string, unknown>) => Record<string, unknown>;

const STEPS: readonly Step[] = [];

export type ReadDocument =
  /** `odd`: what stood among the records and is none. */
  | { status: 'read'; records: Records; odd: string[] }
  /** Nothing that this course wrote. */
  | { status: 'unreadable' }
  /** Written by a newer version of the course: to be left alone. */
  | { status: 'newer' };

export function readDocument(text: string, steps?: readonly Step[]): ReadDocument {
  try {
    return recordsIn(JSON.parse(text), steps);
  } catch {
    return { status: 'unreadable' };
  }
}

/** @param data what a text held that was JSON */
export function recordsIn(data: unknown, steps: readonly Step[] = STEPS): ReadDocument {
  if (!isRecord(data) || typeof data.version !== 'number' || !Number.isInteger(data.version) || data.version < 1)
    return { status: 'unreadable' };
  if (data.version > steps.length + 1) return { status: 'newer' };
  const { records } = steps.slice(data.version - 1).reduce((older, step) => step(older), data);
  if (!isRecord(records)) return { status: 'unreadable' };
  const all = Object.entries(records);
  return {
    status: 'read',
    records: Object.fromEntries(all.filter((one): one is [string, Entry] => isEntry(one[1]))),
    odd: all.filter(([, entry]) => !isEntry(entry)).map(([key]) => key),
  };
}

/** @param spaces to indent with, where people are to read it */
export function writeDocument(records: Records, beside: Record<string, unknown> = {}, spaces?: number): string {
  return JSON.stringify({ version: STEPS.length + 1, ...beside, records }, null, spaces);
}
