import type { SuiteRun, TestOutcome } from './outcome.ts';
import { notJudged, verdictOf, whyAbnormal, type ExerciseVerdict, type Gradable } from './verdict.ts';

export interface Watching {
  /** Called as each test ends, in order. */
  onOutcome?: (outcome: TestOutcome) => void;
  /** The verdict is not wanted any more. */
  signal?: AbortSignal;
}

/** Runs the hidden suite of one exercise against a submission. The hosts' judges fit this. */
export interface Judge<Submission> {
  run(submission: Submission, watching?: Watching): Promise<SuiteRun>;
}

/**
 * A verdict that a learner can be held to. When a run is abnormal, the reference solution is graded before the
 * submission is blamed: if the reference does not come through either, the grader is in trouble. If it does, the
 * submission gets a second run, and that one counts.
 *
 * @param reference reads the reference solution; called only when it is needed
 */
export async function judged<Submission>(
  exercise: Gradable,
  judge: Judge<Submission>,
  submission: Submission,
  reference: () => Promise<Submission>,
  { onOutcome, signal }: Watching = {},
): Promise<ExerciseVerdict> {
  const whenWanted = signal ? { signal } : {};
  const run = await attempt(judge, submission, { ...whenWanted, ...(onOutcome && { onOutcome }) });
  const odd = whyAbnormal(exercise, run);
  if (odd === undefined) return verdictOf(exercise, run);
  if (signal?.aborted) return notJudged(exercise, 'The run was given up.');

  const canary = await attempt(judge, await reference(), whenWanted);
  if (verdictOf(exercise, canary).status !== 'passed') return notJudged(exercise, odd);

  const again = await attempt(judge, submission, whenWanted);
  const stillOdd = whyAbnormal(exercise, again);
  const verdict = verdictOf(exercise, again);
  if (stillOdd === undefined) return verdict;
  return {
    ...verdict,
    message: `The run broke off with this submission, twice, and does not with the reference solution. ${stillOdd}`,
  };
}

/** A judge that throws is in trouble, like one that says so. */
async function attempt<Submission>(judge: Judge<Submission>, submission: Submission, watching: Watching): Promise<SuiteRun> {
  try {
    return await judge.run(submission, watching);
  } catch (error) {
    return { outcomes: [], trouble: error instanceof Error ? error.message : String(error) };
  }
}
