/**
 * One reply that takes time to write, buffered and streamed: what reaches the caller, when, and which limit ends it. Numbers are seconds and
 * megabytes; the limits are handed in and come from the ledger. A buffered reply that is late follows B-LPX-07. What AWS does not
 * document is not decided here: `Lane.doubts` names it.
 */
export const DOORS = ['regional', 'edge', 'http'] as const;
export type Door = (typeof DOORS)[number];

export const BACKENDS = ['lambda', 'server', 'templates'] as const;
export type Backend = (typeof BACKENDS)[number];

export interface Situation {
  door: Door;
  /** `templates`: Lambda without proxy, whose replies go through response templates. */
  backend: Backend;
  /** The timeout of the integration was set to the longest that the mode may have without a request to AWS. */
  longTimeout: boolean;
  /** The second at which the backend writes its first piece. */
  first: number;
  /** The second at which it writes its last. */
  last: number;
  /** Seconds between two pieces of equal size. */
  every: number;
  size: number;
}

export interface Limits {
  restTimeout: number;
  httpTimeout: number;
  restBody: number;
  httpBody: number;
  lambdaBody: number;
  lambdaStream: number;
  /** What of a stream flows as fast as it comes. */
  free: number;
  /** Megabytes per second beyond it. */
  rate: number;
  duration: number;
  idle: number;
  idleEdge: number;
  /** What of a stream is billed as one call. */
  meter: number;
}

/** `at-once`: whole, but nothing before all of it. */
export type End = 'whole' | 'at-once' | 'cut' | 'error';

export type Bite = 'timeout' | 'lambda-body' | 'body' | 'idle' | 'duration' | 'lambda-stream';

/** Bytes on their way from one second to another, at an even pace; all at once if the two are the same. */
export interface Move {
  from: number;
  to: number;
  size: number;
}

export interface Lane {
  end: End;
  /** When the caller sees the first byte; undefined: never. */
  from?: number;
  /** When it is over for the caller. */
  to: number;
  received: number;
  moves: Move[];
  /** The limits that this reply breaks, in the order in which it meets them. The first one ended it. */
  bites: Bite[];
  /**
   * `first-wait`: the silence before the first byte is longer than a stream may be idle. `held-up`: the backend is done before the
   * timeout, the caller after it.
   */
  doubts: ('first-wait' | 'held-up')[];
}

/** Why this reply cannot be streamed at all. */
export type Obstacle = 'type' | 'templates';

export interface Outcome {
  written: Move[];
  buffered: Lane;
  /** With an obstacle it is the buffered one: that is what remains. */
  streamed: Lane;
  obstacle?: Obstacle;
}

export const BOUNDS = { seconds: { min: 0, max: 1800 }, every: { min: 0.1, max: 1800 }, size: { min: 0.001, max: 2000 } } as const;

export function replyOf(situation: Situation, limits: Limits): Outcome {
  const written = piecesOf(situation);
  const buffered = bufferedOf(situation, limits);
  const obstacle = obstacleOf(situation);
  return { written, buffered, streamed: obstacle ? buffered : streamedOf(situation, written, limits), ...(obstacle && { obstacle }) };
}

export function obstacleOf({ door, backend }: Pick<Situation, 'door' | 'backend'>): Obstacle | undefined {
  if (door === 'http') return 'type';
  return backend === 'templates' ? 'templates' : undefined;
}

/** How many calls a streamed reply is billed as. */
export function billedCalls(size: number, { meter }: Pick<Limits, 'meter'>): number {
  return Math.max(1, Math.ceil(size / meter));
}

/** How long this reply may be silent once it is streamed. */
export function idleOf({ door }: Pick<Situation, 'door'>, { idle, idleEdge }: Limits): number {
  return door === 'edge' ? idleEdge : idle;
}

/** What of `moves` has happened by `second`, in megabytes. */
export function movedBy(moves: Move[], second: number): number {
  let moved = 0;
  for (const { from, to, size } of moves) {
    if (second >= to) moved += size;
    else if (second > from) moved += (size * (second - from)) / (to - from);
    else break;
  }
  return moved;
}

