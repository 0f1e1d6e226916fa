/**
 * Cache keys: the contract. Types and rules only; you write `cache-keys.ts`.
 *
 * Each rule says where it comes from:
 *   AWS documents it   the developer guide or the API model states it
 *   users report it    AWS's pages are silent, and what people see agrees
 *   course's choice    AWS leaves it open, so we fix one answer to be able to grade
 */

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. Always handed in; never read a clock. */
export type Millis = number;

/**
 * A parameter of the method request, as AWS writes it: `method.request.`, then `querystring`, `header` or `path`, a dot,
 * and the name. The name may hold dots: `method.request.querystring.filter.color` is the query parameter `filter.color`.
 */
export type ParameterName = string;

/** A method of an API stage, as settings write it: resource path, slash, HTTP method. `/pets/{id}/GET`. */
export type MethodKey = string;

/** What is configured for one method of one stage, under AWS's names. Nobody changes it while it is in use. */
export interface CachedMethod {
  stage: string;
  resourceId: string;
  /** The template, `/pets/{id}`, whatever a client asked for. */
  resourcePath: string;
  /** `GET`, `POST` and so on, in capitals. */
  httpMethod: string;
  /** The parameters that the method declares, each with whether a request must have it. Declared is declared: the key does not ask for more. */
  requestParameters: Record<ParameterName, boolean>;
  /**
   * The parameters that tell requests apart, set on the integration (B-CCH-06, AWS documents it). A set: order and
   * repeats in this list change nothing (course's choice).
   */
  cacheKeyParameters: ParameterName[];
  /** Default: `resourceId` (B-CCH-09, AWS documents it). */
  cacheNamespace?: string;
}

/** One request to such a method, its parts under the names that parameters have. */
export interface CacheRequest {
  /** Value of each path parameter. */
  path: Record<string, string>;
  /** Values of each query parameter, one or more, in the order in which they were sent. */
  querystring: Record<string, string[]>;
  /** Values of each header, one or more, in the order in which they were sent. Each header stands here once, its name spelled as the client did. */
  header: Record<string, string[]>;
  /** Whether IAM allows the caller `execute-api:InvalidateCache` on this method. Default false. */
  mayInvalidateCache?: boolean;
}

/** What an integration answered, ready to be sent. */
export interface CachedResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Caching settings of a method, in a stage. */
export interface MethodSettings {
  /** Default false. */
  cachingEnabled?: boolean;
  /** How long a response is kept: 0 to 3600 whole seconds, default 300. 0 turns the cache off for the method (B-CCH-02, AWS documents it). */
  cacheTtlInSeconds?: number;
  /** Whether a client needs permission to refresh an entry (B-CCH-13, AWS documents it). Default true. */
  requireAuthorizationForCacheControl?: boolean;
  /** What a client without that permission gets (B-CCH-14, AWS documents it). Default `SUCCEED_WITH_RESPONSE_HEADER`. */
  unauthorizedCacheControlHeaderStrategy?: 'FAIL_WITH_403' | 'SUCCEED_WITH_RESPONSE_HEADER' | 'SUCCEED_WITHOUT_RESPONSE_HEADER';
}

/** The cache of one stage. Stages share nothing, neither entries nor capacity (B-CCH-10, AWS documents it). */
export interface StageCache {
  /** The most that the entries of the stage may weigh together, in bytes: a whole number, 1 or more. */
  capacity: number;
  /**
   * Settings of every GET method that has no entry of its own (resource `/*`, method `*` in AWS's settings). Other methods
   * are cached only by an entry (B-CCH-03, AWS documents it).
   */
  default?: MethodSettings;
  /**
   * Settings of single methods. An entry replaces the default whole: what it does not say has the value that
   * `MethodSettings` gives it, not the stage's (course's choice, after B-THR-07: so it is with throttles).
   */
  methods?: Record<MethodKey, MethodSettings>;
}

export interface CacheConfig {
  /** By name. A stage that is not here has no cache. */
  stages: Record<string, StageCache>;
}

