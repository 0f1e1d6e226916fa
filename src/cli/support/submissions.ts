import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Exercise } from '../../grader/exercises.ts';
import { WrongUse } from './arguments.ts';
import type { House } from './house.ts';

/** The submissions that a run is about. */
export interface Submissions {
  /** What is graded, each with the folder that holds `<exercise>.ts`. */
  folders: { exercise: Exercise; folder: string }[];
  /** These are the learner's own files: what comes of them is kept. */
  own: boolean;
}

/**
 * @param from a root laid out like `exercises/`, or one folder that holds `<exercise>.ts` itself; by default the learner's own
 * @param exercises those that were asked for
 * @param named they were asked for by name; otherwise a single folder is graded for what it holds
 * @throws WrongUse if there is none of it
 */
export function submissionsIn(house: House, from: string | undefined, exercises: readonly Exercise[], named: boolean): Submissions {
  const own = join(house.root, 'exercises');
  const root = from === undefined ? own : resolve(house.cwd, from);
  const inRoot = exercises.map((exercise) => ({ exercise, folder: join(root, exercise.name) }));
  if (root === own) return { folders: inRoot, own: true };

  const there = ({ exercise, folder }: { exercise: Exercise; folder: string }) => existsSync(join(folder, `${exercise.name}.ts`));
  // A submission that lacks an exercise has not passed it.
  if (inRoot.some(there)) return { folders: inRoot, own: false };
  const single = exercises.map((exercise) => ({ exercise, folder: root }));
  if (named && single.some(there)) return { folders: single, own: false };
  if (single.some(there)) return { folders: single.filter(there), own: false };

  const shown = relative(house.cwd, root) || '.';
  const [first] = exercises;
  throw new WrongUse(
    existsSync(root)
      ? `${shown} holds nothing to grade: neither ${join(shown, first!.name, `${first!.name}.ts`)} nor ${join(shown, `${first!.name}.ts`)} is there.`
      : `There is no folder ${shown}.`,
  );
}
