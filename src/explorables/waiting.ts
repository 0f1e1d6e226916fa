/**
 * “How long does it wait?”: what a caller reads of a backend that takes its time, and when. Seconds everywhere; the way there and back
 * takes none. A tie goes to the clock. Rests on B-LPX-07 (504 and 503), B-WS-05 (the message of a timeout), B-WS-09 (the close of a silent
 * connection), B-WS-11 (its two clocks), B-WS-13 (posting to a connection that is gone) and, for streams, AWS’s page on response streaming.
 * What a timeout shorter than a stream’s longest life does to a stream that has begun is left open here: a stream’s timeout is always set to
 * that life. The limits are handed in.
 */

export const DOORS = ['http', 'rest-edge', 'rest-regional', 'stream-edge', 'stream-regional', 'websocket'] as const;
export type Door = (typeof DOORS)[number];

export interface Limits {
  /** The timeout of an integration, as each type has it: the default, and more than it only where AWS raises it. */
  rest: number;
  http: number;
  websocket: number;
  /** The longest silence in a streamed reply, from an edge-optimized endpoint and from the others. */
  streamSilenceEdge: number;
  streamSilence: number;
  /** A whole streamed reply. */
  stream: number;
  /** A WebSocket connection: its longest silence, and its life. */
  socketSilence: number;
  socket: number;
  /** The longest run of a function. */
  functionRun: number;
}

export interface Situation {
  door: Door;
  /** What the backend takes until it is done. */
  takes: number;
  /** What the integration’s timeout is set to, at a door that does not stream; null: left alone. */
  timeout: number | null;
  /** AWS has raised the account’s quota of the timeout. */
  raised: boolean;
  /** A stream sends its first piece at once, then one as often as this, and the last when it is done. */
  every: number;
  /** Behind a WebSocket route: the gateway waits for the answer, or the route starts a job that posts its result. */
  job: boolean;
  /** The client sends a message often enough that its connection is never silent. */
  pings: boolean;
}

/** What can be chosen; `takes` is typed. */
export const CHOICES = { timeout: [10, 60, 120], every: [2, 45, 360] } as const;
export const LEAST = 0.1;
export const MOST = 10_000;

export const isStream = (door: Door): boolean => door.startsWith('stream-');

/** Why an integration waits as long as it does. */
export type Because = 'default' | 'set' | 'raised' | 'raised-not-set' | 'not-raised' | 'fixed';

/** How long an integration that does not stream is waited for. */
export function timeoutOf({ door, timeout, raised }: Situation, limits: Limits): { seconds: number; because: Because } {
  const own = door === 'http' ? limits.http : door === 'websocket' ? limits.websocket : limits.rest;
  const canGrow = door === 'rest-regional';
  if (timeout === null) return { seconds: own, because: canGrow && raised ? 'raised-not-set' : 'default' };
  if (timeout <= own) return { seconds: timeout, because: 'set' };
  if (!canGrow) return { seconds: own, because: 'fixed' };
  return raised ? { seconds: timeout, because: 'raised' } : { seconds: own, because: 'not-raised' };
}

export type ClockName = 'integration' | 'silence' | 'whole';

export interface Clock {
  name: ClockName;
  limit: number;
}

/** What the caller reads: a reply, part of one, or a message; or the connection ends first. */
export type Reading = 'whole' | 'http-timeout' | 'rest-timeout' | 'part' | 'message' | 'error' | 'closed';

export interface Wait {
  reading: Reading;
  /** When the caller has it. */
  at: number;
  /** The clocks that run. */
  clocks: readonly Clock[];
  /** The one that ended it. */
  struck?: Clock | undefined;
  /** How long the backend works on afterwards, if nothing else ends it. */
  unheard: number;
}

export function waitOf(situation: Situation, limits: Limits): Wait {
  const { door, takes } = situation;
  const clocks = clocksOf(situation, limits);
  const struck = clocks
    .filter(({ name, limit }) => limit <= (name === 'silence' ? longestSilence(situation) : takes))
    .toSorted((a, b) => a.limit - b.limit)[0];
  const at = struck?.limit ?? takes;
  return { reading: struck ? lostAt(situation) : door === 'websocket' ? 'message' : 'whole', at, clocks, struck, unheard: takes - at };
}

function clocksOf(situation: Situation, limits: Limits): Clock[] {
  const { door, job, pings } = situation;
  if (isStream(door))
    return [
      { name: 'silence', limit: door === 'stream-edge' ? limits.streamSilenceEdge : limits.streamSilence },
      { name: 'whole', limit: limits.stream },
    ];
  if (door !== 'websocket' || !job) return [{ name: 'integration', limit: timeoutOf(situation, limits).seconds }];
  const whole: Clock = { name: 'whole', limit: limits.socket };
  return pings ? [whole] : [{ name: 'silence', limit: limits.socketSilence }, whole];
}

/** Nothing moves on a connection that waits for a job; in a stream it is the time to the next piece. */
function longestSilence({ door, takes, every }: Situation): number {
  return isStream(door) ? Math.min(every, takes) : takes;
}

function lostAt({ door, job }: Situation): Reading {
  if (door === 'websocket') return job ? 'closed' : 'error';
  if (isStream(door)) return 'part';
  return door === 'http' ? 'http-timeout' : 'rest-timeout';
}

/** What can be guessed at a door. */
export function readingsAt(door: Door): readonly Reading[] {
  return door === 'websocket' ? ['message', 'error', 'closed'] : ['whole', 'http-timeout', 'rest-timeout', 'part'];
}

/** Moments that can be guessed, in their order: the end of the work, and the clocks that one may think of. */
export function momentsOf(situation: Situation, limits: Limits): number[] {
  const { door, takes, timeout, job } = situation;
  const clocks = isStream(door)
    ? [limits.streamSilenceEdge, limits.streamSilence, limits.stream]
    : door === 'websocket'
      ? job
        ? [limits.socketSilence, limits.socket]
        : [limits.websocket, limits.socketSilence]
      : [limits.rest, limits.http];
  return [...new Set([takes, ...clocks, ...(isStream(door) || timeout === null ? [] : [timeout])])].toSorted((a, b) => a - b);
}
