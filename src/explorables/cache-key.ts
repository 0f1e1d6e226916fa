/**
 * Two callers and one shelf: what each of them reads under a cache key. The key and the cache are handed in; nothing expires here. Rests on
 * B-CCH-05 (only listed parameters count), B-CCH-07 (a missing one is one more value), B-CCH-11 (a 403 is kept like any reply) and B-CCH-17
 * (a hit does not skip the authorizer).
 */
import type { CachedMethod, CacheKeysPart, CacheRequest } from '../../exercises/cache-keys/contract.ts';

/** What can join the key, under AWS’s names. */
export const PARTS = {
  id: 'method.request.path.id',
  lang: 'method.request.querystring.lang',
  utm: 'method.request.querystring.utm_source',
  authorization: 'method.request.header.Authorization',
  user: 'method.request.header.X-User-Id',
} as const;
export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

export type Caller = 'ann' | 'bob';
export type Lang = 'en' | 'de';

/** What is fetched: letters are somebody’s, rooms are for all. */
export type Thing = 'letters' | 'rooms';

/** Who sees to it that a caller reads only what they may: the function, behind the cache, or an authorizer in front of it. */
export type Guard = 'function' | 'authorizer';

export interface Ask {
  who: Caller;
  id: string;
  lang?: Lang;
  utm?: string;
  /** Whom the header X-User-Id names, where that is not the caller. */
  claims?: Caller;
}

export interface Reply {
  status: 200 | 403;
  id: string;
  lang: Lang;
}

/** What is the matter with a reply. */
export type Fault = 'stranger' | 'refused' | 'wrong';

export interface Moment {
  ask: Ask;
  from: 'function' | 'shelf' | 'authorizer';
  /** What the caller reads. */
  reply: Reply;
  /** What they would have read without a cache. */
  due: Reply;
  /** The request whose reply was on the shelf. */
  storedAt?: number;
  fault?: Fault;
}

export interface Entry {
  /** The value of each parameter in the key; undefined: missing. */
  values: { part: Part; value: string | undefined }[];
  storedAt: number;
}

export interface Run {
  moments: Moment[];
  entries: Entry[];
  hits: number;
  faults: Record<Fault, number>;
}

export interface Situation {
  thing: Thing;
  guard: Guard;
  key: readonly Part[];
  asks: readonly Ask[];
}

/** Whose letter it is; letter 9 is for both. */
const OWNERS: Record<string, readonly Caller[]> = { 7: ['ann'], 8: ['bob'], 9: ['ann', 'bob'] };

export function may({ who, id }: Pick<Ask, 'who' | 'id'>, thing: Thing): boolean {
  return thing === 'rooms' || OWNERS[id]!.includes(who);
}

/** What the function answers. It looks at the id, the language and the token, and at nothing else. */
function answerOf(ask: Ask, thing: Thing): Reply {
  return { status: may(ask, thing) ? 200 : 403, id: ask.id, lang: ask.lang ?? 'en' };
}

const STAGE = 'prod';

export function runKey({ cacheKey, createCache }: CacheKeysPart, { thing, guard, key, asks }: Situation): Run {
  const method: CachedMethod = {
    stage: STAGE,
    resourceId: 'a1b2c3',
    resourcePath: `/${thing}/{id}`,
    httpMethod: 'GET',
    requestParameters: Object.fromEntries(Object.values(PARTS).map((name) => [name, name === PARTS.id])),
    cacheKeyParameters: key.map((part) => PARTS[part]),
  };
  const cache = createCache({ stages: { [STAGE]: { capacity: 1_000_000, default: { cachingEnabled: true } } } });
  const entries = new Map<string, Entry>();

  const moments = asks.map((ask, index): Moment => {
    const due = answerOf(ask, thing);
    if (guard === 'authorizer' && due.status === 403) return { ask, from: 'authorizer', reply: due, due };
    const request = requestOf(ask);
    const found = cache.lookup(method, request, index);
    if (found.kind === 'hit') {
      // What is kept says only which request it was stored for.
      const storedAt = Number(found.response.body);
      const reply = answerOf(asks[storedAt]!, thing);
      return { ask, from: 'shelf', reply, due, storedAt, ...faultOf(reply, due, ask, thing) };
    }
    cache.store(method, request, { status: due.status, headers: {}, body: String(index) }, index);
    const values = PART_NAMES.filter((part) => key.includes(part)).map((part) => ({ part, value: valueOf(part, request) }));
    entries.set(cacheKey(method, request), { values, storedAt: index });
    return { ask, from: 'function', reply: due, due };
  });

  const faults = { stranger: 0, refused: 0, wrong: 0 };
  for (const { fault } of moments) if (fault) faults[fault]++;
  return { moments, entries: [...entries.values()], hits: moments.filter(({ from }) => from === 'shelf').length, faults };
}

function requestOf({ who, id, lang, utm, claims = who }: Ask): CacheRequest {
  return {
    path: { id },
    querystring: { ...(lang && { lang: [lang] }), ...(utm && { utm_source: [utm] }) },
    header: { Authorization: [`Bearer token-of-${who}`], 'X-User-Id': [claims] },
  };
}

function valueOf(part: Part, { path, querystring, header }: CacheRequest): string | undefined {
  const name = PARTS[part].split('.').at(-1)!;
  return path[name] ?? querystring[name]?.[0] ?? header[name]?.[0];
}

function faultOf(reply: Reply, due: Reply, { who }: Ask, thing: Thing): Pick<Moment, 'fault'> {
  if (reply.status === 200 && !may({ who, id: reply.id }, thing)) return { fault: 'stranger' };
  if (reply.status !== due.status) return { fault: reply.status === 403 ? 'refused' : 'wrong' };
  const isSame = reply.status === 403 || (reply.id === due.id && reply.lang === due.lang);
  return isSame ? {} : { fault: 'wrong' };
}

export function isSafe({ faults }: Run): boolean {
  return Object.values(faults).every((count) => count === 0);
}

/** What a reply depends on, and who may read it where only the function looks: a key without any of these is wrong for somebody. */
export function neededParts({ thing, guard }: Pick<Situation, 'thing' | 'guard'>): Part[] {
  return ['id', 'lang', ...(thing === 'letters' && guard === 'function' ? (['authorization'] as const) : [])];
}

/** What a key lacks, what it holds for nothing, and the hits of the key that is just right. */
export interface Judgment {
  missing: Part[];
  spare: Part[];
  mostHits: number;
}

export function judge(part: CacheKeysPart, situation: Situation): Judgment {
  const needed = neededParts(situation);
  return {
    missing: needed.filter((each) => !situation.key.includes(each)),
    spare: situation.key.filter((each) => !needed.includes(each)),
    mostHits: runKey(part, { ...situation, key: needed }).hits,
  };
}
