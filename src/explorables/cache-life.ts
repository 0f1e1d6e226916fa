/**
 * The life of an entry, event by event: requests against the time to live, refreshes, a flush, an error that is kept, and a second cache in
 * front. The stage's cache is handed in. Rests on B-CCH-02 (time to live), B-CCH-11 (errors are kept), B-CCH-12 to B-CCH-14 (refresh,
 * permission, strategies), B-CCH-16 (flush) and B-CCH-17 (the authorizer's answers are another cache). What a refresh does behind an
 * authorizer or a distribution, and what a distribution makes of an error, is left out: neither is in the course's sources.
 */
import type { CachedMethod, CacheKeysPart, CacheRequest, MethodSettings } from '../../exercises/cache-keys/contract.ts';

export const FRONTS = ['none', 'authorizer', 'cloudfront'] as const;
export type Front = (typeof FRONTS)[number];

export const KINDS = ['get-7', 'get-8', 'refresh', 'refresh-denied', 'change', 'fail', 'flush', 'lock'] as const;
export type Kind = (typeof KINDS)[number];

/** What a caller without permission gets who asks for a fresh reply; `anybody`: none is needed. */
export const STRATEGIES = ['SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER', 'FAIL_WITH_403', 'anybody'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export interface Settings {
  /** Seconds for which the stage keeps a reply. */
  ttl: number;
  strategy: Strategy;
  front: Front;
  /** Seconds for which the cache in front keeps what it has. */
  frontTtl: number;
}

export interface Happening {
  second: number;
  kind: Kind;
}

export const MAX_SECOND = 9999;
export const MAX_HAPPENINGS = 9;
/** For how long the backend answers 500 once it stumbles. */
export const STUMBLE = 2;

const ALWAYS: readonly Kind[] = ['get-7', 'get-8', 'change', 'flush'];
const ONLY: Record<Front, readonly Kind[]> = { none: ['refresh', 'refresh-denied', 'fail'], authorizer: ['fail', 'lock'], cloudfront: [] };

/** What can happen with such a cache in front. */
export function kindsAt(front: Front): readonly Kind[] {
  return KINDS.filter((kind) => ALWAYS.includes(kind) || ONLY[front].includes(kind));
}

export type Room = 7 | 8;
const PRICES: Record<Room, number> = { 7: 100, 8: 200 };
const RISE = 20;

/** Undefined: no request. */
export function roomOf(kind: Kind): Room | undefined {
  return kind === 'get-8' ? 8 : kind === 'change' || kind === 'fail' || kind === 'flush' || kind === 'lock' ? undefined : 7;
}

/** What the caller reads: a price, or a status without one. */
export type Reading = number | '500' | '403';

export interface Answer {
  reading: Reading;
  /** `desk`: refused before anybody was asked. */
  from: 'backend' | 'shelf' | 'front' | 'desk';
  /** Second at which the backend gave it. */
  made: number;
  /** Second since which the cache that answered has had it. */
  keptSince?: number;
  /** The backend would say something else by now, if it was asked. */
  outdated?: Reading;
  /** The header of the request was ignored, and a Warning says so. */
  warned: boolean;
  /** Second at which the entry ran out that is missing now. */
  ranOut?: number;
  /** What an authorizer in front did: asked anew, or remembered since this second. */
  policy?: 'asked' | number;
  /** The policy lets in somebody who has been locked out. */
  letInWrongly: boolean;
}

export interface Moment extends Happening {
  /** Undefined: no request. */
  answer?: Answer;
}

export interface Kept {
  since: number;
  until: number;
}

/** Where something is kept: a reply on the stage, a reply in the distribution, the authorizer’s answer. */
export const PLACES = ['policy', 'front-7', 'front-8', 'stage-7', 'stage-8'] as const;
export type Place = (typeof PLACES)[number];

export interface Life {
  /** In order of time. */
  moments: Moment[];
  /** From when to when something was kept, place by place. */
  kept: Record<Place, Kept[]>;
}

const METHOD: CachedMethod = {
  stage: 'prod',
  resourceId: 'a1b2c3',
  resourcePath: '/rooms/{id}',
  httpMethod: 'GET',
  requestParameters: { 'method.request.path.id': true },
  cacheKeyParameters: ['method.request.path.id'],
};

export function runLife(createCache: CacheKeysPart['createCache'], settings: Settings, happenings: readonly Happening[]): Life {
  const { ttl, front, frontTtl } = settings;
  const cache = createCache({ stages: { [METHOD.stage]: { capacity: 1_000_000, default: methodSettings(settings) } } });
  const kept: Life['kept'] = { policy: [], 'front-7': [], 'front-8': [], 'stage-7': [], 'stage-8': [] };
  const moments: Moment[] = [];
  const atFront = new Map<Room, Kept & { reading: Reading; made: number }>();
  let policy: (Kept & { allows: boolean }) | undefined;
  let price = 0;
  let failsUntil = -1;
  let locked = false;

  /** The last thing that a list keeps, if it is still there. */
  const current = (list: readonly Kept[], now: number) => {
    const last = list.at(-1);
    return last && now < last.until ? last : undefined;
  };
  const keep = (list: Kept[], since: number, seconds: number) => {
    const before = current(list, since);
    if (before) before.until = since;
    const entry = { since, until: since + seconds };
    if (seconds > 0) list.push(entry);
    return entry;
  };

  /** Asks the authorizer, or what it said before. */
  function admit(now: number): Pick<Answer, 'policy' | 'letInWrongly'> & { allows: boolean } {
    if (front !== 'authorizer') return { allows: true, letInWrongly: false };
    const remembered = policy && now < policy.until ? policy : undefined;
    policy = remembered ?? { ...keep(kept.policy, now, frontTtl), allows: !locked };
    return { allows: policy.allows, policy: remembered ? remembered.since : 'asked', letInWrongly: policy.allows && locked };
  }

  function answer(now: number, kind: Kind, room: Room): Answer {
    const truth: Reading = now < failsUntil ? '500' : PRICES[room] + price;
    const { allows, ...entrance } = admit(now);
    const base = { made: now, warned: false, ...entrance };
    if (!allows) return { ...base, reading: '403', from: 'desk' };

    const near = front === 'cloudfront' ? atFront.get(room) : undefined;
    if (near && now < near.until) {
      const { reading, made, since } = near;
      return { ...base, reading, from: 'front', made, keptSince: since, ...outdated(reading, truth) };
    }
    const far = askStage(now, kind, room, truth, base);
    if (front === 'cloudfront') atFront.set(room, { ...keep(kept[`front-${room}`], now, frontTtl), reading: far.reading, made: far.made });
    return far;
  }

  function askStage(now: number, kind: Kind, room: Room, truth: Reading, base: Pick<Answer, 'made' | 'warned' | 'letInWrongly'>): Answer {
    const request = requestOf(kind, room);
    const found = cache.lookup(METHOD, request, now * 1000);
    if (found.kind === 'forbidden') return { ...base, reading: '403', from: 'desk' };
    const warned = 'warning' in found;
    if (found.kind === 'hit') {
      // What is kept says only which moment it was stored in.
      const { reading, made } = moments[Number(found.response.body)]!.answer!;
      return { ...base, reading, from: 'shelf', made, keptSince: made, warned, ...outdated(reading, truth) };
    }
    const last = kept[`stage-${room}`].at(-1);
    const ranOut = last && last.until <= now && last.until === last.since + ttl ? { ranOut: last.until } : {};
    cache.store(METHOD, request, { status: truth === '500' ? 500 : 200, headers: {}, body: String(moments.length) }, now * 1000);
    keep(kept[`stage-${room}`], now, ttl);
    return { ...base, reading: truth, from: 'backend', warned, ...ranOut };
  }

  for (const happening of inOrder(happenings, front)) {
    const { second, kind } = happening;
    const room = roomOf(kind);
    if (room !== undefined) {
      moments.push({ ...happening, answer: answer(second, kind, room) });
      continue;
    }
    if (kind === 'change') price += RISE;
    if (kind === 'fail') failsUntil = second + STUMBLE;
    if (kind === 'lock') locked = true;
    if (kind === 'flush') {
      cache.flush(METHOD.stage);
      for (const each of [7, 8] as const) {
        const entry = current(kept[`stage-${each}`], second);
        if (entry) entry.until = second;
      }
    }
    moments.push(happening);
  }
  return { moments, kept };
}

function methodSettings({ ttl, strategy }: Settings): MethodSettings {
  const common = { cachingEnabled: true, cacheTtlInSeconds: ttl };
  if (strategy === 'anybody') return { ...common, requireAuthorizationForCacheControl: false };
  return { ...common, unauthorizedCacheControlHeaderStrategy: strategy };
}

function requestOf(kind: Kind, room: Room): CacheRequest {
  const asksForFresh = kind === 'refresh' || kind === 'refresh-denied';
  return {
    path: { id: String(room) },
    querystring: {},
    header: asksForFresh ? { 'Cache-Control': ['max-age=0'] } : {},
    mayInvalidateCache: kind === 'refresh',
  };
}

function outdated(reading: Reading, truth: Reading): Pick<Answer, 'outdated'> {
  return reading === truth ? {} : { outdated: truth };
}

/** What can happen with such a front, in order of time; of two in the same second, the first in the list. */
function inOrder(happenings: readonly Happening[], front: Front): Happening[] {
  const possible = kindsAt(front);
  return happenings.filter(({ kind }) => possible.includes(kind)).toSorted((a, b) => a.second - b.second);
}

export interface Tally {
  requests: number;
  backend: number;
  outdated: number;
  /** Seconds since the backend gave the oldest reply that anybody read. */
  oldest: number;
}

export function tallyOf({ moments }: Life): Tally {
  const answered = moments.flatMap(({ second, answer }) => (answer ? [{ ...answer, age: second - answer.made }] : []));
  return {
    requests: answered.length,
    backend: answered.filter(({ from }) => from === 'backend').length,
    outdated: answered.filter((each) => each.outdated !== undefined).length,
    oldest: Math.max(0, ...answered.map(({ age }) => age)),
  };
}
