/** The feature matrix as “two questions” takes it: read when the site is built, and packed into a text that weighs little on a page. */
import type { FeatureMatrix } from '../facts/features.ts';
import type { Ledger } from '../facts/ledger.ts';
import { rowsOf } from './strike-it-out-rows.ts';
import { TYPES } from './two-questions.ts';

/**
 * One line a row: id, title, a letter for each type, and the notes of what is not wholly there. A line without bars names a group.
 * @throws Error that names what cannot be packed
 */
export function pack(features: FeatureMatrix, ledger: Ledger): string {
  const lines: string[] = [];
  let last = '';
  for (const { id, title, group, doors } of rowsOf(features, ledger)) {
    if (group !== last) lines.push((last = group));
    const notes = TYPES.map((type) => (doors[type].has === 'yes' ? '' : (doors[type].note ?? '')));
    const parts = [id, title, TYPES.map((type) => doors[type].has[0]).join(''), ...notes];
    const torn = parts.find((part) => /[|\n]/.test(part));
    if (torn !== undefined) throw new Error(`feature "${id}": "${torn}" has a bar or a line's end in it`);
    lines.push(parts.join('|').replace(/\|+$/, ''));
  }
  return lines.join('\n');
}
