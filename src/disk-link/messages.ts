/** What a page and the machine that serves it say to each other about the files of one exercise. JSON, over one WebSocket a page. */
import type { ExerciseVerdict } from '../grader/verdict.ts';
import type { Files } from '../workbench/drafts.ts';

/** What lies in the folder of an exercise: the files of a submission, or why they cannot be read, in a sentence. */
export type Lying = { files: Files } | { trouble: string };

/** The same, with a number that counts its changes: what was there, was not and is again has another one. */
export type Disk = Lying & { revision: number };

export type Writer = 'page' | 'save';

export type FromPage =
  /** Says what is there, and from now on what changes. */
  | { type: 'look' }
  /** Puts these files in the place of those that are there. `basedOn`: the revision that the page has last seen. */
  | { type: 'write'; id: number; files: Files; basedOn: number };

/** A verdict of the terminal's judge, and what it is about. */
export interface TerminalVerdict {
  verdict: ExerciseVerdict;
  files: Files;
  /** Milliseconds since 1970; the same for every page that hears it. */
  at: number;
}

export type FromHost =
  /** The answer to a look; or what another page has written, or somebody saved there. */
  | { type: 'disk'; disk: Disk; by?: Writer }
  | { type: 'written'; id: number; revision: number }
  /** Nothing was written: the disk is not what it was when the page looked. */
  | { type: 'newer'; id: number; disk: Disk }
  /** Nothing was written, for this reason. */
  | { type: 'refused'; id: number; reason: string }
  | { type: 'judging' }
  /** Without a verdict, the run was given up: there is something newer. */
  | { type: 'judged'; judged?: TerminalVerdict };

/** Name of the `<meta>` by which a page knows that it is served from the machine it is read on. Its content is the address of the links. */
export const META_NAME = 'front-desk-disk';

/** Where the links of a site are, below its base path; the exercise's name follows. */
export const LINK_PATH = 'disk-link/';

/** @returns undefined for anything that is no message of a page */
export function readFromPage(text: string): FromPage | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { type, id, files, basedOn } = Object(data) as Record<string, unknown>;
  if (type === 'look') return { type };
  if (type !== 'write' || !isCount(id) || !isCount(basedOn) || !isFiles(files)) return undefined;
  return { type, id, files, basedOn };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isFiles(value: unknown): value is Files {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((text) => typeof text === 'string')
  );
}
