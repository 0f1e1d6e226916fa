/** What “which door?” says. */
import type { Situation } from './which-door-presets.ts';
import type { Api, Line, Verb } from './which-door-lines.ts';
import { isGreedy, lossOf, pathLoss, taken, takesVerb, type Call, type Decision, type Loss } from './which-door.ts';

/** What a caller reads where no line takes the request: read from the ledger. */
export interface Refusals {
  rest: { status: number; errorType: string; body: string };
  /** With `authorization: Bearer abc`. Less sure than the others. */
  bearer: { errorType: string; body: string };
  http: { status: number };
}

export interface Reply {
  status: number;
  errorType?: string;
  body: string;
}

export const API_NAMES: Record<Api, string> = { rest: 'REST API', http: 'HTTP API' };
export const NOBODY = 'nobody';

export function guessNames(lines: readonly Line[], { api, hasDefault }: Situation): [string, string][] {
  return [
    ...lines.map(({ text }): [string, string] => [text, text]),
    ...(api === 'http' && hasDefault ? [['$default', '$default'] as [string, string]] : []),
    [NOBODY, 'None of them'],
  ];
}

export function callText({ verb, path }: Call): string {
  return `${verb} ${pathText(path)}`;
}

function pathText(path: readonly string[]): string {
  return `/${path.join('/')}`;
}

/** Who takes it, with what in its variables, or that nobody does. */
export function winnerSentence({ winner }: Decision, { path }: Call): string {
  if (winner === undefined) return 'None of them.';
  if (winner === '$default') return '$default takes it.';
  const values = taken(winner, path).map(([variable, text]) => `${variable} = ${text}`);
  return `${winner.text} takes it${values.length > 0 ? `, with ${values.join(' and ')}` : ''}.`;
}

/** @param guess a line’s text, $default, or NOBODY */
export function guessSentence(guess: string, { winner }: Decision): string {
  const right = winner === undefined ? NOBODY : winner === '$default' ? winner : winner.text;
  if (guess === right) return 'As you said.';
  return guess === NOBODY ? 'You said: none of them.' : `You said: ${guess}.`;
}

/** Why it ends so. */
export function reason(lines: readonly Line[], call: Call, decision: Decision, api: Api): string {
  const { winner, unsettled } = decision;
  const fits = lines.filter(({ segments }) => pathLoss(segments, call.path) === undefined);
  if (winner === undefined || winner === '$default') {
    const verbless =
      fits.length > 0
        ? `The path fits ${doors(fits)}, which ${doors(fits).includes(' and ') ? 'have' : 'has'} no ${call.verb}.`
        : 'No line fits the whole path, so no verb was compared.';
    return winner ? `${verbless} $default takes whatever is left, typos too.` : verbless;
  }
  const rivals = fits.filter((line) => line !== winner && takesVerb(line, call.verb));
  const passed = api === 'rest' ? passedOver(lines, call, winner) : undefined;
  const sentences = [
    ...(passed ? [`${passed} fits better and has no ${call.verb}, so it is passed over.`] : []),
    ...rivals.slice(0, 2).map((rival) => `${rival.text} fits, too: ${outranked(rival, winner, lossOf(rival, call, decision), api)}`),
  ];
  if (unsettled) {
    const rule = 'The answer here is the line that is fixed sooner.';
    return `AWS documents no order between ${winner.text} and ${unsettled.text} on an HTTP API. ${rule} Try it before you rely on it.`;
  }
  return sentences.length > 0 ? sentences.join(' ') : 'No other line fits path and verb.';
}

function doors(lines: readonly Line[]): string {
  return [...new Set(lines.map(({ segments }) => pathText(segments.map(({ text }) => text))))].join(' and ');
}

/** A resource that fits the path better than the winner and lacks the verb. */
function passedOver(lines: readonly Line[], { verb, path }: Call, winner: Line): string | undefined {
  const better = lines.find(
    ({ segments }) => pathLoss(segments, path) === undefined && firstBetter(segments, winner.segments) && !hasVerb(lines, segments, verb),
  );
  return better && pathText(better.segments.map(({ text }) => text));
}

const ORDER = { fixed: 0, variable: 1, greedy: 2 };

function firstBetter(one: Line['segments'], other: Line['segments']): boolean {
  for (const [index, { kind }] of one.entries()) {
    const rival = other[index]?.kind;
    if (rival === undefined) return false;
    if (kind !== rival) return ORDER[kind] < ORDER[rival];
  }
  return false;
}

function hasVerb(lines: readonly Line[], segments: Line['segments'], verb: Verb): boolean {
  const path = segments.map(({ text }) => text).join('/');
  return lines.some((line) => line.segments.map(({ text }) => text).join('/') === path && takesVerb(line, verb));
}

function outranked(loser: Line, winner: Line, loss: Loss | undefined, api: Api): string {
  if (api === 'http' && isGreedy(loser) && !isGreedy(winner)) return 'it is greedy, and a full match comes first, whatever it begins with.';
  const at = loss?.why === 'outranked' ? loss.at : undefined;
  const [mine, theirs] = at === undefined ? [] : [loser.segments[at], winner.segments[at]];
  if (!mine || !theirs) return 'it says ANY, and the winner names the verb.';
  const nature = { fixed: 'fixed', variable: 'a variable', greedy: 'greedy' };
  const levels =
    at! + 1 < Math.max(loser.segments.length, winner.segments.length) && api === 'rest' ? ' The first difference decides.' : '';
  return `its segment ${at! + 1}, ${mine.text}, is ${nature[mine.kind]}; ${theirs.text} is ${nature[theirs.kind]} and comes first.${levels}`;
}

/** Why a line loses, in a few words, as it stands beside the line. */
export function lossWords(line: Line, winner: Decision['winner'], loss: Loss, call: Call, api: Api): string {
  switch (loss.why) {
    case 'other':
      return `${call.path[loss.at]} is not ${line.segments[loss.at]!.text}.`;
    case 'path-goes-on':
      return `The path goes on: ${call.path[loss.at]} finds no place.`;
    case 'wants-more':
      return `The path is over, and ${line.segments[loss.at]!.text} wants a segment.`;
    case 'verb':
      return `The path fits, the verb does not.`;
    case 'outranked':
      return `Fits, too, but ${later(line, winner as Line, loss.at, api)}`;
  }
}

function later(loser: Line, winner: Line, at: number | undefined, api: Api): string {
  if (at === undefined) return 'says ANY.';
  if (api === 'http' && isGreedy(loser) && !isGreedy(winner)) return 'is greedy.';
  const { kind, text } = loser.segments[at]!;
  return kind === 'greedy' ? 'is greedy.' : `${text} is a variable.`;
}

/** What the caller reads where no line takes the request. */
export function replyOf(refusals: Refusals, { api, bearer }: Situation): Reply {
  if (api === 'http') return { status: refusals.http.status, body: '{"message":"Not Found"}' };
  return { ...refusals.rest, ...(bearer && refusals.bearer) };
}

/** What the Authorization header does to the reply. */
export function headerSentence({ winner }: Decision, { api, bearer }: Situation): string {
  if (!bearer) return api === 'rest' && winner === undefined ? 'No token is missing. A line is.' : '';
  if (winner !== undefined) return 'The header had no part in it: verb and path find the door before anybody reads a token.';
  if (api === 'http') return 'The header changes nothing: what is not there is not there.';
  return 'Nothing was found, and the gateway tries to read the header as an AWS signature. It quotes what it could not read; so users report it, in words that have changed. No authorizer has seen the token.';
}
