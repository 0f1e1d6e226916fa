/**
 * Cache keys as JSON, and a cache that looks through everything it has when it must make room.
 *
 * Why JSON is collision-proof. It is read back by one grammar to one value, so two texts are the same only if the values
 * were. Quotes, backslashes and lone surrogates inside a text are escaped, a missing value is `null` and never the text
 * "null", and lists keep their brackets. What must be done by hand is everything that JSON does not know: that order among
 * parameters means nothing, and that header names have no capitals.
 *
 * The cache is one `Map` per stage. Storing into a full stage sorts its entries by expiry, which costs more the more there
 * are; for a few thousand entries nobody notices.
 */
import type {
  Cache,
  CacheConfig,
  CachedMethod,
  CachedResponse,
  CacheRequest,
  Lookup,
  MethodSettings,
} from '../../../exercises/cache-keys/contract.ts';

/** The values of one listed parameter: null if it is missing (B-CCH-07). */
type Values = string[] | null;

export function cacheKey(method: CachedMethod, request: CacheRequest): string {
  const { stage, httpMethod, resourceId, cacheNamespace = resourceId } = method;
  const declared = Object.keys(method.requestParameters).map(withoutCapitals);
  const values = new Map<string, Values>();
  for (const listed of method.cacheKeyParameters) {
    const parameter = withoutCapitals(listed);
    if (!declared.includes(parameter)) throw new Error(`${listed} is a cache key parameter, and no parameter of the method request`);
    values.set(parameter, valuesOf(parameter, request));
  }
  return JSON.stringify([stage, httpMethod, cacheNamespace, [...values].sort(byName)]);
}

function withoutCapitals(parameter: string): string {
  return parameter.startsWith('method.request.header.') ? parameter.toLowerCase() : parameter;
}

function byName([one]: readonly [string, Values], [other]: readonly [string, Values]): number {
  return one < other ? -1 : 1;
}

function valuesOf(parameter: string, { path, querystring, header }: CacheRequest): Values {
  const parts: Record<string, Map<string, string[]>> = {
    path: new Map(Object.entries(path).map(([name, value]) => [name, [value]])),
    querystring: new Map(Object.entries(querystring)),
    header: new Map(Object.entries(header).map(([name, list]) => [name.toLowerCase(), list])),
  };
  for (const [location, sent] of Object.entries(parts)) {
    const prefix = `method.request.${location}.`;
    if (parameter.startsWith(prefix) && parameter !== prefix) return sent.get(parameter.slice(prefix.length)) ?? null;
  }
  throw new Error(`${parameter} is no parameter of a query string, a header or a path`);
}

interface Entry {
  response: CachedResponse;
  stored: number;
  expires: number;
  weight: number;
}

export function createCache({ stages }: CacheConfig): Cache {
  const shelves = new Map<string, Map<string, Entry>>();
  for (const [name, { capacity, default: ofOthers, methods = {} }] of Object.entries(stages)) {
    if (!(Number.isInteger(capacity) && capacity > 0)) throw new Error(`capacity of stage ${name} must be a positive whole number`);
    for (const { cacheTtlInSeconds: ttl = 300 } of [ofOthers ?? {}, ...Object.values(methods)]) {
      if (!(Number.isInteger(ttl) && ttl >= 0 && ttl <= 3600)) throw new Error(`cacheTtlInSeconds in stage ${name} must be 0 to 3600`);
    }
    shelves.set(name, new Map());
  }
  let clock = -Infinity;

  /** What is configured for a method that is cached (B-CCH-02, B-CCH-03). */
  function cachingOf({ stage, resourcePath, httpMethod }: CachedMethod): (MethodSettings & { ttl: number; capacity: number }) | undefined {
    if (!Object.hasOwn(stages, stage)) return undefined;
    const { capacity, default: ofOthers, methods = {} } = stages[stage]!;
    const name = `${resourcePath}/${httpMethod}`;
    const settings = Object.hasOwn(methods, name) ? methods[name] : httpMethod === 'GET' ? ofOthers : undefined;
    const ttl = settings?.cacheTtlInSeconds ?? 300;
    return settings?.cachingEnabled && ttl > 0 ? { ...settings, ttl, capacity } : undefined;
  }

  function lookup(method: CachedMethod, request: CacheRequest, now: number): Lookup {
    clock = Math.max(clock, now);
    const caching = cachingOf(method);
    if (!caching) return { kind: 'bypass' };

    let warned = {};
    if (wantsFresh(request)) {
      const mayRefresh = request.mayInvalidateCache || caching.requireAuthorizationForCacheControl === false;
      if (mayRefresh) return { kind: 'miss' };
      const strategy = caching.unauthorizedCacheControlHeaderStrategy ?? 'SUCCEED_WITH_RESPONSE_HEADER';
      if (strategy === 'FAIL_WITH_403') return { kind: 'forbidden' };
      if (strategy === 'SUCCEED_WITH_RESPONSE_HEADER') warned = { warning: '199 Only callers with permission may refresh the cache' };
    }
    const entry = shelves.get(method.stage)!.get(cacheKey(method, request));
    return entry && clock < entry.expires ? { kind: 'hit', response: entry.response, ...warned } : { kind: 'miss', ...warned };
  }

  function store(method: CachedMethod, request: CacheRequest, response: CachedResponse, now: number): void {
    clock = Math.max(clock, now);
    const caching = cachingOf(method);
    if (!caching) return;

    const shelf = shelves.get(method.stage)!;
    const key = cacheKey(method, request);
    shelf.delete(key);
    const texts = [key, response.body, ...Object.entries(response.headers).flat()];
    const weight = texts.reduce((sum, text) => sum + bytesOf(text), 512);
    if (bytesOf(response.body) > 1_048_576 || weight > caching.capacity) return;

    let free = [...shelf.values()].reduce((left, entry) => left - entry.weight, caching.capacity);
    if (free < weight) {
      const leaving = [...shelf].sort(([, one], [, other]) => one.expires - other.expires || one.stored - other.stored);
      for (const [name, entry] of leaving) {
        if (free >= weight) break;
        shelf.delete(name);
        free += entry.weight;
      }
    }
    shelf.set(key, { response, stored: clock, expires: clock + caching.ttl * 1000, weight });
  }

  return { lookup, store, flush: (stage) => shelves.get(stage)?.clear() };
}

function wantsFresh({ header }: CacheRequest): boolean {
  const lines = Object.entries(header).flatMap(([name, values]) => (name.toLowerCase() === 'cache-control' ? values : []));
  return lines.some((line) => line.split(',').some((directive) => directive.trim().toLowerCase() === 'max-age=0'));
}

/** Bytes in UTF-8: one for ASCII, two to U+07FF, four for a pair of surrogates, three for all else. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
