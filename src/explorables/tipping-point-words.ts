/** What “the tipping point” says. */
import { stands, type Failure, type NeedTip, type Standing, type Tip } from '../calculators/tipping-point.ts';
import type { DoorFacts, LimitId } from '../calculators/tipping-point-facts.ts';
import type { AmountName, Door } from '../calculators/tipping-point-settings.ts';
import { amount, dollars } from '../calculators/words.ts';

export const DOOR_NAMES: Record<Door, string> = {
  rest: 'REST API',
  http: 'HTTP API',
  alb: 'Application Load Balancer',
  lambdaUrl: 'function URL',
  cloudfront: 'CloudFront',
};

/** As it stands in a sentence. */
const A_DOOR: Record<Door, string> = {
  rest: 'a REST API',
  http: 'an HTTP API',
  alb: 'a load balancer',
  lambdaUrl: 'a function URL',
  cloudfront: 'CloudFront',
};

const capital = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** An amount with its unit. */
export const SAID: Record<AmountName, (value: number) => string> = {
  calls: (value) => `${amount(value)} calls`,
  kilobytes: (value) => `${amount(value)} KB`,
  seconds: (value) => `${amount(value)} s`,
};

const limitSaid = (limit: LimitId, { limits }: Pick<DoorFacts, 'limits'>): string =>
  ({
    'rest-timeout-default': `waits ${limits[limit]} s, longer only if AWS raises it`,
    'http-timeout-max': `waits ${limits[limit]} s at most`,
    'alb-idle-timeout-max': `waits ${amount(limits[limit])} s at most`,
    'lambda-timeout-max': `the function runs ${limits[limit]} minutes at most`,
    'cloudfront-origin-wait-max': `waits ${limits[limit]} s at most, unless AWS raises it`,
    'rest-payload': `takes replies of ${limits[limit]} MB at most`,
    'http-payload': `takes replies of ${limits[limit]} MB at most`,
    'lambda-payload': `a function replies with ${limits[limit]} MB at most`,
    'alb-lambda-payload': `takes ${limits[limit]} MB from a function at most`,
    'lambda-stream-payload': `a function streams ${limits[limit]} MB at most`,
  })[limit];

export function failureWords(failure: Failure, facts: DoorFacts): string {
  if ('need' in failure) return `not: ${facts.rows[failure.need].title}`;
  return 'limit' in failure ? limitSaid(failure.limit, facts) : 'leads to a function only';
}

/** Where a failure is written down. */
export function failureLink(failure: Failure): string {
  if ('need' in failure) return `/features/#${failure.need}`;
  return 'limit' in failure ? `/facts/#${failure.limit}` : '/features/#lambda-backend';
}

export function firstSentence(order: readonly Standing[]): string {
  const [first, second] = order.filter(stands);
  if (!first) return 'No door can do all of this by itself.';
  if (!second) return `${capital(A_DOOR[first.door])} is the only one that can do all of this, so its price decides nothing.`;
  return `${capital(A_DOOR[first.door])} stands first with ${dollars(first.cost)} a month, before ${A_DOOR[second.door]} with ${dollars(second.cost)}.`;
}

/** Doors after which their limits are named. */
const LIMIT_OWNERS = ['rest', 'http', 'alb', 'cloudfront'] as const;

/** What did it, by the fact. */
function causeWords(fact: string, facts: DoorFacts): string {
  const causes: Record<string, string> = {
    'price-rest': 'each REST call is paid for, and a rent stays the same',
    'price-http': 'each HTTP call is paid for, and a rent stays the same',
    'price-cloudfront-requests': 'CloudFront is paid by the request, and its data are cheaper',
    'price-alb-hours': 'the balancer is paid by the hour',
    'price-data-out': 'data that leave are paid by the GB',
    'price-http-meter': `an HTTP API counts a call once for every ${facts.prices['price-http-meter'].value} KB`,
  };
  const owner = LIMIT_OWNERS.find((door) => fact.startsWith(`${door}-`));
  return causes[fact] ?? `${owner ? `${A_DOOR[owner]} ` : ''}${limitSaid(fact as LimitId, facts)}`;
}

/** `26.4 million`, or all figures where the exact value is a round one. */
export function exactly(value: number): number {
  const short = Number(value.toPrecision(3));
  return Math.abs(short / value - 1) < 1e-6 ? short : Number(value.toPrecision(5));
}

/** One side of one amount. */
export function tipSentence(tip: Tip, name: AmountName, side: 'above' | 'below', facts: DoorFacts): string {
  const who = tip.to ? `${A_DOOR[tip.to]} is first` : 'no door is left';
  return `${side === 'above' ? 'Above' : 'Below'} ${SAID[name](exactly(tip.at))} ${who}: ${causeWords(tip.fact, facts)}.`;
}

/** The tip of the volume that lies nearest, as a factor. */
export function nearerTip(calls: number, below: Tip | undefined, above: Tip | undefined): Tip | undefined {
  if (!below || !above) return below ?? above;
  return calls / below.at < above.at / calls ? below : above;
}

const NEAR = 1.25;
const FAR = 10;

/** How a guess at the tipping point compares. */
export function guessSentence(guess: number, tip: Tip | undefined): string {
  const said = `You said ${amount(guess)}`;
  if (!tip) return `${said}: no number of calls changes who is first.`;
  const off = Math.max(guess / tip.at, tip.at / guess);
  const is = SAID.calls(exactly(tip.at));
  if (off <= NEAR) return `${said}: near enough, it is ${is}.`;
  return `${said}: ${off > FAR ? 'far ' : ''}too ${guess > tip.at ? 'many' : 'few'}, it is ${is}.`;
}

/** What a change has done to the first place. */
export function changeSentence(before: readonly Standing[], after: readonly Standing[]): string {
  const [was, is] = [before, after].map((order) => order.find(stands)?.door);
  if (was === is) return is ? `${capital(A_DOOR[is])} stays first.` : 'Still no door can do all of this.';
  if (!is) return `No door is left: ${A_DOOR[was!]} was the last.`;
  return was ? `${capital(A_DOOR[is])} takes the first place from ${A_DOOR[was]}.` : `${capital(A_DOOR[is])} is first.`;
}

export function needTipWords({ need, comes, to }: NeedTip, facts: DoorFacts): string {
  return `${comes ? 'with' : 'without'} “${facts.rows[need].title}”: ${to ? A_DOOR[to] : 'no door is left'}`;
}
