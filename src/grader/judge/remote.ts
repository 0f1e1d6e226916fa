/**
 * How a suite calls a part that lives elsewhere: in another process, in another Worker, or (for a bench) right here.
 *
 * A call returns at once with something that is both a promise of the result and a stand-in for it: `await` it for the
 * value, or call a method on it without waiting, and the method runs on the value where it lives.
 *
 *     const bucket = part.createBucket({ rate: 10, burst: 5 }, 0);
 *     expect(await bucket.take(0)).toBe(true);
 *
 * Calls made before the next `await` travel in one message and run in the order in which they were made, each only
 * after the one before has settled.
 */

type Method = (...args: never[]) => unknown;

/** Values with methods stay where they are; everything else comes over as a copy. */
type HasMethods<Value> = Extract<Value[keyof Value], Method> extends never ? false : true;

export type RemoteResult<Value> = Value extends object ? (HasMethods<Value> extends true ? Remote<Value> : Promise<Value>) : Promise<Value>;

export type Remote<Part> = {
  [Name in keyof Part]: Part[Name] extends (...args: infer Args) => infer Result ? (...args: Args) => RemoteResult<Awaited<Result>> : never;
};

/** One call, as the host that carries it out gets it. */
export interface Call {
  /** The call whose result holds the method; undefined: the submission's own exports. */
  target: Call | undefined;
  method: string;
  args: readonly unknown[];
  /** The contract has it give its value at once, so that a promise of it is a mistake. */
  atOnce?: boolean;
}

/**
 * Makes stand-ins over whatever carries calls out. `perform` is called in order, without waiting in between.
 *
 * @param promising the methods that the contract has give promises; where nothing is said, any may
 */
export function remoteOf<Part>(perform: (call: Call) => Promise<unknown>, promising?: readonly string[]): Remote<Part> {
  return standIn(undefined, perform, promising) as Remote<Part>;
}

const NOTHING = Object.freeze({});
const ignore = () => {};

function standIn(
  target: Call | undefined,
  perform: (call: Call) => Promise<unknown>,
  promising: readonly string[] | undefined,
  result?: Promise<unknown>,
): object {
  return new Proxy(NOTHING, {
    get(_, name) {
      if (typeof name === 'symbol') return undefined;
      if (name === 'then' || name === 'catch' || name === 'finally') return result?.[name].bind(result);
      return (...args: unknown[]) => {
        const call: Call = { target, method: name, args, atOnce: promising !== undefined && !promising.includes(name) };
        const outcome = perform(call);
        // A stand-in that nobody awaits must not bring the process down; whoever awaits it still gets the error.
        outcome.catch(ignore);
        return standIn(call, perform, promising, outcome);
      };
    },
  });
}
