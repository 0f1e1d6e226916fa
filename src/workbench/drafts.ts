/** What a learner has written, and the rules by which none of it is lost. Data only: `draft-store.ts` keeps it. */
import type { ExerciseVerdict } from '../grader/verdict.ts';
import { fingerprint } from './fingerprint.ts';

/** Texts by path with `/`, within the exercise's folder. */
export type Files = Readonly<Record<string, string>>;

/** The work on one exercise as it stands. */
export interface Draft {
  exercise: string;
  files: Files;
  /** Milliseconds since 1970, as all times here. */
  changedAt: number;
  /** Counts up with every write; 0 was never written. */
  revision: number;
  origin: Origin;
}

/** What of the course a draft was started from: fingerprints, to see a change. */
export interface Origin {
  stub: string;
  contract: string;
}

/** A text with its verdict. */
export interface Run {
  /** Unique within its exercise. */
  id: string;
  exercise: string;
  files: Files;
  at: number;
  verdict: ExerciseVerdict;
}

/** A text that something else was put in the place of. */
export interface Snapshot {
  id: string;
  exercise: string;
  files: Files;
  at: number;
  why: Why;
}

export const WHYS = [
  'reset',
  'taken-back',
  'uploaded',
  'imported',
  'other-tab',
  'renamed',
  'disk',
  'file-renamed',
  'file-deleted',
] as const;
/** What was put in its place, or what kept it from being the draft. */
export type Why = (typeof WHYS)[number];

export type Kept = Run | Snapshot;

/** What the course gives for an exercise today. */
export interface Given {
  exercise: string;
  stub: Files;
  contract: string;
}

/** Of runs and of snapshots, each: more are not kept, the oldest go first. */
export const MOST_KEPT = 50;

export function isRun(kept: Kept): kept is Run {
  return 'verdict' in kept;
}

/** The draft after a change: what is handed to `write`, based on the revision of the draft that was changed. */
export function changed(draft: Draft, files: Files, at: number): Draft {
  return { ...draft, files, changedAt: at, revision: draft.revision + 1 };
}

export function originOf({ stub, contract }: Pick<Given, 'stub' | 'contract'>): Origin {
  return { stub: fingerprintOf(stub), contract: fingerprint(contract) };
}

/** What the learner sees when the exercise is opened. */
export interface Opening {
  draft: Draft;
  /** What has changed in the course since the work was started, where it matters to the learner. A sentence or two. */
  said?: string;
}

/**
 * A draft that nobody has touched follows the stub; one that was touched stays as it is, and it is said when the contract or the stub
 * is another one now. It is said until the learner changes something: the change is kept as made under today's contract.
 *
 * @param kept what was kept of this exercise, if anything
 */
export function opened(kept: Draft | undefined, given: Given): Opening {
  const origin = originOf(given);
  if (!kept) return { draft: { exercise: given.exercise, files: { ...given.stub }, changedAt: 0, revision: 0, origin } };
  if (fingerprintOf(kept.files) === kept.origin.stub) return { draft: { ...kept, files: { ...given.stub }, origin } };
  const draft = { ...kept, origin };
  if (kept.origin.contract !== origin.contract)
    return {
      draft,
      said: 'The contract of this exercise has changed since you started. Your text is as you left it: look at the contract again before you run it.',
    };
  if (kept.origin.stub !== origin.stub)
    return {
      draft,
      said: 'The exercise starts from another stub since you began. Your text is as you left it; a reset shows the new stub.',
    };
  return { draft };
}

/**
 * What is to be done with a draft that is to be written.
 *
 * `nothing`: it stands there already, because a write that succeeded is tried again. `newer`: somebody has written since.
 *
 * @param basedOn the revision that the writer has last seen
 */
export function writing(kept: Draft | undefined, draft: Draft, basedOn: number): 'write' | 'nothing' | 'newer' {
  if (!kept) return 'write';
  if (kept.revision === draft.revision && sameFiles(kept.files, draft.files)) return 'nothing';
  return kept.revision > basedOn ? 'newer' : 'write';
}

/** What the history has no room for. The last run that passed always has. */
export function surplus<Entry extends { at: number; verdict?: Pick<ExerciseVerdict, 'status'> }>(history: readonly Entry[]): Entry[] {
  const newestFirst = history.toSorted((one, other) => other.at - one.at);
  const lastPassed = newestFirst.find(({ verdict }) => verdict?.status === 'passed');
  const runs = newestFirst.filter(({ verdict }) => verdict);
  const snapshots = newestFirst.filter(({ verdict }) => !verdict);
  return [...runs.slice(MOST_KEPT), ...snapshots.slice(MOST_KEPT)].filter((entry) => entry !== lastPassed);
}

export function sameFiles(one: Files, other: Files): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => Object.hasOwn(other, path) && one[path] === other[path]);
}

/** Files of an exercise that has another name today. The module that is called is named after it. */
export function underName(files: Files, former: string, name: string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path === `${former}.ts` ? `${name}.ts` : path, text]));
}

/** In whatever order the files come. */
export function fingerprintOf(files: Files): string {
  return fingerprint(JSON.stringify(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1))));
}
