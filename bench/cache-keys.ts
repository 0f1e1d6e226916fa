/**
 * Cache keys per second, beside what else makes a key of the same parts: `ohash`, with which Nitro keys its cached handlers,
 * and `JSON.stringify`. Then the cache itself: what a lookup and a store take as it grows, and what it holds in memory when it is full.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { hash } from 'ohash';
import type { Cache, CachedMethod, CacheKeysPart, CacheRequest } from '../exercises/cache-keys/contract.ts';
import { inTurns, summarize, type Samples } from './measure.ts';

export interface KeyFigure {
  way: string;
  perSecond: Samples;
}

export interface CacheFigure {
  entries: number;
  /** Nanoseconds of a lookup that is a hit. */
  lookup: Samples;
  /** Nanoseconds of a store into a full cache, which drops an entry for it; the making of the request is in it. */
  store: Samples;
}

export interface RoomFigure {
  /** Entries held, after twice as many were stored. */
  entries: number;
  /** What the entries may weigh together, in bytes. */
  capacity: number;
  /** What the heap grew by, in bytes: entries, keys, index and order. */
  held: number;
}

const ROUNDS = 15;
const KEYS_A_ROUND = 200_000;
const CALLS_A_ROUND = 100_000;

const PETS: CachedMethod = {
  stage: 'prod',
  resourceId: 'a1b2c3',
  resourcePath: '/pets/{id}',
  httpMethod: 'GET',
  requestParameters: {
    'method.request.path.id': true,
    'method.request.querystring.type': false,
    'method.request.header.Accept-Language': false,
  },
  cacheKeyParameters: ['method.request.path.id', 'method.request.querystring.type', 'method.request.header.Accept-Language'],
};

/** What a browser sends, of which three parts are listed. */
function requestFor(id: number): CacheRequest {
  return {
    path: { id: `${id}` },
    querystring: { page: ['2'], type: ['cat'], sort: ['name', 'age'] },
    header: {
      host: ['abc123.execute-api.eu-west-1.amazonaws.com'],
      'user-agent': ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'],
      accept: ['application/json'],
      'accept-language': ['de-DE,de;q=0.9,en;q=0.5'],
      'accept-encoding': ['gzip, deflate, br'],
      authorization: ['Bearer eyJhbGciOiJSUzI1NiJ9.e30.signature'],
      'x-forwarded-for': ['203.0.113.7'],
      'cache-control': ['no-cache'],
    },
  };
}

/** The peers are handed the parts, chosen and in order: they need not know what is listed. */
function partsOf({ path, querystring, header }: CacheRequest): unknown[] {
  return ['prod', 'GET', 'a1b2c3', path.id, querystring.type, header['accept-language']];
}

export async function measureKeys({ cacheKey }: CacheKeysPart): Promise<KeyFigure[]> {
  const requests = Array.from({ length: 1_000 }, (_, id) => requestFor(id));
  const ways: Record<string, (request: CacheRequest) => string> = {
    'three parameters, reference': (request) => cacheKey(PETS, request),
    'the same parts, JSON.stringify': (request) => JSON.stringify(partsOf(request)),
    'the same parts, ohash': (request) => hash(partsOf(request)),
  };
  const rounds = Object.entries(ways).map(([way, keyOf]) => [way, async () => keysPerSecond(keyOf, requests)]);
  const values: Record<string, number[]> = await inTurns(ROUNDS, Object.fromEntries(rounds));
  return Object.entries(values).map(([way, perSecond]) => ({ way, perSecond: summarize(perSecond) }));
}

/** Each key is looked up, as every key is made to be: V8 puts a text together only when somebody looks at it. */
function keysPerSecond(keyOf: (request: CacheRequest) => string, requests: readonly CacheRequest[]): number {
  const known = new Map(requests.map((request) => [keyOf(request), request]));
  let found = 0;
  const start = performance.now();
  for (let i = 0; i < KEYS_A_ROUND; i++) if (known.has(keyOf(requests[i % requests.length]!))) found++;
  const seconds = (performance.now() - start) / 1000;
  if (found !== KEYS_A_ROUND) throw new Error(`${KEYS_A_ROUND - found} keys differ from one time to the next`);
  return KEYS_A_ROUND / seconds;
}

