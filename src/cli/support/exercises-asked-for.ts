import { exerciseNames, loadExercise, type Exercise } from '../../grader/exercises.ts';
import { openProgress, type ProgressStore } from '../../grader/progress/store.ts';
import { knownName } from './arguments.ts';
import { keptIn, type House } from './house.ts';

/** The exercises with these names; all of them if none is named. @throws WrongUse over a name that there is not */
export async function exercisesAskedFor(house: House, names: readonly string[]): Promise<Exercise[]> {
  const all = await exerciseNames(house.root);
  const wanted = names.length > 0 ? [...new Set(names)].map((name) => knownName('exercise', name, all)) : all;
  return Promise.all(wanted.map((name) => loadExercise(house.root, name)));
}

export function progressIn(house: House, exercises: readonly Exercise[]): ProgressStore {
  return openProgress(keptIn(house, 'progress.json'), {
    exercises,
    now: house.now,
    note: (sentence) => house.remark(`${sentence}\n`),
  });
}
