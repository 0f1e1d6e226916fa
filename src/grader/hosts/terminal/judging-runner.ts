/** Vitest's runner, with each test judged: what it found goes to the reporter as data, and never as a stack. */
import { inject, TestRunner, type RunnerTestCase, type SerializedConfig } from 'vitest';
import { connectSubject } from '#judge';
import type { Submission } from '../../submission.ts';
import type { TestOutcome } from '../../outcome.ts';
import { formatPrinted } from '../../judge/format.ts';
import { judgeTest, placeOf } from '../../judge/judge-test.ts';
import { LIMITS, PATIENT_LIMITS } from '../../judge/limits.ts';
import { createSession, Thrown, type Loaded, type Session } from '../../judge/session.ts';
import { decode } from '../../boundary/values.ts';
import { openSubject } from './subject-channel.ts';

declare module 'vitest' {
  interface ProvidedContext {
    submission: Submission;
    inspect: boolean;
  }
  interface TaskMeta {
    outcome?: TestOutcome;
    loaded?: LoadReport;
  }
}

/** How loading went, formatted for the learner. */
export interface LoadReport {
  refused?: string;
  printed?: string;
}

const clock = {
  now: () => performance.now(),
  after(ms: number, then: () => void) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

export default class JudgingRunner extends TestRunner {
  #session: Session | undefined;

  constructor(config: SerializedConfig) {
    super(config);
    const inspect = inject('inspect');
    // Before the suite is imported: the subject starts while the suite loads.
    this.#session = createSession(() => openSubject(inject('submission'), { inspect }), clock, inspect ? PATIENT_LIMITS : LIMITS);
    connectSubject(this.#session);
    void this.#session.load();
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    test.meta.loaded = reportLoad(await this.#session!.load());
    const concept = test.suite?.name ?? '';
    const outcome = await judgeTest(this.#session!, concept, test.name, TestRunner.getTestFn(test), clock.now);
    test.meta.outcome = outcome;
    if (outcome.status !== 'passed') throw new Error(outcome.message);
  }

  override onAfterRunFiles(files: Parameters<TestRunner['onAfterRunFiles']>[0]): void {
    this.#session?.close();
    super.onAfterRunFiles(files);
  }
}

function reportLoad({ refused, printed }: Loaded): LoadReport {
  return {
    ...(refused && { refused: refused instanceof Thrown ? `It ${refused.message}${placeOf(refused.thrown)}` : `It ${refused.message}` }),
    ...(printed.length > 0 && { printed: printed.map(([, text]) => formatPrinted(decode(text) as unknown[])).join('\n') }),
  };
}
