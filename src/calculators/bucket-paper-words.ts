/** What “a bucket on paper” says. */
import { secondsToFull, sheetOf, type Manner, type PaperSettings, type Second, type Sheet } from './bucket-paper.ts';
import type { SumLine } from './sum-line.ts';
import { amount, duration } from './words.ts';

export const MANNER_NAMES: Record<Manner, string> = {
  even: 'spread evenly over each second',
  instant: 'all in the first instant of each second',
};

/** The situation, before anything has happened. */
export function sceneSentence({ rate, burst, sent, manner }: PaperSettings): string {
  const seconds = sent.length === 1 ? 'One second brings' : `${sent.length} seconds bring`;
  return `The bucket is full: ${amount(burst)}. ${amount(rate)} drip in per second. ${seconds} ${listed(sent.map(amount))} ${sent.length === 1 && sent[0] === 1 ? 'request' : 'requests'}, ${MANNER_NAMES[manner]}.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What the first second comes to. */
export function firstSentence({ seconds: [first] }: Sheet): string {
  const { pass, refused } = first!;
  return refused === 0 ? 'All of the first second pass.' : `In the first second ${amount(pass)} pass and ${amount(refused)} are refused.`;
}

/** How a guess at the refused of the first second compares, and which other question it would have answered. */
export function paperGuessSentence(guess: number, settings: PaperSettings): string {
  const { refused, sent } = sheetOf(settings).seconds[0]!;
  const said = `You said ${amount(guess)}`;
  if (guess === refused) return `${said}. So it is.`;
  const { rate, manner } = settings;
  const other = sheetOf({ ...settings, manner: manner === 'even' ? 'instant' : 'even' }).seconds[0]!;
  if (guess === other.refused) return `${said}: right if they came ${manner === 'even' ? 'in one instant' : 'spread evenly'}.`;
  if (guess === Math.max(0, sent - rate)) return `${said}: that leaves out the burst, which is there from the start.`;
  return `${said}: too ${guess > refused ? 'many' : 'few'}.`;
}

/** The sum of one second, line by line. */
export function linesOf(second: Second, index: number, { rate, burst, manner }: PaperSettings): SumLine[] {
  const { sent, start, drip, pass, refused, left, missed } = second;
  const atMost = missed > 0 ? `, at most the burst: ${amount(missed)} found the bucket full` : '';
  const isEven = manner === 'even';
  const tokens = isEven ? `${amount(start)} + ${amount(drip)}` : amount(start);
  const isWhole = Number.isInteger(isEven ? start + drip : start);
  // Between two instants a whole second passes. The first instant has none before it.
  const startFormula =
    index === 0
      ? `a full bucket: the burst of ${amount(burst)}`
      : isEven
        ? 'what the second before left'
        : `what the instant before left + rate ${amount(rate)} × 1 s${atMost}`;
  return [
    { what: 'Tokens at the start', formula: startFormula, result: amount(start) },
    {
      what: 'Tokens that drip in meanwhile',
      formula: isEven ? `rate ${amount(rate)} × 1 s` : `rate ${amount(rate)} × 0 s: an instant takes no time`,
      result: amount(drip),
    },
    {
      what: 'Pass',
      formula: `the smaller of ${amount(sent)} sent and ${tokens} tokens${isWhole ? '' : ', whole ones'}`,
      result: amount(pass),
    },
    { what: 'Refused with 429', formula: `${amount(sent)} sent − ${amount(pass)} passed`, result: amount(refused) },
    {
      what: 'Tokens left right after',
      formula: `${tokens} − ${amount(pass)}${isEven ? atMost : ''}`,
      result: amount(left),
    },
  ];
}

/** The bound that no arrival breaks, beside what passed. */
export function ceilingSentence({ pass, time, ceiling }: Sheet, { rate, burst, manner }: PaperSettings): string {
  const span = manner === 'even' ? `${time} s of arrivals` : `${time} s between the first instant and the last`;
  const reached = pass === Math.floor(ceiling) ? 'As many passed.' : `${amount(pass)} passed.`;
  return `Burst + rate × time: ${amount(burst)} + ${amount(rate)} × ${time} = ${amount(ceiling)} at most, for ${span}. ${reached}`;
}

/** The same requests in the other manner. */
export function otherSentence(settings: PaperSettings): string {
  const manner: Manner = settings.manner === 'even' ? 'instant' : 'even';
  const { pass, refused, sent } = sheetOf({ ...settings, manner });
  return `If they came ${MANNER_NAMES[manner]}: ${amount(pass)} of ${amount(sent)} would pass, ${amount(refused)} be refused.`;
}

/** When the bucket is full again after the last request. */
export function fullSentence({ seconds }: Sheet, { rate, burst, manner }: PaperSettings): string {
  const last = seconds.findLast(({ sent }) => sent > 0);
  if (!last) return 'Nothing was sent: the bucket stays full.';
  const wait = secondsToFull({ rate, burst }, last.left);
  const after = manner === 'even' ? 'after the last second with requests' : 'after the last instant with requests';
  if (wait === undefined) return 'Nothing drips in: the bucket never fills again.';
  if (wait === 0) return `The bucket is full ${after}.`;
  return `Full again ${duration(wait)} ${after}: (${amount(burst)} − ${amount(last.left)}) ÷ ${amount(rate)}.`;
}

/** A bucket that holds fewer is full again between two requests of a second that sends more than the rate. */
const ROOM = 3;

/** What the sheet takes for granted. */
export function paperAssumptions({ burst, manner }: PaperSettings): string[] {
  return [
    'One bucket alone: no other level refuses, and nobody else takes its tokens.',
    ...(manner === 'even' ? ['Evenly means without a gap. Count single requests, and a second may differ by one.'] : []),
    ...(manner === 'even' && burst < ROOM
      ? ['So small a bucket is full again between two requests, and tokens miss it: fewer may pass than this sum says.']
      : []),
    'The ideal bucket. AWS applies its limits on a best-effort basis and does not publish how finely it refills.',
  ];
}
