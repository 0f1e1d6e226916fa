/**
 * Token bucket: the contract. Types and rules only; you write `token-bucket.ts`.
 *
 * Each rule says where it comes from:
 *   AWS documents it   the developer guide or the API model states it
 *   AWS records it     seen in recorded traffic
 *   course's choice    AWS leaves it open, so we fix one answer to be able to grade
 *
 * AWS calls its own limits best effort: a target, not a ceiling. This contract is exact where the service is not.
 */

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. Always handed in; never read a clock. */
export type Millis = number;

/** One limit. Burst may be larger than rate, and smaller (B-THR-10, AWS records it). */
export interface Limit {
  /** Tokens that come back per second. Zero or more, may be a fraction (0.5 is one token in two seconds). */
  rate: number;
  /** Tokens the bucket can hold, a whole number, one or more. Not an extra on top of the rate. */
  burst: number;
}

/**
 * One bucket. One request takes one token (B-THR-01, AWS documents it).
 *
 * - It starts full.
 * - Tokens come back continuously: after `ms` milliseconds, `rate * ms / 1000` of them, never beyond `burst`
 *   (B-THR-02, course's choice: AWS publishes no granularity).
 * - A level within a millionth of a token of a whole number counts as that number, so that the order of your
 *   floating-point sums does not matter (course's choice).
 * - A refused request takes nothing (course's choice).
 * - If `now` is earlier than a time already seen, by either method, it counts as the latest time seen (course's choice).
 */
export interface Bucket {
  /** Takes one token if there is a whole one. True: the request passes. False: it is refused. */
  take(now: Millis): boolean;
  /** How many tokens there are at `now`, fractions included, from 0 to `burst`. Looking takes nothing. */
  tokens(now: Millis): number;
}

/** A method of an API stage, as throttle settings write it: resource path, slash, verb. `/pets/{id}/GET`. */
export type MethodKey = string;

/** A deployed stage. */
export interface Stage {
  /**
   * The limit of every method that has none of its own (resource `/*`, method `*` in AWS's settings). Each method gets
   * a bucket of its own with this limit: the default is not one bucket for the whole stage (course's choice; AWS says
   * only that it applies at method level).
   */
  default?: Limit;
  /** Limits of single methods. An entry replaces the default for that method; it does not add to it (B-THR-07, AWS documents it). */
  methods?: Record<MethodKey, Limit>;
  /**
   * Methods that demand an API key. Every other method ignores keys: it touches no usage plan, even if a valid key
   * is sent (B-PIPE-02, AWS records it).
   */
  keyRequired?: MethodKey[];
}

/** A quota: how many requests one key may make in a calendar period. */
export interface Quota {
  /** Requests per period, a whole number. */
  limit: number;
  /**
   * Periods are calendar periods in UTC: days start at 00:00, weeks on Monday 00:00, months on the first, 00:00
   * (B-THR-12; the first day of a week and of a month is the course's choice).
   */
  period: 'DAY' | 'WEEK' | 'MONTH';
  /**
   * Taken off the limit in the first period only: the one that holds the moment the throttle was created
   * (B-THR-11, AWS documents it). Default 0.
   */
  offset?: number;
}

/** A usage plan: what the holders of its keys may do. All counts are per key (B-THR-09, AWS documents it). */
export interface Plan {
  /** Limit of one key over all stages of the plan taken together (B-THR-08, AWS documents it). */
  throttle?: Limit;
  /** Counts one key's requests over all stages of the plan, those on methods with a limit of their own too (course's choice). */
  quota?: Quota;
  /** The stages that the plan covers, by stage name. */
  stages: Record<
    string,
    {
      /**
       * Limits of one key on one method of this stage. An entry replaces the plan's `throttle` for that method: such
       * a request takes no token from the plan's own bucket (B-THR-08, course's choice: AWS's guide calls the entry an
       * additional target, and AWS staff have said that the plan's own rate still holds for the key).
       */
      methods?: Record<MethodKey, Limit>;
    }
  >;
}

export interface ThrottleConfig {
  /** Shared by all methods of all stages (B-THR-04, AWS documents it). */
  account: Limit;
  stages: Record<string, Stage>;
  plans?: Record<string, Plan>;
  /**
   * API key to the names of its plans. A key may be in several plans, but in one at most per stage (B-THR-09); the
   * plan of a request is the one that covers its stage.
   */
  keys?: Record<string, string[]>;
}

export interface ThrottledRequest {
  /** Name of a stage of the configuration. */
  stage: string;
  method: MethodKey;
  /** The key that the client sent, if any. */
  apiKey?: string;
}

/** AWS's names for the replies that the gateway itself makes. */
export type Decision =
  | { allowed: true }
  /** 429 `{"message":"Too Many Requests"}` (B-THR-13, AWS records it). `level` is the first level that refuses. */
  | { allowed: false; response: 'THROTTLED'; level: 'plan' | 'method' | 'account' }
  /** 429 `{"message":"Limit Exceeded"}` (B-THR-14, AWS records it). */
  | { allowed: false; response: 'QUOTA_EXCEEDED' }
  /** 403 `{"message":"Forbidden"}`: a key is required and is missing, unknown, or in no plan of this stage (B-THR-18). */
  | { allowed: false; response: 'INVALID_API_KEY' };

/**
 * The whole throttle of one account in one Region.
 *
 * - A request is checked in this order: key, then the limits from the inside out (plan, method, account), then the
 *   quota (B-THR-05, AWS documents it; that the quota comes last is the course's choice). All of them must agree: a
 *   generous inner limit never lifts an outer one.
 * - The first that refuses is the answer, and a refused request costs nothing anywhere: no token at any level, and
 *   nothing of the quota (B-THR-16, AWS records it; the tokens are the course's choice, AWS leaves them open:
 *   B-THR-06).
 * - There is one clock: if `now` is earlier than a time already seen, also with a refused request, it counts as the
 *   latest time seen, for every bucket and for the quota (course's choice).
 */
export interface Throttle {
  admit(request: ThrottledRequest, now: Millis): Decision;
}

/** What `token-bucket.ts` exports. */
export interface TokenBucketPart {
  /** A full bucket. `start` is the first time it has seen. */
  createBucket(limit: Limit, start: Millis): Bucket;
  /** A throttle whose every bucket starts full. `start` is the first time it has seen and lies in the first quota period. */
  createThrottle(config: ThrottleConfig, start: Millis): Throttle;
}
