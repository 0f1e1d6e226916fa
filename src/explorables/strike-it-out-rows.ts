/** The feature matrix as “strike it out” takes it: read when the site is built. */
import { PRODUCTS, type FeatureMatrix, type Product } from '../facts/features.ts';
import type { Ledger } from '../facts/ledger.ts';
import { parseMarkup, plainText } from '../quiz/markup.ts';
import type { FeatureRow } from './strike-it-out.ts';

/** @throws Error that says what is wrong with a note's markup. */
export function rowsOf(features: FeatureMatrix, ledger: Ledger): FeatureRow[] {
  const plain = (markup: string) => plainText(parseMarkup(markup), ledger);
  return [...features.values()].map((feature) => {
    const { id, title, group } = feature;
    const doors = Object.keys(PRODUCTS).map((product) => {
      const { has, note } = feature[product as Product];
      return [product, { has, ...(note && { note: plain(note) }) }];
    });
    return { id, title: plain(title), group, doors: Object.fromEntries(doors) as FeatureRow['doors'] };
  });
}
