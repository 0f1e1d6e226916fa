/** Calls per second across the boundary between judge and subject, in both hosts, beside the same calls in one process. */
import { openSubject } from '../src/grader/hosts/terminal/subject-channel.ts';
import { planSubject } from '../src/grader/hosts/terminal/subject-plan.ts';
import { remoteOf } from '../src/grader/judge/remote.ts';
import { createSession } from '../src/grader/judge/session.ts';
import { wallClock } from '../src/grader/judge/wall-clock.ts';
import { openJudgePage, type JudgePage } from '../tests/browser/support/judge-page.ts';
import { ALONE, ECHO, oneByOne, sideBySide, TOGETHER, type Echo } from './echo.ts';
import { inTurns, millisecondsOf, summarize, type Samples } from './measure.ts';

export interface BoundaryFigure {
  way: string;
  perSecond: Samples;
}

const ROUNDS = 15;
const SUBMISSION = { exercise: 'echo', entry: 'echo.ts', root: 'file:///', files: { 'echo.ts': ECHO } };

export async function measureBoundary(): Promise<BoundaryFigure[]> {
  const bare = async (value: number) => value;
  const page = await openJudgePage('bench/echo-suite.ts');
  try {
    const values = await inTurns(ROUNDS, {
      'one awaited call after the other': () => acrossBoundary((call) => oneByOne(ALONE, call), ALONE),
      'one awaited call after the other, in Chromium': () => inChromium(page, 'one by one', ALONE),
      'one awaited call after the other, in one process': () => perSecond(ALONE, () => oneByOne(ALONE, bare)),
      '10,000 calls in one message': () => acrossBoundary((call) => sideBySide(TOGETHER, call), TOGETHER),
      '10,000 calls in one message, in Chromium': () => inChromium(page, 'side by side', TOGETHER),
      '10,000 calls side by side, in one process': () => perSecond(TOGETHER, () => sideBySide(TOGETHER, bare)),
    });
    return Object.entries(values).map(([way, perSecond]) => ({ way, perSecond: summarize(perSecond) }));
  } finally {
    await page.close();
  }
}

type Call = (value: number) => Promise<number>;

/** A session of its own for each round: what a submission may use up is used up in a moment here. */
async function acrossBoundary(work: (call: Call) => Promise<unknown>, count: number): Promise<number> {
  const plan = await planSubject(SUBMISSION);
  const session = createSession(() => openSubject(plan), wallClock);
  const subject = remoteOf<Echo>((call) => session.perform(call));
  await subject.echo(0);
  const rate = await perSecond(count, () => work((value) => subject.echo(value)));
  session.close();
  return rate;
}

async function inChromium(page: JudgePage, way: string, count: number): Promise<number> {
  const { outcomes, refused, trouble } = await page.judge(SUBMISSION);
  const outcome = outcomes.find(({ concept }) => concept === way);
  if (outcome?.status !== 'passed') throw new Error(outcome?.message ?? refused ?? trouble);
  return count / (outcome.ms / 1000);
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  return count / ((await millisecondsOf(work)) / 1000);
}
