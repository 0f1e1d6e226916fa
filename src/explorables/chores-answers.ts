/** The feature matrix as “whose chore is it?” takes it: read when the site is built. */
import { featureById, type FeatureMatrix } from '../facts/features.ts';
import { TYPES, type Answers } from './chores.ts';
import { CHORES } from './chores-list.ts';

/** @throws Error that names the nearest row, if a chore names one that nobody wrote */
export function answersOf(features: FeatureMatrix): Answers {
  const rows = CHORES.flatMap(({ row }) => (row === undefined ? [] : [row]));
  return Object.fromEntries(
    rows.map((row) => {
      const feature = featureById(features, row);
      const words = TYPES.map((type) => {
        const { has, confidence = feature.confidence } = feature[type];
        return confidence === 'high' ? has : `${has}:${confidence}`;
      });
      return [row, words.join(' ')];
    }),
  );
}
