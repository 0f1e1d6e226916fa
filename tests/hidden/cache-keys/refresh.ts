import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { CacheRequest, Lookup, MethodSettings } from '../../../exercises/cache-keys/contract.ts';
import {
  bypass,
  cacheWith,
  CACHED,
  forbidden,
  hit,
  listing,
  lookAt,
  lookFor,
  method,
  miss,
  part,
  PLENTY,
  query,
  reply,
} from './subject.ts';

const pets = listing('querystring.type');
const old = reply('two cats');
const fresh = reply('three cats');

/** A request for cats. With `directives` it sends them, with `may` the caller has the permission. */
function cats({
  directives,
  may,
  name = 'Cache-Control',
}: { directives?: string | string[]; may?: boolean; name?: string } = {}): CacheRequest {
  return {
    ...query({ type: ['cat'] }),
    ...(directives !== undefined && { header: { [name]: [directives].flat() } }),
    ...(may !== undefined && { mayInvalidateCache: may }),
  };
}

const asksForFresh = cats({ directives: 'max-age=0' });
const allowed = cats({ directives: 'max-age=0', may: true });

/** A cache with these settings that holds `old`, stored at 0. */
function holding(settings: MethodSettings = {}) {
  const cache = cacheWith(settings);
  cache.store(pets, cats(), old, 0);
  return cache;
}

/** An answer, with its warning split off: only that it starts with 199 and a blank is the contract's. */
function withoutWords({ warning, ...answer }: Lookup & { warning?: string }): unknown {
  return warning === undefined ? answer : { ...answer, warning: String(warning).slice(0, 4) };
}

const warned = '199 ';

