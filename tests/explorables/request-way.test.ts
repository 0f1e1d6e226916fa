import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThrottle } from '../../solutions/token-bucket/token-bucket.ts';
import { PRESETS } from '../../src/explorables/request-way-presets.ts';
import { CHOICES, mend, STOPS, wayOf, type Expense, type Part, type Situation, type Way } from '../../src/explorables/request-way.ts';

const TIMEOUT = 29_000;
const PARTS = Object.keys(CHOICES) as Part[];
const GOOD = Object.fromEntries(PARTS.map((part) => [part, CHOICES[part][0]])) as Situation;
const BOOKING: Partial<Situation> = { call: 'bookings' };

const way = (change: Partial<Situation>) => wayOf({ ...GOOD, ...change }, TIMEOUT);
const endOf = ({ visits, reply }: Way) => [visits.at(-1)!.stop, reply];
const expensesOf = ({ visits }: Way): Expense[] => visits.flatMap(({ expenses }) => expenses);

const situations = fc.record(Object.fromEntries(PARTS.map((part) => [part, fc.constantFrom(...CHOICES[part])]))) as fc.Arbitrary<Situation>;

describe('the first unhappy stop answers', () => {
  it.each<[string, Partial<Situation>, string, string]>([
    ['a bad key before a bad body', { ...BOOKING, key: 'wrong', body: 'bad' }, 'key', 'bad-key'],
    ['an unauthorized token before a missing key', { ...BOOKING, token: 'unauthorized', key: 'missing' }, 'caller', 'unauthorized'],
    ['a spent quota before a broken body', { ...BOOKING, quota: 'spent', body: 'bad' }, 'quota', 'quota-spent'],
    ['an unknown method before everything', { call: 'unknown', token: 'good' }, 'path', 'unknown-signed'],
    ['… in other words without a token', { call: 'unknown', token: 'missing' }, 'path', 'unknown-unsigned'],
    ['a missing key before an empty bucket', { ...BOOKING, key: 'missing', bucket: 'empty' }, 'key', 'bad-key'],
    ['an empty bucket before a spent quota', { bucket: 'empty', quota: 'spent' }, 'throttle', 'throttled'],
    ['a missing parameter before a bad body', { ...BOOKING, parameter: 'missing', body: 'bad' }, 'parameters', 'parameter-missing'],
    ['a bad body before a function that cannot run', { ...BOOKING, body: 'bad', backend: 'throttled' }, 'body', 'body-invalid'],
    ['a kept reply before a backend that is down', { kept: 'yes', backend: 'malformed' }, 'cache', 'kept'],
    ['an authorizer that cannot be read before the key', { token: 'unreadable', key: 'wrong' }, 'caller', 'authorizer-unreadable'],
  ])('%s', (_, change, stop, reply) => {
    expect(endOf(way(change))).toEqual([stop, reply]);
  });

  it('and the stops after it never hear of the request', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { visits, unheard } = wayOf(situation, TIMEOUT);
        expect([...visits.map(({ stop }) => stop), ...unheard]).toEqual(STOPS);
      }),
    );
  });

  it('at the key, throttle and quota as in the throttle of the exercise', () => {
    for (const key of CHOICES.key)
      for (const bucket of CHOICES.bucket)
        for (const quota of CHOICES.quota) {
          const desk = createThrottle(
            {
              account: { rate: 10, burst: 10 },
              stages: { prod: { keyRequired: ['/bookings/POST'] } },
              plans: {
                guest: {
                  throttle: { rate: 0, burst: bucket === 'empty' ? 1 : 9 },
                  quota: { limit: quota === 'spent' ? 1 : 9, period: 'DAY' },
                  stages: { prod: {} },
                },
              },
              keys: { right: ['guest'] },
            },
            0,
          );
          const request = { stage: 'prod', method: '/bookings/POST', apiKey: 'right' };
          desk.admit(request, 0);
          const sent = { good: 'right', wrong: 'wrng', missing: undefined }[key];
          const decision = desk.admit({ ...request, apiKey: sent }, 0);
          const said = { INVALID_API_KEY: 'bad-key', THROTTLED: 'throttled', QUOTA_EXCEEDED: 'quota-spent' };
          expect(way({ ...BOOKING, key, bucket, quota }).reply).toBe(decision.allowed ? 'answer' : said[decision.response]);
        }
  });
});

