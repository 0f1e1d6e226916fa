/** Hostile requests and settings against the reference: two keys are equal for equal values only, and whatever is refused names its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CacheConfig, CachedMethod, CacheRequest } from '../../exercises/cache-keys/contract.ts';
import { cacheKey, createCache } from '../../solutions/cache-keys/cache-keys.ts';

const SEED = 20_261_121;

/** What a careless key joins its parts with, beside names that every object knows. */
const tricky = fc.oneof(
  fc.constantFrom('', '-', '0:', '1:', '1:a', '2:', '|', '&', '=', '\u0000', '\uD800', 'undefined', '__proto__', 'constructor'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const values = fc.array(fc.oneof(fc.constantFrom('', 'a', '1:a', '-'), tricky), { minLength: 1, maxLength: 3 });
const request: fc.Arbitrary<CacheRequest> = fc.record({
  path: fc.dictionary(fc.constantFrom('a', 'b'), tricky, { maxKeys: 2 }),
  querystring: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), values, { maxKeys: 3 }),
  header: fc.dictionary(fc.constantFrom('a', 'b'), values, { maxKeys: 2 }),
});

const LISTED = ['path.a', 'path.b', 'querystring.a', 'querystring.b', 'querystring.__proto__', 'header.A', 'header.b'].map(
  (name) => `method.request.${name}`,
);
const METHOD: CachedMethod = {
  stage: 'prod',
  resourceId: 'r1',
  resourcePath: '/{a}/{b}',
  httpMethod: 'GET',
  requestParameters: Object.fromEntries(LISTED.map((name) => [name, false])),
  cacheKeyParameters: LISTED,
};

describe('the reference', { timeout: 120_000 }, () => {
  it('gives 60,000 pairs of requests the same key exactly where the listed values are the same', () => {
    let equal = 0;
    fc.assert(
      fc.property(request, fc.option(request, { nil: undefined }), (one, drawn) => {
        const other = drawn ?? structuredClone(one);
        const isSame = seen(one) === seen(other);
        expect(cacheKey(METHOD, one) === cacheKey(METHOD, other)).toBe(isSame);
        equal += Number(isSame);
      }),
      { seed: SEED, numRuns: 60_000 },
    );
    expect(equal).toBeGreaterThan(5_000);
  });

  it('makes a key of 20,000 lists of parameters, or names the one that is wrong', () => {
    const name = fc.oneof(fc.constantFrom(...LISTED, 'method.request.body', 'method.request.querystring.', 'header.a'), tricky);
    let refused = 0;
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), fc.array(name, { maxLength: 3 }), request, (listed, declared, asked) => {
        const requestParameters = Object.fromEntries(declared.map((parameter) => [parameter, true]));
        const refusal = refusalOf({ ...METHOD, cacheKeyParameters: listed, requestParameters }, asked);
        if (refusal === undefined) return;
        expect(listed.some((parameter) => refusal.includes(parameter))).toBe(true);
        refused += 1;
      }),
      { seed: SEED, numRuns: 20_000 },
    );
    expect(refused).toBeGreaterThan(5_000);
    expect(refused).toBeLessThan(19_000);
  });

  it('serves from 20,000 caches of any setting what was stored, or refuses the setting by name', () => {
    const number = fc.oneof(fc.constantFrom(0, 1, 300, 3600, 3601, -1, 0.5, NaN, Infinity, 600, 5000), fc.double());
    const config = fc.record({ capacity: number, ttl: number, enabled: fc.boolean() });
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(config, tricky, request, tricky, ({ capacity, ttl, enabled }, stage, asked, body) => {
        outcomes.add(
          outcome({ stages: { [stage]: { capacity, default: { cachingEnabled: enabled, cacheTtlInSeconds: ttl } } } }, stage, asked, body),
        );
      }),
      { seed: SEED, numRuns: 20_000 },
    );
    expect([...outcomes].sort()).toEqual(['bypass', 'hit', 'miss', 'refused: cacheTtlInSeconds', 'refused: capacity']);
  });
});

/** The values that count, as JSON: another encoding than the reference's. */
function seen({ path, querystring, header }: CacheRequest): string {
  return JSON.stringify([[path.a, path.b], Object.entries(querystring).sort(byName), Object.entries(header).sort(byName)], (_, value) =>
    value === undefined ? 0 : value,
  );
}

function byName([one]: [string, string[]], [other]: [string, string[]]): number {
  return one < other ? -1 : 1;
}

function refusalOf(method: CachedMethod, asked: CacheRequest): string | undefined {
  try {
    cacheKey(method, asked);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function outcome(config: CacheConfig, stage: string, asked: CacheRequest, body: string): string {
  const method = { ...METHOD, stage };
  try {
    const cache = createCache(config);
    cache.store(method, asked, { status: 200, headers: {}, body }, 0);
    const found = cache.lookup(method, asked, 1);
    return found.kind === 'hit' && found.response.body !== body ? 'another body' : found.kind;
  } catch (error) {
    const field = /capacity|cacheTtlInSeconds/.exec((error as Error).message)?.[0];
    return `refused: ${field}`;
  }
}