describe('refresh', () => {
  it('a caller who may asks with max-age=0 and is sent to the integration', async () => {
    const answers = await lookFor(holding(), pets, 1, allowed, cats());
    expect(answers).toEqual([miss, hit(old)]);
  });

  it('the fresh response takes the place of the old one', async () => {
    const cache = holding();
    cache.lookup(pets, allowed, 1);
    cache.store(pets, allowed, fresh, 2);
    expect(await lookFor(cache, pets, 3, cats(), cats({ directives: 'no-cache' }))).toEqual([hit(fresh), hit(fresh)]);
  });

  it('until the fresh response is stored, the old one serves everybody else', async () => {
    const cache = holding();
    const answers = [
      cache.lookup(pets, allowed, 1),
      cache.lookup(pets, cats(), 2),
      cache.lookup(pets, allowed, 3),
      cache.lookup(pets, cats(), 4),
    ];
    expect(await Promise.all(answers)).toEqual([miss, hit(old), miss, hit(old)]);
  });

  it('a fresh response has a whole TTL before it', async () => {
    const cache = holding({ cacheTtlInSeconds: 5 });
    cache.lookup(pets, allowed, 4000);
    cache.store(pets, allowed, fresh, 4000);
    expect(await lookAt(cache, pets, cats(), 8900, 9100)).toEqual([hit(fresh), miss]);
  });

  it('a refresh touches the entry of its own key and no other', async () => {
    const cache = holding();
    const dogs = query({ type: ['dog'] });
    cache.store(pets, dogs, reply('one dog'), 0);
    cache.lookup(pets, allowed, 1);
    cache.store(pets, allowed, fresh, 2);
    expect(await lookFor(cache, pets, 3, cats(), dogs)).toEqual([hit(fresh), hit(reply('one dog'))]);
  });

  it('a permission that is not used changes nothing', async () => {
    expect(await lookFor(holding(), pets, 1, cats({ may: true }), cats({ may: true, directives: 'max-age=60' }))).toEqual([
      hit(old),
      hit(old),
    ]);
  });

  it('no other directive asks for anything', async () => {
    const others = ['no-cache', 'no-store', 'must-revalidate', 'max-age=1', 'max-age=3600', 'max-age=-1', 's-maxage=0', 'x-max-age=0'];
    const odd = [
      'max-stale=0',
      'max-age',
      'max-age=',
      'max-age=0s',
      'maxage=0',
      'max-age=00000001',
      'max-age=0.5',
      'no-cache, no-store',
      '',
    ];
    const requests = [...others, ...odd].map((directives) => cats({ directives, may: true }));
    const pragma = cats({ directives: 'no-cache', may: true, name: 'Pragma' });
    const elsewhere = cats({ directives: 'max-age=0', may: true, name: 'X-Cache-Control' });
    const answers = await lookFor(holding(), pets, 1, ...requests, pragma, elsewhere);
    expect(answers).toEqual(answers.map(() => hit(old)));
  });

  it('max-age=0 may stand among other directives, spaced in any way', async () => {
    const lines = ['no-cache, max-age=0', 'max-age=0,no-store', 'no-cache,max-age=0 , no-store', '  max-age=0  ', 'max-age=60, max-age=0'];
    const several = [
      ['no-cache', 'max-age=0'],
      ['max-age=0', 'no-store'],
    ];
    const answers = await lookFor(holding(), pets, 1, ...[...lines, ...several].map((directives) => cats({ directives, may: true })));
    expect(answers).toEqual(answers.map(() => miss));
  });

  it('header and directive may be in capitals', async () => {
    const spellings = ['cache-control', 'CACHE-CONTROL', 'Cache-control'].map((name) => cats({ directives: 'max-age=0', may: true, name }));
    const directives = ['Max-Age=0', 'MAX-AGE=0', 'No-Cache, Max-age=0'].map((directives) => cats({ directives, may: true }));
    const answers = await lookFor(holding(), pets, 1, ...spellings, ...directives);
    expect(answers).toEqual(answers.map(() => miss));
  });

  it('where no authorization is required, anybody may', async () => {
    const settings: MethodSettings = { requireAuthorizationForCacheControl: false };
    for (const more of [{}, { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' } as const]) {
      const requests = [asksForFresh, cats({ directives: 'max-age=0', may: false }), cats()];
      expect(await lookFor(holding({ ...settings, ...more }), pets, 1, ...requests)).toEqual([miss, miss, hit(old)]);
    }
  });

  it('FAIL_WITH_403: who may not is forbidden, whether there is an entry or not', async () => {
    const settings: MethodSettings = { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' };
    expect(await lookFor(holding(settings), pets, 1, asksForFresh, cats())).toEqual([forbidden, hit(old)]);
    expect(await lookFor(cacheWith(settings), pets, 1, asksForFresh, cats())).toEqual([forbidden, miss]);
  });

  it('FAIL_WITH_403: who may is served, and so is who does not ask', async () => {
    const settings: MethodSettings = { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' };
    expect(await lookFor(holding(settings), pets, 1, allowed, cats({ directives: 'no-cache' }))).toEqual([miss, hit(old)]);
  });

  it('SUCCEED_WITH_RESPONSE_HEADER: who may not gets the entry, and a warning 199', async () => {
    const cache = holding({ unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER' });
    const answers = await lookFor(cache, pets, 1, asksForFresh);
    expect(answers.map(withoutWords)).toEqual([{ ...hit(old), warning: warned }]);
  });

  it('SUCCEED_WITH_RESPONSE_HEADER: without an entry it is a miss, and a warning 199', async () => {
    const cache = cacheWith({ unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER' });
    expect(withoutWords(await cache.lookup(pets, asksForFresh, 1))).toEqual({ ...miss, warning: warned });
  });

  it('a warning belongs to one reply: nobody else gets it', async () => {
    const cache = cacheWith();
    cache.lookup(pets, asksForFresh, 1);
    cache.store(pets, asksForFresh, old, 2);
    const answers = await lookFor(cache, pets, 3, cats(), asksForFresh, cats());
    expect(answers.map(withoutWords)).toEqual([hit(old), { ...hit(old), warning: warned }, hit(old)]);
  });

  it('SUCCEED_WITHOUT_RESPONSE_HEADER: who may not gets the entry and no word', async () => {
    const settings: MethodSettings = { unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER' };
    expect(await lookFor(holding(settings), pets, 1, asksForFresh)).toEqual([hit(old)]);
    expect(await lookFor(cacheWith(settings), pets, 1, asksForFresh)).toEqual([miss]);
  });

  it('where the settings say nothing, authorization is required and who lacks it is warned', async () => {
    const answers = await lookFor(holding(), pets, 1, asksForFresh, cats({ directives: 'max-age=0', may: false }), allowed);
    expect(answers.map(withoutWords)).toEqual([{ ...hit(old), warning: warned }, { ...hit(old), warning: warned }, miss]);
  });

  it('each method has the strategy of its own settings', async () => {
    const cache = part.createCache({
      stages: {
        prod: {
          capacity: PLENTY,
          default: CACHED,
          methods: { '/pets/GET': { ...CACHED, unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' } },
        },
      },
    });
    const rooms = method({ resourceId: 'rooms1', resourcePath: '/rooms' });
    const answers = await Promise.all([cache.lookup(pets, asksForFresh, 1), cache.lookup(rooms, asksForFresh, 1)]);
    expect(answers.map(withoutWords)).toEqual([forbidden, { ...miss, warning: warned }]);
  });

  it('a method that is not cached does not look at Cache-Control', async () => {
    const settings: MethodSettings = { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' };
    const off = cacheWith({ ...settings, cacheTtlInSeconds: 0 });
    const post = method({ httpMethod: 'POST' });
    expect([await off.lookup(pets, asksForFresh, 1), await cacheWith(settings).lookup(post, asksForFresh, 1)]).toEqual([bypass, bypass]);
  });

  it('a flush empties its stage, every method of it, and no other stage', async () => {
    const stage = { capacity: PLENTY, default: CACHED };
    const cache = part.createCache({ stages: { prod: stage, dev: stage } });
    const [rooms, inDev] = [method({ resourceId: 'rooms1', resourcePath: '/rooms' }), { ...pets, stage: 'dev' }];
    for (const of of [pets, rooms, inDev]) cache.store(of, cats(), old, 0);
    cache.flush('prod');
    const answers = [pets, rooms, inDev].map((of) => cache.lookup(of, cats(), 1));
    expect(await Promise.all(answers)).toEqual([miss, miss, hit(old)]);
  });

  it('a stage that was flushed stores again', async () => {
    const cache = holding();
    cache.flush('prod');
    cache.store(pets, cats(), fresh, 1);
    expect(await cache.lookup(pets, cats(), 2)).toEqual(hit(fresh));
  });

  it('whatever is sent, permission and settings decide as the contract says', async () => {
    const strategy = fc.constantFrom('FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER');
    const directives = fc.array(fc.constantFrom('max-age=0', 'MAX-AGE=0', 'no-cache', 'no-store', 'max-age=10', 'max-age=01x'), {
      maxLength: 3,
    });
    const cases = fc.record({ strategy, required: fc.boolean(), may: fc.boolean(), full: fc.boolean(), directives });
    await forEvery(cases, async ({ strategy, required, may, full, directives }) => {
      const settings: MethodSettings = { requireAuthorizationForCacheControl: required, unauthorizedCacheControlHeaderStrategy: strategy };
      const cache = full ? holding(settings) : cacheWith(settings);
      const asks = directives.some((directive) => directive.toLowerCase() === 'max-age=0');
      const usual = full ? hit(old) : miss;
      const succeeds = strategy === 'SUCCEED_WITH_RESPONSE_HEADER' ? { ...usual, warning: warned } : usual;
      const unauthorized = strategy === 'FAIL_WITH_403' ? forbidden : succeeds;
      const refreshed = may || !required ? miss : unauthorized;
      const given = await cache.lookup(pets, cats({ directives: directives.join(', '), may }), 1);
      expect(withoutWords(given)).toEqual(asks ? refreshed : usual);
    });
  });
});
