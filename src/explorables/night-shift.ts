/**
 * “Night shift”: ten minutes at the desk of a REST API, call by call, on the way that B-PIPE-01 describes: path, authorizer, key, plan,
 * account, then the function and its reply. The throttles of B-THR-05 and the key of B-THR-18 count for the partner, whose plan this is.
 *
 * The authorizer remembers no answers. The database behind the function is a queue with one place. Beyond the account’s rate each API
 * gets through in proportion; AWS says nothing about that. How long Lambda takes to refuse a call is on no record, so a call without
 * permission has no backend’s time.
 */

/** Where a call can be turned away or fail, in the order of its way. */
export const STOPS = ['path', 'authorizer', 'key', 'plan', 'account', 'permission', 'time', 'reply'] as const;
export type Stop = (typeof STOPS)[number];

/** How a call ends. `found` and `missing` are the backend’s own words; `late` is the gateway’s clock, `ended` the function’s. */
export const FAULTS = ['path', 'denied', 'broken', 'key', 'plan', 'account', 'permission', 'late', 'ended', 'malformed'] as const;
export type Fault = (typeof FAULTS)[number];
export type Ending = Fault | 'found' | 'missing';

const STOP_OF: Record<Fault, Stop> = {
  path: 'path',
  denied: 'authorizer',
  broken: 'authorizer',
  key: 'key',
  plan: 'plan',
  account: 'account',
  permission: 'permission',
  late: 'time',
  ended: 'time',
  malformed: 'reply',
};
export const stopOf = (fault: Fault): Stop => STOP_OF[fault];
export const isFault = (ending: Ending): ending is Fault => ending in STOP_OF;

/** Everything that can be set, right or wrong. Rates in calls a second, times in seconds. */
export interface House {
  /** The partner’s client calls a path that the API has. */
  knowsPath: boolean;
  /** `denies` the partner and nobody else. */
  authorizer: 'works' | 'throws' | 'denies';
  keyEnabled: boolean;
  planRate: number;
  /** The partner’s client keeps below the plan’s rate by itself. */
  paced: boolean;
  accountRate: number;
  /** What other APIs of the account and Region receive. */
  others: number;
  permission: boolean;
  timeout: number;
  functionTimeout: number;
  /** What the function needs for a call of the partner if nobody else is there. */
  work: number;
  /** Calls a second that the database takes. */
  database: number;
  wellFormed: boolean;
}

export type Caller = 'guest' | 'partner' | 'scanner';

export interface Call {
  /** Seconds from the start. */
  at: number;
  caller: Caller;
  /** From 0 to 1, 1 not included: what chance decides about this call. The same in every replay. */
  luck: number;
}

export interface Reply {
  call: Call;
  ending: Ending;
  /** Seconds from request in to reply out. */
  latency: number;
  /** The part of it behind the desk. Undefined: the function was not called. */
  backend?: number;
}

export interface Run {
  replies: Reply[];
  /** Calls of the partner’s client that it kept for later. */
  held: number;
}

export const MINUTES = 10;
const END = MINUTES * 60;
/** Until this second all is well. */
export const TURN = 180;

const GUESTS = 2;
const SCANNERS = 0.05;
/** The partner’s calls a second before the turn. */
const QUIET = 1;

/**
 * The calls of the ten minutes, in the order of their arrival.
 * @param rate the partner’s calls a second from the turn on
 * @param random numbers from 0 to 1, 1 not included
 */
export function trafficOf(rate: number, random: () => number): Call[] {
  const calls = (caller: Caller, perSecond: number, from: number, to: number): Call[] =>
    Array.from({ length: Math.round(perSecond * (to - from)) }, () => ({ caller, at: from + random() * (to - from), luck: random() }));
  return [
    ...calls('guest', GUESTS, 0, END),
    ...calls('scanner', SCANNERS, 0, END),
    ...calls('partner', QUIET, 0, TURN),
    ...calls('partner', rate, TURN, END),
  ].sort((one, other) => one.at - other.at);
}

/** Seconds that each part of the way takes. */
const ROUTING = 0.003;
const ASKING = 0.014;
const GUEST_WORK = 0.06;
/** Guests who ask for what is gone. */
const GONE = 0.02;
/** Seconds of its rate that the plan’s bucket holds. */
const BURST = 2;

/** Plays the calls through: in the house that is `well` until the turn, in `house` from there on. */
export function runOf(calls: readonly Call[], well: House, house: House): Run {
  const replies: Reply[] = [];
  let held = 0;
  let tokens = Infinity;
  let refilled = 0;
  let share = 0;
  /** When the database has done what it was asked so far. */
  let free = 0;

  for (const call of calls) {
    const now = call.at < TURN ? well : house;
    if (call.caller === 'partner') {
      tokens = Math.min(BURST * now.planRate, tokens + (call.at - refilled) * now.planRate);
      refilled = call.at;
      if (now.paced && tokens < 1) {
        held++;
        continue;
      }
    }
    replies.push({ call, ...answer(call, now) });
  }
  return { replies, held };

  function answer(call: Call, now: House): Omit<Reply, 'call'> {
    const { caller } = call;
    const jitter = 0.8 + 0.4 * call.luck;
    const refused = (ending: Ending, latency: number) => ({ ending, latency: latency * jitter });
    if (caller === 'scanner' || (caller === 'partner' && !now.knowsPath)) return refused('path', ROUTING);
    const asked = ROUTING + ASKING;
    if (now.authorizer === 'throws') return refused('broken', asked);
    if (caller === 'partner') {
      if (now.authorizer === 'denies') return refused('denied', asked);
      if (!now.keyEnabled) return refused('key', asked);
      if (tokens < 1) return refused('plan', asked);
      tokens--;
    }
    share += Math.min(1, now.accountRate / Math.max(1, now.others));
    if (share < 1) return refused('account', asked);
    share--;
    if (!now.permission) return refused('permission', asked);
    const { ending, backend } = work(call, now);
    return { ending, latency: asked * jitter + backend, backend };
  }

  function work({ at, caller, luck }: Call, now: House): { ending: Ending; backend: number } {
    const waited = Math.max(0, free - at);
    free = at + waited + 1 / now.database;
    const needed = waited + (caller === 'partner' ? now.work : GUEST_WORK) * (0.95 + 0.1 * luck);
    if (needed > Math.min(now.timeout, now.functionTimeout))
      return now.timeout <= now.functionTimeout
        ? { ending: 'late', backend: now.timeout }
        : { ending: 'ended', backend: now.functionTimeout };
    if (!now.wellFormed) return { ending: 'malformed', backend: needed };
    return { ending: caller === 'guest' && luck < GONE ? 'missing' : 'found', backend: needed };
  }
}

/** What failed for somebody who should have been served: the scanner is refused in every night. */
export function failed({ replies }: Run): Reply[] {
  return replies.filter(({ call, ending }) => call.caller !== 'scanner' && isFault(ending));
}

/** Nothing fails any more; it fails as before; something fails in a way in which nothing failed before. */
export type Verdict = 'cured' | 'nothing' | 'other';

/** What a replay has changed. */
export function verdictOf(before: Run, after: Run): Verdict {
  const left = failed(after);
  if (left.length === 0) return 'cured';
  const known = new Set(failed(before).map(({ ending }) => ending));
  return left.every(({ ending }) => known.has(ending)) ? 'nothing' : 'other';
}

/** How most of the failed calls ended. Undefined: none failed. */
export function mainFault(run: Run): Fault | undefined {
  const counts = new Map<Ending, number>();
  for (const { ending } of failed(run)) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] as Fault | undefined;
}
