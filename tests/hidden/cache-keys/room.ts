import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery, type Remote } from '#judge';
import type { Cache, CachedMethod, CachedResponse, MethodSettings } from '../../../exercises/cache-keys/contract.ts';
import { ModelCache } from './model.ts';
import { CACHED, hit, listing, miss, part, query, refusalOf, reply } from './subject.ts';

const pets = listing('querystring.name');
/** As `pets`, in a resource whose entries live for 10 s only. */
const brief: CachedMethod = { ...pets, resourceId: 'brief1', resourcePath: '/brief' };
const SETTINGS: { default: MethodSettings; methods: Record<string, MethodSettings> } = {
  default: { ...CACHED, cacheTtlInSeconds: 60 },
  methods: { '/brief/GET': { ...CACHED, cacheTtlInSeconds: 10 } },
};

const named = (name: string) => query({ name: [name] });

function cacheOf(capacity: number): Remote<Cache> {
  return part.createCache({ stages: { prod: { capacity, ...SETTINGS } } });
}

/** What this entry weighs, by the contract, with the key that the submission gives it. */
async function weightOf(of: CachedMethod, name: string, response: CachedResponse): Promise<number> {
  const texts = [await part.cacheKey(of, named(name)), response.body, ...Object.entries(response.headers).flat()];
  return 512 + texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
}

/** Which of these names are served at this time. */
async function kept(cache: Remote<Cache>, of: CachedMethod, now: number, ...names: string[]): Promise<string[]> {
  const answers = await Promise.all(names.map((name) => cache.lookup(of, named(name), now)));
  return names.filter((_, i) => answers[i]!.kind === 'hit');
}

const small = reply('x'.repeat(100));

