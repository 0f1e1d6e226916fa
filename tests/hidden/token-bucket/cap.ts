import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { ExactBucket } from './model.ts';
import { emptyBucket, levels, part, take } from './subject.ts';
import { gaps, limits, moments, starts } from './traffic.ts';

const HOUR = 3_600_000;

describe('cap', () => {
  it('rate 10 and burst 5: a second after it was emptied a bucket holds five tokens, not ten', async () => {
    expect(await take(emptyBucket({ rate: 10, burst: 5 }, 0), 1000, 1000, 1000, 1000, 1000, 1000)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('an idle hour is worth one full bucket', async () => {
    const bucket = part.createBucket({ rate: 10, burst: 3 }, 0);
    expect(await take(bucket, HOUR, HOUR, HOUR, HOUR)).toEqual([true, true, true, false]);
  });

  it('a full bucket stays at its burst', async () => {
    expect(await levels(part.createBucket({ rate: 10, burst: 5 }, 0), 1, 100, 1000, HOUR)).toEqual([5, 5, 5, 5]);
  });

  it('time spent full is not saved up for later', async () => {
    const bucket = part.createBucket({ rate: 10, burst: 2 }, 0);
    bucket.take(HOUR);
    bucket.take(HOUR);
    expect(await levels(bucket, HOUR, HOUR + 50)).toEqual([0, 0.5]);
  });

  it('what comes back beyond the burst is lost, down to the fraction', async () => {
    const bucket = emptyBucket({ rate: 10, burst: 2 }, 0);
    const before = levels(bucket, 170, 230);
    bucket.take(230);
    const after = levels(bucket, 230, 240);
    expect([await before, await after]).toEqual([
      [1.7, 2],
      [1, 1.1],
    ]);
  });

  it('a burst below the rate caps at the burst', async () => {
    expect(await levels(emptyBucket({ rate: 100, burst: 2 }, 0), 10, 20, 1000)).toEqual([1, 2, 2]);
  });

  it('a burst above the rate fills up to the burst', async () => {
    expect(await levels(emptyBucket({ rate: 2, burst: 10 }, 0), 1000, 4500, 5000, 6000)).toEqual([2, 9, 10, 10]);
  });

  it('the burst is no limit per second: requests that keep to the rate pass for ever', async () => {
    const everyTenth = Array.from({ length: 30 }, (_, i) => i * 100);
    const answers = await take(part.createBucket({ rate: 10, burst: 5 }, 0), ...everyTenth);
    expect(answers).toEqual(everyTenth.map(() => true));
  });

  it('within any T seconds at most burst + rate × T requests pass', async () => {
    const cases = fc.record({ limit: limits(), start: starts(), apart: fc.array(gaps(), { minLength: 1, maxLength: 25 }) });
    await forEvery(cases, async ({ limit, start, apart }) => {
      const times = moments(start, apart);
      const answers = await take(part.createBucket(limit, start), ...times);
      const passed = times.filter((_, i) => answers[i]);
      const tooMany = passed.flatMap((from, i) =>
        passed
          .slice(i)
          .map((to, more) => ({ from, to, passed: more + 1 }))
          .filter((span) => span.passed > limit.burst + (limit.rate * (span.to - span.from)) / 1000 + 1e-3),
      );
      expect(tooMany).toEqual([]);
    });
  });

  it('however long it rests, a bucket holds what its limit says', async () => {
    const someRests = fc.array(
      fc.record({ rest: fc.oneof(gaps(), fc.integer({ min: 0, max: 20_000 })), wanted: fc.integer({ min: 0, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 10,
      },
    );
    await forEvery(fc.record({ limit: limits(), start: starts(), rests: someRests }), async ({ limit, start, rests }) => {
      const bucket = part.createBucket(limit, start);
      const exact = new ExactBucket(limit, start);
      const asked: Promise<number[]>[] = [];
      const expected: number[][] = [];
      let now = start;
      for (const { rest, wanted } of rests) {
        now += rest;
        for (let i = 0; i < wanted && exact.take(now); i++) bucket.take(now);
        asked.push(levels(bucket, now));
        expected.push([exact.tokens(now)]);
      }
      expect(await Promise.all(asked)).toEqual(expected);
    });
  });
});
