/** What “a bucket you can feel” says. */
import type { Run } from './bucket-run.ts';
import type { Pattern, Settings } from './bucket-settings.ts';

const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export const count = (value: number) => figures.format(value);

/** `1 request`, `2 requests`. */
export const counted = (value: number, noun: string) => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

/** `0.40 s`. */
export const time = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

export const PATTERN_NAMES: Record<Pattern, string> = {
  even: 'every second, spread evenly',
  instant: 'every second, all at its first instant',
  half: 'every second, all in its first half',
  'even-once': 'once, spread evenly over the first second',
  'instant-once': 'once, all at the first instant',
  ramp: 'rising steadily from nothing',
};

/** The situation, before anything has happened. */
export function scene({ rate, burst, sent, pattern, seconds }: Settings): string {
  const requests = counted(sent, 'request');
  const arrive = sent === 1 ? 'arrives' : 'arrive';
  const duration = counted(seconds, 'second');
  const arrivals: Record<Pattern, string> = {
    even: `For ${duration}, ${requests} a second ${arrive}, evenly spread.`,
    instant: `At the first instant of each second, ${requests} ${arrive}, for ${duration}.`,
    half: `Two partners start on the same clock tick: ${requests} ${arrive} in the first half of each second, for ${duration}.`,
    'even-once': `In the first second, ${requests} ${arrive}, evenly spread. Then it is quiet.`,
    'instant-once': `At the first instant, ${requests} ${arrive}. Then it is quiet.`,
    ramp: `Over ${duration}, requests rise steadily from none to ${count(sent)} a second.`,
  };
  return `The bucket is full: ${counted(burst, 'token')}. ${count(rate)} ${rate === 1 ? 'comes' : 'come'} back each second. ${arrivals[pattern]}`;
}

/** How a guess at the number of refused requests compares. */
export function guessVerdict(guess: number, refused: number): string {
  if (guess === refused) return 'Exactly what you said.';
  const off = Math.abs(guess - refused);
  return `You said ${count(guess)}: ${count(off)} too ${guess > refused ? 'many' : 'few'}.`;
}

export function outcome({ sent, accepted, refused, firstRefusal }: Run): string {
  const refusals = firstRefusal === undefined ? 'none refused' : `${count(refused)} refused, the first after ${time(firstRefusal)}`;
  return `${counted(sent, 'request')}: ${count(accepted)} accepted, ${refusals}.`;
}

/** The most that can pass in the time watched, whatever the traffic (B-THR-03). */
export function ceiling({ rate, burst, seconds }: Settings): string {
  return `However they arrive, no more than ${count(burst)} + ${count(rate)} × ${seconds} = ${count(burst + rate * seconds)} can pass in ${counted(seconds, 'second')}.`;
}