const BODY_BYTES = 1_000;
const COMMON = requestFor(0);

/** A time as they come: one too large to be a small integer of V8, which would take less memory. */
const TODAY = Date.UTC(2026, 10, 21);

function asking(id: number): CacheRequest {
  return { ...COMMON, path: { id: `${id}` } };
}

/** A text of its own, as one that comes from a socket is: a repeated literal would be one text in memory. */
function bodyOf(id: number): string {
  return Buffer.from(`${id}`.padEnd(BODY_BYTES, 'x')).toString('latin1');
}

/** A capacity for that many entries; a few more where ids are short. */
function capacityFor(entries: number, { cacheKey }: CacheKeysPart): number {
  return entries * (512 + cacheKey(PETS, asking(entries)).length + BODY_BYTES);
}

function emptyCache({ createCache }: CacheKeysPart, capacity: number): Cache {
  return createCache({ stages: { prod: { capacity, default: { cachingEnabled: true, cacheTtlInSeconds: 3600 } } } });
}

function fill(cache: Cache, entries: number): void {
  for (let id = 0; id < entries; id++) cache.store(PETS, asking(id), { status: 200, headers: {}, body: bodyOf(id) }, TODAY + id);
}

export async function measureCache(part: CacheKeysPart, sizes: readonly number[] = [1_000, 10_000, 100_000]): Promise<CacheFigure[]> {
  const lookups = await inTurns(
    ROUNDS,
    eachSize(sizes, (entries) => lookupsIn(part, entries)),
  );
  const stores = await inTurns(
    ROUNDS,
    eachSize(sizes, (entries) => storesInto(part, entries)),
  );
  return sizes.map((entries) => ({ entries, lookup: summarize(lookups[entries]!), store: summarize(stores[entries]!) }));
}

type Measure = () => Promise<number>;

function eachSize(sizes: readonly number[], measure: (entries: number) => Measure): Record<string, Measure> {
  return Object.fromEntries(sizes.map((entries) => [entries, measure(entries)]));
}

/** As many requests at every size: what is measured is the cache, and not how many requests the processor has at hand. */
function lookupsIn(part: CacheKeysPart, entries: number): Measure {
  const cache = emptyCache(part, 2 * capacityFor(entries, part));
  fill(cache, entries);
  const asked = Array.from({ length: 1_000 }, (_, i) => asking(Math.floor((i * entries) / 1_000)));
  return async () => nanosecondsOf((i) => cache.lookup(PETS, asked[i % asked.length]!, TODAY + entries));
}

function storesInto(part: CacheKeysPart, entries: number): Measure {
  const cache = emptyCache(part, capacityFor(entries, part));
  fill(cache, entries);
  const fresh = { status: 200, headers: {}, body: bodyOf(0) };
  let next = entries;
  return async () => nanosecondsOf(() => cache.store(PETS, asking(next), fresh, TODAY + next++));
}

function nanosecondsOf(call: (i: number) => unknown): number {
  const start = performance.now();
  for (let i = 0; i < CALLS_A_ROUND; i++) call(i);
  return ((performance.now() - start) * 1e6) / CALLS_A_ROUND;
}

export function measureRoom(part: CacheKeysPart, capacityInEntries = 100_000): RoomFigure {
  const capacity = capacityFor(capacityInEntries, part);
  const before = heapUsed();
  const cache = emptyCache(part, capacity);
  const stored = 2 * capacityInEntries;
  fill(cache, stored);
  const held = heapUsed() - before;
  let entries = 0;
  for (let id = 0; id < stored; id++) if (cache.lookup(PETS, asking(id), TODAY + stored).kind === 'hit') entries++;
  return { entries, capacity, held };
}

/** What lives on the heap once everything that nobody holds is gone. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