function piecesOf({ first, last, every, size }: Situation): Move[] {
  // A hair's breadth of floating point is no gap.
  const gaps = Math.ceil((last - first) / every - 1e-9);
  return Array.from({ length: gaps + 1 }, (_, index) => {
    const at = Math.min(first + index * every, last);
    return { from: at, to: at, size: size / (gaps + 1) };
  });
}

function bufferedOf({ door, backend, last, size }: Situation, limits: Limits): Lane {
  const timeout = door === 'http' ? limits.httpTimeout : limits.restTimeout;
  const most = door === 'http' ? limits.httpBody : limits.restBody;
  const bites: Bite[] = [];
  if (last > timeout) bites.push('timeout');
  if (backend !== 'server' && size > limits.lambdaBody) bites.push('lambda-body');
  else if (size > most) bites.push('body');
  if (bites.length > 0) return { end: 'error', to: Math.min(last, timeout), received: 0, moves: [], bites, doubts: [] };
  return { end: 'at-once', from: last, to: last, received: size, moves: [{ from: last, to: last, size }], bites, doubts: [] };
}

function streamedOf(situation: Situation, written: Move[], limits: Limits): Lane {
  const { first, last, size, backend, longTimeout } = situation;
  const moves = flow(written, limits);
  const done = moves.at(-1)!.to;
  const ends: { at: number; bite: Bite }[] = [];
  if (!longTimeout && last > limits.restTimeout) ends.push({ at: limits.restTimeout, bite: 'timeout' });
  const silent = silenceIn(moves, idleOf(situation, limits));
  if (silent !== undefined) ends.push({ at: silent, bite: 'idle' });
  if (backend === 'lambda' && size > limits.lambdaStream) ends.push({ at: whenMoved(moves, limits.lambdaStream), bite: 'lambda-stream' });
  if (done > limits.duration) ends.push({ at: limits.duration, bite: 'duration' });
  ends.sort((a, b) => a.at - b.at);
  const bites = ends.map(({ bite }) => bite);
  const [end] = ends;
  if (end && end.at < first) return { end: 'error', to: end.at, received: 0, moves: [], bites, doubts: [] };
  const doubts: Lane['doubts'] = [];
  if (first > idleOf(situation, limits)) doubts.push('first-wait');
  if (end) return { end: 'cut', from: first, to: end.at, received: movedBy(moves, end.at), moves: before(moves, end.at), bites, doubts };
  if (!longTimeout && done > limits.restTimeout) doubts.push('held-up');
  return { end: 'whole', from: first, to: done, received: size, moves, bites, doubts };
}

/** How pieces reach the caller: at once while the free start lasts, then in turn and no faster than the rate. */
function flow(pieces: Move[], { free, rate }: Limits): Move[] {
  const moves: Move[] = [];
  let left = free;
  let busy = 0;
  for (const { from, size } of pieces) {
    const quick = Math.min(size, left);
    left -= quick;
    if (quick > 0) moves.push({ from, to: from, size: quick });
    if (size > quick) {
      const start = Math.max(from, busy);
      busy = start + (size - quick) / rate;
      moves.push({ from: start, to: busy, size: size - quick });
    }
  }
  return moves;
}

/** The second at which nothing has moved for too long; undefined: never. */
function silenceIn(moves: Move[], most: number): number | undefined {
  for (let index = 1; index < moves.length; index++) {
    const quietSince = moves[index - 1]!.to;
    if (moves[index]!.from - quietSince > most) return quietSince + most;
  }
  return undefined;
}

function whenMoved(moves: Move[], amount: number): number {
  let moved = 0;
  for (const { from, to, size } of moves) {
    if (moved + size >= amount) return from + ((to - from) * (amount - moved)) / size;
    moved += size;
  }
  return moves.at(-1)!.to;
}

function before(moves: Move[], second: number): Move[] {
  return moves
    .filter(({ from }) => from <= second)
    .map((move) => (move.to <= second ? move : { ...move, to: second, size: (move.size * (second - move.from)) / (move.to - move.from) }));
}
