/** Vitest's runner, with each test judged: what it found goes to the reporter as data, and never as a stack. */
import { inject, TestRunner, vi, type CancelReason, type RunnerTestCase, type SerializedConfig } from 'vitest';
import { connectSubject } from '#judge';
import { judgeTest } from '../../judge/judge-test.ts';
import { LIMITS, PATIENT_LIMITS } from '../../judge/limits.ts';
import { reportLoad, type LoadReport } from '../../judge/report-load.ts';
import { createSession, type Session } from '../../judge/session.ts';
import type { Loaded } from '../../judge/subject-line.ts';
import { wallClock } from '../../judge/wall-clock.ts';
import type { TestOutcome } from '../../outcome.ts';
import { startStandbySubject } from './standby-subject.ts';
import { openSubject } from './subject-channel.ts';
import type { SubjectPlan } from './subject-plan.ts';

declare module 'vitest' {
  interface ProvidedContext {
    plan: SubjectPlan;
  }
  interface TaskMeta {
    outcome?: TestOutcome;
    loaded?: LoadReport;
  }
}

export default class JudgingRunner extends TestRunner {
  #session: Session;
  #loading: Promise<Loaded>;

  constructor(config: SerializedConfig) {
    super(config);
    const plan = inject('plan');
    // Before the suite is imported: the subject starts while the suite loads.
    this.#session = createSession(() => openSubject(plan), wallClock, plan.inspect ? PATIENT_LIMITS : LIMITS);
    connectSubject(this.#session);
    this.#loading = this.#session.load();
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    test.meta.loaded = reportLoad(await this.#loading);
    const outcome = await judgeTest(this.#session, test.suite?.name ?? '', test.name, TestRunner.getTestFn(test), wallClock.now);
    test.meta.outcome = outcome;
    if (outcome.status !== 'passed') throw withoutStack(new Error(outcome.message));
  }

  override cancel(reason: CancelReason): void {
    super.cancel(reason);
    // The test that is running gets no more answers, so it ends at once.
    this.#session.close();
  }

  override onAfterRunFiles(files: Parameters<TestRunner['onAfterRunFiles']>[0]): void {
    this.#session.close();
    super.onAfterRunFiles(files);
    // Or the next run would find its suite evaluated, and no test in it.
    vi.resetModules();
    const plan = inject('plan');
    if (plan.standby) startStandbySubject(plan);
  }
}

/** Vitest reads the source maps of all files that a stack names, for each stack anew. Nobody sees these. */
function withoutStack(error: Error): Error {
  error.stack = '';
  return error;
}
