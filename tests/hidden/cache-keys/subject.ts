/** The submission, and the few ways in which the suite asks it. Nothing here waits: the calls of a case travel together. */
import { submission, type Remote } from '#judge';
import type {
  Cache,
  CachedMethod,
  CachedResponse,
  CacheKeysPart,
  CacheRequest,
  MethodSettings,
  Millis,
  ParameterName,
} from '../../../exercises/cache-keys/contract.ts';

export const part = submission<CacheKeysPart>({ promising: [] });

/** `GET /pets` in stage `prod`, with nothing listed. */
export function method(changes: Partial<CachedMethod> = {}): CachedMethod {
  return {
    stage: 'prod',
    resourceId: 'a1b2c3',
    resourcePath: '/pets',
    httpMethod: 'GET',
    requestParameters: {},
    cacheKeyParameters: [],
    ...changes,
  };
}

/** That method with these parameters declared and listed: `querystring.type` for short. */
export function listing(...parameters: string[]): CachedMethod {
  const names = parameters.map(full);
  return method({ requestParameters: declaring(...names), cacheKeyParameters: names });
}

export function full(parameter: string): ParameterName {
  return `method.request.${parameter}`;
}

/** Each declared and none required. */
export function declaring(...names: ParameterName[]): Record<ParameterName, boolean> {
  return Object.fromEntries(names.map((name) => [name, false]));
}

export function request(parts: Partial<CacheRequest> = {}): CacheRequest {
  return { path: {}, querystring: {}, header: {}, ...parts };
}

/** A request with these query parameters. */
export function query(querystring: Record<string, string[]>): CacheRequest {
  return request({ querystring });
}

export function withHeader(header: Record<string, string[]>): CacheRequest {
  return request({ header });
}

export function keysOf(of: CachedMethod, ...requests: CacheRequest[]): Promise<string[]> {
  return Promise.all(requests.map((one) => part.cacheKey(of, one)));
}

/** A request that has not the key of the first. None: all may be answered with the same response. */
export async function splits(of: CachedMethod, ...requests: CacheRequest[]) {
  return splitsAmong(requests, await keysOf(of, ...requests));
}

/** As `splits`, for anything that was given a key. The first that is found is enough. */
export function splitsAmong<Item>(items: readonly Item[], keys: readonly string[]): { key: string; insteadOf: string; for: Item }[] {
  const at = keys.findIndex((key) => !isText(key) || key !== keys[0]);
  return at < 0 ? [] : [{ key: keys[at]!, insteadOf: keys[0]!, for: items[at]! }];
}

/** Two requests that have one key. None: no two may be answered with the same response. */
export async function clashes(of: CachedMethod, ...requests: CacheRequest[]) {
  return clashesAmong(requests, await keysOf(of, ...requests));
}

/** As `clashes`, for anything that was given a key. The first that is found is enough. */
export function clashesAmong<Item>(
  items: readonly Item[],
  keys: readonly string[],
): ({ oneKey: string; for: Item[] } | { keyThatIsNoText: unknown; for: Item })[] {
  const at = keys.findIndex((key, i) => !isText(key) || keys.indexOf(key) < i);
  if (at >= 0 && !isText(keys[at])) return [{ keyThatIsNoText: keys[at], for: items[at]! }];
  return at < 0 ? [] : [{ oneKey: keys[at]!, for: [items[keys.indexOf(keys[at]!)]!, items[at]!] }];
}

/** A contract is a promise that a submission may break. */
function isText(key: unknown): boolean {
  return typeof key === 'string';
}

/** The message of the error that a call ends in. */
export function refusalOf(call: unknown): Promise<string> {
  return Promise.resolve(call).then(
    () => 'no error',
    (error: Error) => error.message,
  );
}

export const PLENTY = 100_000_000;
export const CACHED: MethodSettings = { cachingEnabled: true };

/** A cache in which stage `prod` caches its GET methods with these settings. */
export function cacheWith(settings: MethodSettings = {}, capacity = PLENTY): Remote<Cache> {
  return part.createCache({ stages: { prod: { capacity, default: { ...CACHED, ...settings } } } });
}

export function reply(body: string, changes: Partial<CachedResponse> = {}): CachedResponse {
  return { status: 200, headers: { 'content-type': 'text/plain' }, body, ...changes };
}

export const miss = { kind: 'miss' };
export const bypass = { kind: 'bypass' };
export const forbidden = { kind: 'forbidden' };

export function hit(response: CachedResponse): { kind: 'hit'; response: CachedResponse } {
  return { kind: 'hit', response };
}

/** The answers to the same request at each of these times. */
export function lookAt(cache: Remote<Cache>, of: CachedMethod, asked: CacheRequest, ...times: Millis[]) {
  return Promise.all(times.map((now) => cache.lookup(of, asked, now)));
}

/** The answers to these requests at one time. */
export function lookFor(cache: Remote<Cache>, of: CachedMethod, now: Millis, ...requests: CacheRequest[]) {
  return Promise.all(requests.map((asked) => cache.lookup(of, asked, now)));
}
