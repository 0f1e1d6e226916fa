/** What a learner has done so far. Data only: `store.ts` keeps it in a file. */
import { firstBroken, type ExerciseVerdict } from '../verdict.ts';

export interface Progress {
  version: 1;
  /** By exercise name. What belongs to an exercise that the course no longer has stays here, unread. */
  exercises: Record<string, ExerciseProgress>;
}

export interface ExerciseProgress {
  /** Oldest first, the last `RUNS_KEPT` of them. */
  runs: RunRecord[];
  /** Concept id to the number of hints that were read, 1 to 3. */
  hints: Record<string, number>;
}

export interface RunRecord {
  /** When the verdict was there, as ISO 8601 in UTC. */
  at: string;
  earned: number;
  points: number;
  /** Ids of the concepts that were passed. */
  passed: string[];
  /** Id of the first concept that was not; absent when all were. */
  broken?: string;
}

export const RUNS_KEPT = 200;

export const NO_PROGRESS: Progress = { version: 1, exercises: {} };

export function progressOf(progress: Progress, exercise: string): ExerciseProgress {
  return (Object.hasOwn(progress.exercises, exercise) && progress.exercises[exercise]) || { runs: [], hints: {} };
}

/** Notes a verdict. A run that was not judged leaves no trace. */
export function withRun(progress: Progress, verdict: ExerciseVerdict, at: Date): Progress {
  if (verdict.status === 'not-judged') return progress;
  const broken = firstBroken(verdict);
  const run: RunRecord = {
    at: at.toISOString(),
    earned: verdict.earned,
    points: verdict.points,
    passed: verdict.concepts.filter(({ status }) => status === 'passed').map(({ id }) => id),
    ...(broken && { broken: broken.id }),
  };
  const before = progressOf(progress, verdict.exercise);
  return withExercise(progress, verdict.exercise, { ...before, runs: [...before.runs, run].slice(-RUNS_KEPT) });
}

/** Notes that the first `step` hints of a concept were read. Steps that were read stay read. */
export function withHint(progress: Progress, exercise: string, concept: string, step: number): Progress {
  const before = progressOf(progress, exercise);
  return withExercise(progress, exercise, { ...before, hints: { ...before.hints, [concept]: Math.max(step, before.hints[concept] ?? 0) } });
}

/** An exercise with the names that it and its concepts once had. */
export interface Renamed {
  name: string;
  formerly: readonly string[];
  concepts: readonly { id: string; formerly: readonly string[] }[];
}

/** Carries what was kept under a former name over to the present one. What is there under the present name already wins. */
export function withNamesOfToday(progress: Progress, exercises: readonly Renamed[]): Progress {
  const kept = new Map(Object.entries(progress.exercises));
  for (const { name, formerly, concepts } of exercises) {
    const former = formerly.find((old) => kept.has(old));
    if (former !== undefined && !kept.has(name)) {
      kept.set(name, kept.get(former)!);
      kept.delete(former);
    }
    const idOfToday = new Map(concepts.flatMap(({ id, formerly }) => formerly.map((old) => [old, id] as const)));
    if (idOfToday.size > 0 && kept.has(name)) kept.set(name, renamedConcepts(kept.get(name)!, idOfToday));
  }
  return { ...progress, exercises: Object.fromEntries(kept) };
}

function renamedConcepts({ runs, hints }: ExerciseProgress, idOfToday: ReadonlyMap<string, string>): ExerciseProgress {
  const today = (id: string) => idOfToday.get(id) ?? id;
  return {
    runs: runs.map((run) => ({ ...run, passed: run.passed.map(today), ...(run.broken !== undefined && { broken: today(run.broken) }) })),
    hints: Object.fromEntries(
      Object.entries(hints)
        .map(([id, step]) => [today(id), step] as const)
        .sort(([, a], [, b]) => a - b),
    ),
  };
}

function withExercise(progress: Progress, name: string, exercise: ExerciseProgress): Progress {
  return { ...progress, exercises: { ...progress.exercises, [name]: exercise } };
}
