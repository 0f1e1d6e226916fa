import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { Plan, Stage } from '../../../exercises/token-bucket/contract.ts';
import { exactDecisions } from './model.ts';
import { admit, invalidKey, part, passes, PLENTY, throttledBy, type Arrival } from './subject.ts';
import { arrivals, gaps, limits, starts, type SpacedRequest } from './traffic.ts';

const GET = '/orders/GET';
const POST = '/orders/POST';
const HEALTH = '/health/GET';
const [ANN, BOB] = ['key-of-ann', 'key-of-bob'];
const refused = throttledBy('plan');

const nobody = (stage: string, method: string): Arrival => [stage, method, 0];
const ann = (stage: string, method: string, now = 0): Arrival => [stage, method, now, ANN];
const bob = (stage: string, method: string, now = 0): Arrival => [stage, method, now, BOB];

/** A stage on which orders need a key and the health check does not. */
const keyed: Stage = { keyRequired: [GET, POST] };

/** A throttle of stages `prod` and `dev`, with Ann and Bob both in this plan. */
function withPlan(plan: Plan, { account = PLENTY, prod = keyed } = {}) {
  return part.createThrottle(
    { account, stages: { prod, dev: keyed }, plans: { basic: plan }, keys: { [ANN]: ['basic'], [BOB]: ['basic'] } },
    0,
  );
}

