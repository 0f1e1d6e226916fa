/** Runs one test of a hidden suite and says what came of it, the same in every host. */
import type { TestOutcome } from '../outcome.ts';
import { aboutAbsentGlobal } from './absent-global.ts';
import { formatCalls } from './calls.ts';
import { formatValue } from './format.ts';
import { CallFailed, NotRun, Thrown } from './failures.ts';
import type { Session } from './session.ts';

export async function judgeTest(
  session: Session,
  concept: string,
  name: string,
  run: () => unknown,
  now: () => number,
): Promise<TestOutcome> {
  const begun = now();
  const outcome = (found: Omit<TestOutcome, 'concept' | 'name' | 'ms'>): TestOutcome => ({ concept, name, ...found, ms: now() - begun });
  try {
    session.beginTest(concept);
    await run();
    return outcome({ status: 'passed', message: '' });
  } catch (error) {
    if (error instanceof NotRun) return outcome({ status: 'not-run', message: error.message });
    return outcome({ status: 'failed', ...describeFailure(error), input: formatCalls(session.calls()) });
  } finally {
    session.endTest();
  }
}

/** Nothing of the suite's text gets out: what it compared, and what the submission did, is all that is said. */
function describeFailure(error: unknown): Pick<TestOutcome, 'message' | 'expected' | 'actual'> {
  if (error instanceof CallFailed) return { message: sentence(`Your code ${error.message}`) };
  if (error instanceof Thrown)
    return { message: sentence(`Your code ${error.message}${placeOf(error.thrown)}`) + aboutAbsentGlobal(error.thrown) };
  if (isAssertion(error)) {
    const compared = { expected: formatValue(error.expected), actual: formatValue(error.actual) };
    if (error.expected === undefined && error.actual === undefined) return { message: sentence(firstLine(error.message)) };
    return { message: 'Your code answers differently.', ...compared };
  }
  return { message: 'What your code returned does not have the shape that the contract describes.' };
}

function isAssertion(error: unknown): error is Error & { actual: unknown; expected: unknown } {
  return error instanceof Error && error.name === 'AssertionError';
}

/** Line and file of the submission where something was thrown, if the stack knows it. */
export function placeOf(thrown: unknown): string {
  const place = thrown instanceof Error && /([\w-]+\.ts):(\d+):\d+\)?$/m.exec(thrown.stack ?? '');
  return place ? ` (${place[1]}, line ${place[2]})` : '';
}

function firstLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the colors of a terminal are what is to go
  return text.replaceAll(/\u001B\[\d+m/g, '').split('\n')[0]!;
}

/** What a learner threw may end a sentence by itself. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
