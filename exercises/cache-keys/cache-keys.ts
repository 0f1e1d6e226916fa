/**
 * Exercise: cache keys.
 *
 * `contract.ts` beside this file says what every function must do, in which units, and why. Start with `cacheKey`: the
 * first four concepts need nothing else. `npm run examples` runs the visible examples, `npm run grade cache-keys` the
 * whole suite, `npm run hint cache-keys` helps with the first rule that is broken.
 */
import type { Cache, CacheConfig, CachedMethod, CachedResponse, CacheRequest, Lookup, Millis } from './contract.ts';

export function cacheKey(method: CachedMethod, request: CacheRequest): string {
  return '';
}

export function createCache(config: CacheConfig): Cache {
  return {
    lookup(method: CachedMethod, request: CacheRequest, now: Millis): Lookup {
      return { kind: 'bypass' };
    },

    store(method: CachedMethod, request: CacheRequest, response: CachedResponse, now: Millis): void {},

    flush(stage: string): void {},
  };
}
