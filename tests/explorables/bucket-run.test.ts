import { describe, expect, it } from 'vitest';
import { rowsOf, runBucket, sliceLength, totals } from '../../src/explorables/bucket-run.ts';
import { PATTERNS, type Settings } from '../../src/explorables/bucket-settings.ts';
import { createBucket } from '../../solutions/token-bucket/token-bucket.ts';

const run = (settings: Settings) => runBucket(createBucket, settings);
const account = { rate: 10_000, burst: 5000 };
const plan = { rate: 1000, burst: 2000 };

/** Tokens at the end of the slice that ends at `ms`. */
const tokensAt = (settings: Settings, ms: number) => run(settings).slices.find((slice) => slice.to === ms)!.tokens;

describe('15,000 requests on an account’s bucket', () => {
  it('all pass when they spread over the second, and leave it empty', () => {
    const settings: Settings = { ...account, sent: 15_000, pattern: 'even-once', seconds: 2 };
    expect(run(settings)).toMatchObject({ sent: 15_000, accepted: 15_000, refused: 0 });
    expect(tokensAt(settings, 1000)).toBe(0);
  });

  it('lose 10,000 when they arrive at one instant', () => {
    expect(run({ ...account, sent: 15_000, pattern: 'instant-once', seconds: 2 })).toMatchObject({
      accepted: 5000,
      refused: 10_000,
      firstRefusal: 0,
    });
  });

  it('find the bucket full again a second later, never fuller than that', () => {
    const { accepted, refused } = run({ ...account, sent: 8000, pattern: 'instant', seconds: 2 });
    expect({ accepted, refused }).toEqual({ accepted: 10_000, refused: 6000 });
  });
});

describe('a plan of 1,000 and 2,000', () => {
  it('lets 7,000 of five seconds of 1,500 pass, and refuses 500 in the fifth', () => {
    const { slices, ...sums } = run({ ...plan, sent: 1500, pattern: 'even', seconds: 5 });
    expect(sums).toMatchObject({ sent: 7500, accepted: 7000, refused: 500 });
    expect(totals(slices.filter((slice) => slice.to <= 4000)).refused).toBe(0);
  });

  it('lets all of a steady 2,000 pass for two seconds, then half', () => {
    const { slices } = run({ ...plan, sent: 2000, pattern: 'even', seconds: 5 });
    expect(totals(slices.filter((slice) => slice.to <= 2000))).toEqual({ accepted: 4000, refused: 0 });
    expect(totals(slices.filter((slice) => slice.from >= 3000))).toEqual({ accepted: 2000, refused: 2000 });
  });

  it('is full again two seconds after a spike of 2,000 at one instant', () => {
    const spike: Settings = { ...plan, sent: 2000, pattern: 'instant-once', seconds: 4 };
    expect(run(spike).refused).toBe(0);
    expect([tokensAt(spike, 1000), tokensAt(spike, 1900), tokensAt(spike, 2000), tokensAt(spike, 4000)]).toEqual([1000, 1900, 2000, 2000]);
  });

  it('is full again one second after a spike that spread over a second', () => {
    const spread: Settings = { ...plan, sent: 2000, pattern: 'even-once', seconds: 4 };
    expect([tokensAt(spread, 1000), tokensAt(spread, 2000)]).toEqual([1000, 2000]);
  });
});

it('refuses partners on one clock what it grants the same traffic spread out', () => {
  const partners: Settings = { rate: 1000, burst: 200, sent: 1000, pattern: 'half', seconds: 3 };
  expect(run(partners)).toMatchObject({ sent: 3000, accepted: 2100, refused: 900 });
  expect(run({ ...partners, pattern: 'even' })).toMatchObject({ sent: 3000, refused: 0 });
});

it('sends a ramp at half its end on average, most of it late', () => {
  const { sent, slices } = run({ ...account, sent: 1000, pattern: 'ramp', seconds: 4 });
  expect(sent).toBe(2000);
  expect(totals(slices.filter((slice) => slice.to <= 2000)).accepted).toBeCloseTo(500, -1);
});

describe.each(PATTERNS)('whatever arrives (%s)', (pattern) => {
  const settings: Settings = { rate: 300, burst: 100, sent: 700, pattern, seconds: 3 };
  const { slices, line, accepted, refused } = run(settings);

  it('no more than burst + rate × seconds pass', () => {
    expect(accepted).toBeLessThanOrEqual(settings.burst + settings.rate * settings.seconds);
    expect(accepted + refused).toBeGreaterThan(0);
  });

  it('slices cover the time watched and agree with the sums', () => {
    expect(slices.map((slice) => slice.from)).toEqual(slices.map((_, index) => index * sliceLength(settings.seconds)));
    expect(slices.at(-1)!.to).toBe(3000);
    expect(totals(slices)).toEqual({ accepted, refused });
    expect(totals(rowsOf(slices))).toEqual({ accepted, refused });
  });

  it('the line runs forward, between empty and full', () => {
    expect(line[0]).toEqual({ at: 0, tokens: 100 });
    expect(line.map(({ at }) => at)).toEqual(line.map(({ at }) => at).toSorted((a, b) => a - b));
    for (const { tokens } of line) expect(tokens).toSatisfy((level: number) => level >= 0 && level <= 100);
  });
});

it('draws the drop of each instant', () => {
  const { line } = run({ rate: 10, burst: 5, sent: 3, pattern: 'instant', seconds: 1 });
  expect(line.slice(0, 3)).toEqual([
    { at: 0, tokens: 5 },
    { at: 0, tokens: 5 },
    { at: 0, tokens: 2 },
  ]);
});

it('cuts time into slices that seconds and half seconds begin with, and rows into slices', () => {
  for (let seconds = 1; seconds <= 10; seconds++) {
    const length = sliceLength(seconds);
    expect(500 % length).toBe(0);
    const rows = rowsOf(run({ ...plan, sent: 1, pattern: 'even', seconds }).slices);
    expect(rows.length).toBeLessThanOrEqual(12);
    expect(rows.at(-1)!.to).toBe(seconds * 1000);
    expect((rows[0]!.to - rows[0]!.from) % length).toBe(0);
  }
});
