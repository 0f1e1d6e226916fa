import type {
  Cache,
  CacheConfig,
  CachedMethod,
  CachedResponse,
  CacheRequest,
  MethodSettings,
} from '../../../../exercises/cache-keys/contract.ts';

export function cacheKey(method: CachedMethod, request: CacheRequest): string {
  const declared = new Set(Object.keys(method.requestParameters).map(plain));
  const listed = new Set(method.cacheKeyParameters.map(plain));
  const values = [...listed].sort().map((parameter) => {
    const [, place, name] = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(parameter) ?? [];
    if (!place || !declared.has(parameter)) throw new Error(`${parameter} cannot be listed`);
    return valueOf(request, place, name!);
  });
  return JSON.stringify([method.stage, method.httpMethod, method.cacheNamespace ?? method.resourceId, values]);
}

function plain(parameter: string): string {
  return parameter.startsWith('method.request.header.') ? parameter.toLowerCase() : parameter;
}

function valueOf({ path, querystring, header }: CacheRequest, place: string, name: string): string | string[] | null {
  if (place === 'path') return Object.hasOwn(path, name) ? path[name]! : null;
  if (place === 'querystring') return Object.hasOwn(querystring, name) ? querystring[name]! : null;
  return headerOf(header, name)?.toSorted() ?? null;
}

function headerOf(header: Record<string, string[]>, name: string): string[] | undefined {
  return Object.entries(header).find(([sent]) => sent.toLowerCase() === name)?.[1];
}

interface Entry {
  response: CachedResponse;
  stored: number;
  expires: number;
  weight: number;
}

export function createCache({ stages }: CacheConfig): Cache {
  const shelves = new Map<string, Map<string, Entry>>();
  let clock = -Infinity;

  for (const [name, { capacity, default: ofOthers = {}, methods = {} }] of Object.entries(stages)) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new Error(`${name}: capacity`);
    for (const { cacheTtlInSeconds = 300 } of [ofOthers, ...Object.values(methods)])
      if (!Number.isInteger(cacheTtlInSeconds) || cacheTtlInSeconds < 0 || cacheTtlInSeconds > 3600)
        throw new Error(`${name}: cacheTtlInSeconds`);
    shelves.set(name, new Map());
  }

  function cachingOf({ stage, resourcePath, httpMethod }: CachedMethod): Required<MethodSettings> | undefined {
    if (!shelves.has(stage)) return undefined;
    const { default: ofOthers, methods } = stages[stage]!;
    const found = methods?.[`${resourcePath}/${httpMethod}`] ?? (httpMethod === 'GET' ? ofOthers : undefined);
    const settings = {
      cachingEnabled: false,
      cacheTtlInSeconds: 300,
      requireAuthorizationForCacheControl: true,
      unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER' as const,
      ...found,
    };
    return settings.cachingEnabled && settings.cacheTtlInSeconds > 0 ? settings : undefined;
  }

  return {
    lookup(method, request, now) {
      clock = Math.max(clock, now);
      const caching = cachingOf(method);
      if (!caching) return { kind: 'bypass' };

      let warning: string | undefined;
      if (asksForFresh(request)) {
        if (request.mayInvalidateCache || !caching.requireAuthorizationForCacheControl) return { kind: 'miss' };
        if (caching.unauthorizedCacheControlHeaderStrategy === 'FAIL_WITH_403') return { kind: 'forbidden' };
        if (caching.unauthorizedCacheControlHeaderStrategy === 'SUCCEED_WITH_RESPONSE_HEADER') warning = '199 not refreshed';
      }
      const shelf = shelves.get(method.stage)!;
      const entry = shelf.get(cacheKey(method, request));
      const answer = entry && clock < entry.expires ? { kind: 'hit' as const, response: entry.response } : { kind: 'miss' as const };
      return warning ? { ...answer, warning } : answer;
    },

    store(method, request, response, now) {
      clock = Math.max(clock, now);
      const caching = cachingOf(method);
      if (!caching) return;

      const { capacity } = stages[method.stage]!;
      const shelf = shelves.get(method.stage)!;
      const key = cacheKey(method, request);
      shelf.delete(key);

      const weight = [key, response.body, ...Object.entries(response.headers).flat()].reduce((sum, text) => sum + bytesOf(text), 512);
      if (bytesOf(response.body) > 1_048_576 || weight > capacity) return;
      const line = [...shelf].sort(([, a], [, b]) => a.expires - b.expires || a.stored - b.stored);
      let total = line.reduce((sum, [, entry]) => sum + entry.weight, weight);
      for (const [name, entry] of line) {
        if (total <= capacity) break;
        shelf.delete(name);
        total -= entry.weight;
      }
      shelf.set(key, { response, stored: clock, expires: clock + caching.cacheTtlInSeconds * 1000, weight });
    },

    flush(stage) {
      shelves.get(stage)?.clear();
    },
  };
}

function asksForFresh({ header }: CacheRequest): boolean {
  const directives = (headerOf(header, 'cache-control') ?? []).flatMap((line) => line.split(','));
  return directives.some((directive) => directive.trim().toLowerCase() === 'max-age=0');
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
