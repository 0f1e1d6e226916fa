/** What “the price gap” says. */
import { SECONDS } from './bill.ts';
import type { Contender, Gap, Race } from './price-gap.ts';
import { amount, dollars, rounded } from './words.ts';

export const CONTENDER_NAMES: Record<Contender, string> = { rest: 'a REST API', http: 'an HTTP API', alb: 'a load balancer' };

/** `3.5 times`, `as much`. */
export function gapSentence({ rest, http, factor, units }: Gap): string {
  const counted = units > 1 ? ` An HTTP API counts each of these calls ${units} times.` : '';
  if (Math.abs(factor - 1) < 0.0005) return `Both cost ${dollars(rest.total)}.${counted}`;
  const [cheap, dear, name] = factor > 1 ? [http.total, rest.total, 'HTTP'] : [rest.total, http.total, 'REST'];
  const share = (100 * (dear - cheap)) / dear;
  return `REST costs ${rounded(factor)} times what HTTP costs. ${name} is less by ${dollars(dear - cheap)}, that is ${share.toFixed(1)} percent.${counted}`;
}

/** How a guess at the factor compares. */
export function guessSentence(guess: number, factor: number): string {
  const said = `You said ${rounded(guess)}`;
  if (rounded(guess) === rounded(factor)) return `${said}. So it is.`;
  if (Math.abs(guess / factor - 1) <= 0.05) return `${said}: near enough for a meeting.`;
  if (guess >= 1 !== factor >= 1) return `${said}: the other one is the dearer.`;
  return `${said}: too ${guess > factor ? 'much' : 'little'}.`;
}

export function dataSentence({ data }: Gap): string {
  return `Data that leaves AWS comes on top, through either: ${dollars(data.amount)} if all of it is replies.`;
}

/** `18 million calls a month, 6.9 a second`. */
function volume(calls: number): string {
  return `${amount(significant(calls))} calls a month (${rounded(calls / SECONDS)} a second)`;
}

export function raceSentence({ cheaperAtFirst, other, turns }: Race): string {
  const [first, second] = turns;
  const subject = CONTENDER_NAMES[cheaperAtFirst];
  const start = `${subject[0]!.toUpperCase()}${subject.slice(1)} costs less than ${CONTENDER_NAMES[other]}`;
  if (first === undefined) return `${start} for any number of calls.`;
  if (second === undefined) return `${start} up to ${volume(first)}, and more beyond.`;
  return `${start} up to ${volume(first)} and again above ${volume(second)}.`;
}

function significant(value: number): number {
  return Number(value.toPrecision(3));
}
