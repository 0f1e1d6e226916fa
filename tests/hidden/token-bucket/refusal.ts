import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { ExactBucket } from './model.ts';
import { emptyBucket, levels, part, take } from './subject.ts';
import { gaps, limits, moments, starts } from './traffic.ts';

describe('refusal', () => {
  it('a refused request takes no token: the next one is not late', async () => {
    const bucket = emptyBucket({ rate: 10, burst: 5 }, 0);
    expect(await take(bucket, 10, 30, 50, 70, 90, 100)).toEqual([false, false, false, false, false, true]);
  });

  it('a hundred refusals leave no debt', async () => {
    const bucket = emptyBucket({ rate: 10, burst: 5 }, 0);
    for (let i = 0; i < 100; i++) bucket.take(0);
    expect(await take(bucket, 200, 200, 200)).toEqual([true, true, false]);
  });

  it('a refusal leaves the fraction where it was', async () => {
    const bucket = emptyBucket({ rate: 10, burst: 5 }, 0);
    const before = levels(bucket, 50);
    bucket.take(50);
    const after = levels(bucket, 50, 60);
    expect([await before, await after]).toEqual([[0.5], [0.5, 0.6]]);
  });

  it('a refusal does not start the wait again', async () => {
    const bucket = emptyBucket({ rate: 0.5, burst: 1 }, 0);
    expect(await take(bucket, 1000, 1900, 2000)).toEqual([false, false, true]);
  });

  it('a client that never stops knocking still gets its rate', async () => {
    const bucket = emptyBucket({ rate: 10, burst: 5 }, 0);
    const everyFifty = Array.from({ length: 20 }, (_, i) => (i + 1) * 50);
    expect(await take(bucket, ...everyFifty)).toEqual(everyFifty.map((now) => now % 100 === 0));
  });

  it('there are never fewer tokens than none', async () => {
    const cases = fc.record({ limit: limits(), apart: fc.array(gaps(), { minLength: 1, maxLength: 15 }) });
    await forEvery(cases, async ({ limit, apart }) => {
      const bucket = emptyBucket(limit, 0);
      const seen = moments(0, apart).map((now) => {
        bucket.take(now);
        return levels(bucket, now);
      });
      expect((await Promise.all(seen)).flat().filter((level) => !(level >= 0))).toEqual([]);
    });
  });

  it('a bucket ends the same whether the refused requests came or not', async () => {
    const cases = fc.record({ limit: limits(), start: starts(), apart: fc.array(gaps(), { minLength: 1, maxLength: 20 }) });
    await forEvery(cases, async ({ limit, start, apart }) => {
      const times = moments(start, apart);
      const exact = new ExactBucket(limit, start);
      const [knocked, calm] = [part.createBucket(limit, start), part.createBucket(limit, start)];
      for (const now of times) {
        knocked.take(now);
        if (exact.take(now)) calm.take(now);
      }
      const end = times.at(-1)!;
      const ends = [levels(knocked, end), levels(calm, end)];
      expect(await ends[0]).toEqual(await ends[1]);
    });
  });

  it('limit and arrival times alone decide every answer', async () => {
    const cases = fc.record({ limit: limits(), start: starts(), apart: fc.array(gaps(), { minLength: 1, maxLength: 30 }) });
    await forEvery(cases, async ({ limit, start, apart }) => {
      const times = moments(start, apart);
      const exact = new ExactBucket(limit, start);
      const answers = await take(part.createBucket(limit, start), ...times);
      expect(answers).toEqual(times.map((now) => exact.take(now)));
    });
  });
});
