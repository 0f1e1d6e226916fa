/** What a single run and a watch share: one exercise, graded and reported. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Exercise } from '../../grader/exercises.ts';
import type { JudgeOptions } from '../../grader/hosts/terminal/judge.ts';
import { judged, type Judge, type Watching } from '../../grader/judged.ts';
import { progressOf, withRun } from '../../grader/progress/progress.ts';
import type { ProgressStore } from '../../grader/progress/store.ts';
import { openLiveReport } from '../../grader/report/live-report.ts';
import { warningLines } from '../../grader/report/warning-lines.ts';
import { readSubmission, type Submission } from '../../grader/submission.ts';
import { startTypeCheck, type TypeCheck } from '../../grader/type-check/type-warnings.ts';
import { firstBroken, verdictOf, type ExerciseVerdict } from '../../grader/verdict.ts';
import { keptIn, type House } from './house.ts';

export type TerminalJudge = Judge<Submission> & { close(): Promise<void> };

/** Opens the judge while other things are being read. One that cannot be opened is in trouble with every run. */
export function openJudgeSoon(options: JudgeOptions): TerminalJudge {
  const opening = import('../../grader/hosts/terminal/judge.ts').then(({ openJudge }) => openJudge(options));
  opening.catch(() => {});
  return {
    run: async (submission, options) => (await opening).run(submission, options),
    close: async () => (await opening).close(),
  };
}

export async function grade(
  house: House,
  judge: TerminalJudge,
  exercise: Exercise,
  folder: string,
  watching: Watching = {},
): Promise<ExerciseVerdict> {
  const submission = await readSubmission(folder, exercise.name);
  if ('refused' in submission) {
    const own = join(house.root, 'exercises', exercise.name);
    const lost = folder === own && !existsSync(join(folder, `${exercise.name}.ts`));
    const refused = lost ? `${submission.refused} \`npm run reset ${exercise.name}\` puts the empty exercise there.` : submission.refused;
    return verdictOf(exercise, { outcomes: [], refused });
  }
  return judged(exercise, judge, submission, () => reference(house, exercise.name), watching);
}

async function reference(house: House, name: string): Promise<Submission> {
  const solution = await readSubmission(join(house.root, 'solutions', name), name);
  if ('refused' in solution) throw new Error(`the reference solution of ${name} cannot be read: ${solution.refused}`);
  return solution;
}

/** With one judge more, several exercises are graded side by side. Grading keeps hardly more than one core busy. */
const JUDGES = 2;

/** Grades exercises without a word; the verdicts come in their order. Every judge but the first is opened here. */
export async function gradeSilently(
  house: House,
  judge: TerminalJudge,
  openAnother: () => TerminalJudge,
  folders: readonly { exercise: Exercise; folder: string }[],
  watching: Watching,
): Promise<ExerciseVerdict[]> {
  const verdicts: ExerciseVerdict[] = [];
  const left = [...folders.entries()];
  async function work(own: TerminalJudge): Promise<void> {
    for (let next = left.shift(); next && !watching.signal?.aborted; next = left.shift()) {
      const [place, { exercise, folder }] = next;
      verdicts[place] = await grade(house, own, exercise, folder, watching);
    }
  }
  const more = Array.from({ length: Math.min(JUDGES, folders.length) - 1 }, openAnother);
  await Promise.all([judge, ...more].map(work));
  return verdicts;
}

export interface Reporting {
  /** Where runs are kept; without it, the submission is somebody else's. */
  store?: ProgressStore;
  signal?: AbortSignal;
}

/** Grades one exercise before the learner's eyes. Undefined: the run was given up because there is something newer. */
export async function gradeAndReport(
  house: House,
  judge: TerminalJudge,
  exercise: Exercise,
  folder: string,
  { store, signal }: Reporting,
): Promise<ExerciseVerdict | undefined> {
  const types = store && startTypeCheck(join(house.root, 'exercises'), exercise.name, keptIn(house, 'cache/types'));
  signal?.addEventListener('abort', () => types?.giveUp(), { once: true });

  const before = store ? progressOf(await store.read(), exercise.name) : { runs: [], hints: {} };
  const report = openLiveReport(exercise, before.runs.at(-1), house.look, house.say);
  const verdict = await grade(house, judge, exercise, folder, {
    onOutcome(outcome) {
      if (!signal?.aborted) report.outcome(outcome);
    },
    ...(signal && { signal }),
  });
  if (signal?.aborted) {
    report.abandon();
    return undefined;
  }
  report.verdict(verdict, store ? (before.hints[firstBroken(verdict)?.id ?? ''] ?? 0) : undefined);
  await store?.update((progress) => withRun(progress, verdict, house.now()));
  if (types) await reportTypes(house, types, signal);
  return verdict;
}

/** The verdict stands there already, so a moment more costs nothing; a compiler that hangs would. */
const PATIENCE_MS = 3_000;

async function reportTypes(house: House, types: TypeCheck, signal: AbortSignal | undefined): Promise<void> {
  const timer = setTimeout(() => types.giveUp(), PATIENCE_MS);
  const warnings = await types.warnings;
  clearTimeout(timer);
  if (signal?.aborted || !warnings || warnings.length === 0) return;
  const shown = warnings.map((warning) => ({ ...warning, file: relative(house.cwd, warning.file) }));
  house.say(`\n${warningLines(shown, house.look).join('\n')}\n`);
}
