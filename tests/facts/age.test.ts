import { describe, expect, it } from 'vitest';
import { MONTHS_UNTIL_STALE, staleEntries } from '../../src/facts/age.ts';
import { formatFinding } from '../../src/facts/finding.ts';
import { parseLedger } from '../../src/facts/ledger.ts';

const factOf = (asOf: string) => `- id: rate
  statement: A rate.
  value: 1
  unit: requests/s
  source: { title: Quotas, url: https://example.org/quotas }
  asOf: ${asOf}
  confidence: high
`;

const warnings = (asOf: string, today: string) =>
  staleEntries(parseLedger([{ path: 'content/facts/a.yaml', text: factOf(asOf) }]).entries, today).map(formatFinding);

describe('a fact grows old', () => {
  it('after a year', () => {
    expect(MONTHS_UNTIL_STALE).toBe(12);
    expect(warnings('2025-11-20', '2026-11-20')).toEqual([]);
    expect(warnings('2025-11-19', '2026-11-20')).toHaveLength(1);
  });

  it('with the place of its date, and what to do', () => {
    expect(warnings('2024-01-31', '2026-11-20')).toEqual([
      'content/facts/a.yaml:6:9  rate: checked on 2024-01-31, more than 12 months ago\n    open its source, mend what has changed, and write the day of today',
    ]);
  });

  it('also when the year before has no such day', () => {
    expect(warnings('2023-02-28', '2024-02-29')).toEqual([]);
    expect(warnings('2023-02-27', '2024-02-29')).toHaveLength(1);
  });
});
