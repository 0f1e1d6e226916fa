/** Calls per second across the boundary between judge and subject, beside the same calls in one process. */
import { openSubject } from '../src/grader/hosts/terminal/subject-channel.ts';
import { planSubject } from '../src/grader/hosts/terminal/subject-plan.ts';
import { remoteOf } from '../src/grader/judge/remote.ts';
import { createSession } from '../src/grader/judge/session.ts';
import { wallClock } from '../src/grader/judge/wall-clock.ts';
import { inTurns, millisecondsOf, summarize, type Samples } from './measure.ts';

interface Echo {
  echo(value: number): number;
}

export interface BoundaryFigure {
  way: string;
  perSecond: Samples;
}

const ROUNDS = 15;
const ALONE = 1_000;
const TOGETHER = 10_000;
const SUBMISSION = { exercise: 'echo', entry: 'echo.ts', root: 'file:///', files: { 'echo.ts': 'export const echo = (value) => value;' } };

export async function measureBoundary(): Promise<BoundaryFigure[]> {
  const bare = async (value: number) => value;
  const values = await inTurns(ROUNDS, {
    'one awaited call after the other': () => acrossBoundary(ALONE, oneByOne),
    'one awaited call after the other, in one process': () => perSecond(ALONE, () => oneByOne(ALONE, bare)),
    '10,000 calls in one message': () => acrossBoundary(TOGETHER, sideBySide),
    '10,000 calls side by side, in one process': () => perSecond(TOGETHER, () => sideBySide(TOGETHER, bare)),
  });
  return Object.entries(values).map(([way, perSecond]) => ({ way, perSecond: summarize(perSecond) }));
}

type Call = (value: number) => Promise<number>;

/** A session of its own for each round: what a submission may use up is used up in a moment here. */
async function acrossBoundary(count: number, work: (count: number, call: Call) => Promise<unknown>): Promise<number> {
  const plan = await planSubject(SUBMISSION);
  const session = createSession(() => openSubject(plan), wallClock);
  const subject = remoteOf<Echo>((call) => session.perform(call));
  await subject.echo(0);
  const rate = await perSecond(count, () => work(count, (value) => subject.echo(value)));
  session.close();
  return rate;
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  return count / ((await millisecondsOf(work)) / 1000);
}

async function oneByOne(count: number, call: Call): Promise<void> {
  for (let i = 0; i < count; i++) await call(i);
}

function sideBySide(count: number, call: Call): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => call(i)));
}
