/** What the timeline of an authorizer says. */
import {
  wrongs,
  type Arrival,
  type Line,
  type Moment,
  type Named,
  type Settings,
  type Sources,
  type Token,
} from './authorizer-timeline.ts';

export const TOKEN_NAMES: Record<Token, string> = {
  ann: 'Ann’s token',
  ben: 'Ben’s token',
  stranger: 'a token nobody knows',
  none: 'no token',
};

export const NAMED_NAMES: Record<Named, string> = {
  method: 'the one method that was called',
  stage: 'every method of the stage',
  caller: 'all that this caller may',
};

export const SOURCES_NAMES: Record<Sources, string> = {
  token: 'the token',
  path: 'the token and the path',
  'verb-path': 'the token, the verb and the path',
};

export const STATUSES = [200, 401, 403, 500] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_NAMES: Record<Status, string> = {
  200: '200, let through',
  401: '401, who are you?',
  403: '403, not allowed',
  500: '500, the authorizer is broken',
};

/** `300 s`. */
export function seconds(value: number): string {
  return `${value.toLocaleString('en-US')} s`;
}

export function ttlName(ttl: number): string {
  return ttl === 0 ? '0 s: nothing is kept' : seconds(ttl);
}

/** `Ann’s token · POST · /orders`. */
export function keyName({ key }: Pick<Moment, 'key'>): string {
  const [token, ...rest] = key.split(' ');
  return [TOKEN_NAMES[token as Token], ...rest].join(' · ');
}

/** The request that a reader is asked about: the third, or the last of fewer. */
export function askedAbout<Each>(inOrder: readonly Each[]): { index: number; ordinal: string } | undefined {
  const index = Math.min(inOrder.length, 3) - 1;
  return index < 0 ? undefined : { index, ordinal: ['first', 'second', 'third'][index]! };
}

export function question(ordinal: string, { second, token, call }: Arrival): string {
  return `What does the ${ordinal} request get: ${call} with ${TOKEN_NAMES[token]}, at ${seconds(second)}?`;
}

/** What happened to one request, and why. */
export function momentSentence(moment: Moment, { ttl }: Pick<Settings, 'ttl'>): string {
  return [whoAnswered(moment), whatItSays(moment, ttl), fault(moment)].filter((sentence) => sentence !== '').join(' ');
}

function whoAnswered({ answeredBy, expired, keptAt }: Moment): string {
  if (answeredBy === 'nobody') return 'No caller is found, so the function is not called.';
  if (answeredBy === 'cache') return `The policy kept at ${seconds(keptAt!)} answers. The function is not called.`;
  return expired === undefined ? 'The function is called.' : `What was kept at ${seconds(expired)} has run out. The function is called.`;
}

function whatItSays({ answeredBy, policy, status, call, explicit }: Moment, ttl: number): string {
  if (answeredBy === 'nobody') return '';
  if (policy === undefined) return 'It says Unauthorized, which is never kept.';
  const says = `The policy says ${policy}`;
  const kept = answeredBy === 'function' && ttl === 0 ? ' It is not kept.' : '';
  if (status === 200) return `${says}.${kept}`;
  return explicit ? `${says}.${kept}` : `${says}, and nothing of ${call}.${kept}`;
}

function fault({ wrongly, token }: Moment): string {
  if (wrongly === undefined) return '';
  const name = token === 'ann' ? 'Ann' : 'Ben';
  return wrongly === 'refused' ? `Yet ${name} may send this.` : `Yet ${name} may not send this.`;
}

/** What the settings cost and what they get wrong: `2 calls of the function for 5 requests. 2 refused wrongly.` */
export function outcomeSentence(line: Line): string {
  const { refused, admitted } = wrongs(line);
  const called = `${counted(line.calls, 'call')} of the function for ${counted(line.moments.length, 'request')}.`;
  if (refused + admitted === 0) return `${called} Every caller got what they may have.`;
  const faults = [
    refused > 0 && `${counted(refused, 'request')} refused that the caller may send`,
    admitted > 0 && `${counted(admitted, 'request')} let through that the caller may not send`,
  ].filter((fault) => fault !== false);
  return `${called} Wrong: ${faults.join(', and ')}.`;
}

export function guessSentence(guess: Status, { status }: Pick<Moment, 'status'>): string {
  return guess === status ? `${status}, as you said.` : `${status}. You said ${guess}.`;
}

function counted(value: number, noun: string): string {
  return `${value} ${noun}${value === 1 ? '' : 's'}`;
}
