import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { declaring, clashes, splits, full, keysOf, listing, method, part, query, refusalOf, request, withHeader } from './subject.ts';

const TYPE = full('querystring.type');

describe('projection', () => {
  it('requests that differ in a listed query parameter have different keys', async () => {
    expect(await clashes(listing('querystring.type'), query({ type: ['admin'] }), query({ type: ['guest'] }))).toEqual([]);
  });

  it('a query parameter that is not listed changes nothing', async () => {
    expect(
      await splits(
        listing('querystring.type'),
        query({ type: ['admin'], department: ['A'] }),
        query({ type: ['admin'], department: ['B'] }),
        query({ type: ['admin'] }),
      ),
    ).toEqual([]);
  });

  it('a parameter that is declared but not listed changes nothing', async () => {
    const declared = method({ requestParameters: declaring(TYPE, full('querystring.department')), cacheKeyParameters: [TYPE] });
    expect(await splits(declared, query({ type: ['a'], department: ['A'] }), query({ type: ['a'], department: ['B'] }))).toEqual([]);
  });

  it('with nothing listed, all requests to a method have one key', async () => {
    expect(
      await splits(
        listing(),
        request(),
        query({ type: ['admin'] }),
        request({ path: { id: '1' } }),
        withHeader({ Authorization: ['Bearer ann'] }),
      ),
    ).toEqual([]);
  });

  it('the value of a path parameter that is not listed changes nothing', async () => {
    const pet = method({ resourcePath: '/pets/{id}' });
    expect(await splits(pet, request({ path: { id: '1' } }), request({ path: { id: '2' } }))).toEqual([]);
  });

  it('requests that differ in a listed path parameter have different keys', async () => {
    expect(await clashes(listing('path.id'), request({ path: { id: '1' } }), request({ path: { id: '2' } }))).toEqual([]);
    expect(await clashes(listing('path.proxy'), request({ path: { proxy: 'a/b' } }), request({ path: { proxy: 'a/c' } }))).toEqual([]);
  });

  it('a header that is not listed changes nothing, not even Authorization', async () => {
    expect(
      await splits(
        listing('querystring.type'),
        withHeader({ Authorization: ['Bearer ann'], Accept: ['text/html'] }),
        withHeader({ Authorization: ['Bearer bob'] }),
        withHeader({ 'Cache-Control': ['max-age=0'] }),
      ),
    ).toEqual([]);
  });

  it('requests that differ in a listed header have different keys', async () => {
    expect(
      await clashes(
        listing('header.Authorization'),
        withHeader({ Authorization: ['Bearer ann'] }),
        withHeader({ Authorization: ['Bearer bob'] }),
      ),
    ).toEqual([]);
  });

  it('each of several listed parameters counts', async () => {
    const all = listing('path.id', 'querystring.page', 'header.Accept');
    const sent = (id: string, page: string, accept: string) =>
      request({ path: { id }, querystring: { page: [page] }, header: { Accept: [accept] } });
    expect(await clashes(all, sent('1', '1', 'a'), sent('2', '1', 'a'), sent('1', '2', 'a'), sent('1', '1', 'b'))).toEqual([]);
  });

  it('a parameter counts in the place where it is listed, and in no other', async () => {
    expect(
      await splits(
        listing('querystring.id'),
        request({ querystring: { id: ['7'] } }),
        request({ querystring: { id: ['7'] }, path: { id: '1' }, header: { id: ['2'] } }),
      ),
    ).toEqual([]);
  });

  it('a listed parameter counts whether the method requires it or not', async () => {
    for (const required of [true, false]) {
      const declared = method({ requestParameters: { [TYPE]: required }, cacheKeyParameters: [TYPE] });
      expect(await clashes(declared, query({ type: ['admin'] }), query({ type: ['guest'] }))).toEqual([]);
    }
  });

  it('the name of a parameter may hold dots', async () => {
    const dotted = listing('querystring.filter.color');
    expect(await clashes(dotted, query({ 'filter.color': ['red'] }), query({ 'filter.color': ['blue'] }))).toEqual([]);
    expect(await splits(dotted, query({ filter: ['red'] }), query({ filter: ['blue'] }), query({ color: ['red'] }))).toEqual([]);
  });

  it('order and repeats in the list change nothing', async () => {
    const requestParameters = declaring(TYPE, full('path.id'), full('header.Accept'));
    const asked = request({ path: { id: '1' }, querystring: { type: ['a'] }, header: { Accept: ['b'] } });
    const lists = [
      [TYPE, full('path.id'), full('header.Accept')],
      [full('header.Accept'), full('path.id'), TYPE],
      [full('path.id'), TYPE, full('path.id'), full('header.Accept'), TYPE],
    ];
    const keys = lists.map((cacheKeyParameters) => part.cacheKey(method({ requestParameters, cacheKeyParameters }), asked));
    const [first, ...others] = await Promise.all(keys);
    for (const other of others) expect(other).toBe(first);
  });

  it('a listed parameter that the method does not declare is refused, and the error names it', async () => {
    const undeclared = method({ requestParameters: declaring(full('header.type')), cacheKeyParameters: [TYPE] });
    expect(await refusalOf(part.cacheKey(undeclared, query({ type: ['admin'] })))).toContain(TYPE);
  });

  it('a listed parameter that no request can have is refused, and the error names it', async () => {
    for (const name of ['method.request.body.type', 'querystring.type', 'method.request.querystring.', 'method.request.type']) {
      const odd = method({ requestParameters: declaring(name), cacheKeyParameters: [name] });
      expect(await refusalOf(part.cacheKey(odd, query({ type: ['admin'] })))).toContain(name);
    }
  });

  it('a declared parameter that is not listed may be of any kind', async () => {
    const loose = method({ requestParameters: declaring('method.request.multivaluequerystring.tag', TYPE), cacheKeyParameters: [TYPE] });
    const keys = await keysOf(loose, query({ type: ['a'], tag: ['1'] }), query({ type: ['a'] }));
    expect(keys[0]).toBe(keys[1]);
  });

  it('two requests have the same key exactly when every listed parameter is the same', async () => {
    const value = fc.constantFrom('1', '2');
    const one = fc.record({
      path: fc.record({ a: value, b: value }),
      query: fc.record({ a: value, b: value }),
      header: fc.record({ a: value, b: value }),
    });
    const listed = fc.uniqueArray(fc.constantFrom('path.a', 'path.b', 'querystring.a', 'querystring.b', 'header.a', 'header.b'), {
      maxLength: 3,
    });
    await forEvery(fc.record({ listed, one, other: one }), async ({ listed, one, other }) => {
      const sent = [one, other].map(({ path, query, header }) =>
        request({
          path,
          querystring: { a: [query.a], b: [query.b] },
          header: { a: [header.a], b: [header.b] },
        }),
      );
      const [first, second] = await keysOf(listing(...listed), ...sent);
      const places = { path: [one.path, other.path], querystring: [one.query, other.query], header: [one.header, other.header] };
      const same = listed.every((name) => {
        const [place, of] = name.split('.') as [keyof typeof places, 'a' | 'b'];
        return places[place][0]![of] === places[place][1]![of];
      });
      expect(second === first).toBe(same);
    });
  });
});
