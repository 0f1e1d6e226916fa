/** What “how old may it be?” says. */
import type { Answer, Front, Happening, Kind, Moment, Place, Reading, Settings, Strategy, Tally } from './cache-life.ts';

export const KIND_NAMES: Record<Kind, string> = {
  'get-7': 'GET /rooms/7',
  'get-8': 'GET /rooms/8',
  refresh: 'GET /rooms/7, max-age=0, may refresh',
  'refresh-denied': 'GET /rooms/7, max-age=0, may not',
  change: 'both prices go up by 20',
  fail: 'the backend answers 500 for 2 s',
  flush: 'the stage’s cache is flushed',
  lock: 'Ann is locked out',
};

/** What stands in the drawing where no request does. */
export const SHORT_NAMES: Partial<Record<Kind, string>> = { change: '+20', fail: 'fails', flush: 'flush', lock: 'lock' };

export const PLACE_NAMES: Record<Place, string> = {
  policy: 'the authorizer’s answer',
  'front-7': 'room 7 in CloudFront',
  'front-8': 'room 8 in CloudFront',
  'stage-7': 'room 7 on the stage',
  'stage-8': 'room 8 on the stage',
};

export const FRONT_NAMES: Record<Front, string> = {
  none: 'nothing that keeps anything',
  authorizer: 'an authorizer, with a cache of its own',
  cloudfront: 'your own CloudFront distribution',
};

export const STRATEGY_NAMES: Record<Strategy, string> = {
  SUCCEED_WITH_RESPONSE_HEADER: 'SUCCEED_WITH_RESPONSE_HEADER, the default',
  SUCCEED_WITHOUT_RESPONSE_HEADER: 'SUCCEED_WITHOUT_RESPONSE_HEADER',
  FAIL_WITH_403: 'FAIL_WITH_403',
  anybody: 'no authorization required: anybody may',
};

/** `300 s`. */
export function seconds(value: number): string {
  return `${value.toLocaleString('en-US')} s`;
}

export function ttlName(ttl: number): string {
  return ttl === 0 ? '0 s: nothing is kept' : seconds(ttl);
}

export function readingName(reading: Reading): string {
  return typeof reading === 'number' ? `the price ${reading}` : reading;
}

export function guessSentence(guess: Reading, { reading }: Answer): string {
  return guess === reading ? 'As you said.' : `You said: ${readingName(guess)}.`;
}

/** `At 60 s: the price 100.` */
export function endingSentence({ second, answer }: Moment): string {
  return `At ${seconds(second)}: ${readingName(answer!.reading)}.`;
}

/** Who answered, how old it is, and why. */
export function momentSentence(moment: Moment, settings: Settings): string {
  const { answer, kind } = moment;
  if (!answer) return happeningSentence(moment, settings);
  return [policySentence(answer, settings), sourceSentence(moment, answer, settings), refreshSentence(kind, answer, settings)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function happeningSentence({ kind }: Happening, { front }: Settings): string {
  switch (kind) {
    case 'change':
      return 'No entry hears of it.';
    case 'fail':
      return 'What is asked for now is kept.';
    case 'lock':
      return 'The authorizer’s function would refuse her from now on, if it was asked.';
    default:
      return `All entries are gone, of every room.${front === 'authorizer' ? ' The authorizer’s answers stay: they have a flush of their own.' : ''}${front === 'cloudfront' ? ' What the distribution keeps stays.' : ''}`;
  }
}

function policySentence({ policy, letInWrongly, from }: Answer, { front }: Settings): string {
  if (front !== 'authorizer' || policy === undefined) return '';
  if (policy === 'asked')
    return from === 'desk' ? 'The authorizer is asked anew, and refuses her.' : 'The authorizer is asked, and lets her in.';
  const since = `The authorizer’s answer of ${seconds(policy)}`;
  if (from === 'desk') return `${since} refuses her.`;
  return letInWrongly ? `${since} still lets her in: nobody told it.` : `${since} lets her in.`;
}

function sourceSentence({ second }: Moment, answer: Answer, { front, ttl, frontTtl }: Settings): string {
  const { from, reading, made, keptSince, outdated, ranOut } = answer;
  const now = outdated === undefined ? '' : ` The backend would say ${readingName(outdated)}.`;
  switch (from) {
    case 'desk':
      return front === 'authorizer' ? 'Nobody looks whether a reply lies ready.' : '';
    case 'shelf':
      return `From the shelf, ${seconds(second - made)} old.${reading === '500' ? ' An error is kept as long as any reply, as users report.' : ''}${now}`;
    case 'front': {
      const waited = keptSince! - made;
      const sum = waited > 0 ? `: ${seconds(waited)} on the stage, then ${seconds(second - keptSince!)} here` : '';
      return `From CloudFront, ${seconds(second - made)} old${sum}.${now}`;
    }
    case 'backend': {
      if (ttl === 0) return `The backend is asked: nothing is kept${frontTtl > 0 && front === 'cloudfront' ? ' on the stage' : ''}.`;
      if (ranOut === undefined) return 'The backend is asked, and the reply is stored.';
      const even = ranOut === second ? ' At this very second AWS leaves open whether it is still served.' : '';
      return `What was there ran out at ${seconds(ranOut)}, however often it was asked for. The backend is asked, and the reply is stored.${even}`;
    }
  }
}

function refreshSentence(kind: Kind, { from, warned }: Answer, { strategy, ttl }: Settings): string {
  if (ttl === 0 || (kind !== 'refresh' && kind !== 'refresh-denied')) return '';
  if (kind === 'refresh') return 'It asked for a fresh reply and may, so the entry is replaced.';
  if (strategy === 'anybody') return 'No permission is needed, so the entry is replaced: any visitor’s reload can do this.';
  if (from === 'desk') return 'It asked for a fresh reply and may not. The backend is not asked, and the entry stays.';
  return warned
    ? 'It may not refresh: its header is ignored, and a Warning says so.'
    : 'It may not refresh: its header is ignored, and nothing says so.';
}

/** All requests together. */
export function tallySentence({ requests, backend, outdated, oldest }: Tally): string {
  if (requests === 0) return 'Nobody asks for anything.';
  const asked = `${backend} of ${requests} request${requests === 1 ? '' : 's'} went to the backend.`;
  const old = outdated === 0 ? 'No reply was out of date' : `${outdated} repl${outdated === 1 ? 'y was' : 'ies were'} out of date`;
  return `${asked} ${old}; the oldest was ${seconds(oldest)} old.`;
}

/** How old a reply may get with such settings. */
export function worstSentence({ ttl, front, frontTtl }: Settings): string {
  if (front === 'cloudfront' && ttl > 0 && frontTtl > 0)
    return `The worst here is ${seconds(ttl)} + ${seconds(frontTtl)} = ${seconds(ttl + frontTtl)}: ages add up.`;
  if (front === 'authorizer')
    return `A reply may be ${seconds(ttl)} old, and a policy ${seconds(frontTtl)}. A hit in one cache never skips the other.`;
  const worst = front === 'cloudfront' ? ttl + frontTtl : ttl;
  return worst === 0 ? 'Nothing is kept, so nothing is old.' : `The worst here is ${seconds(worst)}.`;
}
