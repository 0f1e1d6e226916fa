/** One submission while it is judged: sends its calls, waits for their results, and replaces a subject that is lost. */
import type { Channel, OpenChannel } from '../boundary/channel.ts';
import type { FromSubject, PrintedLine, StepResult } from '../boundary/messages.ts';
import { decode } from '../boundary/decode.ts';
import { encode } from '../boundary/encode.ts';
import { nearest } from '../../facts/nearest.ts';
import { CallFailed, NotRun, SubjectLost, Thrown } from './failures.ts';
import { formatPrinted } from './format.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Call } from './remote.ts';
import type { Subject } from './suite.ts';

/** One call and what came of it, to be shown when a rule breaks. */
export interface LoggedCall {
  call: Call;
  outcome?: { returned: unknown } | { threw: unknown } | { failed: string };
  /** One text for each call of `console`. */
  printed: string[];
}

export interface Loaded {
  /** Why the submission could not be loaded. */
  refused?: Error;
  /** What it printed meanwhile. */
  printed: string[];
}

export interface Session extends Subject {
  /** Loads the submission, if that was not done yet. */
  load(): Promise<Loaded>;
  /** A test begins. Throws `NotRun` if its concept, or the submission, has used up what it may. */
  beginTest(concept: string): void;
  /** The test is over, and what it found is formatted: until here, the submission is charged for the time. */
  endTest(): void;
  /** The calls of the case that failed, or else of the whole test so far. */
  calls(): readonly LoggedCall[];
  /** Ends the subject. A call that waits for it, and every later one, is not run. */
  close(): void;
}

/** Time is handed in, so that a hang can be tested without waiting for one. */
export interface Clock {
  now(): number;
  after(ms: number, then: () => void): () => void;
}

