/** The terminal's judge for a server: opened when the first text is saved, warm from then on. */
import { join } from 'node:path';
import { loadExercise } from '../../grader/exercises.ts';
import { withRun } from '../../grader/progress/progress.ts';
import type { ExerciseVerdict } from '../../grader/verdict.ts';
import { progressIn } from './exercises-asked-for.ts';
import { grade, type openJudgeSoon, type TerminalJudge } from './grading.ts';
import type { House } from './house.ts';

export interface SaveJudge {
  /** Judges the learner's own files, and keeps the run as `npm run grade` does. One at a time: there is one judge. */
  judge(exercise: string, signal: AbortSignal): Promise<ExerciseVerdict>;
  close(): Promise<void>;
}

export function judgeOfSaves(house: House, openJudge: typeof openJudgeSoon): SaveJudge {
  let judge: TerminalJudge | undefined;
  let line: Promise<unknown> = Promise.resolve();

  async function run(name: string, signal: AbortSignal): Promise<ExerciseVerdict> {
    judge ??= openJudge({ watch: true });
    const exercise = await loadExercise(house.root, name);
    const verdict = await grade(house, judge, exercise, join(house.root, 'exercises', name), { signal });
    if (signal.aborted) return verdict;
    await progressIn(house, [exercise]).update((progress) => withRun(progress, verdict, house.now()));
    house.say(`${name}: ${saidOf(verdict)}\n`);
    return verdict;
  }

  return {
    judge(exercise, signal) {
      const verdict = line.then(() => run(exercise, signal));
      line = verdict.catch(() => {});
      return verdict;
    },
    async close() {
      await judge?.close();
    },
  };
}

function saidOf({ status, earned, points }: ExerciseVerdict): string {
  return status === 'not-judged' ? 'could not be judged' : `${earned} of ${points} points`;
}
