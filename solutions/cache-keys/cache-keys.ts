/** Cache keys, the reference: what makes a key, then the cache that answers by it. */
export { cacheKey } from './key.ts';
export { createCache } from './cache.ts';
