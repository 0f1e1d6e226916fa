/** One submission while it is judged: makes its tests' calls, waits for their results, and counts what it uses up. */
import type { OpenChannel } from '../boundary/channel.ts';
import type { StepResult } from '../boundary/messages.ts';
import { decode } from '../boundary/decode.ts';
import { encode } from '../boundary/encode.ts';
import type { Clock } from './clock.ts';
import { CallFailed, NotRun, Thrown } from './failures.ts';
import { LIMITS, type Limits } from './limits.ts';
import { describeMissing } from './missing-call.ts';
import { NotBegun } from './owed-answers.ts';
import type { Call } from './remote.ts';
import { createSubjectLine, textsOf, type LiveSubject, type Loaded } from './subject-line.ts';
import type { Subject } from './suite.ts';

/** One call and what came of it, to be shown when a rule breaks. */
export interface LoggedCall {
  call: Call;
  outcome?: { returned: unknown } | { threw: unknown } | { failed: string } | { promised: true };
  /** One text for each call of `console`. */
  printed: readonly string[];
}

export interface Session extends Subject {
  /** Loads the submission, if that was not done yet. */
  load(): Promise<Loaded>;
  /** A test begins. Throws `NotRun` if its concept, or the submission, has used up what it may. */
  beginTest(concept: string): void;
  /** The test is over, and what it found is formatted: until here, the submission is charged for the time. */
  endTest(): void;
  /**
   * Has the next test make its first calls while the subject works on the present one's. It is answered when it is the present test: until
   * then nothing of it goes on. So its first calls must be made before it waits for anything else.
   *
   * Where functions are handed over it runs when its turn has come, as a whole: such tests wait for more than answers.
   *
   * @returns what to run in the place of `run` when its turn has come
   */
  lookAhead(run: () => unknown): () => unknown;
  /** The calls of the case that failed, or else of the whole test so far. */
  calls(): readonly LoggedCall[];
  /** Ends the subject. A call that waits for it, and every later one, is not run. */
  close(): void;
}

