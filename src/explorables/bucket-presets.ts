/** Situations to start from: the worked sums of the lesson. */
import type { Settings } from './bucket-settings.ts';
import { count } from './bucket-words.ts';

export interface Preset {
  name: string;
  settings: Settings;
}

/** `account`: the default limit of an account, from the ledger. */
export function presets(account: { rate: number; burst: number }): [Preset, ...Preset[]] {
  const fame = account.rate + account.burst;
  return [
    { name: `${count(fame)} in a second, spread`, settings: { ...account, sent: fame, pattern: 'even-once', seconds: 2 } },
    { name: `${count(fame)} at one instant`, settings: { ...account, sent: fame, pattern: 'instant-once', seconds: 2 } },
    { name: '1,500 a second for five seconds', settings: { rate: 1000, burst: 2000, sent: 1500, pattern: 'even', seconds: 5 } },
    { name: 'A spike of 2,000', settings: { rate: 1000, burst: 2000, sent: 2000, pattern: 'instant-once', seconds: 4 } },
    { name: 'Two partners, one clock', settings: { rate: 1000, burst: 200, sent: 1000, pattern: 'half', seconds: 3 } },
  ];
}