/** What to do with a request. */
export type Lookup =
  /** Reply with this response, as it was stored. */
  | { kind: 'hit'; response: CachedResponse; warning?: string }
  /** Ask the integration and hand its response to `store`. */
  | { kind: 'miss'; warning?: string }
  /** This method is not cached: ask the integration. */
  | { kind: 'bypass' }
  /** Reply 403. The integration is not asked, and the entry stays. */
  | { kind: 'forbidden' };

/**
 * The response cache of a REST API.
 *
 * Time. An entry is served for as long as its TTL after it was stored; a hit does not prolong it. At exactly the TTL AWS
 * leaves open whether it is served, and so do we. If `now` is earlier than a time already seen, it counts as the latest
 * time seen (course's choice).
 *
 * What is stored. Every response, whatever its status (B-CCH-11, users report it), with a body of at most 1,048,576 bytes
 * in UTF-8; a larger one is passed on and not stored (B-CCH-04, AWS documents the limit). A response that is not stored
 * still ends the entry that it would have replaced: that one is known to be out of date (course's choice).
 *
 * Refreshing. A request with the directive `max-age=0` in its `Cache-Control` header, alone or among others, in capitals
 * or not, asks for a fresh response. No other directive does anything (B-CCH-12, AWS documents `max-age=0`, and nothing
 * else). If the caller may (`mayInvalidateCache`, or no authorization is required), the answer is a miss; the entry
 * serves others until the fresh response is stored in its place (course's choice). If not, the strategy decides:
 * `FAIL_WITH_403` forbids, whether there is an entry or not; the other two treat the request as if it had not asked, and
 * `SUCCEED_WITH_RESPONSE_HEADER` adds `warning`, the text of a `Warning` header for this one reply. It starts with `199 `;
 * the words after it are yours (B-CCH-15). A method that is not cached does not look at `Cache-Control` (course's choice).
 *
 * Room. An entry weighs 512, plus the bytes in UTF-8 of its key (as `cacheKey` gives it), its body, and the names and
 * values of its headers. A lone surrogate counts 3. When a new entry does not fit into the capacity of its stage, entries are dropped
 * until it does: those first that are nearest to their expiry, and of two that expire together the one that was stored
 * first (course's choice: B-CCH-20, AWS does not say what it drops). An entry heavier than the whole capacity is not
 * stored, and nothing is dropped for it. An entry that is replaced makes room before any other.
 */
export interface Cache {
  lookup(method: CachedMethod, request: CacheRequest, now: Millis): Lookup;
  /** Keeps what the integration answered to this request. Does nothing where the method is not cached. */
  store(method: CachedMethod, request: CacheRequest, response: CachedResponse, now: Millis): void;
  /** Empties the cache of this stage, and of no other (B-CCH-16, AWS documents it). */
  flush(stage: string): void;
}

/** What `cache-keys.ts` exports. */
export interface CacheKeysPart {
  /**
   * The key of a request: equal for two requests exactly when one may be answered with the response to the other.
   *
   * - The stage, the HTTP method and the namespace count, and nothing else that is configured (B-CCH-09, B-CCH-10). Two
   *   methods with the same HTTP method that are given the same namespace share their entries. They list the same
   *   parameters.
   * - Of the request, the listed parameters count, and nothing else: no other query parameter, no other header, no
   *   path value that is not listed (B-CCH-05, AWS documents it).
   * - A missing parameter is one more value, and not the same as an empty one (B-CCH-07, AWS documents the first half).
   * - All values of a repeated parameter count, in their order; the order among parameters does not (course's choice).
   * - The names of headers do not tell capitals from small letters, neither in requests nor in settings. Everything else does.
   * - Values may hold any text: every string is different from every other, lone surrogates included.
   *
   * @throws Error whose message holds the parameter, if one that is listed is not declared (B-CCH-06: AWS refuses such a
   *   configuration) or has not the form of a `ParameterName`.
   */
  cacheKey(method: CachedMethod, request: CacheRequest): string;
  /**
   * An empty cache for every stage.
   *
   * @throws Error whose message holds the stage and the field, if a `capacity` or a `cacheTtlInSeconds` is out of its range.
   */
  createCache(config: CacheConfig): Cache;
}
