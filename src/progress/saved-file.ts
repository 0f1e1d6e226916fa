/** Progress as a file that a reader saves and reads in again, on this machine or another. It holds the files of the exercises too. */
import type { Draft, Files, Origin } from '../workbench/drafts.ts';
import { filesComplaint } from '../workbench/file-names.ts';
import { isDraft } from '../workbench/records.ts';
import { recordsIn, writeDocument } from './document.ts';
import { kindOf } from './kinds.ts';
import { isRecord, type Entry, type Records } from './records.ts';

/** What somebody has written for an exercise. */
export interface SavedDraft {
  exercise: string;
  files: Files;
  /** Milliseconds since 1970. */
  changedAt: number;
  origin: Origin;
}

export interface Saved {
  /** ISO 8601 in UTC; undefined where the file does not say. */
  savedAt: string | undefined;
  records: Records;
  drafts: readonly SavedDraft[];
  /** Where in the file something stood that is left out, and why: one sentence each. */
  leftOut: readonly string[];
}

/** Bytes. Many times what the whole course comes to. */
export const LARGEST_FILE = 20_000_000;

const WHAT = 'Front Desk: what a reader has done';

export function savedText(records: Records, drafts: readonly Draft[], now: Date): string {
  const files = drafts.map(({ exercise, files, changedAt, origin }) => [
    exercise,
    { changedAt: new Date(changedAt).toISOString(), files, origin },
  ]);
  return `${writeDocument(records, { what: WHAT, saved: now.toISOString(), drafts: Object.fromEntries(files) }, 2)}\n`;
}

/** `front-desk-progress-2026-11-21.json` */
export function savedName(now: Date): string {
  return `front-desk-progress-${now.toISOString().slice(0, 10)}.json`;
}

/**
 * What is in such a file, or why it is not taken, in a sentence or two.
 * @param now what claims to be of a later time is taken as of this one: it must not win over all that comes
 */
export function readSaved(name: string, text: string, now: Date): Saved | { refused: string } {
  const shown = `“${name.length > 80 ? `${name.slice(0, 79)}…` : name}”`;
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { refused: `${shown} is no JSON, or not all of it: ${(error as Error).message}. Choose a file that was saved on this page.` };
  }
  const read = recordsIn(data);
  if (read.status === 'newer')
    return {
      refused: `${shown} was saved by a newer version of the course, and this one cannot read it. Nothing was taken in. Bring the course up to date, then read the file again.`,
    };
  if (read.status === 'unreadable' || !isRecord(data))
    return { refused: `${shown} is JSON, but no progress that was saved on this page. Nothing was taken in.` };

  const leftOut = read.odd.map((key) => `records, “${key}”: must have a time, “at”, such as ${now.toISOString()}.`);
  const records: Record<string, Entry> = {};
  for (const [key, { at, value }] of Object.entries(read.records)) {
    const kind = kindOf(key);
    if (value !== undefined && kind && !kind.is(value))
      leftOut.push(`records, “${key}”: its value is none that a record of this kind can have.`);
    else records[key] = { at: at > now.toISOString() ? now.toISOString() : at, ...(value !== undefined && { value }) };
  }
  const drafts: SavedDraft[] = [];
  for (const [exercise, saved] of Object.entries(isRecord(data.drafts) ? data.drafts : {})) {
    const draft = draftIn(exercise, saved, now);
    if (typeof draft === 'string') leftOut.push(`drafts, “${exercise}”: ${draft}`);
    else drafts.push(draft);
  }
  return { savedAt: typeof data.saved === 'string' && Date.parse(data.saved) ? data.saved : undefined, records, drafts, leftOut };
}

function draftIn(exercise: string, saved: unknown, now: Date): SavedDraft | string {
  const { changedAt, files, origin } = isRecord(saved) ? saved : {};
  const draft = { exercise, files, changedAt: Math.min(Date.parse(String(changedAt)), now.getTime()), revision: 0, origin };
  if (!isDraft(draft)) return 'must have “changedAt”, “files” and “origin”, as in a file that was saved on this page.';
  return filesComplaint(draft.files) ?? draft;
}
