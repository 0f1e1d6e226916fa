import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { exactDecisions } from './model.ts';
import { admit, part, passes, PLENTY, throttledBy } from './subject.ts';
import { arrivals, gaps, limits, starts } from './traffic.ts';

const GET = '/pets/GET';
const POST = '/pets/POST';
const NEVER = 0;

describe('levels', () => {
  it('where a stage sets nothing, the account limit decides', async () => {
    const throttle = part.createThrottle({ account: { rate: 10, burst: 2 }, stages: { prod: {} } }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 100]);
    expect(answers).toEqual([passes, passes, throttledBy('account'), passes]);
  });

  it('all methods of all stages share the one account limit', async () => {
    const throttle = part.createThrottle({ account: { rate: 10, burst: 3 }, stages: { prod: {}, dev: {} } }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', POST, 0], ['dev', GET, 0], ['dev', POST, 0]);
    expect(answers).toEqual([passes, passes, passes, throttledBy('account')]);
  });

  it('a method limit refuses although the account has tokens left', async () => {
    const stages = { prod: { methods: { [GET]: { rate: 10, burst: 1 } } } };
    const throttle = part.createThrottle({ account: PLENTY, stages }, 0);
    expect(await admit(throttle, ['prod', GET, 0], ['prod', GET, 0])).toEqual([passes, throttledBy('method')]);
  });

  it('a generous method limit does not lift the account limit', async () => {
    const stages = { prod: { methods: { [GET]: { rate: 1000, burst: 1000 } } } };
    const throttle = part.createThrottle({ account: { rate: 10, burst: 2 }, stages }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 100], ['prod', GET, 100]);
    expect(answers).toEqual([passes, passes, throttledBy('account'), passes, throttledBy('account')]);
  });

  it('when several levels have no token, the innermost answers', async () => {
    const stages = { prod: { methods: { [GET]: { rate: 10, burst: 1 } } } };
    const throttle = part.createThrottle({ account: { rate: 10, burst: 1 }, stages }, 0);
    expect(await admit(throttle, ['prod', GET, 0], ['prod', GET, 0])).toEqual([passes, throttledBy('method')]);
  });

  it('two methods with limits of their own have a bucket each', async () => {
    const stages = { prod: { methods: { [GET]: { rate: 10, burst: 1 }, [POST]: { rate: 10, burst: 2 } } } };
    const throttle = part.createThrottle({ account: PLENTY, stages }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', POST, 0], ['prod', POST, 0], ['prod', POST, 0], ['prod', GET, 0]);
    expect(answers).toEqual([passes, passes, passes, throttledBy('method'), throttledBy('method')]);
  });

  it('the same method in two stages has two buckets', async () => {
    const methods = { [GET]: { rate: 10, burst: 1 } };
    const throttle = part.createThrottle({ account: PLENTY, stages: { prod: { methods }, dev: { methods } } }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['dev', GET, 0], ['prod', GET, 0], ['dev', GET, 0]);
    expect(answers).toEqual([passes, passes, throttledBy('method'), throttledBy('method')]);
  });

  it('a request that the account refuses takes no token of its method', async () => {
    const stages = { prod: { methods: { [GET]: { rate: NEVER, burst: 2 } } } };
    const throttle = part.createThrottle({ account: { rate: 10, burst: 1 }, stages }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 100], ['prod', GET, 200]);
    expect(answers).toEqual([passes, throttledBy('account'), passes, throttledBy('method')]);
  });

  it('a request that its method refuses takes no token of the account', async () => {
    const stages = { prod: { methods: { [GET]: { rate: NEVER, burst: 1 } } } };
    const throttle = part.createThrottle({ account: { rate: NEVER, burst: 2 }, stages }, 0);
    const answers = await admit(throttle, ['prod', GET, 0], ['prod', GET, 0], ['prod', GET, 0], ['prod', POST, 0], ['prod', POST, 0]);
    expect(answers).toEqual([passes, throttledBy('method'), throttledBy('method'), passes, throttledBy('account')]);
  });

  it('each level refills at its own rate', async () => {
    const stages = { prod: { methods: { [GET]: { rate: 2, burst: 1 } } } };
    const throttle = part.createThrottle({ account: { rate: 1, burst: 2 }, stages }, 0);
    const answers = await admit(
      throttle,
      ['prod', GET, 0],
      ['prod', GET, 499],
      ['prod', GET, 500],
      ['prod', GET, 1000],
      ['prod', GET, 1500],
    );
    expect(answers).toEqual([passes, throttledBy('method'), passes, passes, throttledBy('account')]);
  });

  it('a time before one already seen counts as the latest one seen, also for buckets that did not see it', async () => {
    const methods = { [GET]: { rate: 10, burst: 1 }, [POST]: { rate: 10, burst: 1 } };
    const throttle = part.createThrottle({ account: PLENTY, stages: { prod: { methods } } }, 0);
    const answers = await admit(
      throttle,
      ['prod', POST, 0],
      ['prod', GET, 1000],
      ['prod', POST, 0],
      ['prod', POST, 1099],
      ['prod', POST, 1100],
    );
    expect(answers).toEqual([passes, passes, passes, throttledBy('method'), passes]);
  });

  it('a request passes exactly when its method and the account both have a token', async () => {
    const request = fc.record({ stage: fc.constantFrom('prod', 'dev'), method: fc.constantFrom(GET, POST), gap: gaps() });
    const cases = fc.record({
      start: starts(),
      account: limits(),
      ofProd: limits(),
      ofDev: limits(),
      requests: fc.array(request, { minLength: 1, maxLength: 25 }),
    });
    await forEvery(cases, async ({ start, account, ofProd, ofDev, requests }) => {
      const config = { account, stages: { prod: { methods: { [GET]: ofProd } }, dev: { methods: { [GET]: ofDev, [POST]: ofDev } } } };
      const asked = arrivals(start, requests);
      expect(await admit(part.createThrottle(config, start), ...asked)).toEqual(exactDecisions(config, start, asked));
    });
  });
});
