/** What a sentence of the ledger points at, for where its value does not stand beside it. */
import { formatFact } from './format.ts';
import type { Fact } from './schema.ts';

/** The value of a fact whose sentence says “this” or “these” of it, with backticks if it is code; undefined if the sentence says all. */
export function valueThatIsMeant(fact: Pick<Fact, 'statement' | 'value' | 'unit'>): string | undefined {
  const value = formatFact(fact);
  const isMeant = /\bth(is|ese)\b/i.test(fact.statement) && !fact.statement.replaceAll('`', '').includes(value);
  if (!isMeant) return undefined;
  return fact.unit === 'text' ? `\`${value}\`` : value;
}
