import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { ModelCache } from './model.ts';
import { bypass, cacheWith, CACHED, hit, listing, lookAt, method, miss, part, PLENTY, query, refusalOf, reply } from './subject.ts';

const pets = listing('querystring.type');
const cats = query({ type: ['cat'] });
const dogs = query({ type: ['dog'] });
const answer = reply('two cats');

describe('ttl', () => {
  it('a response that was stored is served, whole and as it was', async () => {
    const cache = cacheWith();
    const before = cache.lookup(pets, cats, 0);
    cache.store(pets, cats, answer, 40);
    expect([await before, await cache.lookup(pets, cats, 50)]).toEqual([miss, hit(answer)]);
  });

  it('looking stores nothing', async () => {
    expect(await lookAt(cacheWith(), pets, cats, 0, 1, 2)).toEqual([miss, miss, miss]);
  });

  it('with a TTL of 5 s a response is served after 4.9 s, and no more after 5.1 s', async () => {
    const cache = cacheWith({ cacheTtlInSeconds: 5 });
    cache.store(pets, cats, answer, 1000);
    expect(await lookAt(cache, pets, cats, 1001, 5900, 6100, 6200)).toEqual([hit(answer), hit(answer), miss, miss]);
  });

  it('without a TTL in the settings it is 300 s', async () => {
    const cache = cacheWith();
    cache.store(pets, cats, answer, 0);
    expect(await lookAt(cache, pets, cats, 299_900, 300_100)).toEqual([hit(answer), miss]);
  });

  it('a TTL may be as long as 3600 s', async () => {
    const cache = cacheWith({ cacheTtlInSeconds: 3600 });
    cache.store(pets, cats, answer, 0);
    expect(await lookAt(cache, pets, cats, 3_599_900, 3_600_100)).toEqual([hit(answer), miss]);
  });

  it('a TTL of 0 turns the cache off for the method', async () => {
    const cache = cacheWith({ cacheTtlInSeconds: 0 });
    cache.store(pets, cats, answer, 0);
    expect(await lookAt(cache, pets, cats, 0, 1)).toEqual([bypass, bypass]);
  });

  it('a TTL that is no whole number from 0 to 3600 is refused, and the error names stage and field', async () => {
    for (const cacheTtlInSeconds of [3601, -1, 0.5, NaN, Infinity]) {
      const ofAll = await refusalOf(part.createCache({ stages: { blue: { capacity: PLENTY, default: { cacheTtlInSeconds } } } }));
      expect(ofAll).toContain('blue');
      expect(ofAll).toContain('cacheTtlInSeconds');
      const ofOne = await refusalOf(
        part.createCache({
          stages: { dev: { capacity: PLENTY }, blue: { capacity: PLENTY, methods: { '/pets/GET': { cacheTtlInSeconds } } } },
        }),
      );
      expect(ofOne).toContain('blue');
      expect(ofOne).toContain('cacheTtlInSeconds');
    }
  });

  it('a hit does not prolong an entry', async () => {
    const cache = cacheWith({ cacheTtlInSeconds: 5 });
    cache.store(pets, cats, answer, 0);
    const answers = await lookAt(cache, pets, cats, 1000, 2000, 3000, 4000, 4900, 5100);
    expect(answers.map(({ kind }) => kind)).toEqual(['hit', 'hit', 'hit', 'hit', 'hit', 'miss']);
  });

  it('the TTL counts from when a response was stored, not from when it was asked for', async () => {
    const cache = cacheWith({ cacheTtlInSeconds: 5 });
    cache.lookup(pets, cats, 0);
    cache.store(pets, cats, answer, 3000);
    expect(await lookAt(cache, pets, cats, 7900, 8100)).toEqual([hit(answer), miss]);
  });

  it('a response that is stored again starts anew', async () => {
    const cache = cacheWith({ cacheTtlInSeconds: 5 });
    cache.store(pets, cats, answer, 0);
    cache.store(pets, cats, reply('three cats'), 3000);
    expect(await lookAt(cache, pets, cats, 3001, 7900, 8100)).toEqual([hit(reply('three cats')), hit(reply('three cats')), miss]);
  });

  it('each entry has an age of its own', async () => {
    const cache = cacheWith({ cacheTtlInSeconds: 5 });
    cache.store(pets, cats, answer, 0);
    cache.store(pets, dogs, reply('one dog'), 3000);
    expect([await cache.lookup(pets, cats, 6000), await cache.lookup(pets, dogs, 6000)]).toEqual([miss, hit(reply('one dog'))]);
  });

  it('each method has the TTL of its own settings', async () => {
    const cache = part.createCache({
      stages: {
        prod: {
          capacity: PLENTY,
          default: { ...CACHED, cacheTtlInSeconds: 5 },
          methods: { '/rooms/GET': { ...CACHED, cacheTtlInSeconds: 60 } },
        },
      },
    });
    const rooms = method({ resourceId: 'rooms1', resourcePath: '/rooms' });
    cache.store(pets, cats, answer, 0);
    cache.store(rooms, cats, reply('ten rooms'), 0);
    const answers = [cache.lookup(pets, cats, 6000), cache.lookup(rooms, cats, 6000), cache.lookup(rooms, cats, 61_000)];
    expect(await Promise.all(answers)).toEqual([miss, hit(reply('ten rooms')), miss]);
  });

  it('a time before one already seen counts as the latest one seen', async () => {
    const cache = cacheWith({ cacheTtlInSeconds: 5 });
    cache.store(pets, cats, answer, 10_000);
    cache.lookup(pets, dogs, 16_000);
    const late = cache.lookup(pets, cats, 12_000);
    cache.store(pets, dogs, reply('one dog'), 3000);
    expect([await late, ...(await lookAt(cache, pets, dogs, 20_900, 21_100))]).toEqual([miss, hit(reply('one dog')), miss]);
  });

  it('today’s dates are times like any other', async () => {
    const now = Date.UTC(2026, 10, 21);
    const cache = cacheWith({ cacheTtlInSeconds: 5 });
    cache.store(pets, cats, answer, now);
    expect(await lookAt(cache, pets, cats, now + 4900, now + 5100)).toEqual([hit(answer), miss]);
  });

  it('whatever comes and when, an entry is served for its TTL and no longer', async () => {
    const step = fc.record({ store: fc.boolean(), type: fc.constantFrom('cat', 'dog'), gap: fc.constantFrom(0, 100, 900, 2000, 5000) });
    const cases = fc.record({ ttl: fc.constantFrom(1, 3, 10), steps: fc.array(step, { minLength: 1, maxLength: 20 }) });
    await forEvery(cases, async ({ ttl, steps }) => {
      const cache = cacheWith({ cacheTtlInSeconds: ttl });
      const model = new ModelCache(Infinity);
      let now = 0;
      const answers = steps.map(({ store, type, gap }, i) => {
        // Seven more each time, so that no time is a whole TTL after another.
        now += gap + 7;
        const asked = query({ type: [type] });
        if (store) {
          cache.store(pets, asked, reply(`${type} ${i}`), now);
          model.store(type, `${type} ${i}`, 0, ttl * 1000, now);
        }
        const body = model.lookup(type, now);
        return { given: cache.lookup(pets, asked, now), due: body === undefined ? miss : hit(reply(body)) };
      });
      expect(await Promise.all(answers.map(({ given }) => given))).toEqual(answers.map(({ due }) => due));
    });
  });
});