describe('room', () => {
  it('a capacity that is no whole number above 0 is refused, and the error names stage and field', async () => {
    for (const capacity of [0, -1, 0.5, NaN, Infinity]) {
      const refusal = await refusalOf(part.createCache({ stages: { blue: { capacity } } }));
      expect(refusal).toContain('blue');
      expect(refusal).toContain('capacity');
    }
  });

  it('entries that fill the capacity to the last byte all stay', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(3 * weight);
    for (const name of ['a', 'b', 'c']) cache.store(pets, named(name), small, 0);
    expect(await kept(cache, pets, 1, 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  });

  it('where a byte is missing, the entry that is nearest to its expiry goes', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(3 * weight - 1);
    ['a', 'b', 'c'].forEach((name, i) => cache.store(pets, named(name), small, i * 1000));
    expect(await kept(cache, pets, 3000, 'a', 'b', 'c')).toEqual(['b', 'c']);
  });

  it('no more entries go than must', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(4 * weight);
    ['a', 'b', 'c', 'd'].forEach((name, i) => cache.store(pets, named(name), small, i));
    cache.store(pets, named('e'), reply('x'.repeat(100 + weight)), 5);
    expect(await kept(cache, pets, 6, 'a', 'b', 'c', 'd', 'e')).toEqual(['c', 'd', 'e']);
  });

  it('that it was asked for lately saves no entry', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(2 * weight);
    cache.store(pets, named('a'), small, 0);
    cache.store(pets, named('b'), small, 1000);
    for (const now of [1001, 1002, 1003]) cache.lookup(pets, named('a'), now);
    cache.store(pets, named('c'), small, 2000);
    expect(await kept(cache, pets, 3000, 'a', 'b', 'c')).toEqual(['b', 'c']);
  });

  it('an entry with less time left goes before one that was stored earlier', async () => {
    const weight = await weightOf(brief, 'b', small);
    const cache = cacheOf(2 * weight);
    cache.store(pets, named('a'), small, 0);
    cache.store(brief, named('b'), small, 1000);
    cache.store(pets, named('c'), small, 2000);
    expect([await kept(cache, pets, 3000, 'a', 'c'), await kept(cache, brief, 3000, 'b')]).toEqual([['a', 'c'], []]);
  });

  it('of two entries that expire together, the one that was stored first goes', async () => {
    const weight = await weightOf(brief, 'b', small);
    const cache = cacheOf(2 * weight);
    cache.store(brief, named('z'), small, 0);
    cache.store(pets, named('a'), small, 20_000);
    cache.store(brief, named('b'), small, 70_000);
    cache.store(pets, named('c'), small, 71_000);
    const first = await kept(cache, pets, 71_001, 'a', 'c');
    expect([first, await kept(cache, brief, 71_001, 'b')]).toEqual([['c'], ['b']]);
  });

  it('an entry that has expired never costs another its place', async () => {
    const weight = await weightOf(brief, 'b', small);
    const cache = cacheOf(2 * weight);
    cache.store(pets, named('a'), small, 0);
    cache.store(brief, named('b'), small, 1000);
    cache.store(pets, named('c'), small, 20_000);
    expect(await kept(cache, pets, 21_000, 'a', 'c')).toEqual(['a', 'c']);
  });

  it('an entry that is replaced makes room first', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(2 * weight);
    cache.store(pets, named('a'), small, 0);
    cache.store(pets, named('b'), small, 1);
    for (const now of [2, 3, 4]) cache.store(pets, named('b'), small, now);
    expect(await kept(cache, pets, 5, 'a', 'b')).toEqual(['a', 'b']);
  });

  it('an entry that is replaced leaves its old place in the line', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(2 * weight);
    cache.store(pets, named('a'), small, 0);
    cache.store(pets, named('b'), small, 1000);
    cache.store(pets, named('a'), small, 2000);
    cache.store(pets, named('c'), small, 3000);
    expect(await kept(cache, pets, 4000, 'a', 'b', 'c')).toEqual(['a', 'c']);
  });

  it('a smaller response gives back the room that the larger one took', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(3 * weight);
    cache.store(pets, named('a'), reply('x'.repeat(100 + weight)), 0);
    cache.store(pets, named('a'), small, 1);
    cache.store(pets, named('b'), small, 2);
    cache.store(pets, named('c'), small, 3);
    expect(await kept(cache, pets, 4, 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  });

  it('an entry heavier than the whole capacity is not stored, and drops nobody', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(2 * weight);
    cache.store(pets, named('a'), small, 0);
    cache.store(pets, named('b'), small, 1);
    cache.store(pets, named('c'), reply('x'.repeat(101 + weight)), 2);
    expect(await kept(cache, pets, 3, 'a', 'b', 'c')).toEqual(['a', 'b']);
  });

  it('an entry heavier than the whole capacity ends the one that it would have replaced', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(2 * weight);
    cache.store(pets, named('a'), small, 0);
    cache.store(pets, named('b'), small, 1);
    cache.store(pets, named('b'), reply('x'.repeat(101 + weight)), 2);
    expect(await kept(cache, pets, 3, 'a', 'b')).toEqual(['a']);
  });

  it('key, body, header names and header values all weigh, in bytes of UTF-8', async () => {
    const responses = [
      reply(''),
      reply('語é😀\ud800'),
      reply('', { headers: {} }),
      reply('x', { headers: { 'x-name': '語', 'x-longer-name': '' } }),
      reply('', { headers: { 'x-many': 'x'.repeat(3000), a: 'b', c: 'd' } }),
    ];
    const names = ['a', '語', '\ud800', 'a longer name'];
    for (const [response, name] of responses.flatMap((response) => names.map((name) => [response, name] as const))) {
      const weight = await weightOf(pets, name, response);
      const [fits, tooSmall] = [cacheOf(weight), cacheOf(weight - 1)];
      for (const cache of [fits, tooSmall]) cache.store(pets, named(name), response, 0);
      expect([await kept(fits, pets, 1, name), await kept(tooSmall, pets, 1, name)]).toEqual([[name], []]);
    }
  });

  it('the capacity is that of one stage: others have their own', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = part.createCache({ stages: { prod: { capacity: weight, ...SETTINGS }, dev: { capacity: 10 * weight, ...SETTINGS } } });
    const inDev = { ...pets, stage: 'dev' };
    for (const name of ['a', 'b']) for (const of of [pets, inDev]) cache.store(of, named(name), small, 0);
    expect([await kept(cache, pets, 1, 'a', 'b'), await kept(cache, inDev, 1, 'a', 'b')]).toEqual([['b'], ['a', 'b']]);
  });

  it('a flush gives back all room', async () => {
    const weight = await weightOf(pets, 'a', small);
    const cache = cacheOf(2 * weight);
    for (const name of ['a', 'b']) cache.store(pets, named(name), small, 0);
    cache.flush('prod');
    for (const name of ['c', 'd']) cache.store(pets, named(name), small, 1);
    expect(await kept(cache, pets, 2, 'a', 'b', 'c', 'd')).toEqual(['c', 'd']);
  });

  it('what stays is served as it was stored, however full the cache is', async () => {
    const cache = cacheOf(2 * (await weightOf(pets, 'a', small)));
    const names = Array.from({ length: 300 }, (_, i) => String.fromCharCode(97 + (i % 26)));
    names.forEach((name, i) => cache.store(pets, named(name), reply(`${i}`.padEnd(100)), i));
    const [last, before] = [names.length - 1, names.length - 2];
    const answers = await Promise.all([last, before, before - 1].map((i) => cache.lookup(pets, named(names[i]!), 300)));
    expect(answers).toEqual([hit(reply(`${last}`.padEnd(100))), hit(reply(`${before}`.padEnd(100))), miss]);
  });

  it('whatever is stored and when, the same entries stay', async () => {
    const methods = { pets, brief };
    const names = ['a', 'b', 'c', 'd', 'e'];
    const weights = new Map<string, number>();
    for (const [which, of] of Object.entries(methods))
      for (const name of names) weights.set(`${which} ${name}`, await weightOf(of, name, reply('', { headers: {} })));
    const heaviest = Math.max(...weights.values());

    const step = fc.record({
      which: fc.constantFrom('pets' as const, 'brief' as const),
      name: fc.constantFrom(...names),
      size: fc.constantFrom(0, 1, 100, 400, 900, 3000),
      gap: fc.constantFrom(0, 500, 2000, 9000),
      store: fc.boolean(),
    });
    const cases = fc.record({ spare: fc.integer({ min: 0, max: 1500 }), steps: fc.array(step, { minLength: 1, maxLength: 20 }) });
    await forEvery(cases, async ({ spare, steps }) => {
      const capacity = 2 * heaviest + spare;
      const cache = cacheOf(capacity);
      const model = new ModelCache(capacity);
      let now = 0;
      const answers = steps.map(({ which, name, size, gap, store }) => {
        // Thirteen more, so that no time is a whole TTL after another.
        now += gap + 13;
        const entry = `${which} ${name}`;
        if (store) {
          const body = 'x'.repeat(size);
          cache.store(methods[which], named(name), reply(body, { headers: {} }), now);
          model.store(entry, body, weights.get(entry)! + size, which === 'pets' ? 60_000 : 10_000, now);
        }
        const body = model.lookup(entry, now);
        return {
          given: cache.lookup(methods[which], named(name), now),
          due: body === undefined ? miss : hit(reply(body, { headers: {} })),
        };
      });
      expect(await Promise.all(answers.map(({ given }) => given))).toEqual(answers.map(({ due }) => due));
      const last = [...weights.keys()].map((entry) => {
        const [which, name] = entry.split(' ') as ['pets' | 'brief', string];
        return { entry, answer: cache.lookup(methods[which], named(name), now + 1), due: model.lookup(entry, now + 1) !== undefined };
      });
      const ends = await Promise.all(last.map(async ({ entry, answer }) => ((await answer).kind === 'hit' ? entry : '')));
      expect(ends.filter(Boolean)).toEqual(last.filter(({ due }) => due).map(({ entry }) => entry));
    });
  });
});
