import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { CachedMethod, MethodSettings, StageCache } from '../../../exercises/cache-keys/contract.ts';
import { bypass, cacheWith, CACHED, hit, listing, lookFor, method, miss, part, PLENTY, query, reply, request } from './subject.ts';

const LIMIT = 1_048_576;
const asked = request();
const answer = reply('two cats');

const get = method();
const post = method({ httpMethod: 'POST' });
const rooms = method({ resourceId: 'rooms1', resourcePath: '/rooms' });

/** A cache in which stage `prod` has these settings. */
function cacheOf(prod: Omit<StageCache, 'capacity'>) {
  return part.createCache({ stages: { prod: { capacity: PLENTY, ...prod } } });
}

/** Whether these settings cache a method: what a request to it gets after a response was stored. */
function afterStoring(prod: Omit<StageCache, 'capacity'>, of: CachedMethod, now = 1) {
  const cache = cacheOf(prod);
  cache.store(of, asked, answer, 0);
  return cache.lookup(of, asked, now);
}

/** A text of so many bytes, most of its characters three bytes long. */
function threeByteText(bytes: number): string {
  return '語'.repeat(Math.floor(bytes / 3)) + 'x'.repeat(bytes % 3);
}

describe('storing', () => {
  it('a stage’s default caches GET', async () => {
    expect(await afterStoring({ default: CACHED }, get)).toEqual(hit(answer));
  });

  it('a stage’s default caches no other HTTP method', async () => {
    for (const httpMethod of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'])
      expect(await afterStoring({ default: CACHED }, method({ httpMethod }))).toEqual(bypass);
  });

  it('another HTTP method is cached by an entry of its own', async () => {
    expect(await afterStoring({ methods: { '/pets/POST': CACHED } }, post)).toEqual(hit(answer));
    expect(await afterStoring({ methods: { '/pets/POST': {} } }, post)).toEqual(bypass);
  });

  it('without a default and without an entry nothing is cached', async () => {
    expect(await afterStoring({}, get)).toEqual(bypass);
    expect(await afterStoring({ default: { cacheTtlInSeconds: 60 } }, get)).toEqual(bypass);
  });

  it('an entry can turn a GET method off', async () => {
    const prod = { default: CACHED, methods: { '/pets/GET': { cachingEnabled: false } } };
    expect([await afterStoring(prod, get), await afterStoring(prod, rooms)]).toEqual([bypass, hit(answer)]);
  });

  it('an entry replaces the default whole: what it does not say is not taken from there', async () => {
    const prod = {
      default: { ...CACHED, cacheTtlInSeconds: 60 },
      methods: { '/pets/GET': CACHED, '/rooms/GET': { cacheTtlInSeconds: 60 } },
    };
    expect(await afterStoring(prod, get, 200_000)).toEqual(hit(answer));
    expect(await afterStoring(prod, rooms)).toEqual(bypass);
  });

  it('an entry belongs to one method: path template and HTTP method must both be the same', async () => {
    const methods: Record<string, MethodSettings> = { '/pets/{id}/GET': CACHED };
    expect(await afterStoring({ methods }, method({ resourcePath: '/pets/{id}' }))).toEqual(hit(answer));
    expect(await afterStoring({ methods }, get)).toEqual(bypass);
    expect(await afterStoring({ methods }, method({ resourcePath: '/pets/{id}', httpMethod: 'POST' }))).toEqual(bypass);
  });

  it('a stage that has no cache caches nothing', async () => {
    const cache = cacheOf({ default: CACHED });
    const dev = method({ stage: 'dev' });
    cache.store(dev, asked, answer, 0);
    cache.flush('dev');
    const answers = [cache.lookup(dev, asked, 1), cache.lookup(get, asked, 1), cache.lookup(method({ stage: 'toString' }), asked, 1)];
    expect(await Promise.all(answers)).toEqual([bypass, miss, bypass]);
  });

  it('two stages never share an entry', async () => {
    const stage = { capacity: PLENTY, default: CACHED };
    const cache = part.createCache({ stages: { prod: stage, dev: stage } });
    cache.store(get, asked, answer, 0);
    expect([await cache.lookup(method({ stage: 'dev' }), asked, 1), await cache.lookup(get, asked, 1)]).toEqual([miss, hit(answer)]);
  });

  it('two caches never share an entry', async () => {
    const [one, other] = [cacheWith(), cacheWith()];
    one.store(get, asked, answer, 0);
    expect([await other.lookup(get, asked, 1), await one.lookup(get, asked, 1)]).toEqual([miss, hit(answer)]);
  });

  it('an entry is served to every request with its key, and to no other', async () => {
    const pets = listing('querystring.type');
    const cache = cacheWith();
    cache.store(pets, query({ type: ['cat'], page: ['1'] }), answer, 0);
    const answers = await lookFor(cache, pets, 1, query({ type: ['cat'], page: ['2'] }), query({ type: ['dog'], page: ['1'] }), query({}));
    expect(answers).toEqual([hit(answer), miss, miss]);
  });

  it('methods that are given one namespace answer for each other', async () => {
    const cache = cacheWith();
    cache.store(method({ cacheNamespace: 'animals' }), asked, answer, 0);
    expect(await cache.lookup(method({ resourceId: 'd4e5f6', resourcePath: '/cats', cacheNamespace: 'animals' }), asked, 1)).toEqual(
      hit(answer),
    );
  });

  it('a response is stored whatever its status', async () => {
    for (const status of [200, 201, 204, 301, 400, 403, 404, 429, 500, 503]) {
      const cache = cacheWith();
      const response = reply(`status ${status}`, { status });
      cache.store(get, asked, response, 0);
      expect(await cache.lookup(get, asked, 1)).toEqual(hit(response));
    }
  });

  it('a response’s own Cache-Control changes nothing', async () => {
    const cache = cacheWith();
    const response = reply('two cats', { headers: { 'Cache-Control': 'no-store, private, max-age=0', 'Set-Cookie': 'a=b' } });
    cache.store(get, asked, response, 0);
    expect(await cache.lookup(get, asked, 200_000)).toEqual(hit(response));
  });

  it('an empty body and a body of any characters are stored', async () => {
    for (const body of ['', '\u0000', '語 é 😀 \ud800', '{"a":1}']) {
      const cache = cacheWith();
      cache.store(get, asked, reply(body), 0);
      expect(await cache.lookup(get, asked, 1)).toEqual(hit(reply(body)));
    }
  });

  it('a body of 1,048,576 bytes is stored, one of a byte more is not', async () => {
    const [fits, tooLarge] = [cacheWith(), cacheWith()];
    fits.store(get, asked, reply(threeByteText(LIMIT)), 0);
    tooLarge.store(get, asked, reply(threeByteText(LIMIT + 1)), 0);
    const answers = await Promise.all([fits.lookup(get, asked, 1), tooLarge.lookup(get, asked, 1)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['hit', 'miss']);
  });

  it('a body is measured in bytes of UTF-8: one, two, three or four for a character', async () => {
    const mixed = 'xé語😀\ud800'.repeat(60_000);
    const filled = threeByteText(LIMIT - 13 * 60_000);
    const [fits, tooLarge] = [cacheWith(), cacheWith()];
    fits.store(get, asked, reply(mixed + filled), 0);
    tooLarge.store(get, asked, reply(`${mixed + filled}x`), 0);
    const answers = await Promise.all([fits.lookup(get, asked, 1), tooLarge.lookup(get, asked, 1)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['hit', 'miss']);
  });

  it('headers do not count towards the size of the body', async () => {
    const cache = cacheWith();
    cache.store(get, asked, reply(threeByteText(LIMIT), { headers: { 'x-long': 'x'.repeat(5000) } }), 0);
    expect((await cache.lookup(get, asked, 1)).kind).toBe('hit');
  });

  it('a response that is too large ends the entry that it would have replaced', async () => {
    const cache = cacheWith();
    cache.store(get, asked, answer, 0);
    cache.store(rooms, asked, reply('ten rooms'), 0);
    cache.store(get, asked, reply(threeByteText(LIMIT + 1)), 1);
    expect([await cache.lookup(get, asked, 2), await cache.lookup(rooms, asked, 2)]).toEqual([miss, hit(reply('ten rooms'))]);
  });

  it('whatever the settings, a method is cached by its entry, else by the default if it is GET', async () => {
    const settings = fc.record({ cachingEnabled: fc.boolean(), cacheTtlInSeconds: fc.constantFrom(0, 300) }, { requiredKeys: [] });
    const cases = fc.record(
      {
        default: settings,
        ofGet: settings,
        ofPost: settings,
        path: fc.constantFrom('/pets', '/pets/{id}'),
        httpMethod: fc.constantFrom('GET', 'POST', 'PUT'),
      },
      { requiredKeys: ['path', 'httpMethod'] },
    );
    await forEvery(cases, async ({ default: ofOthers, ofGet, ofPost, path, httpMethod }) => {
      const methods = { ...(ofGet && { '/pets/GET': ofGet }), ...(ofPost && { '/pets/POST': ofPost }) };
      const entry = path === '/pets' ? { GET: ofGet, POST: ofPost, PUT: undefined }[httpMethod] : undefined;
      const deciding = entry ?? (httpMethod === 'GET' ? ofOthers : undefined);
      const isCached = deciding?.cachingEnabled === true && deciding.cacheTtlInSeconds !== 0;
      const prod = ofOthers ? { default: ofOthers, methods } : { methods };
      expect(await afterStoring(prod, method({ resourcePath: path, httpMethod }))).toEqual(isCached ? hit(answer) : bypass);
    });
  });
});