interface Pending {
  number: number;
  logged: LoggedCall;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A test whose turn has not come: its calls, and what they were answered. */
interface Ahead {
  log: LoggedCall[];
  batch: Pending[];
  results?: Promise<StepResult[]>;
  /** Who holds what the calls made. */
  subject?: LiveSubject;
  /** The subject did not answer in time, which is held against the test when its turn has come. */
  late: boolean;
  turn: PromiseWithResolvers<void>;
}

export function createSession(open: OpenChannel, clock: Clock, limits: Limits = LIMITS): Session {
  const line = createSubjectLine({ open, clock, limits, timeLeft: () => limits.submission - used(), onLateLoad: countHang });

  let batch: Pending[] = [];
  let sending: Promise<void> = Promise.resolve();
  let steps = 0;
  const failures = new WeakMap<Call, Error>();
  let log: LoggedCall[] = [];
  let failedCase: LoggedCall[] | undefined;

  /** Milliseconds, without the test that is running. What the judge compares and formats counts too: it is as much as the submission makes of it. */
  let spent = 0;
  let testBegun: number | undefined;
  /** Whether calls of the present test have been sent. With the first ones goes what earlier tests hold in the subject. */
  let called = false;
  let concept = '';
  let hangs = 0;
  let closed = false;

  /** The next test, while it makes its first calls. */
  let ahead: Ahead | undefined;
  let beginAhead = () => {};

  return { load, beginTest, endTest, tryCase, perform, roundTrip, lookAhead, calls: () => failedCase ?? log, close };

  async function load(): Promise<Loaded> {
    const begun = clock.now();
    const loaded = await line.load();
    if (testBegun === undefined) spent += clock.now() - begun;
    return loaded;
  }

  function close(): void {
    closed = true;
    line.close();
  }

  function countHang(): void {
    hangs++;
  }

  function beginTest(of: string): void {
    if (of !== concept) hangs = 0;
    concept = of;
    log = [];
    failedCase = undefined;
    testBegun = clock.now();
    called = false;
    beginAhead = () => {};
    checkLimits();
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
    if (used() >= limits.submission) throw new NotRun(`not run: the ${limits.submission / 1000} s of this submission are used up`);
    if (hangs >= limits.hangsPerConcept) throw new NotRun(`not run: ${limits.hangsPerConcept} calls before it did not return`);
    if (line.lost() >= limits.subjects) throw new NotRun(`not run: the code had to be started again ${limits.subjects} times`);
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
    const logged: LoggedCall = { call, printed: NOTHING };
    (ahead?.log ?? log).push(logged);
    return new Promise((resolve, reject) => {
      if (!ahead && batch.length === 0) sending = sending.then(flush);
      (ahead?.batch ?? batch).push({ number: steps++, logged, resolve, reject });
    });
  }

  function flush(): Promise<void> {
    const pending = batch;
    batch = [];
    return settleAll(pending, exchange(pending));
  }

  async function settleAll(pending: readonly Pending[], answer: Promise<StepResult[]>): Promise<void> {
    try {
      const results = await answer;
      pending.forEach((one, i) => settle(one, results[i]!));
    } catch (error) {
      for (const one of pending) refuse(one, error as Error, { failed: (error as Error).message });
    }
  }

  /** Without a step, too, the answer comes after all that the subject was sent before. */
  function roundTrip(): Promise<void> {
    if (ahead) return ahead.turn.promise.then(roundTrip);
    const made = sending.then(() => exchange([])).then(() => {});
    sending = made.catch(() => {});
    return made;
  }

  async function exchange(pending: readonly Pending[]): Promise<StepResult[]> {
    checkLimits();
    const { refused } = await line.load();
    if (refused) throw refused;
    if (!called) line.live()?.numbers.clear();
    const answer = line.ask(pending.map(write), !called, countHang);
    called = true;
    beginAhead();
    try {
      return await answer;
    } catch (error) {
      if (error instanceof NotBegun) return exchange(pending);
      throw error;
    }
  }

  function lookAhead(run: () => unknown): () => unknown {
    const next: Ahead = { log: [], batch: [], late: false, turn: Promise.withResolvers() };
    let outcome: Promise<unknown> | undefined;
    const begin = () => {
      beginAhead = () => {};
      if (line.handsOver()) return;
      ahead = next;
      outcome = promiseOf(run);
      ahead = undefined;
      if (next.batch.length === 0) outcome = Promise.race([outcome, Promise.reject(new Error(CALLS_LATE))]);
      outcome.catch(() => {});
      sendAhead(next);
    };
    if (called) begin();
    else beginAhead = begin;

    return () => {
      if (!outcome) return run();
      log = next.log;
      called = next.results !== undefined;
      if (next.batch.length > 0) sending = settleAhead(next, sending);
      next.turn.resolve();
      return outcome;
    };
  }

  function sendAhead(next: Ahead): void {
    const subject = line.live();
    if (!subject || next.batch.length === 0) return;
    const texts = next.batch.map(write);
    if (line.handsOver()) return;
    next.subject = subject;
    next.results = line.ask(texts, false, () => (next.late = true));
    next.results.catch(() => {});
  }

  async function settleAhead(next: Ahead, before: Promise<void>): Promise<void> {
    await before;
    await settleAll(next.batch, resultsOf(next));
  }

  /** What the calls of a test gave before its turn, or give now. */
  async function resultsOf(next: Ahead): Promise<StepResult[]> {
    try {
      const results = await next.results;
      // Else what they made went with its subject.
      if (results && next.subject === line.live()) return results;
    } catch (error) {
      if (next.late) hangs++;
      if (!(error instanceof NotBegun)) throw error;
    }
    return exchange(next.batch);
  }

  /** A `Step`, as JSON. A target that an earlier subject held is nowhere: no step has the number -1. */
  function write({ number, logged: { call } }: Pending): string {
    const numbers = line.live()?.numbers;
    numbers?.set(call, number);
    const target = call.target ? (numbers?.get(call.target) ?? -1) : null;
    return `[${number},${target},${JSON.stringify(call.method)},${encode(call.args, line.handOver)}${call.atOnce ? ',true' : ''}]`;
  }

  function settle(one: Pending, result: StepResult): void {
    const [kind, content, printed] = result;
    const { call } = one.logged;
    if (printed) one.logged.printed = textsOf(printed);
    if (kind === 'returned') {
      const returned = decode(content);
      one.logged.outcome = { returned };
      one.resolve(returned);
    } else if (kind === 'threw') {
      const thrown = decode(content);
      refuse(one, new Thrown(thrown), { threw: thrown });
    } else if (kind === 'promised') {
      const message = `gave a promise where the contract asks for a value: \`${call.method}\` must not be \`async\``;
      refuse(one, new CallFailed(message), { promised: true });
    } else {
      const earlier = call.target && failures.get(call.target);
      const failure = earlier ?? new CallFailed(describeMissing(call, content, line.live()?.exports ?? []));
      refuse(one, failure, { failed: failure.message });
    }
  }

  function refuse(one: Pending, error: Error, outcome: LoggedCall['outcome']): void {
    failures.set(one.logged.call, error);
    one.logged.outcome = outcome;
    one.reject(error);
  }
}

function promiseOf(run: () => unknown): Promise<unknown> {
  try {
    return Promise.resolve(run());
  } catch (error) {
    return Promise.reject(error as Error);
  }
}

/** What it calls later would be taken for calls of the test before it. */
const CALLS_LATE = 'A test has to call before it waits for anything else.';

const NOTHING: readonly string[] = [];
