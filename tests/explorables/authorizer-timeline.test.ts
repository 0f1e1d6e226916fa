import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../solutions/authorizer-policy/authorizer-policy.ts';
import { lanesOf } from '../../src/explorables/authorizer-timeline-lanes.ts';
import { presets } from '../../src/explorables/authorizer-timeline-presets.ts';
import {
  CALLS,
  may,
  NAMED,
  runTimeline,
  SOURCES,
  TOKENS,
  wrongs,
  type Arrival,
  type Settings,
} from '../../src/explorables/authorizer-timeline.ts';

const TTL = 300;
const START: Settings = { ttl: TTL, named: 'method', sources: 'token' };
const run = (change: Partial<Settings>, arrivals: readonly Arrival[]) => runTimeline(createAuthorizer, { ...START, ...change }, arrivals);

const ann = (second: number, call: Arrival['call']): Arrival => ({ second, token: 'ann', call });
const ben = (second: number, call: Arrival['call']): Arrival => ({ ...ann(second, call), token: 'ben' });
const PROFILE_THEN_ORDERS = [ann(0, 'GET /profile'), ann(60, 'GET /orders'), ann(120, 'POST /orders')];

const statuses = async (change: Partial<Settings>, arrivals: readonly Arrival[]) =>
  (await run(change, arrivals)).moments.map(({ status }) => status);

describe('the famous bug', () => {
  it('is there while the policy names the method that was called', async () => {
    const { moments, calls } = await run({}, PROFILE_THEN_ORDERS);
    expect(calls).toBe(1);
    expect(moments.map(({ status, answeredBy, keptAt, policy }) => [status, answeredBy, keptAt, policy])).toEqual([
      [200, 'function', 0, 'Allow prod/GET/profile'],
      [403, 'cache', 0, 'Allow prod/GET/profile'],
      [403, 'cache', 0, 'Allow prod/GET/profile'],
    ]);
    expect(wrongs({ moments, calls })).toEqual({ refused: 2, admitted: 0 });
  });

  it.each<[string, Partial<Settings>, number, number[]]>([
    ['a policy of all that the caller may', { named: 'caller' }, 1, [200, 200, 200]],
    ['no cache', { ttl: 0 }, 3, [200, 200, 200]],
    ['verb and path in the key', { sources: 'verb-path' }, 3, [200, 200, 200]],
    ['not quite: the path alone in the key', { sources: 'path' }, 2, [200, 200, 403]],
  ])('%s', async (_, change, calls, expected) => {
    expect(await statuses(change, PROFILE_THEN_ORDERS)).toEqual(expected);
    expect((await run(change, PROFILE_THEN_ORDERS)).calls).toBe(calls);
  });

  it('goes away by itself once the answer is too old, and comes back for the other method', async () => {
    const { moments } = await run({}, [ann(0, 'GET /profile'), ann(TTL, 'GET /orders'), ann(TTL + 1, 'GET /profile')]);
    expect(moments.map(({ status, answeredBy, expired }) => [status, answeredBy, expired])).toEqual([
      [200, 'function', undefined],
      [200, 'function', 0],
      [403, 'cache', undefined],
    ]);
  });
});

it('a denial is kept like a permission', async () => {
  const { moments } = await run({}, [ben(0, 'POST /orders'), ben(1, 'POST /orders'), ben(2, 'GET /orders')]);
  expect(moments.map(({ status, explicit, answeredBy, wrongly }) => [status, explicit, answeredBy, wrongly])).toEqual([
    [403, true, 'function', undefined],
    [403, true, 'cache', undefined],
    [403, false, 'cache', 'refused'],
  ]);
});

it('a policy for the whole stage lets Ben do what he may not', async () => {
  const { moments } = await run({ named: 'stage' }, [ben(0, 'GET /orders'), ben(1, 'POST /orders')]);
  expect(moments[1]).toMatchObject({ status: 200, answeredBy: 'cache', wrongly: 'admitted' });
});

