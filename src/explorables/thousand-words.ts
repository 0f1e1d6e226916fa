/** What “a thousand at the same moment” says. */
import type { Crowd, Second } from './thousand.ts';

export interface Preset {
  name: string;
  scene: string;
  crowd: Crowd;
}

/** @param places the environments that an account begins with, from the ledger */
export function presets(places: number): [Preset, ...Preset[]] {
  return [
    {
      name: 'A newsletter',
      scene: 'All of its readers’ browsers call in one instant.',
      crowd: { arrival: 'once', requests: 1500, duration: 200, places },
    },
    {
      name: 'With a higher limit',
      scene: 'After the newsletter somebody had the limit of Lambda raised tenfold. The next one goes to more readers.',
      crowd: { arrival: 'once', requests: 6000, duration: 200, places: places * 10 },
    },
    {
      name: 'Second after second',
      scene: 'No instant here: the calls come evenly, and go on coming. The function is slow, and the limit is high.',
      crowd: { arrival: 'evenly', requests: 8000, duration: 500, places: places * 10 },
    },
  ];
}

export function counted(count: number): string {
  return count.toLocaleString('en-US');
}

export const ARRIVAL_NAMES: Record<Crowd['arrival'], string> = { once: 'in one instant', evenly: 'in each second, evenly' };

export function question({ arrival, requests }: Crowd): string {
  return `Of the ${counted(requests)} requests ${arrival === 'once' ? 'of that instant' : 'of the first second'}, how many are answered?`;
}

export function guessName(guess: number, { requests }: Crowd): string {
  return guess === requests ? `${counted(guess)}, all of them` : counted(guess);
}

export function guessSentence(guess: number, { answered }: Second): string {
  return guess === answered ? `${counted(answered)}, as you said.` : `${counted(answered)}. You said ${counted(guess)}.`;
}

/** The statuses of the two refusals, from the ledger. */
export interface Statuses {
  desk: number;
  lambda: number;
}

/** `1,000 environments: 2,000 of 8,000 answered, 6,000 refused with 500 because of Lambda.` */
export function secondSentence({ environments, sent, answered, refusedByDesk, refusedByLambda }: Second, statuses: Statuses): string {
  const refusals = [
    refusedByDesk > 0 && `${counted(refusedByDesk)} refused with ${statuses.desk} by the desk`,
    refusedByLambda > 0 && `${counted(refusedByLambda)} refused with ${statuses.lambda} because of Lambda`,
  ].filter((part) => part !== false);
  const place = `${counted(environments)} environments at most`;
  if (refusals.length === 0) return `${place}: all ${counted(sent)} answered.`;
  return `${place}: ${counted(answered)} of ${counted(sent)} answered, ${refusals.join(', ')}.`;
}
