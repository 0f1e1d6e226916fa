import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { exactDecisions } from './model.ts';
import { admit, part, passes, PLENTY, throttledBy } from './subject.ts';
import { arrivals, gaps, limits, starts } from './traffic.ts';

const GET = '/pets/GET';
const POST = '/pets/POST';
const ORDERS = '/orders/{id}/GET';
const refused = throttledBy('method');

describe('overrides', () => {
  it('the default of a stage limits every method that has no entry', async () => {
    const throttle = part.createThrottle({ account: PLENTY, stages: { prod: { default: { rate: 10, burst: 2 } } } }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 100]);
    expect(answers).toEqual([passes, passes, refused, passes]);
  });

  it('the default gives each method a bucket of its own, not one to the whole stage', async () => {
    const throttle = part.createThrottle({ account: PLENTY, stages: { prod: { default: { rate: 10, burst: 1 } } } }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', POST, 0], ['prod', ORDERS, 0], ['prod', GET, 0], ['prod', POST, 0]);
    expect(answers).toEqual([passes, passes, passes, refused, refused]);
  });

  it('an entry above the default counts alone', async () => {
    const stages = { prod: { default: { rate: 10, burst: 1 }, methods: { [GET]: { rate: 10, burst: 3 } } } };
    const throttle = part.createThrottle({ account: PLENTY, stages }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 0]);
    expect(answers).toEqual([passes, passes, passes, refused]);
  });

  it('an entry below the default counts alone', async () => {
    const stages = { prod: { default: { rate: 10, burst: 3 }, methods: { [GET]: { rate: 10, burst: 1 } } } };
    const throttle = part.createThrottle({ account: PLENTY, stages }, 0);
    expect(await admit(throttle, ['prod', GET, 0], ['prod', GET, 0])).toEqual([passes, refused]);
  });

  it('an entry replaces the rate too, not only the burst', async () => {
    const stages = { prod: { default: { rate: 100, burst: 1 }, methods: { [GET]: { rate: 1, burst: 1 } } } };
    const throttle = part.createThrottle({ account: PLENTY, stages }, 0);
    expect(await admit(throttle, ['prod', GET, 0], ['prod', GET, 999], ['prod', GET, 1000])).toEqual([passes, refused, passes]);
  });

  it('a method with an entry leaves the buckets of the others alone', async () => {
    const stages = { prod: { default: { rate: 10, burst: 2 }, methods: { [GET]: { rate: 10, burst: 2 } } } };
    const throttle = part.createThrottle({ account: PLENTY, stages }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 0], ['prod', POST, 0], ['prod', POST, 0]);
    expect(answers).toEqual([passes, passes, refused, passes, passes]);
  });

  it('the default of one stage says nothing about another', async () => {
    const stages = { prod: { default: { rate: 10, burst: 1 } }, test: { default: { rate: 10, burst: 2 } }, dev: {} };
    const throttle = part.createThrottle({ account: PLENTY, stages }, 0);
    const inStage = (stage: string) => admit(throttle, [stage, GET, 0], [stage, GET, 0], [stage, GET, 0]);
    const answers = [inStage('prod'), inStage('test'), inStage('dev')];
    expect(await Promise.all(answers)).toEqual([
      [passes, refused, refused],
      [passes, passes, refused],
      [passes, passes, passes],
    ]);
  });

  it('a method met for the first time late has a full bucket and no more', async () => {
    const throttle = part.createThrottle({ account: PLENTY, stages: { prod: { default: { rate: 10, burst: 2 } } } }, 0);
    const answers = await admit(throttle, ['prod', GET, 60_000], ['prod', GET, 60_000], ['prod', GET, 60_000], ['prod', GET, 60_100]);
    expect(answers).toEqual([passes, passes, refused, passes]);
  });

  it('whatever the traffic, each method has exactly one limit beside the account: its entry, else the default', async () => {
    const request = fc.record({ stage: fc.constantFrom('prod', 'dev'), method: fc.constantFrom(GET, POST, ORDERS), gap: gaps() });
    const cases = fc.record({
      start: starts(),
      ofGet: limits(),
      ofProd: limits(),
      ofDev: limits(),
      requests: fc.array(request, { minLength: 1, maxLength: 25 }),
    });
    await forEvery(cases, async ({ start, ofGet, ofProd, ofDev, requests }) => {
      const config = { account: PLENTY, stages: { prod: { default: ofProd, methods: { [GET]: ofGet } }, dev: { default: ofDev } } };
      const asked = arrivals(start, requests);
      expect(await admit(part.createThrottle(config, start), ...asked)).toEqual(exactDecisions(config, start, asked));
    });
  });
});
