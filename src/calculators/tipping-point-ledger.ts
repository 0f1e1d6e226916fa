/** Reads limits and features of the front doors, when the site is built. */
import { featureById, type FeatureMatrix } from '../facts/features.ts';
import { factById, type Ledger } from '../facts/ledger.ts';
import { parseMarkup, plainText } from '../quiz/markup.ts';
import { pricesOf } from './ledger-prices.ts';
import { LIMIT_IDS, type DoorFacts } from './tipping-point-facts.ts';
import { DOORS, NEEDS } from './tipping-point-settings.ts';

/** @throws Error that names the nearest id when a fact or a row is missing, or the fact that is no number. */
export function doorFactsOf(ledger: Ledger, features: FeatureMatrix): DoorFacts {
  const limits = LIMIT_IDS.map((id) => {
    const { value } = factById(ledger, id);
    if (typeof value !== 'number') throw new Error(`fact "${id}" is no number but "${value}"`);
    return [id, value];
  });
  const rows = NEEDS.map((need) => {
    const feature = featureById(features, need);
    return [
      need,
      {
        title: plainText(parseMarkup(feature.title), ledger),
        has: Object.fromEntries(DOORS.map((door) => [door, feature[door].has])),
      },
    ];
  });
  return { prices: pricesOf(ledger), limits: Object.fromEntries(limits), rows: Object.fromEntries(rows) } as DoorFacts;
}
