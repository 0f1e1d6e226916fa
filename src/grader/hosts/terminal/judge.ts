/** Runs hidden suites in Vitest, against a submission in a process of its own. */
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { createVitest, type Reporter, type TestCase, type Vitest } from 'vitest/node';
import type { SuiteRun, TestOutcome } from '../../outcome.ts';
import type { Submission } from '../../submission.ts';
import type {} from './judging-runner.ts';
import { lastingThread } from './lasting-thread.ts';
import { planSubject } from './subject-plan.ts';
import { subjectProgram } from './subject-program.ts';
import { strongestWall } from './walls.ts';

export interface JudgeOptions {
  /** Folder with one folder per exercise, each holding `suite.test.ts`. */
  suites?: string;
  /** The subject waits for a debugger before it loads, and nothing has a time limit. */
  inspect?: boolean;
  /** More runs will follow: get ready for the next one after each. */
  watch?: boolean;
}

export interface RunOptions {
  /** Called as each test ends, in order. */
  onOutcome?: (outcome: TestOutcome) => void;
  /** Gives the run up: the subject is ended, what is left of the suite is not run, and the run comes back in trouble. */
  signal?: AbortSignal;
}

export interface Judge {
  run(submission: Submission, options?: RunOptions): Promise<SuiteRun>;
  close(): Promise<void>;
}

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

/** A judge stays warm between runs: a second run costs no start. */
export async function openJudge({
  suites = join(PROJECT, 'tests', 'hidden'),
  inspect = false,
  watch = false,
}: JudgeOptions = {}): Promise<Judge> {
  let current: { run: SuiteRun; onOutcome: RunOptions['onOutcome'] } | undefined;

  const reporter: Reporter = {
    onTestCaseResult(test: TestCase) {
      const { outcome, loaded } = test.meta();
      if (!current || !outcome) return;
      current.run.outcomes.push(outcome);
      if (loaded?.refused !== undefined) current.run.refused = loaded.refused;
      if (loaded?.printed !== undefined) current.run.printed = loaded.printed;
      current.onOutcome?.(outcome);
    },
    onTestRunEnd(_modules, errors, reason) {
      if (current && (errors.length > 0 || reason === 'interrupted')) current.run.trouble = errors[0]?.message ?? 'the run was interrupted';
    },
  };

  // Found out while Vitest starts.
  void subjectProgram();
  void strongestWall();
  const thread = lastingThread();
  const vitest: Vitest = await createVitest(
    {
      config: false,
      root: PROJECT,
      // The judge is told what to run; Vitest's own watcher would walk the whole project for nothing.
      watch: false,
      include: [],
      pool: thread,
      isolate: false,
      // Node loads the judge itself, once for all runs; Vitest loads the suites, for each run anew.
      server: { deps: { external: [/\/src\/grader\//] } },
      maxWorkers: 1,
      fileParallelism: false,
      runner: fileURLToPath(new URL('./judging-runner.ts', import.meta.url)),
      reporters: [reporter],
      silent: true,
      // A suite may give up on a case while promises of its other calls are still to be refused.
      onUnhandledError: ({ type }) => type !== 'Unhandled Rejection',
      passWithNoTests: true,
      testTimeout: 0,
      includeTaskLocation: false,
    },
    { clearScreen: false, logLevel: 'silent' },
  );

  return {
    async run(submission, { onOutcome, signal } = {}) {
      const suite = join(suites, submission.exercise, 'suite.test.ts');
      await access(suite);
      current = { run: { outcomes: [] }, onOutcome };
      vitest.provide('plan', await planSubject(submission, { inspect, standby: watch && !inspect }));
      const giveUp = () => void vitest.cancelCurrentRun('keyboard-input');
      signal?.addEventListener('abort', giveUp);
      if (!signal?.aborted) await vitest.runTestSpecifications([vitest.getRootProject().createSpecification(suite)]);
      signal?.removeEventListener('abort', giveUp);
      const { run } = current;
      if (signal?.aborted) run.trouble = 'the run was given up';
      current = undefined;
      // Whatever ails the thread does not ail the next run.
      if (run.trouble !== undefined) await thread.end();
      return run;
    },
    async close() {
      await Promise.all([vitest.close(), thread.end()]);
    },
  };
}
