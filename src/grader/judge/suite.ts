/** What hidden suites import as `#judge`, beside `vitest` and `fast-check`. */
import fc from 'fast-check';
import { NotRun, SubjectLost } from './failures.ts';
import { remoteOf, type Call, type Remote } from './remote.ts';

export type { Remote, RemoteResult } from './remote.ts';

/** What a host hands to the judge before a suite runs. */
export interface Subject {
  perform(call: Call): Promise<unknown>;
  /** See `roundTrip` below. */
  roundTrip(): Promise<void>;
  /** Runs one case of a rule. If it fails, its calls alone are shown. */
  tryCase(run: () => Promise<void>): Promise<void>;
}

let subject: Subject | undefined;

/** Hosts call this for each run, before its first test. */
export function connectSubject(toGrade: Subject): void {
  subject = toGrade;
}

function connected(): Subject {
  if (!subject) throw new Error('No subject is connected: a hidden suite runs through `npm run grade`, not on its own.');
  return subject;
}

/**
 * The submission being graded, seen through its contract.
 *
 * @param promising the methods that the contract has give promises. A promise from any other breaks the rule: whoever calls it as the
 *   contract says would take the promise for the value. Where nothing is said, any method may.
 */
export function submission<Part>({ promising }: { promising?: readonly string[] } = {}): Remote<Part> {
  return remoteOf<Part>((call) => connected().perform(call), promising);
}

/**
 * Lets the submission do what it does by itself. Resolves when it has worked off whatever reached it so far, and what it asked for meanwhile
 * has arrived here. It is no call of the submission, so nothing of it is shown when a rule breaks.
 */
export function roundTrip(): Promise<void> {
  return connected().roundTrip();
}

/** Recorded, so that everybody is judged on the same cases. */
const SEED = 20_261_121;
const CASES = 50;

/**
 * A rule that must hold for every generated case: `rule` makes its calls and asserts.
 *
 * All cases are tried side by side first, so their calls share messages; only when one fails are they run one by one
 * and shrunk, and the calls of the smallest failing case are shown.
 */
export async function forEvery<Case>(
  cases: fc.Arbitrary<Case>,
  rule: (example: Case) => Promise<void>,
  { count = CASES, seed = SEED }: { count?: number; seed?: number } = {},
): Promise<void> {
  const parameters = { seed, numRuns: count };
  const outcomes = await Promise.allSettled(fc.sample(cases, parameters).map(rule));
  const reasons: unknown[] = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (reasons.length === 0) return;

  const failure = await smallestFailure(cases, rule, parameters);
  if (failure !== undefined) throw failure;
  // Too much for one message, and each case by itself is answered in time and right: sharing was our economy, not a rule.
  if (reasons.every((reason) => reason instanceof SubjectLost)) return;
  throw new Error('This rule held when it was tried again on the same cases: the answers differ from run to run.');
}

/** What the smallest failing case fails with, tried one by one; undefined if each of them holds. */
async function smallestFailure<Case>(
  cases: fc.Arbitrary<Case>,
  rule: (example: Case) => Promise<void>,
  parameters: fc.Parameters<[Case]>,
): Promise<unknown> {
  let failure: unknown;
  const tryCase = async (example: Case): Promise<void> => {
    // A subject that is lost takes long to come back: that case is shown as it is. And where a limit is used up, nothing more can be tried.
    fc.pre(!(failure instanceof SubjectLost));
    try {
      await connected().tryCase(() => rule(example));
    } catch (error) {
      if (!(error instanceof NotRun)) failure = error;
      failure ??= error;
      fc.pre(!(error instanceof NotRun));
      throw error;
    }
  };
  await fc.check(fc.asyncProperty(cases, tryCase), parameters);
  return failure;
}
