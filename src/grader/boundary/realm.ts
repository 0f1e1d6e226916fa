/**
 * The subject's end of the line: carries out the judge's calls on a submission and reports what came of them.
 *
 * It is loaded into the subject's world before the submission and works with what it took then. It uses nothing but
 * ECMAScript and what its host hands in, so the terminal and the browser run the same lines.
 */
import type { PrintedLine, Step, ToSubject } from './messages.ts';
import { decode } from './decode.ts';
import { encode, isPromise } from './encode.ts';

/** How much a submission may print. What is beyond is dropped, with a line that says so. */
export const PRINT_LIMITS = { linesPerCall: 100, charactersPerRun: 50_000 };

export interface Realm {
  /** What stands in for `console` while the submission lives. */
  console: Record<string, (...args: unknown[]) => void>;
  /** The submission is being evaluated: attaches its exports, or refuses it, as soon as that is done. */
  awaitEvaluation(evaluation: Promise<unknown>, exports: object): void;
  /** The submission is loaded: calls are carried out on these exports from now on. */
  attach(exports: object): void;
  /** The submission could not be loaded. */
  refuse(error: unknown): void;
  /** Takes one message of the judge. */
  receive(text: string): void;
}

const { apply, ownKeys, getPrototypeOf, getOwnPropertyDescriptor, defineProperty } = Reflect;
const { parse, stringify } = JSON;
const { then } = Promise.prototype;
const ignore = () => {};
const [PromiseOf, ErrorOf] = [Promise, Error];
const plain = Object.prototype;
const LEVELS: Record<string, PrintedLine[0]> = {
  log: 'log',
  info: 'info',
  debug: 'debug',
  warn: 'warn',
  error: 'error',
  table: 'log',
  dir: 'log',
  trace: 'debug',
};
const levels = ownKeys(LEVELS) as string[];

/**
 * What is below may run after the submission has replaced built-ins. So it reads arrays by index, never by destructuring or
 * spreading, which would ask `Array.prototype`, and calls no method that it did not take before.
 *
 * @param send - sends one message to the judge; called with nothing but strings
 */
