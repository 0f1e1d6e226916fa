/** Checks the texts of a YAML file that are written in inline markup. */
import type { Ledger } from '../facts/ledger.ts';
import { parseMarkup, plainText } from './markup.ts';

/** Reports every text below `node` whose markup, facts or sums are wrong, with the keys that lead to it. */
export function checkMarkup(
  node: unknown,
  ledger: Ledger,
  report: (path: PropertyKey[], message: string) => void,
  path: PropertyKey[] = [],
): void {
  if (typeof node === 'string') {
    try {
      plainText(parseMarkup(node), ledger);
    } catch (error) {
      report(path, (error as Error).message);
    }
  } else if (Array.isArray(node)) node.forEach((child, index) => checkMarkup(child, ledger, report, [...path, index]));
  else if (node && typeof node === 'object')
    for (const [name, child] of Object.entries(node)) checkMarkup(child, ledger, report, [...path, name]);
}
