/** Examples to start from: `npm run examples`. The grader asks more. */
import { describe, expect, it } from 'vitest';
import { createBucket, createThrottle } from './token-bucket.ts';

describe('one bucket: rate 10, burst 5', () => {
  it('passes five requests at once and refuses the next two', () => {
    const bucket = createBucket({ rate: 10, burst: 5 }, 0);
    const answers = [0, 0, 0, 0, 0, 0, 0].map((now) => bucket.take(now));
    expect(answers).toEqual([true, true, true, true, true, false, false]);
  });

  it('has one token again 100 ms after it was emptied', () => {
    const bucket = createBucket({ rate: 10, burst: 5 }, 0);
    for (let i = 0; i < 5; i++) bucket.take(0);
    expect(bucket.tokens(50)).toBeCloseTo(0.5);
    expect(bucket.tokens(100)).toBeCloseTo(1);
    expect(bucket.take(100)).toBe(true);
  });

  it('has five after a second, not ten', () => {
    const bucket = createBucket({ rate: 10, burst: 5 }, 0);
    for (let i = 0; i < 5; i++) bucket.take(0);
    expect(bucket.tokens(1000)).toBe(5);
  });
});

describe('the throttle', () => {
  it('asks every level: a generous method does not lift the account', () => {
    const throttle = createThrottle(
      {
        account: { rate: 1, burst: 2 },
        stages: { prod: { methods: { '/pets/GET': { rate: 100, burst: 100 } } } },
      },
      0,
    );
    const request = { stage: 'prod', method: '/pets/GET' };
    expect(throttle.admit(request, 0)).toEqual({ allowed: true });
    expect(throttle.admit(request, 0)).toEqual({ allowed: true });
    expect(throttle.admit(request, 0)).toEqual({ allowed: false, response: 'THROTTLED', level: 'account' });
  });

  it('turns away a request without a key where one is required', () => {
    const throttle = createThrottle(
      {
        account: { rate: 100, burst: 100 },
        stages: { prod: { keyRequired: ['/orders/POST'] } },
        plans: { basic: { throttle: { rate: 1, burst: 1 }, stages: { prod: {} } } },
        keys: { 'key-of-ann': ['basic'] },
      },
      0,
    );
    const request = { stage: 'prod', method: '/orders/POST' };
    expect(throttle.admit(request, 0)).toEqual({ allowed: false, response: 'INVALID_API_KEY' });
    expect(throttle.admit({ ...request, apiKey: 'key-of-ann' }, 0)).toEqual({ allowed: true });
  });
});