describe('clients', () => {
  it('where a key is required, a request without one is forbidden', async () => {
    const throttle = withPlan({ stages: { prod: {} } });
    expect(await admit(throttle, nobody('prod', GET), ann('prod', GET))).toEqual([invalidKey, passes]);
  });

  it('an unknown key is forbidden, even one named like something that every object has', async () => {
    const throttle = withPlan({ stages: { prod: {} } });
    const answers = await admit(throttle, ['prod', GET, 0, 'key-of-eve'], ['prod', GET, 0, 'toString'], ['prod', GET, 0, '']);
    expect(answers).toEqual([invalidKey, invalidKey, invalidKey]);
  });

  it('a key opens only the stages that one of its plans covers', async () => {
    const throttle = withPlan({ stages: { prod: {} } });
    expect(await admit(throttle, ann('dev', GET), ann('prod', GET))).toEqual([invalidKey, passes]);
  });

  it('a key is checked before any limit', async () => {
    const throttle = withPlan({ stages: { prod: {} } }, { account: { rate: 10, burst: 1 } });
    const answers = await admit(throttle, ann('prod', GET), nobody('prod', GET), ann('prod', GET));
    expect(answers).toEqual([passes, invalidKey, throttledBy('account')]);
  });

  it('a forbidden request takes no token anywhere', async () => {
    const throttle = withPlan(
      { stages: { prod: {} } },
      { account: { rate: 0, burst: 1 }, prod: { ...keyed, default: { rate: 0, burst: 1 } } },
    );
    const answers = await admit(throttle, nobody('prod', GET), ['prod', GET, 0, 'key-of-eve'], ann('prod', GET));
    expect(answers).toEqual([invalidKey, invalidKey, passes]);
  });

  it('a method that asks for no key ignores the one that is sent: the plan neither limits nor pays', async () => {
    const throttle = withPlan({ throttle: { rate: 0, burst: 1 }, stages: { prod: {} } });
    const answers = await admit(throttle, ann('prod', HEALTH), ann('prod', HEALTH), ['prod', HEALTH, 0, 'key-of-eve'], ann('prod', GET));
    expect(answers).toEqual([passes, passes, passes, passes]);
  });

  it('a plan limits its key, below method and account', async () => {
    const throttle = withPlan({ throttle: { rate: 10, burst: 2 }, stages: { prod: {} } });
    const answers = await admit(throttle, ann('prod', GET), ann('prod', GET), ann('prod', GET), ann('prod', GET, 100));
    expect(answers).toEqual([passes, passes, refused, passes]);
  });

  it('two keys of one plan do not share its limit', async () => {
    const throttle = withPlan({ throttle: { rate: 10, burst: 1 }, stages: { prod: {} } });
    const answers = await admit(throttle, ann('prod', GET), ann('prod', GET), bob('prod', GET), bob('prod', GET));
    expect(answers).toEqual([passes, refused, passes, refused]);
  });

  it('a plan counts its key over all of its stages and methods together', async () => {
    const throttle = withPlan({ throttle: { rate: 10, burst: 3 }, stages: { prod: {}, dev: {} } });
    const answers = await admit(throttle, ann('prod', GET), ann('dev', GET), ann('prod', POST), ann('dev', POST));
    expect(answers).toEqual([passes, passes, passes, refused]);
  });

  it('a plan’s entry for a method takes the place of the plan’s limit there', async () => {
    const throttle = withPlan({ throttle: { rate: 10, burst: 1 }, stages: { prod: { methods: { [POST]: { rate: 10, burst: 2 } } } } });
    const answers = await admit(throttle, ann('prod', POST), ann('prod', POST), ann('prod', POST), ann('prod', GET), ann('prod', GET));
    expect(answers).toEqual([passes, passes, refused, passes, refused]);
  });

  it('a plan’s entry for a method counts per key and per stage', async () => {
    const methods = { [POST]: { rate: 10, burst: 1 } };
    const throttle = withPlan({ stages: { prod: { methods }, dev: { methods } } });
    const answers = await admit(throttle, ann('prod', POST), ann('dev', POST), bob('prod', POST), ann('prod', POST), ann('dev', POST));
    expect(answers).toEqual([passes, passes, passes, refused, refused]);
  });

  it('a generous plan does not lift the method or the account above it', async () => {
    const generous: Plan = { throttle: PLENTY, stages: { prod: { methods: { [POST]: PLENTY } } } };
    const prod = { ...keyed, methods: { [GET]: { rate: 10, burst: 1 } } };
    const throttle = withPlan(generous, { account: { rate: 10, burst: 2 }, prod });
    const answers = await admit(throttle, ann('prod', GET), bob('prod', GET), ann('prod', POST), ann('prod', POST));
    expect(answers).toEqual([passes, throttledBy('method'), passes, throttledBy('account')]);
  });

  it('a request that an outer level refuses takes no token of the plan', async () => {
    const prod = { ...keyed, methods: { [GET]: { rate: 10, burst: 1 } } };
    const throttle = withPlan({ throttle: { rate: 0, burst: 2 }, stages: { prod: {} } }, { prod });
    const answers = await admit(throttle, ann('prod', GET), ann('prod', GET), ann('prod', GET, 100), ann('prod', GET, 200));
    expect(answers).toEqual([passes, throttledBy('method'), passes, refused]);
  });

  it('a request that the plan refuses takes no token of method and account', async () => {
    const prod = { ...keyed, default: { rate: 0, burst: 2 } };
    const throttle = withPlan({ throttle: { rate: 0, burst: 1 }, stages: { prod: {} } }, { account: { rate: 0, burst: 2 }, prod });
    const answers = await admit(throttle, ann('prod', GET), ann('prod', GET), bob('prod', GET), bob('prod', GET));
    expect(answers).toEqual([passes, refused, passes, refused]);
  });

  it('a key in two plans has a limit in each, and the stage says which plan it is', async () => {
    const plans = {
      live: { throttle: { rate: 10, burst: 2 }, stages: { prod: {} } },
      trial: { throttle: { rate: 10, burst: 1 }, stages: { dev: {} } },
    };
    const throttle = part.createThrottle(
      { account: PLENTY, stages: { prod: keyed, dev: keyed }, plans, keys: { [ANN]: ['live', 'trial'] } },
      0,
    );
    const answers = await admit(throttle, ann('dev', GET), ann('dev', GET), ann('prod', GET), ann('prod', GET), ann('prod', GET));
    expect(answers).toEqual([passes, refused, passes, passes, refused]);
  });

  it('what one key does changes nothing for another, as long as method and account have tokens', async () => {
    const cases = fc.record({
      limit: limits(),
      own: limits(),
      start: starts(),
      requests: fc.array(request(), { minLength: 1, maxLength: 20 }),
    });
    await forEvery(cases, async ({ limit, own, start, requests }) => {
      const plans = { basic: { throttle: limit, stages: { prod: { methods: { [POST]: own } }, dev: {} } } };
      const config = { account: PLENTY, stages: { prod: keyed, dev: keyed }, plans, keys: { [ANN]: ['basic'], [BOB]: ['basic'] } };
      const all = arrivals(start, requests);
      const anns = all.filter(([, , , key]) => key === ANN);
      const together = admit(part.createThrottle(config, start), ...all);
      const alone = admit(part.createThrottle(config, start), ...anns);
      expect((await together).filter((_, i) => all[i]![3] === ANN)).toEqual(await alone);
    });
  });

  it('whatever the traffic, a request passes exactly when plan, method and account all have a token', async () => {
    const cases = fc.record({
      start: starts(),
      account: limits(),
      ofKey: limits(),
      ofKeyOnPost: limits(),
      ofProd: limits(),
      requests: fc.array(request(), { minLength: 1, maxLength: 25 }),
    });
    await forEvery(cases, async ({ start, account, ofKey, ofKeyOnPost, ofProd, requests }) => {
      const config = {
        account: { rate: account.rate * 4, burst: account.burst * 2 },
        stages: { prod: { ...keyed, default: ofProd }, dev: keyed },
        plans: {
          basic: { throttle: ofKey, stages: { prod: { methods: { [POST]: ofKeyOnPost } }, dev: {} } },
          open: { stages: { prod: {} } },
        },
        keys: { [ANN]: ['basic'], [BOB]: ['open'] },
      };
      const asked = arrivals(start, requests);
      expect(await admit(part.createThrottle(config, start), ...asked)).toEqual(exactDecisions(config, start, asked));
    });
  });
});

function request(): fc.Arbitrary<SpacedRequest> {
  return fc.record({
    stage: fc.constantFrom('prod', 'dev'),
    method: fc.constantFrom(GET, POST, HEALTH),
    key: fc.constantFrom(ANN, ANN, BOB),
    gap: gaps(),
  });
}
