/** What hidden suites import as `#judge`, beside `vitest` and `fast-check`. */
import fc from 'fast-check';
import { remoteOf, type Call, type Remote } from './remote.ts';

export type { Remote, RemoteResult } from './remote.ts';

/** What a host hands to the judge before a suite runs. */
export interface Subject {
  perform(call: Call): Promise<unknown>;
  /** Forget the calls made so far: those that follow are the ones to show if the rule breaks. */
  beginCase(): void;
}

let subject: Subject | undefined;

/** Hosts call this once, before the suite is loaded. */
export function connectSubject(toGrade: Subject): void {
  subject = toGrade;
}

function connected(): Subject {
  if (!subject) throw new Error('No subject is connected: a hidden suite runs through `npm run grade`, not on its own.');
  return subject;
}

/** The submission being graded, seen through its contract. */
export function submission<Part>(): Remote<Part> {
  return remoteOf<Part>((call) => connected().perform(call));
}

/** Recorded, so that everybody is judged on the same cases. */
const SEED = 20_261_121;
const CASES = 100;

/**
 * A rule that must hold for every generated case: `rule` makes its calls and asserts.
 *
 * All cases are tried side by side first, so their calls share messages; only when one fails are they run one by one,
 * shrunk, and the smallest failing case asserted once more so that its calls alone are shown.
 */
export async function forEvery<Case>(
  cases: fc.Arbitrary<Case>,
  rule: (example: Case) => Promise<void>,
  { count = CASES, seed = SEED }: { count?: number; seed?: number } = {},
): Promise<void> {
  const parameters = { seed, numRuns: count };
  const outcomes = await Promise.allSettled(fc.sample(cases, parameters).map(rule));
  if (outcomes.every((outcome) => outcome.status === 'fulfilled')) return;

  const details = await fc.check(fc.asyncProperty(cases, rule), parameters);
  if (!details.failed) throw new Error('This rule held when it was tried again on the same cases: the answers differ from run to run.');
  connected().beginCase();
  await rule(details.counterexample![0]);
  throw details.errorInstance;
}
