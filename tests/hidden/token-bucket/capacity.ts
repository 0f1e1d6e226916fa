import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { levels, part, take } from './subject.ts';
import { limits, starts } from './traffic.ts';

describe('capacity', () => {
  it('a new bucket is full: as many requests as its burst pass at once, the next are refused', async () => {
    const bucket = part.createBucket({ rate: 10, burst: 5 }, 0);
    expect(await take(bucket, 0, 0, 0, 0, 0, 0, 0)).toEqual([true, true, true, true, true, false, false]);
  });

  it('a burst of one lets one request through at once', async () => {
    const bucket = part.createBucket({ rate: 10, burst: 1 }, 0);
    expect(await take(bucket, 0, 0)).toEqual([true, false]);
  });

  it('the burst alone says how many pass at once: a higher rate adds nothing', async () => {
    const bucket = part.createBucket({ rate: 100, burst: 3 }, 0);
    expect(await take(bucket, 0, 0, 0, 0)).toEqual([true, true, true, false]);
  });

  it('the burst alone says how many pass at once: a lower rate takes nothing off', async () => {
    const bucket = part.createBucket({ rate: 0.5, burst: 4 }, 0);
    expect(await take(bucket, 0, 0, 0, 0, 0)).toEqual([true, true, true, true, false]);
  });

  it('a bucket made at any moment is full at that moment', async () => {
    const now = Date.UTC(2026, 10, 21, 9, 30);
    const bucket = part.createBucket({ rate: 10, burst: 2 }, now);
    expect(await take(bucket, now, now, now)).toEqual([true, true, false]);
  });

  it('a request that passes takes one token', async () => {
    const bucket = part.createBucket({ rate: 10, burst: 3 }, 0);
    const full = levels(bucket, 0);
    bucket.take(0);
    const afterOne = levels(bucket, 0);
    bucket.take(0);
    bucket.take(0);
    const afterThree = levels(bucket, 0);
    expect([await full, await afterOne, await afterThree]).toEqual([[3], [2], [0]]);
  });

  it('looking at the tokens takes none', async () => {
    const bucket = part.createBucket({ rate: 10, burst: 2 }, 0);
    const looked = levels(bucket, 0, 0, 0);
    const taken = take(bucket, 0, 0);
    expect([await looked, await taken]).toEqual([
      [2, 2, 2],
      [true, true],
    ]);
  });

  it('two buckets with the same limit share nothing', async () => {
    const limit = { rate: 10, burst: 2 };
    const [ann, bob] = [part.createBucket(limit, 0), part.createBucket(limit, 0)];
    const anns = take(ann, 0, 0, 0);
    const bobs = take(bob, 0, 0, 0);
    expect([await anns, await bobs]).toEqual([
      [true, true, false],
      [true, true, false],
    ]);
  });

  it('whatever the limit, exactly as many requests as the burst pass at one moment', async () => {
    await forEvery(fc.record({ limit: limits(), now: starts() }), async ({ limit, now }) => {
      const bucket = part.createBucket(limit, now);
      const answers = await take(bucket, ...Array.from({ length: limit.burst + 2 }, () => now));
      expect(answers).toEqual(answers.map((_, i) => i < limit.burst));
    });
  });
});
