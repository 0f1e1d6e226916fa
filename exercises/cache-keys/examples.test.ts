/** Examples to start from: `npm run examples`. The grader asks more. */
import { describe, expect, it } from 'vitest';
import { cacheKey, createCache } from './cache-keys.ts';
import type { CachedMethod, CachedResponse, CacheRequest } from './contract.ts';

const pets: CachedMethod = {
  stage: 'prod',
  resourceId: 'a1b2c3',
  resourcePath: '/pets',
  httpMethod: 'GET',
  requestParameters: { 'method.request.querystring.type': false },
  cacheKeyParameters: ['method.request.querystring.type'],
};

function asking(querystring: Record<string, string[]>, header: Record<string, string[]> = {}): CacheRequest {
  return { path: {}, querystring, header };
}

const twoCats: CachedResponse = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'two cats' };

describe('the key', () => {
  it('tells requests apart by a listed parameter, and by no other', () => {
    const key = cacheKey(pets, asking({ type: ['cat'] }));
    expect(cacheKey(pets, asking({ type: ['dog'] }))).not.toBe(key);
    expect(cacheKey(pets, asking({ type: ['cat'], page: ['2'] }))).toBe(key);
  });

  it('tells a missing parameter from an empty one', () => {
    expect(cacheKey(pets, asking({}))).not.toBe(cacheKey(pets, asking({ type: [''] })));
  });
});

describe('the cache of a stage, TTL 5 s', () => {
  const stages = { prod: { capacity: 1_000_000, default: { cachingEnabled: true, cacheTtlInSeconds: 5 } } };
  const cats = asking({ type: ['cat'] });

  it('serves what was stored until its time is up', () => {
    const cache = createCache({ stages });
    expect(cache.lookup(pets, cats, 0)).toEqual({ kind: 'miss' });
    cache.store(pets, cats, twoCats, 100);
    expect(cache.lookup(pets, cats, 5000)).toEqual({ kind: 'hit', response: twoCats });
    expect(cache.lookup(pets, cats, 5200)).toEqual({ kind: 'miss' });
  });

  it('caches GET, and other methods only if their own settings say so', () => {
    const cache = createCache({ stages });
    expect(cache.lookup({ ...pets, httpMethod: 'POST' }, cats, 0)).toEqual({ kind: 'bypass' });
  });

  it('lets a caller with permission refresh an entry', () => {
    const cache = createCache({ stages });
    cache.store(pets, cats, twoCats, 0);
    const reload = asking({ type: ['cat'] }, { 'Cache-Control': ['max-age=0'] });
    expect(cache.lookup(pets, { ...reload, mayInvalidateCache: true }, 1)).toEqual({ kind: 'miss' });
    expect(cache.lookup(pets, reload, 2)).toMatchObject({ kind: 'hit', warning: expect.stringMatching(/^199 /) });
  });
});
