import { loadLedger, type Ledger } from '../../src/facts/ledger.ts';
import type { Fact } from '../../src/facts/schema.ts';
import type { Tier } from '../../src/facts/tier-prices.ts';

/** A ledger of numbers and texts, with sources that nobody looks at. */
export function ledgerOf(facts: Record<string, [value: Fact['value'], unit: Fact['unit'], tiers?: Tier[]]>): Ledger {
  const text = Object.entries(facts)
    .map(([id, [value, unit, tiers]]) =>
      JSON.stringify({
        id,
        statement: 'A fact.',
        value,
        unit,
        ...(tiers && { tiers, tiersCount: 'million requests a month' }),
        source: { title: 'A page', url: 'https://example.org/' },
        asOf: '2026-11-20',
        confidence: 'high',
      }),
    )
    .map((entry) => `- ${entry}\n`)
    .join('');
  return loadLedger([{ path: 'content/facts/test.yaml', text }]);
}