describe('a 401', () => {
  it('of the function is not kept', async () => {
    const stranger = (second: number): Arrival => ({ second, token: 'stranger', call: 'GET /orders' });
    const { moments, calls } = await run({}, [stranger(0), stranger(1)]);
    expect(calls).toBe(2);
    expect(moments.map(({ status, answeredBy, policy, expired }) => [status, answeredBy, policy, expired])).toEqual([
      [401, 'function', undefined, undefined],
      [401, 'function', undefined, undefined],
    ]);
  });

  it.each<[string, Partial<Settings>, 'function' | 'nobody']>([
    ['a TOKEN authorizer asks nobody', {}, 'nobody'],
    ['a TOKEN authorizer asks nobody without a cache, too', { ttl: 0 }, 'nobody'],
    ['a REQUEST authorizer asks nobody', { sources: 'path' }, 'nobody'],
    ['a REQUEST authorizer without a cache asks the function', { sources: 'path', ttl: 0 }, 'function'],
  ])('without a token: %s', async (_, change, answeredBy) => {
    expect((await run(change, [{ second: 0, token: 'none', call: 'GET /orders' }])).moments[0]).toMatchObject({ status: 401, answeredBy });
  });
});

it('requests come in order of time, however they are written', async () => {
  const { moments } = await run({}, [ann(60, 'GET /orders'), ann(0, 'GET /profile')]);
  expect(moments.map(({ second, status }) => [second, status])).toEqual([
    [0, 200],
    [60, 403],
  ]);
});

const arrival = fc.record({ second: fc.nat(700), token: fc.constantFrom(...TOKENS), call: fc.constantFrom(...CALLS) });
const arrivals = fc.array(arrival, { minLength: 1, maxLength: 8 });

it('a policy of all that the caller may is right whatever is kept', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, fc.constantFrom(0, 60, TTL), fc.constantFrom(...SOURCES), async (each, ttl, sources) => {
      expect(wrongs(await run({ named: 'caller', ttl, sources }, each))).toEqual({ refused: 0, admitted: 0 });
    }),
  );
});

it('what the cache answers was fetched under the same key, within the TTL, and decides as it says', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, fc.constantFrom(...NAMED), fc.constantFrom(...SOURCES), async (each, named, sources) => {
      const { moments } = await run({ named, sources, ttl: 60 }, each);
      for (const { answeredBy, key, keptAt, policy, second } of moments.filter((moment) => moment.answeredBy === 'cache')) {
        expect(answeredBy).toBe('cache');
        expect(second - keptAt!).toBeLessThan(60);
        expect(moments).toContainEqual(expect.objectContaining({ answeredBy: 'function', second: keptAt, key, policy }));
      }
    }),
  );
});

it.each([
  ['ann', 'POST /orders', true],
  ['ben', 'GET /orders', true],
  ['ben', 'POST /orders', false],
  ['stranger', 'GET /profile', false],
  ['none', 'GET /profile', false],
] as const)('%s may %s: %s', (token, call, expected) => {
  expect(may(token, call)).toBe(expected);
});

describe('the drawing', () => {
  it('has a lane for each key, a column for each request, and a bar for what is kept', async () => {
    const [first] = presets(TTL);
    const line = await run(first.settings, first.arrivals);
    expect(lanesOf(line, TTL)).toEqual([
      {
        key: 'ann',
        marks: line.moments.map((moment, index) => ({ at: (index + 0.5) / 5, moment })),
        // 300 s lie 180 s behind the request at 120 s, and 10 s before the one at 310 s.
        kept: [
          { from: 0.1, to: expect.closeTo(0.5 + 0.2 * (180 / 190), 10) },
          { from: 0.7, to: 1 },
        ],
      },
    ]);
  });

  it('has no bars where nothing is kept', async () => {
    expect(lanesOf(await run({ ttl: 0 }, PROFILE_THEN_ORDERS), 0).flatMap(({ kept }) => kept)).toEqual([]);
  });

  it('stays within its frame', async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, async (each) => {
        for (const { marks, kept } of lanesOf(await run({ ttl: 60 }, each), 60)) {
          for (const { from, to } of [...kept, ...marks.map(({ at }) => ({ from: at, to: at }))]) {
            expect(0 < from && from <= to && to <= 1).toBe(true);
          }
        }
      }),
    );
  });
});
