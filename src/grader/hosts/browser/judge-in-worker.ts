/** What the Worker does in which the judge runs a hidden suite. */
import type { Channel } from '../../boundary/channel.ts';
import { Refused } from '../../imports.ts';
import { judgeTest } from '../../judge/judge-test.ts';
import { reportLoad } from '../../judge/report-load.ts';
import { createSession, type Session } from '../../judge/session.ts';
import { connectSubject } from '../../judge/suite.ts';
import { wallClock } from '../../judge/wall-clock.ts';
import type { SuiteRun } from '../../outcome.ts';
import { linkModules, type LinkedModule } from './link.ts';
import type { FromJudge, ModuleTexts, ToJudge } from './messages.ts';
import { collectTests, type SuiteTest } from './runner.ts';

/** Imports the suite of an exercise, which declares its tests. */
export type LoadSuite = (exercise: string) => Promise<unknown>;

/**
 * Waits for the page to hand over a submission, judges it, and says what came of it; then for the next. A suite is imported for the
 * first run, and its tests serve all that follow: what has run once is compiled.
 */
export function judgeWhatComes(loadSuite: LoadSuite): void {
  const suites = new Map<string, Promise<SuiteTest[]>>();
  const testsOf = (exercise: string) => {
    const known = suites.get(exercise);
    if (known) return known;
    const tests = collectTests(() => loadSuite(exercise));
    suites.set(exercise, tests);
    return tests;
  };

  addEventListener('message', async ({ data: [, exercise, submission] }: MessageEvent<ToJudge>) => {
    tell(['done', await judge(submission, () => testsOf(exercise))]);
  });

  // A suite may give up on a case while promises of its other calls are still to be refused.
  addEventListener('unhandledrejection', (event) => event.preventDefault());
}

function tell(message: FromJudge, ports: MessagePort[] = []): void {
  postMessage(message, { transfer: ports });
}

async function judge(submission: ModuleTexts, loadTests: () => Promise<SuiteTest[]>): Promise<SuiteRun> {
  try {
    const modules = await linkModules(submission);
    return await runSuite(
      createSession(() => openSubject(modules), wallClock),
      loadTests,
    );
  } catch (error) {
    if (error instanceof Refused) return { outcomes: [], refused: error.message };
    return { outcomes: [], trouble: String(error) };
  }
}

function conceptOf({ groups }: SuiteTest): string {
  return groups.at(-1) ?? '';
}

/** Milliseconds. A message for each test would cost more than some tests. */
const BETWEEN_TELLINGS = 50;

async function runSuite(session: Session, loadTests: () => Promise<SuiteTest[]>): Promise<SuiteRun> {
  connectSubject(session);
  const loading = session.load();
  const tests = await loadTests();
  const run: SuiteRun = { outcomes: [], ...reportLoad(await loading) };
  let told = 0;
  let toldAt = wallClock.now();
  const tellNew = () => {
    tell(['outcomes', run.outcomes.slice(told)]);
    told = run.outcomes.length;
    toldAt = wallClock.now();
  };
  let ahead: (() => unknown) | undefined;
  for (const [i, test] of run.refused === undefined ? tests.entries() : []) {
    const judging = judgeTest(session, conceptOf(test), test.name, ahead ?? test.run, wallClock.now);
    const next = tests[i + 1];
    ahead = next && conceptOf(next) === conceptOf(test) ? session.lookAhead(next.run) : undefined;
    run.outcomes.push(await judging);
    if (wallClock.now() - toldAt >= BETWEEN_TELLINGS) tellNew();
  }
  tellNew();
  session.close();
  return run;
}

let subjects = 0;

function openSubject(modules: readonly LinkedModule[]): Channel {
  const subject = subjects++;
  const { port1: line, port2: end } = new MessageChannel();
  const channel: Channel = {
    post: (text) => line.postMessage(text),
    onText() {},
    // A Worker does not end by itself: what may end it was taken from the submission.
    onEnd() {},
    kill() {
      line.close();
      tell(['kill', subject]);
    },
  };
  line.onmessage = ({ data }) => {
    // Whatever else a subject manages to send is not an answer.
    if (typeof data === 'string') channel.onText(data);
  };
  tell(['open', subject], [end]);
  channel.post(JSON.stringify(modules));
  return channel;
}