describe('mending what is reported', () => {
  it('leads further and never back, until there is an answer', () => {
    fc.assert(
      fc.property(situations, (start) => {
        let situation = start;
        let before = wayOf(situation, TIMEOUT);
        for (let mended = 0; before.fault; mended++) {
          expect(mended).toBeLessThan(PARTS.length);
          const { fault, visits } = before;
          situation = mend(situation, fault);
          const after = wayOf(situation, TIMEOUT);
          // At the backend several things may be wrong, and all of them are found there.
          const least = visits.at(-1)!.stop === 'backend' ? visits.length : visits.length + 1;
          expect(after.visits.length).toBeGreaterThanOrEqual(least);
          expect(after.fault).not.toBe(fault);
          before = after;
        }
        expect(['answer', 'kept']).toContain(before.reply);
      }),
    );
  });

  it('takes eight mends where everything is wrong', () => {
    const ends: string[] = [];
    let situation = PRESETS.at(-1)!.situation;
    for (let fault: Part | undefined = 'call'; fault;) {
      const { reply, fault: next } = wayOf(situation, TIMEOUT);
      ends.push(reply);
      if (next) situation = mend(situation, next);
      fault = next;
    }
    expect(ends).toEqual([
      'unknown-unsigned',
      'unauthorized',
      'bad-key',
      'throttled',
      'quota-spent',
      'parameter-missing',
      'body-invalid',
      'malformed',
      'answer',
    ]);
  });
});

describe('what it costs', () => {
  it('is a call of the authorizer for a made-up token, and none for a missing one', () => {
    expect(expensesOf(way({ token: 'unauthorized' }))).toEqual(['authorizer-call']);
    expect(expensesOf(way({ token: 'missing' }))).toEqual([]);
  });

  it('is a token and one of the quota for a body that is refused', () => {
    expect(expensesOf(way({ ...BOOKING, body: 'bad' }))).toEqual(['authorizer-call', 'bucket-token', 'quota-count']);
  });

  it('is neither for somebody without a key', () => {
    expect(expensesOf(way({ key: 'missing' }))).toEqual(['authorizer-call']);
  });

  it('is none of the quota where the throttle refuses (B-THR-16)', () => {
    expect(expensesOf(way({ bucket: 'empty' }))).toEqual(['authorizer-call']);
  });

  it('is a call of the function after a timeout, and none where Lambda throttles', () => {
    expect(expensesOf(way({ backend: 'slow' }))).toContain('function-call');
    expect(expensesOf(way({ backend: 'throttled' }))).not.toContain('function-call');
  });

  it.each<[Partial<Situation>, string]>([
    [{ call: 'unknown' }, 'unsaid'],
    [{ token: 'unreadable' }, 'unsaid'],
    [{ token: 'denied' }, 'free'],
    [{ key: 'wrong' }, 'free'],
    [{ quota: 'spent' }, 'free'],
    [{ parameter: 'missing' }, 'probably'],
    [{ kept: 'yes' }, 'billed'],
    [{ backend: 'throttled' }, 'billed'],
  ])('%j: the call itself is %s', (change, billing) => {
    expect(way(change).billing).toBe(billing);
  });
});

describe('how long it takes, in the figures of the lesson', () => {
  it.each<[string, Partial<Situation>, number]>([
    ['the first GET of the day', { backend: 'cold' }, 692],
    ['a later GET', {}, 52],
    ['a GET with a kept reply', { kept: 'yes' }, 9],
    ['a bad POST that is checked', { ...BOOKING, body: 'bad' }, 9],
    ['a bad POST that is not', { ...BOOKING, body: 'bad', validator: 'off' }, 38],
    ['a good POST that is checked', BOOKING, 94],
    ['a good POST that is not', { ...BOOKING, validator: 'off' }, 93],
  ])('%s', (_, change, ms) => {
    expect(way(change).ms).toBe(ms);
  });

  it('waits for the backend no longer than the timeout', () => {
    expect(way({ backend: 'slow' }).visits.at(-1)!.ms).toBe(TIMEOUT);
  });

  it('is never less for a good request because it was checked', () => {
    for (const call of ['rooms', 'bookings'] as const)
      for (const backend of ['warm', 'cold'] as const)
        expect(way({ call, backend, validator: 'on' }).ms).toBeGreaterThan(way({ call, backend, validator: 'off' }).ms);
  });
});
