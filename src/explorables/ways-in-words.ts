/** What “three ways in” says. */
import { amount, duration } from '../calculators/words.ts';
import {
  EQUAL,
  HOP,
  overtakenAt,
  winnerOf,
  type Caller,
  type Endpoint,
  type Front,
  type Region,
  type Situation,
  type Way,
  type Winner,
} from './ways-in.ts';

export const CALLER_NAMES: Record<Caller, string> = {
  'same-region': 'in the API’s own Region',
  berlin: 'in Berlin',
  'new-york': 'in New York',
  'sao-paulo': 'in São Paulo',
  sydney: 'in Sydney',
};

export const REGION_NAMES: Record<Region, string> = {
  'eu-central-1': 'Frankfurt',
  'eu-west-1': 'Ireland',
  'us-east-1': 'Virginia',
  'ap-southeast-2': 'Sydney',
};

export const FRONT_NAMES: Record<Front, string> = {
  none: 'none',
  passes: 'one, without a cache',
  keeps: 'one that keeps this reply',
};

export const ENDPOINT_NAMES: Record<Endpoint, string> = { edge: 'Edge-optimized', regional: 'Regional' };

export const WINNER_NAMES: Record<Winner, string> = {
  ...ENDPOINT_NAMES,
  equal: `As good as equal, within ${EQUAL * 100}%`,
};

/** Both ways of one situation. */
export type Ways = Record<Endpoint, Way>;

/** Values of the ledger that are read out. */
export interface Said {
  /** Where the certificate for a name at CloudFront must be. */
  certificate: string;
  /** What a private API is called through. */
  door: string;
}

export function question({ calls }: Pick<Situation, 'calls'>): string {
  return calls === 1 ? 'By which endpoint is the answer there first?' : `By which endpoint are all ${amount(calls)} answers there first?`;
}

export function verdict(guess: Winner | undefined, { edge, regional }: Ways): string {
  const winner = winnerOf(edge, regional);
  const said = guess === undefined ? '' : guess === winner ? ' As you said.' : ` You said: ${lower(WINNER_NAMES[guess])}.`;
  const times = `${time(edge.total)} edge-optimized, ${time(regional.total)} Regional.`;
  return `${winner === 'equal' ? 'As good as equal' : `${ENDPOINT_NAMES[winner]} is first`}: ${times}${said}`;
}

/** Why, in the order of the legs. */
export function reasons(situation: Situation, ways: Ways): string[] {
  const { front } = situation;
  return [...(front === 'none' ? direct(situation, ways) : fronted(situation, ways)), workSentence(situation, ways)];
}

/** Where the certificate for a name of your own must be, by either way. */
export function certificateSentence({ front, region }: Situation, { certificate }: Said): string {
  const here = `${region}, the API’s own Region`;
  if (front !== 'none')
    return `A certificate for the name that callers use: ${certificate}, since it is your distribution’s. If the Regional API behind it has a name of yours, too, that one’s is in ${here}.`;
  const same = region === certificate ? ' Here that is the same place, and nobody notices the rule until the second Region.' : '';
  return `A certificate for a name of your own: edge-optimized ${certificate}, wherever the API is. Regional ${here}.${same}`;
}

export function privateSentence({ caller }: Situation, { door }: Said): string {
  const here =
    caller === 'same-region'
      ? 'This caller could come in if it sits in a VPC'
      : `A caller ${CALLER_NAMES[caller]} has no way in over the internet`;
  return `And private? ${here}: it takes ${door}. What that buys is not time, but that nobody else comes in.`;
}

export interface Leg {
  name: string;
  leg: 'dns' | 'handshake' | 'further' | 'travel' | 'work';
  times: Record<Endpoint, number>;
}

/** The rows of the sum: what it is, and its time by either way. */
export function legs(situation: Situation, { edge, regional }: Ways): Leg[] {
  const { calls, tls } = situation;
  const all = calls === 1 ? 'the call' : `${amount(calls)} calls`;
  const rows = [
    { name: 'DNS', leg: 'dns' },
    { name: `TCP and TLS, ${1 + tls} round trips`, leg: 'handshake' },
    { name: 'The same again behind the location', leg: 'further' },
    { name: `The way of ${all}`, leg: 'travel' },
    { name: 'The work in the Region', leg: 'work' },
  ] as const;
  return rows
    .filter(({ leg }) => leg !== 'further' || edge.further + regional.further > 0)
    .map(({ name, leg }) => ({ name, leg, times: { edge: edge[leg], regional: regional[leg] } }));
}

export function announcement(ways: Ways): string {
  return verdict(undefined, ways);
}

export function time(milliseconds: number): string {
  return milliseconds >= 10_000 ? duration(milliseconds / 1000) : `${amount(Math.round(milliseconds))} ms`;
}

function direct({ open, tls, caller, region }: Situation, { edge, regional }: Ways): string[] {
  const place = REGION_NAMES[region];
  const saves = edge.handshake < regional.handshake;
  const shake = `Before a connection carries anything, TCP and TLS cost ${1 + tls} round trips: ${time(edge.handshake)} to the location nearby, ${time(regional.handshake)} to ${place}.`;
  const further = `This location has to shake hands with ${place} first, ${time(edge.further)}: the long handshake has moved, not gone. A connection is there only if somebody came this way shortly before.`;
  return [
    `${shake} ${saves ? 'That is what the edge buys, once for each connection.' : 'There is nothing to save here.'}`,
    ...(open ? [] : [further]),
    eachCall(caller, saves, edge, regional),
  ];
}

function eachCall(caller: Caller, saves: boolean, edge: Way, regional: Way): string {
  const lost = edge.perCall - regional.perCall;
  if (lost < 0)
    return `Each call is ${time(-lost)} shorter, too: the long way goes over AWS’s network, which is quicker here than the internet.`;
  if (lost === 0)
    return `After that each call takes the same ${time(edge.perCall)} by either way.${saves ? ' The more calls share the connection, the less the saving shows.' : ''}`;
  const at = overtakenAt(edge, regional);
  const when = at === undefined ? '' : ` From call ${amount(at)} on the same connection Regional is ahead.`;
  const detour = `Then the location is a detour of ${time(lost)} on each call.`;
  return `${detour}${caller === 'same-region' ? ' A caller in the API’s own Region gains nothing by it.' : when}`;
}

function fronted({ front, calls }: Situation, { edge, regional }: Ways): string[] {
  const way = `Before a Regional API your distribution does what AWS’s would: the handshake ends nearby, ${time(edge.handshake)}. Before an edge-optimized one it stands before another distribution, ${time(HOP)} further on, at which you can set nothing and which ${edge.once > regional.once ? 'wants a handshake of its own' : 'adds nothing'}.`;
  if (front === 'passes') return [way];
  const hits = calls - regional.worked;
  if (hits === 0) return [way, 'The first call for a reply always goes all the way. Send more than one.'];
  return [
    way,
    `The first call goes all the way. ${hits === 1 ? 'The other is' : `The other ${amount(hits)} are`} answered by your distribution, nearby.`,
  ];
}

function workSentence({ front }: Situation, { edge }: Ways): string {
  const { worked } = edge;
  if (front === 'keeps') return `The Region worked once. That is the cache, and it is yours: AWS’s distribution keeps no replies.`;
  return `By either way the Region worked on ${worked === 1 ? 'the call' : `all ${amount(worked)} calls`}: an edge-optimized API is a shorter road to the same shop, and keeps no replies.`;
}

function lower(name: string): string {
  return name.startsWith('As') || name.startsWith('Edge') ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
