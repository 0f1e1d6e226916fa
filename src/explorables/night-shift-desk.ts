/** What lies on the desk of “night shift”: metrics, log, replies and alarms, all counted from the same calls. */
import { isFault, MINUTES, TURN, type Ending, type Fault, type Reply, type Run } from './night-shift.ts';

/** What a caller reads for each fault, from the ledger: status, x-amzn-errortype, body. An empty text is on no record. */
export type Replies = Readonly<Record<Fault, readonly [status: number, errorType: string, body: string]>>;

const OK = 200;
const NOT_FOUND = 404;

export function statusOf(ending: Ending, replies: Replies): number {
  if (isFault(ending)) return replies[ending][0];
  return ending === 'missing' ? NOT_FOUND : OK;
}

/** `$context.error.responseType` for each fault. Those that are missing are on no record. */
const REFUSALS: Partial<Record<Fault, string>> = {
  path: 'MISSING_AUTHENTICATION_TOKEN',
  denied: 'ACCESS_DENIED',
  broken: 'AUTHORIZER_FAILURE',
  key: 'INVALID_API_KEY',
  plan: 'THROTTLED',
  account: 'THROTTLED',
  late: 'INTEGRATION_TIMEOUT',
};
/** Stands for what nobody has recorded. */
export const UNKNOWN = '…';
export const refusalOf = (ending: Ending): string => (isFault(ending) ? (REFUSALS[ending] ?? UNKNOWN) : '-');

export const METRICS = ['Count', '4XXError', '5XXError', 'Latency', 'IntegrationLatency'] as const;
export type Metric = (typeof METRICS)[number];
/** One number a minute: sums of the first three, averages in ms of the others. `undefined`: nothing was measured. */
export type Metrics = Record<Metric, (number | undefined)[]>;

const inMinute = (run: Run, minute: number) => run.replies.filter(({ call }) => Math.floor(call.at / 60) === minute);
const average = (values: readonly number[]) =>
  values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0) / values.length;
const hundred = (ending: Ending, replies: Replies) => Math.floor(statusOf(ending, replies) / 100);

export function metricsOf(run: Run, replies: Replies): Metrics {
  const minutes = Array.from({ length: MINUTES }, (_, minute) => inMinute(run, minute));
  const errors = (first: number) => minutes.map((some) => some.filter(({ ending }) => hundred(ending, replies) === first).length);
  const milliseconds = (of: (reply: Reply) => number | undefined) =>
    minutes.map((some) =>
      average(
        some
          .map(of)
          .filter((value) => value !== undefined)
          .map((value) => value * 1000),
      ),
    );
  return {
    Count: minutes.map((some) => some.length),
    '4XXError': errors(4),
    '5XXError': errors(5),
    Latency: milliseconds(({ latency }) => latency),
    IntegrationLatency: milliseconds(({ backend }) => backend),
  };
}

/** The access log added up: one row for each status, refusal and kind of caller, of replies with an error; most calls first. */
export interface LogRow {
  ending: Ending;
  caller: Reply['call']['caller'];
  status: number;
  refusal: string;
  calls: number;
}

export function logRows(run: Run, replies: Replies): LogRow[] {
  const rows = new Map<string, LogRow>();
  for (const { call, ending } of run.replies) {
    const status = statusOf(ending, replies);
    if (status < 400) continue;
    const key = `${ending} ${call.caller}`;
    const row = rows.get(key) ?? { ending, caller: call.caller, status, refusal: refusalOf(ending), calls: 0 };
    rows.set(key, { ...row, calls: row.calls + 1 });
  }
  return [...rows.values()].toSorted((one, other) => other.calls - one.calls);
}

/** How many lines of the log are shown. */
const LINES = 6;

/** A few errors from the turn on, in order of time: evenly out of all, and one of each kind that this would miss. */
export function someErrors(run: Run, replies: Replies): Reply[] {
  const errors = run.replies.filter(({ call, ending }) => call.at >= TURN && statusOf(ending, replies) >= 400);
  const kinds = new Map(errors.map((reply) => [`${reply.ending} ${reply.call.caller}`, reply]));
  const even = Array.from({ length: LINES }, (_, index) => errors[Math.floor((index * errors.length) / LINES)]!);
  const missed = [...kinds.values()].filter(
    ({ ending, call }) => !even.some((reply) => reply.ending === ending && reply.call.caller === call.caller),
  );
  return [...new Set([...missed, ...even.toReversed()])].slice(0, LINES).sort((one, other) => one.call.at - other.call.at);
}

/** The function’s own log, from the turn on: begun, ended by its own timeout, all others came to their end. */
export function functionLog(run: Run): { begun: number; ended: number } {
  const begun = run.replies.filter(({ call, backend }) => call.at >= TURN && backend !== undefined);
  return { begun: begun.length, ended: begun.filter(({ ending }) => ending === 'ended').length };
}

export const ALARMS = ['named', 'fail', 'slow', 'filter'] as const;
export type Alarm = (typeof ALARMS)[number];

/** Where the alarms ring: shares of the calls of a minute, seconds, log lines a minute. */
export const THRESHOLDS = { fail: 0.02, slow: 5, filter: 10 } as const;

/** The alarms that ring in these ten minutes. @param share of client errors in each of five minutes, from the ledger */
export function ringing(run: Run, replies: Replies, share: number): Alarm[] {
  const minutes = Array.from({ length: MINUTES }, (_, minute) => inMinute(run, minute));
  const part = (some: Reply[], first: number) => some.filter(({ ending }) => hundred(ending, replies) === first).length / some.length;
  const bad: Record<Alarm, (some: Reply[]) => boolean> = {
    named: (some) => part(some, 4) > share,
    fail: (some) => part(some, 5) > THRESHOLDS.fail,
    slow: (some) => (percentile(some, 0.99) ?? 0) > THRESHOLDS.slow,
    filter: (some) => some.filter(({ ending }) => refusalOf(ending) === 'THROTTLED').length > THRESHOLDS.filter,
  };
  const needed: Record<Alarm, number> = { named: 5, fail: 3, slow: 3, filter: 3 };
  return ALARMS.filter((alarm) => {
    const is = minutes.map(bad[alarm]);
    return is.some((_, minute) => is.slice(minute, minute + 5).filter(Boolean).length >= needed[alarm]);
  });
}

function percentile(some: readonly Reply[], part: number): number | undefined {
  const latencies = some.map(({ latency }) => latency).sort((one, other) => one - other);
  return latencies[Math.ceil(part * latencies.length) - 1];
}