interface Pending {
  number: number;
  logged: LoggedCall;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function createSession(open: OpenChannel, clock: Clock, limits: Limits = LIMITS): Session {
  let channel: Channel | undefined;
  let loading: Promise<Loaded> | undefined;
  let exports: string[] = [];
  /** What the subject owes: settled by its next message, or by its end. */
  let answer: ((message: FromSubject) => void) | undefined;
  let lose: ((error: Error) => void) | undefined;

  let batch: Pending[] = [];
  let sending: Promise<void> = Promise.resolve();
  let runs = 0;
  let steps = 0;
  /** Numbers of calls whose results the present subject holds. */
  let numbers = new WeakMap<Call, number>();
  const failures = new WeakMap<Call, Error>();
  let log: LoggedCall[] = [];
  let failedCase: LoggedCall[] | undefined;

  /** Milliseconds, without the test that is running. What the judge compares and formats counts too: it is as much as the submission makes of it. */
  let spent = 0;
  let testBegun: number | undefined;
  let lost = 0;
  let concept = '';
  let hangs = 0;
  let closed = false;

  const callbacks = new Map<number, (...args: never[]) => unknown>();

  return { load, beginTest, endTest, tryCase, perform, roundTrip, calls: () => failedCase ?? log, close };

  function load(): Promise<Loaded> {
    loading ??= start();
    return loading;
  }

  async function start(): Promise<Loaded> {
    const opened = open();
    channel = opened;
    opened.onText = (text) => receive(opened, text);
    opened.onEnd = (why) => channel === opened && fail(new SubjectLost(why));
    try {
      const message = await within(limits.load, 'did not finish loading within');
      if (message[0] === 'ready') {
        exports = message[1];
        return { printed: textsOf(message[2]) };
      }
      if (message[0] === 'refused') return { refused: new Thrown(decode(message[1])), printed: textsOf(message[2]) };
      throw new SubjectLost('sent back something that is not an answer');
    } catch (error) {
      // What did not load once is not tried again: every test would wait for the same end.
      const loaded = Promise.resolve({ refused: error as Error, printed: [] });
      if (exports.length === 0) loading = loaded;
      return loaded;
    }
  }

  /** The next message of the subject; fails if it does not come in time, or if the subject ends. */
  async function within(limit: number, complaint: string): Promise<FromSubject> {
    const begun = clock.now();
    const left = Math.min(limit, limits.submission - used());
    if (left <= 0) throw new NotRun(usedUp(limits));
    let cancel = () => {};
    try {
      return await new Promise<FromSubject>((resolve, reject) => {
        answer = resolve;
        lose = reject;
        cancel = clock.after(left, () => {
          hangs++;
          fail(new SubjectLost(`${complaint} ${left < limit ? 'the time that was left' : `${limit / 1000} s`}`));
        });
      });
    } finally {
      cancel();
      answer = lose = undefined;
      if (testBegun === undefined) spent += clock.now() - begun;
    }
  }

  /** The subject is of no more use: it is ended, and the next call starts another. */
  function fail(error: SubjectLost): void {
    lost++;
    channel?.kill();
    channel = undefined;
    loading = undefined;
    numbers = new WeakMap();
    lose?.(error);
  }

  function close(): void {
    closed = true;
    channel?.kill();
    channel = undefined;
    lose?.(new NotRun('not run: the run was given up'));
  }

  function receive(from: Channel, text: string): void {
    if (from !== channel) return;
    if (text.length > limits.message) return fail(new SubjectLost('sent back more than a result may hold'));
    try {
      const message = JSON.parse(text) as FromSubject;
      if (message[0] === 'call') void answerCallback(from, message);
      else answer?.(message);
    } catch {
      fail(new SubjectLost('sent back something that is not an answer'));
    }
  }

  function beginTest(of: string): void {
    if (of !== concept) hangs = 0;
    concept = of;
    log = [];
    failedCase = undefined;
    testBegun = clock.now();
    checkLimits();
    channel?.post('["forget"]');
  }

  function endTest(): void {
    spent = used();
    testBegun = undefined;
  }

  function used(): number {
    return spent + (testBegun === undefined ? 0 : clock.now() - testBegun);
  }

  function checkLimits(): void {
    if (closed) throw new NotRun('not run: the run was given up');
    if (used() >= limits.submission) throw new NotRun(usedUp(limits));
    if (hangs >= limits.hangsPerConcept) throw new NotRun(`not run: ${limits.hangsPerConcept} calls before it did not return`);
    if (lost >= limits.subjects) throw new NotRun(`not run: the code had to be started again ${limits.subjects} times`);
  }

  async function tryCase(run: () => Promise<void>): Promise<void> {
    log = [];
    const calls = log;
    try {
      await run();
    } catch (error) {
      if (!(error instanceof NotRun)) failedCase = calls;
      throw error;
    }
  }

  function perform(call: Call): Promise<unknown> {
    const logged: LoggedCall = { call, printed: [] };
    log.push(logged);
    return new Promise((resolve, reject) => {
      if (batch.length === 0) sending = sending.then(flush);
      batch.push({ number: steps++, logged, resolve, reject });
    });
  }

  async function flush(): Promise<void> {
    const pending = batch;
    batch = [];
    try {
      const results = await exchange(pending);
      pending.forEach((one, i) => settle(one, results[i]!));
    } catch (error) {
      for (const one of pending) refuse(one, error as Error, { failed: (error as Error).message });
    }
  }

  /** Without a step, too, the answer comes after all that the subject was sent before. */
  function roundTrip(): Promise<void> {
    const made = sending.then(() => exchange([])).then(() => {});
    sending = made.catch(() => {});
    return made;
  }

  async function exchange(pending: readonly Pending[]): Promise<StepResult[]> {
    checkLimits();
    const { refused } = await load();
    if (refused) throw refused;
    if (!channel) throw new SubjectLost('could not be started again');
    const run = runs++;
    channel.post(`["run",${run},[${pending.map(write).join(',')}]]`);
    const message = await within(limits.call, 'did not return within');
    if (message[0] !== 'ran' || message[1] !== run || message[2].length !== pending.length)
      throw new SubjectLost('sent back something that is not an answer');
    return message[2];
  }

  /** A `Step`, as JSON. A target that an earlier subject held is nowhere: no step has the number -1. */
  function write({ number, logged: { call } }: Pending): string {
    numbers.set(call, number);
    const target = call.target ? (numbers.get(call.target) ?? -1) : null;
    return `[${number},${target},${JSON.stringify(call.method)},${encode(call.args, registerCallback)}]`;
  }

  function registerCallback(callback: (...args: never[]) => unknown): number {
    callbacks.set(callbacks.size, callback);
    return callbacks.size - 1;
  }

  async function answerCallback(to: Channel, [, number, fn, args]: Extract<FromSubject, ['call', ...unknown[]]>): Promise<void> {
    let settled: string;
    try {
      const callback = callbacks.get(fn);
      if (!callback) throw new Error('no such function');
      settled = `true,${encode(await callback(...(decode(args) as never[])))}`;
    } catch (error) {
      settled = `false,${encode(error)}`;
    }
    if (to === channel) to.post(`["settle",${number},${settled}]`);
  }

  function settle(one: Pending, result: StepResult): void {
    const [kind, content, printed] = result;
    const { call } = one.logged;
    one.logged.printed = textsOf(printed);
    if (kind === 'returned') {
      const returned = decode(content);
      one.logged.outcome = { returned };
      one.resolve(returned);
    } else if (kind === 'threw') {
      const thrown = decode(content);
      refuse(one, new Thrown(thrown), { threw: thrown });
    } else {
      const earlier = call.target && failures.get(call.target);
      const failure = earlier ?? new CallFailed(describeMissing(call, content, exports));
      refuse(one, failure, { failed: failure.message });
    }
  }

  function refuse(one: Pending, error: Error, outcome: LoggedCall['outcome']): void {
    failures.set(one.logged.call, error);
    one.logged.outcome = outcome;
    one.reject(error);
  }
}

function usedUp({ submission }: Limits): string {
  return `not run: the ${submission / 1000} s of this submission are used up`;
}

function textsOf(printed: readonly PrintedLine[] = []): string[] {
  return printed.map(([, args]) => formatPrinted(decode(args)));
}

function describeMissing(call: Call, available: readonly string[], exports: readonly string[]): string {
  const guess = nearest(call.method, available);
  if (call.target) {
    const hint = guess ? ` Is \`${guess}\` meant to be it?` : '';
    return `gave something that is not what the contract asks: what \`${call.target.method}\` returned has no method \`${call.method}\`.${hint}`;
  }
  if (exports.includes(call.method)) return `exports \`${call.method}\`, and it is no function.`;
  return `exports no function \`${call.method}\`, which the contract asks for. ${guess ? `Is \`${guess}\` meant to be it?` : `It exports ${list(exports)}.`}`;
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : 'nothing';
}
