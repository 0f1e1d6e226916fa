import { describe, expect, it } from 'vitest';
import { formatFact, formatQuantity, formatTierRange, formatValue } from '../../src/facts/format.ts';
import { UNITS, type Fact } from '../../src/facts/schema.ts';

describe('a fact as people read it, with and without its unit', () => {
  it.each<[Fact['value'], Fact['unit'], string, string]>([
    [10_000, 'requests/s', '10,000 requests per second', '10,000'],
    [1, 'requests/s', '1 request per second', '1'],
    [5_000, 'requests', '5,000 requests', '5,000'],
    [1, 'requests', '1 request', '1'],
    [0, 'requests', '0 requests', '0'],
    [2.5, 'tokens', '2.5 tokens', '2.5'],
    [50, 'ms', '50 ms', '50'],
    [29, 's', '29 seconds', '29'],
    [1, 'min', '1 minute', '1'],
    [2, 'h', '2 hours', '2'],
    [7, 'days', '7 days', '7'],
    [1_048_576, 'bytes', '1,048,576 bytes', '1,048,576'],
    [10, 'MB', '10 MB', '10'],
    [2, 'MB/s', '2 MB per second', '2'],
    [48.8, 'TiB', '48.8 TiB', '48.8'],
    [12, 'months', '12 months', '12'],
    [1, 'connections', '1 connection', '1'],
    [500, 'connections/s', '500 connections per second', '500'],
    [128, 'characters', '128 characters', '128'],
    [3.5, 'USD', '$3.50', '$3.50'],
    [3.5, 'USD/million', '$3.50 per million', '$3.50'],
    [0.0000035, 'USD', '$0.0000035', '$0.0000035'],
    [0.02, 'USD/h', '$0.02 per hour', '$0.02'],
    [0.09, 'USD/GB', '$0.09 per GB', '$0.09'],
    [0.03, 'USD/GB-month', '$0.03 per GB-month', '$0.03'],
    [0.0000166667, 'USD/GB-s', '$0.0000166667 per GB-second', '$0.0000166667'],
    [12.5, 'USD/month', '$12.50 per month', '$12.50'],
    [429, 'status', '429', '429'],
    [99.95, 'percent', '99.95%', '99.95%'],
    [20, 'count', '20', '20'],
    ['2024-06-04', 'date', 'June 4, 2024', 'June 4, 2024'],
    ['MONTH', 'text', 'MONTH', 'MONTH'],
    ['best effort', 'words', 'best effort', 'best effort'],
  ])('%s %s is %s', (value, unit, withUnit, bare) => {
    expect(formatFact({ value, unit })).toBe(withUnit);
    expect(formatValue({ value, unit })).toBe(bare);
  });

  it('no unit is left without a form: only counts and codes are bare numbers', () => {
    const bare = UNITS.filter((unit) => formatQuantity(7, unit) === '7');
    expect(bare).toEqual(['status', 'count', 'date', 'text', 'words']);
  });
});

describe('a tier as people read it', () => {
  it('says where it begins and ends', () => {
    const tiers = [{ upTo: 333, value: 3.5 }, { upTo: 1_000, value: 2.8 }, { value: 2.38 }];
    expect(tiers.map((_, index) => formatTierRange(tiers, index))).toEqual(['up to 333', '333 to 1,000', 'above 1,000']);
  });
});
