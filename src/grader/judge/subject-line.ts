/** The line to the subject of a submission: starts one, asks it, hears it, and ends it where it is of no more use. */
import type { Channel, OpenChannel } from '../boundary/channel.ts';
import type { FromSubject, PrintedLine, StepResult } from '../boundary/messages.ts';
import { decode } from '../boundary/decode.ts';
import { encode } from '../boundary/encode.ts';
import { NotRun, SubjectLost, Thrown } from './failures.ts';
import { formatPrinted } from './format.ts';
import type { Limits } from './limits.ts';
import { createOwedAnswers } from './owed-answers.ts';
import type { Call } from './remote.ts';
import type { Clock } from './clock.ts';

export interface Loaded {
  /** Why the submission could not be loaded. */
  refused?: Error;
  /** What it printed meanwhile. */
  printed: string[];
}

/** A subject that has loaded the submission. */
export interface LiveSubject {
  /** Names of what the submission exports. */
  exports: readonly string[];
  /** The numbers of calls whose results it holds. */
  numbers: Map<Call, number>;
}

export interface SubjectLine {
  /** Has a subject load the submission, if none has. */
  load(): Promise<Loaded>;
  /** Undefined while there is none. */
  live(): LiveSubject | undefined;
  /**
   * Asks the live subject to carry out steps, after all that it was asked before.
   *
   * @param steps one JSON text each
   * @param afresh results of earlier steps are not needed any more
   * @param onLate called if it does not answer in time, before this fails
   * @throws SubjectLost, also for an answer that is none; `NotBegun` if the subject was lost before it came to these
   */
  ask(steps: readonly string[], afresh: boolean, onLate: () => void): Promise<StepResult[]>;
  /** Gives a function of the judge the number under which the subject may call it. */
  handOver(callback: Callback): number;
  /** Whether functions were handed over. */
  handsOver(): boolean;
  /** How many subjects were lost. */
  lost(): number;
  /** Ends the subject, and starts no other. */
  close(): void;
}

export interface LineOptions {
  open: OpenChannel;
  clock: Clock;
  limits: Limits;
  /** Milliseconds that the submission has left for everything. */
  timeLeft: () => number;
  /** Called if the submission does not load in time. */
  onLateLoad: () => void;
}

type Callback = (...args: never[]) => unknown;

const NO_ANSWER = 'sent back something that is not an answer';

export function createSubjectLine({ open, clock, limits, timeLeft, onLateLoad }: LineOptions): SubjectLine {
  let channel: Channel | undefined;
  let live: LiveSubject | undefined;
  let hasLoaded = false;
  let loading: Promise<Loaded> | undefined;
  let runs = 0;
  let lost = 0;
  const callbacks = new Map<number, Callback>();
  const owed = createOwedAnswers(clock, timeLeft, lose);

  return {
    load: () => (loading ??= start()),
    live: () => live,
    ask,
    handOver,
    handsOver: () => callbacks.size > 0,
    lost: () => lost,
    close() {
      end();
      owed.lose(new NotRun('not run: the run was given up'));
    },
  };

  async function start(): Promise<Loaded> {
    const opened = open();
    channel = opened;
    opened.onText = (text) => receive(opened, text);
    opened.onEnd = (why) => channel === opened && lose(new SubjectLost(why));
    try {
      const message = await owed.next({ limit: limits.load, complaint: 'did not finish loading within', onLate: onLateLoad });
      if (message[0] === 'ready') {
        hasLoaded = true;
        live = { exports: message[1], numbers: new Map() };
        return { printed: textsOf(message[2]) };
      }
      if (message[0] === 'refused') return { refused: new Thrown(decode(message[1])), printed: textsOf(message[2]) };
      throw new SubjectLost(NO_ANSWER);
    } catch (error) {
      // What did not load once is not tried again: every test would wait for the same end.
      const loaded = Promise.resolve({ refused: error as Error, printed: [] });
      if (!hasLoaded) loading = loaded;
      return loaded;
    }
  }

  async function ask(steps: readonly string[], afresh: boolean, onLate: () => void): Promise<StepResult[]> {
    if (!channel) throw new SubjectLost('could not be started again');
    const run = runs++;
    channel.post(`["run",${run},[${steps.join(',')}],${afresh}]`);
    const message = await owed.next({ limit: limits.call, complaint: 'did not return within', onLate });
    if (message[0] !== 'ran' || message[1] !== run || message[2].length !== steps.length) throw new SubjectLost(NO_ANSWER);
    return message[2];
  }

  /** The subject is of no more use: it is ended, and the next call starts another. */
  function lose(error: SubjectLost): void {
    lost++;
    end();
    loading = undefined;
    owed.lose(error);
  }

  function end(): void {
    channel?.kill();
    channel = live = undefined;
  }

  function receive(from: Channel, text: string): void {
    if (from !== channel) return;
    if (text.length > limits.message) return lose(new SubjectLost('sent back more than a result may hold'));
    try {
      const message = JSON.parse(text) as FromSubject;
      if (message[0] === 'call') void answerCallback(from, message);
      else owed.take(message);
    } catch {
      lose(new SubjectLost(NO_ANSWER));
    }
  }

  function handOver(callback: Callback): number {
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
}

/** One text for each call of `console`. */
export function textsOf(printed: readonly PrintedLine[] = []): string[] {
  return printed.map(([, args]) => formatPrinted(decode(args)));
}
