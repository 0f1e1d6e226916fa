/** What “the neighbor” says. */
import { sharedLevels, shareRefused, type Call, type Level, type Outcome, type Settings, type Share } from './neighbors.ts';

export const CALL_NAMES: Record<Call, string> = {
  rooms: 'GET /rooms, as Ann does',
  menu: 'GET /menu, another method',
  'other-api': 'another API of yours in the Region',
  'other-region': 'the same API in another Region',
};

export const SHARE_NAMES: Record<Share, string> = { none: 'None', some: 'Some, up to half', most: 'More than half' };

export const LEVEL_NAMES: Record<Level, string> = { plan: 'the key', method: 'the method', account: 'the account' };

/** Which buckets the two have in common. */
export function sharedSentence(settings: Pick<Settings, 'call' | 'sharesKey'>): string {
  const levels = sharedLevels(settings).map((level) => LEVEL_NAMES[level]);
  if (levels.length === 0) return 'They share nothing: every Region has buckets of its own.';
  return `They share the bucket of ${levels.join(', then of ')}.`;
}

/** What became of one caller’s requests: `8 of 50 passed; 42 refused by the method.` */
export function outcomeSentence({ sent, passed, refused }: Outcome): string {
  const refusals = (['plan', 'method', 'account'] as const)
    .filter((level) => refused[level] > 0)
    .map((level) => `${grouped(refused[level])} refused by ${LEVEL_NAMES[level]}`);
  return refusals.length === 0 ? `All ${grouped(sent)} passed.` : `${grouped(passed)} of ${grouped(sent)} passed; ${refusals.join(', ')}.`;
}

export function guessSentence(guess: Share, ben: Outcome): string {
  return shareRefused(ben) === guess ? 'As you said.' : `You said: ${SHARE_NAMES[guess].toLowerCase()}.`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
