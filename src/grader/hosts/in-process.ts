import type { Subject } from '../judge/suite.ts';
import type { Call } from '../judge/remote.ts';

/**
 * The submission in the judge's own process. Nothing is protected: this is the yardstick of `bench/` and the quickest
 * way to write a suite against a trusted solution, never a way to grade.
 */
export function inProcessSubject(exports: object): Subject {
  const results = new WeakMap<Call, unknown>();
  let last: Promise<unknown> = Promise.resolve();

  async function carryOut(call: Call): Promise<unknown> {
    const target = (call.target ? results.get(call.target) : exports) as Record<string, (...args: readonly unknown[]) => unknown>;
    const result = await target[call.method]!(...call.args);
    results.set(call, result);
    return result;
  }

  return {
    perform(call) {
      const outcome = last.then(() => carryOut(call));
      last = outcome.catch(() => {});
      return outcome;
    },
    roundTrip: () => last.then(() => {}),
    tryCase: (run) => run(),
  };
}
