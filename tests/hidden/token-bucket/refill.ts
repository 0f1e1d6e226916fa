import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { ExactBucket } from './model.ts';
import { emptyBucket, levels, take } from './subject.ts';
import { flowingLimits, moments, starts } from './traffic.ts';

const YEAR = 365 * 24 * 3_600_000;

// Nothing here is refused and then asked again, and no bucket comes near its burst: those ideas have concepts of their own.
describe('refill', () => {
  it('at rate 10 a token is back after 100 ms', async () => {
    expect(await take(emptyBucket({ rate: 10, burst: 5 }, 0), 100, 100)).toEqual([true, false]);
  });

  it('at rate 10 no token is back after 99 ms', async () => {
    expect(await take(emptyBucket({ rate: 10, burst: 5 }, 0), 99)).toEqual([false]);
  });

  it('tokens come back all the time, in fractions, not once a second', async () => {
    expect(await levels(emptyBucket({ rate: 10, burst: 5 }, 0), 1, 50, 125, 310)).toEqual([0.01, 0.5, 1.25, 3.1]);
  });

  it('the fraction that a passing request leaves is kept', async () => {
    expect(await take(emptyBucket({ rate: 10, burst: 5 }, 0), 150, 200)).toEqual([true, true]);
  });

  it('ten steps of 10 ms give back as much as one of 100 ms', async () => {
    const bucket = emptyBucket({ rate: 10, burst: 5 }, 0);
    for (let now = 10; now < 100; now += 10) bucket.tokens(now);
    expect(await take(bucket, 100)).toEqual([true]);
  });

  it('a rate below one is a token every few seconds', async () => {
    const limit = { rate: 0.5, burst: 3 };
    const [early, due] = [emptyBucket(limit, 0), emptyBucket(limit, 0)];
    const answers = [take(early, 1999), take(due, 2000)];
    expect(await Promise.all(answers)).toEqual([[false], [true]]);
  });

  it('a third of a token per second is a whole one after three seconds', async () => {
    const bucket = emptyBucket({ rate: 1 / 3, burst: 2 }, 0);
    bucket.tokens(1000);
    bucket.tokens(2000);
    expect(await take(bucket, 3000)).toEqual([true]);
  });

  it('at a high rate many tokens come back within a millisecond', async () => {
    expect(await levels(emptyBucket({ rate: 10_000, burst: 50 }, 0), 1, 4)).toEqual([10, 40]);
  });

  it('a rate of zero gives nothing back, ever', async () => {
    const bucket = emptyBucket({ rate: 0, burst: 2 }, 0);
    const level = levels(bucket, 100 * YEAR);
    const answer = take(bucket, 100 * YEAR);
    expect([await level, await answer]).toEqual([[0], [false]]);
  });

  it('only the time since the bucket was made counts, not the date', async () => {
    const now = Date.UTC(2026, 10, 21, 9, 30);
    expect(await levels(emptyBucket({ rate: 10, burst: 5 }, now), now, now + 30, now + 130)).toEqual([0, 0.3, 1.3]);
  });

  it('a time before one already seen counts as the latest one seen: nothing drains', async () => {
    expect(await levels(emptyBucket({ rate: 10, burst: 5 }, 1000), 1200, 500, 0, 1200, 1300)).toEqual([2, 2, 2, 2, 3]);
  });

  it('a stretch of time is paid once, even if the clock goes through it twice', async () => {
    const bucket = emptyBucket({ rate: 10, burst: 5 }, 0);
    const answers = take(bucket, 200, 100);
    const level = levels(bucket, 200, 250);
    expect([await answers, await level]).toEqual([
      [true, true],
      [0, 0.5],
    ]);
  });

  it('whatever has come back can be taken, and the fraction stays', async () => {
    const cases = fc.record({
      rate: flowingLimits().map(({ rate }) => rate),
      burst: fc.integer({ min: 2, max: 9 }),
      start: starts(),
      shares: someShares(),
    });
    await forEvery(cases, async ({ rate, burst, start, shares }) => {
      // Less than a token is left after each step and no step brings more than burst - 1, so the bucket is never full.
      const longest = ((burst - 1) * 1000) / rate;
      const bucket = emptyBucket({ rate, burst }, start);
      const exact = new ExactBucket({ rate, burst }, start);
      for (let i = 0; i < burst; i++) exact.take(start);

      const asked: Promise<unknown>[] = [];
      const expected: unknown[] = [];
      const apart = shares.map((share) => Math.floor(share * longest));
      for (const now of moments(start, apart)) {
        const due = Array.from({ length: Math.floor(exact.tokens(now)) }, () => now);
        asked.push(take(bucket, ...due), levels(bucket, now));
        for (const moment of due) exact.take(moment);
        expected.push(
          due.map(() => true),
          [exact.tokens(now)],
        );
      }
      expect(await Promise.all(asked)).toEqual(expected);
    });
  });

  it('looking often or never at a bucket changes nothing', async () => {
    await forEvery(fc.record({ limit: flowingLimits(), shares: someShares() }), async ({ limit, shares }) => {
      const until = Math.floor((limit.burst * 1000) / limit.rate) - 1;
      const looks = shares.toSorted((a, b) => a - b).map((share) => Math.floor(share * until));
      const watched = levels(emptyBucket(limit, 0), ...looks, until);
      const left = levels(emptyBucket(limit, 0), until);
      expect((await watched).slice(-1)).toEqual(await left);
    });
  });
});

/** How much of the longest time that keeps the bucket below its burst. */
function someShares(): fc.Arbitrary<number[]> {
  const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
  return fc.array(share, { minLength: 1, maxLength: 10 });
}
