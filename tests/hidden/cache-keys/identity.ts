import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { CachedMethod } from '../../../exercises/cache-keys/contract.ts';
import { clashesAmong, declaring, full, method, part, query, request, splitsAmong } from './subject.ts';

const asked = query({ type: ['admin'] });
const TYPE = full('querystring.type');

const listed = { requestParameters: declaring(TYPE), cacheKeyParameters: [TYPE] };

/** The key of one request to each of these methods. All of them list `type`. */
function keysIn(changes: Partial<CachedMethod>[]): Promise<string[]> {
  return Promise.all(changes.map((change) => part.cacheKey(method({ ...listed, ...change }), asked)));
}

/** As `splits`, for one request to methods that differ. */
async function splitsOf(...changes: Partial<CachedMethod>[]) {
  return splitsAmong(changes, await keysIn(changes));
}

/** As `clashes`, for one request to methods that differ. */
async function clashesOf(...changes: Partial<CachedMethod>[]) {
  return clashesAmong(changes, await keysIn(changes));
}

describe('identity', () => {
  it('the same request to two stages has two keys', async () => {
    expect(await clashesOf({ stage: 'prod' }, { stage: 'dev' }, { stage: 'Prod' })).toEqual([]);
  });

  it('the same request with another HTTP method has another key', async () => {
    expect(await clashesOf({ httpMethod: 'GET' }, { httpMethod: 'POST' }, { httpMethod: 'HEAD' })).toEqual([]);
  });

  it('the same request to two resources has two keys', async () => {
    expect(await clashesOf({ resourceId: 'a1b2c3', resourcePath: '/pets' }, { resourceId: 'd4e5f6', resourcePath: '/cats' })).toEqual([]);
  });

  it('two resources that are given the same namespace share a key', async () => {
    expect(
      await splitsOf(
        { resourceId: 'a1b2c3', resourcePath: '/pets', cacheNamespace: 'animals' },
        { resourceId: 'd4e5f6', resourcePath: '/cats', cacheNamespace: 'animals' },
      ),
    ).toEqual([]);
  });

  it('two namespaces in one resource are two keys', async () => {
    expect(await clashesOf({ cacheNamespace: 'animals' }, { cacheNamespace: 'plants' }, {})).toEqual([]);
  });

  it('without a namespace, the id of the resource is the namespace', async () => {
    expect(await splitsOf({ resourceId: 'a1b2c3' }, { resourceId: 'd4e5f6', resourcePath: '/cats', cacheNamespace: 'a1b2c3' })).toEqual([]);
  });

  it('a shared namespace does not make one of two HTTP methods, nor of two stages', async () => {
    const cacheNamespace = 'animals';
    expect(await clashesOf({ cacheNamespace }, { cacheNamespace, httpMethod: 'POST' }, { cacheNamespace, stage: 'dev' })).toEqual([]);
  });

  it('a resource that moves to another path keeps its keys', async () => {
    expect(await splitsOf({ resourcePath: '/pets' }, { resourcePath: '/animals' })).toEqual([]);
  });

  it('what else a method declares changes nothing', async () => {
    expect(await splitsOf({}, { requestParameters: { ...declaring(TYPE), [full('header.Accept')]: true } })).toEqual([]);
  });

  it('stage, HTTP method, namespace and values do not run into each other', async () => {
    expect(
      await clashesOf(
        { stage: 'a', cacheNamespace: 'bc' },
        { stage: 'ab', cacheNamespace: 'c' },
        { stage: 'a/GET/b', cacheNamespace: 'c' },
        { stage: 'a', cacheNamespace: 'b/GET/c' },
        { stage: 'a|GET|b', cacheNamespace: 'c' },
        { stage: 'a', cacheNamespace: 'b|GET|c' },
        { stage: 'a:GET:b', cacheNamespace: 'c' },
        { stage: 'a', cacheNamespace: 'b:GET:c' },
      ),
    ).toEqual([]);
    const marks = ['', '/', ':', '|', ',', '&', '?type=', '\u0000', '","'];
    for (const mark of marks) {
      const [one, other] = await Promise.all([
        part.cacheKey(method({ ...listed, cacheNamespace: 'n' }), query({ type: [`x${mark}y`] })),
        part.cacheKey(method({ ...listed, cacheNamespace: `n${mark}x` }), query({ type: ['y'] })),
      ]);
      expect(other).not.toBe(one);
    }
  });

  it('two methods have the same key exactly when stage, HTTP method and namespace are the same', async () => {
    const name = fc.constantFrom('a', 'b');
    const one = fc.record(
      { stage: name, resourceId: name, httpMethod: fc.constantFrom('GET', 'POST'), cacheNamespace: name },
      { requiredKeys: ['stage', 'resourceId', 'httpMethod'] },
    );
    await forEvery(fc.tuple(one, one), async ([one, other]) => {
      const [first, second] = await Promise.all([one, other].map((change) => part.cacheKey(method(change), request())));
      const identity = ({ stage, httpMethod, resourceId, cacheNamespace = resourceId }: typeof one) =>
        `${stage} ${httpMethod} ${cacheNamespace}`;
      expect(second === first).toBe(identity(one) === identity(other));
    });
  });
});