export function createRealm(send: (message: string) => void): Realm {
  let exports: object = {};
  /** Results of earlier steps, by number. A prototype of null: no name is taken. */
  let results: Record<number, unknown> = bare();
  /** Callbacks of the judge that have not settled, by number. */
  const waiting: Record<number, { resolve(value: unknown): void; reject(error: unknown): void }> = bare();
  let callbacks = 0;

  /** Runs of the judge that wait for the one before. */
  let queue: Record<number, Extract<ToSubject, ['run', ...unknown[]]>> = bare();
  let first = 0;
  let next = 0;
  let busy = false;

  let printed = '';
  let lines = 0;
  let characters = 0;

  return { console: createConsole(), awaitEvaluation, attach, refuse, receive };

  /** An error of the host, such as the stack running out in there, is of another world and must not be seen by the submission. */
  function post(message: string): void {
    try {
      send(message);
    } catch {
      throw new ErrorOf('a message could not be sent');
    }
  }

  function awaitEvaluation(evaluation: Promise<unknown>, loaded: object): void {
    apply(then, evaluation, [() => attach(loaded), refuse]);
  }

  function attach(loaded: object): void {
    exports = loaded;
    post(`["ready",${stringifyAll(ownKeys(loaded))}${takePrinted()}]`);
  }

  function refuse(error: unknown): void {
    post(`["refused",${encode(error)}${takePrinted()}]`);
  }

  function receive(text: string): void {
    const message = parse(text) as ToSubject;
    switch (message[0]) {
      case 'run':
        queue[next++] = message;
        if (!busy) startRun();
        break;
      case 'settle': {
        const settle = waiting[message[1]];
        delete waiting[message[1]];
        const value = decode(message[3], callbackOf);
        if (message[2]) settle?.resolve(value);
        else settle?.reject(value);
      }
    }
  }

  function startRun(): void {
    if (first === next) {
      queue = bare();
      first = next = 0;
      return;
    }
    busy = true;
    const due = queue[first]!;
    delete queue[first++];
    characters = 0;
    if (due[3]) results = bare();
    carryOut(due[1], due[2], 0, '');
  }

  /** A loop while results come at once; it goes on from a promise's reaction where one has to be waited for. */
  function carryOut(run: number, steps: Step[], from: number, before: string): void {
    let report = before;
    for (let i = from; i < steps.length; i++) {
      const step = steps[i]!;
      const comma = report === '' ? '' : ',';
      const method = methodOf(step);
      if (typeof method !== 'function') {
        report += `${comma}["missing",${stringifyAll(methodsOf(targetOf(step)))}${takePrinted()}]`;
        continue;
      }
      try {
        const result = apply(method, step[1] === null ? undefined : targetOf(step), decode(step[3], callbackOf) as unknown[]);
        if (isPromise(result)) {
          if (step[4]) {
            // Nobody waits for it, and what becomes of it is nobody's trouble.
            apply(then, result, [ignore, ignore]);
            report += `${comma}["promised",null${takePrinted()}]`;
            continue;
          }
          const soFar = report + comma;
          apply(then, result, [
            (value: unknown) => carryOut(run, steps, i + 1, soFar + returned(step, value)),
            (error: unknown) => carryOut(run, steps, i + 1, soFar + threw(error)),
          ]);
          return;
        }
        report += comma + returned(step, result);
      } catch (error) {
        report += comma + threw(error);
      }
    }
    post(`["ran",${run},[${report}]]`);
    busy = false;
    startRun();
  }

  function returned(step: Step, value: unknown): string {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') results[step[0]] = value;
    return `["returned",${encode(value)}${takePrinted()}]`;
  }

  function threw(error: unknown): string {
    return `["threw",${encode(error)}${takePrinted()}]`;
  }

  function targetOf(step: Step): unknown {
    return step[1] === null ? exports : results[step[1]];
  }

  /** Undefined where there is none. Asking may run a getter of the submission; that is the submission's own business. */
  function methodOf(step: Step): unknown {
    const target = targetOf(step) as Record<string, unknown> | undefined;
    try {
      return target === undefined ? undefined : target[step[2]];
    } catch {
      return undefined;
    }
  }

  /** What the submission sees of a function of the judge: it always answers later. */
  function callbackOf(fn: number): unknown {
    return (...args: unknown[]) =>
      new PromiseOf((resolve, reject) => {
        const number = callbacks++;
        waiting[number] = { resolve, reject };
        post(`["call",${number},${fn},${encode(args)}]`);
      });
  }

  function createConsole(): Realm['console'] {
    const console: Realm['console'] = {};
    for (let i = 0; i < levels.length; i++) {
      const name = levels[i]!;
      define(console, name, (...args: unknown[]) => print(LEVELS[name]!, args));
    }
    return console;
  }

  function print(level: PrintedLine[0], args: unknown[]): void {
    if (lines > PRINT_LIMITS.linesPerCall || characters > PRINT_LIMITS.charactersPerRun) return;
    const line = encode(args);
    characters += line.length;
    lines++;
    const full = lines > PRINT_LIMITS.linesPerCall || characters > PRINT_LIMITS.charactersPerRun;
    const shown = full ? encode(['… and more, which is not kept']) : line;
    printed += `${printed === '' ? '' : ','}["${level}",${shown}]`;
  }

  /** What was printed since the last time, as the rest of a message that may end with it. */
  function takePrinted(): string {
    if (printed === '') return '';
    const rest = `,[${printed}]`;
    printed = '';
    lines = 0;
    return rest;
  }
}

function bare<Value>(): Record<number, Value> {
  return { __proto__: null } as unknown as Record<number, Value>;
}

function define(object: object, name: string, value: unknown): void {
  defineProperty(object, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true } as PropertyDescriptor);
}

/** Names as a JSON array. Symbols are left out: nothing of a contract has one for a name. */
function stringifyAll(names: readonly PropertyKey[]): string {
  let texts = '';
  for (let i = 0; i < names.length && i < 100; i++) {
    if (typeof names[i] === 'string') texts += `${texts === '' ? '' : ','}${stringify(names[i])}`;
  }
  return `[${texts}]`;
}

/** Names of the methods of a value, its classes' included. */
function methodsOf(value: unknown): PropertyKey[] {
  const names: PropertyKey[] = [];
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return names;
  try {
    for (let holder: object | null = value, depth = 0; holder && holder !== plain && depth < 20; holder = getPrototypeOf(holder), depth++) {
      const keys = ownKeys(holder);
      for (let i = 0; i < keys.length && i < 100; i++) {
        const name = keys[i]!;
        if (name !== 'constructor' && typeof getOwnPropertyDescriptor(holder, name)?.value === 'function')
          define(names, `${names.length}`, name);
      }
    }
  } catch {
    // A proxy that throws when it is read has no methods worth naming.
  }
  return names;
}
