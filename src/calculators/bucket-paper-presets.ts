/** Sums to start from: the worked sums of the lesson. */
import type { Limit } from '../../exercises/token-bucket/contract.ts';
import type { PaperSettings } from './bucket-paper.ts';

export interface PaperPreset {
  name: string;
  settings: PaperSettings;
}

const PLAN: Limit = { rate: 1_000, burst: 2_000 };

/** `account`: the default limit of an account, from the ledger. */
export function paperPresets(account: Limit): [PaperPreset, ...PaperPreset[]] {
  return [
    { name: '15,000, then 8,000', settings: { ...account, sent: [15_000, 8_000], manner: 'even' } },
    {
      name: 'Five seconds of 1,500, then 2,000',
      settings: { ...PLAN, sent: [1_500, 1_500, 1_500, 1_500, 1_500, 2_000, 2_000, 2_000], manner: 'even' },
    },
    { name: '2,000, then quiet', settings: { ...PLAN, sent: [2_000, 0, 0], manner: 'instant' } },
  ];
}
