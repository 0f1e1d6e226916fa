/**
 * What “a reply that starts before it ends” says. That a function may run on after a timeout has closed the connection stands on AWS’s page
 * “Stream the integration response for your proxy integrations”.
 */
import { amount, duration, rounded } from '../calculators/words.ts';
import {
  billedCalls,
  idleOf,
  type Backend,
  type Bite,
  type Door,
  type End,
  type Lane,
  type Limits,
  type Outcome,
  type Situation,
} from './streaming.ts';

export const DOOR_NAMES: Record<Door, string> = {
  regional: 'REST API, Regional or private',
  edge: 'REST API, edge-optimized',
  http: 'HTTP API',
};

export const BACKEND_NAMES: Record<Backend, string> = {
  lambda: 'Lambda, proxy',
  server: 'HTTP server, proxy',
  templates: 'Lambda, no proxy, response templates',
};

/** What a reader can say about one of the two replies, before it is shown. */
export function endNames({ first, last }: Pick<Situation, 'first' | 'last'>): readonly (readonly [End, string])[] {
  return [
    ['whole', `All of it, from ${duration(first)} on`],
    ['at-once', `All of it at once, after ${duration(last)}`],
    ['cut', `From ${duration(first)} on, then it breaks off`],
    ['error', 'An error, and nothing of it'],
  ];
}

export interface Statuses {
  /** What a REST API says when it has waited too long. */
  rest: number;
  http: number;
}

export function guessSentence(guess: End, lane: Lane, situation: Situation): string {
  if (guess === lane.end) return 'As you said.';
  const said = endNames(situation).find(([end]) => end === guess)![1];
  return `You said: ${said.charAt(0).toLowerCase()}${said.slice(1)}.`;
}

export function bufferedSentence({ buffered }: Outcome, situation: Situation, limits: Limits, statuses: Statuses): string {
  const { door, last, size } = situation;
  const [bite, next] = buffered.bites;
  if (bite === undefined)
    return `Nothing for ${duration(last)}, then all ${megabytes(size)} at once: the gateway holds a reply until it is complete.`;
  const more = next ? ` Given more time, ${overSentence(next, situation, limits)}` : '';
  if (bite !== 'timeout')
    return `An error after ${duration(buffered.to)}, and nothing of the reply: ${overSentence(bite, situation, limits)}`;
  return `${door === 'http' ? `${statuses.http}, as users report,` : statuses.rest} after ${duration(buffered.to)}. The reply would have been complete after ${duration(last)}; of what was written by then the caller sees nothing. ${RAISE[door]}${more}`;
}

export function streamedSentence({ streamed, obstacle }: Outcome, situation: Situation, limits: Limits, statuses: Statuses): string {
  if (obstacle) return OBSTACLES[obstacle];
  const { first, last, size } = situation;
  const { end, to, received, bites } = streamed;
  if (end === 'error')
    return `Nothing came before the timeout of ${duration(to)}: ${statuses.rest}, since no status had gone out yet. Set the timeout for the stream, up to ${duration(limits.duration)}.`;
  if (end === 'cut')
    return `First byte after ${duration(first)}, with status 200. After ${duration(to)} it breaks off, with ${megabytes(received)} of ${megabytes(size)}. ${biteSentence(bites[0]!, situation, limits)} The 200 cannot be taken back${bites[0] === 'lambda-stream' ? '' : ', and the backend may work on for nobody'}.`;
  const slow =
    to > last
      ? ` The backend was done after ${duration(last)}: the first ${megabytes(limits.free)} flow as they come, the rest at no more than ${limits.rate} MB a second.`
      : '';
  return `First byte after ${duration(first)}, last byte after ${duration(to)}.${slow}`;
}

/** What AWS does not say, where it could decide. */
export function doubtSentences({ streamed, obstacle }: Outcome, situation: Situation, limits: Limits): string[] {
  if (obstacle) return [];
  return streamed.doubts.map((doubt) =>
    doubt === 'first-wait'
      ? `Nothing moves for ${duration(situation.first)} before the first byte, and a stream ends after ${duration(idleOf(situation, limits))} of silence. Whether that first silence counts, AWS does not say. Do not try: send the status and a first line early.`
      : `The backend is done before the timeout of ${duration(limits.restTimeout)}, the caller is not. For which of the two the gateway waits, AWS does not say. Set a timeout that holds for both.`,
  );
}

/** What the stream costs if it comes through, and what it gives up. */
export function costSentence({ streamed }: Outcome, givesUp: string, limits: Limits): string {
  const calls = billedCalls(streamed.received, limits);
  const bill =
    streamed.end === 'whole'
      ? `A stream of ${megabytes(streamed.received)} is billed as ${calls === 1 ? 'one call' : `${amount(calls)} calls`}. `
      : '';
  return `${bill}What a stream cannot have: ${givesUp}.`;
}

/** For a screen reader, when the reader changes something. */
export function announcement({ buffered, streamed }: Outcome): string {
  return `Buffered: ${SHORT[buffered.end]} after ${duration(buffered.to)}. Streamed: ${SHORT[streamed.end]} after ${duration(streamed.to)}.`;
}

/** A label of the drawing. */
export function laneName(name: string, { end, to }: Lane): string {
  return `${name}: ${SHORT[end]} after ${duration(to)}`;
}

export function megabytes(size: number): string {
  return size < 1 ? `${rounded(size * 1000)} KB` : `${rounded(size)} MB`;
}

const SHORT: Record<End, string> = { whole: 'whole', 'at-once': 'whole, at once', cut: 'breaks off', error: 'an error' };

const RAISE: Record<Door, string> = {
  regional: 'Only AWS can raise this limit, on request.',
  edge: 'At an edge-optimized endpoint nobody can raise this limit.',
  http: 'On an HTTP API nobody can raise this limit.',
};

const OBSTACLES = {
  type: 'There is no such mode: of the three types only REST APIs stream. An HTTP API buffers, and a WebSocket API sends messages instead.',
  templates: 'There is no such mode: a response template needs the whole reply before it can begin. Only proxy integrations stream.',
};

function overSentence(bite: Bite, { door, size }: Situation, { lambdaBody, restBody, httpBody }: Limits): string {
  return bite === 'lambda-body'
    ? `Lambda gives at most ${megabytes(lambdaBody)} in one piece, and this is ${megabytes(size)}.`
    : `a buffered reply may have ${megabytes(door === 'http' ? httpBody : restBody)}, and this is ${megabytes(size)}.`;
}

function biteSentence(bite: Bite, situation: Situation, limits: Limits): string {
  if (bite === 'idle')
    return `Nothing moved for ${duration(idleOf(situation, limits))}, ${situation.door === 'edge' ? 'which an edge-optimized endpoint does not wait out' : 'the most that a Regional or private one waits'}: a piece that says “still here” in between keeps a stream open.`;
  if (bite === 'timeout')
    return `STREAM does not move the timeout: unset, it is ${duration(limits.restTimeout)}. It may be set to ${duration(limits.duration)} without a request to AWS.`;
  if (bite === 'lambda-stream') return `From Lambda a stream may have ${megabytes(limits.lambdaStream)}.`;
  const slow =
    situation.last > limits.duration ? '' : `, and beyond its first ${megabytes(limits.free)} this one flows at ${limits.rate} MB a second`;
  return `A stream may last ${duration(limits.duration)}${slow}.`;
}
