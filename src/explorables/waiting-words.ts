/** What “how long does it wait?” says. */
import { duration } from '../calculators/words.ts';
import type { Replies } from './waiting-limits.ts';
import { isStream, timeoutOf, type Clock, type Door, type Limits, type Reading, type Situation, type Wait } from './waiting.ts';

export const DOOR_NAMES: Record<Door, string> = {
  http: 'HTTP API',
  'rest-edge': 'REST API, edge-optimized',
  'rest-regional': 'REST API, Regional or private',
  'stream-edge': 'REST API, edge-optimized, streams',
  'stream-regional': 'REST API, Regional or private, streams',
  websocket: 'WebSocket API',
};

export function readingName(reading: Reading, { rest, http }: Replies): string {
  const names: Record<Reading, string> = {
    whole: '200, the whole reply',
    'http-timeout': String(http),
    'rest-timeout': String(rest),
    part: '200, some of the bytes, then no more',
    message: 'a message with the answer',
    error: 'an error message',
    closed: 'no answer, and a closed connection',
  };
  return names[reading];
}

/** What is read, word for word, and what is to be known about it. */
export function wordForWord({ reading, struck }: Wait, { restBody }: Replies): { text?: string; note: string } {
  switch (reading) {
    case 'whole':
      return { note: 'The reply comes in time.' };
    case 'rest-timeout':
      return { text: restBody, note: 'A gateway response can change the text, and the status too.' };
    case 'http-timeout':
      return { text: '{"message":"Service Unavailable"}', note: 'So users report it. An alarm that counts 504 does not see it.' };
    case 'part':
      return { note: 'The status went out with the first piece. Nothing in it says that a part is missing; your last line has to.' };
    case 'message':
      return { note: 'The connection stays as it is. An answer by return needs a route response; a job posts its own.' };
    case 'error':
      return {
        text: '{"message": "Endpoint request timed out", "connectionId":"…", "requestId":"…"}',
        note: 'There is no status on an open connection. It stays open, and the next message is welcome.',
      };
    case 'closed':
      return {
        note:
          struck?.name === 'silence'
            ? 'The close was recorded with code 1001, “Going away”. For the client that is the only message.'
            : 'Also a busy connection ends here. The client has to connect again.',
      };
  }
}

const ONLY = 'AWS raises the timeout of Regional and private REST APIs only.';

/** Why the integration waits as long as it does. */
export function timeoutSentence(situation: Situation, limits: Limits): string {
  const { door, timeout, job, raised } = situation;
  const inVain = raised && door !== 'rest-regional' ? ` ${ONLY}` : '';
  if (isStream(door))
    return `The timeout of a stream may be set to ${duration(limits.stream)} without asking AWS. Here it is; left alone it would be ${duration(limits.rest)}.`;
  if (job) return 'The route has returned at once, so the timeout of its integration has nothing to strike at.';
  const { seconds, because } = timeoutOf(situation, limits);
  const [said, wanted] = [duration(seconds), duration(timeout ?? 0)];
  switch (because) {
    case 'default':
      return `Left alone, the integration has ${said}.${inVain}`;
    case 'set':
      return `The integration has the ${said} that you set.${inVain}`;
    case 'raised':
      return `The quota is raised and the timeout set: it takes both to wait ${said}. AWS may have lowered the account’s rate in return.`;
    case 'raised-not-set':
      return `The integration still has ${said}. A raised quota allows a longer timeout; somebody has to set it, and deploy.`;
    case 'not-raised':
      return `${wanted} is more than the quota allows, so the integration keeps ${said}. AWS raises it on request.`;
    case 'fixed':
      return `${wanted} cannot be had at this door: ${said} is the most. ${ONLY}`;
  }
}

/** Who works on, and who pays for it. */
export function afterwardsSentence({ door, takes, job }: Situation, { unheard }: Wait, { functionRun }: Limits): string {
  const end = takes > functionRun ? ` A function is ended after ${duration(functionRun)}; what takes longer is no function.` : '';
  if (unheard === 0) return `The backend is done when the caller is.${end}`;
  if (job) return `The job goes on for ${duration(unheard)}, and what it posts then gets 410: the connection is gone.${end}`;
  if (isStream(door)) return `AWS writes that the function may go on. Then up to ${duration(unheard)} are billed and read by nobody.${end}`;
  return `Nobody tells the backend. It works on for ${duration(unheard)}; a function is billed for them, and an order that it places then is placed.${end}`;
}

/** What would have helped. Nothing to say when nothing went wrong. */
export function adviceSentence({ door, job }: Situation, { struck }: Wait): string {
  if (!struck) return '';
  const limit = duration(struck.limit);
  if (isStream(door))
    return struck.name === 'silence'
      ? `A piece more often than every ${limit}, if only an empty line, keeps the stream open.`
      : 'No setting gives more. Answer 202 with an address, and let the caller come back.';
  if (job)
    return struck.name === 'silence'
      ? 'A small message every few minutes keeps the connection: a route with a mock integration answers it.'
      : 'Keep the result under an id, so that the client can ask for it on its next connection.';
  return `Give the function less than ${limit}, so that it stops when nobody reads any more. For longer work start a job and return.`;
}

export function clockName({ name }: Clock, { door }: Situation): string {
  if (name === 'integration') return 'Integration timeout';
  return `${name === 'silence' ? 'Longest silence' : 'Longest life'} of a ${door === 'websocket' ? 'connection' : 'stream'}`;
}

export interface Guess {
  reading: Reading;
  at: number;
}

export function guessSentence(guess: Guess, { reading, at }: Wait, replies: Replies): string {
  if (guess.reading === reading) return guess.at === at ? 'As you said.' : `The reply is right; you said after ${duration(guess.at)}.`;
  const said = readingName(guess.reading, replies);
  return guess.at === at ? `The moment is right; you said: ${said}.` : `You said: ${said}, after ${duration(guess.at)}.`;
}

export function endingSentence({ reading, at }: Wait, replies: Replies): string {
  const name = readingName(reading, replies);
  return `After ${duration(at)}: ${name}.`;
}

export function tieSentence({ takes }: Situation, { struck }: Wait): string {
  return struck?.limit === takes ? 'Both would happen at the same moment. Here the clock wins; do not build on either.' : '';
}
