import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { declaring, clashes, splits, full, keysOf, listing, method, part, query, request, withHeader } from './subject.ts';

describe('reading', () => {
  it('the name of a header is the same in capitals and in small letters', async () => {
    const german = ['Accept-Language', 'accept-language', 'ACCEPT-LANGUAGE', 'aCCept-lANGuage'].map((name) =>
      withHeader({ [name]: ['de'] }),
    );
    expect(await splits(listing('header.Accept-Language'), ...german)).toEqual([]);
    expect(await splits(listing('header.accept-language'), ...german)).toEqual([]);
  });

  it('a listed header is found whatever its spelling', async () => {
    expect(
      await clashes(
        listing('header.Accept-Language'),
        withHeader({ 'accept-language': ['de'] }),
        withHeader({ 'ACCEPT-LANGUAGE': ['fr'] }),
        withHeader({}),
      ),
    ).toEqual([]);
  });

  it('a header is listed once, even if the list spells it twice, and is declared in any spelling', async () => {
    const spelled = (...names: string[]) =>
      method({ requestParameters: declaring(full('header.Accept')), cacheKeyParameters: names.map((name) => full(`header.${name}`)) });
    const methods = [spelled('Accept'), spelled('accept'), spelled('ACCEPT', 'accept')];
    const [first, ...others] = await Promise.all(methods.map((of) => part.cacheKey(of, withHeader({ accept: ['text/html'] }))));
    for (const other of others) expect(other).toBe(first);
  });

  it('the name of a query or path parameter tells capitals from small letters', async () => {
    expect(await splits(listing('querystring.type'), query({ Type: ['admin'] }), query({ TYPE: ['guest'] }), query({}))).toEqual([]);
    expect(await clashes(listing('querystring.Type'), query({ Type: ['admin'] }), query({ type: ['admin'] }))).toEqual([]);
    expect(await splits(listing('path.id'), request({ path: { Id: '1' } }), request({ path: { ID: '2' } }))).toEqual([]);
  });

  it('values tell capitals from small letters', async () => {
    expect(await clashes(listing('querystring.type'), query({ type: ['Admin'] }), query({ type: ['admin'] }))).toEqual([]);
    expect(await clashes(listing('header.Accept'), withHeader({ Accept: ['Text/html'] }), withHeader({ Accept: ['text/html'] }))).toEqual(
      [],
    );
    expect(await clashes(listing('path.id'), request({ path: { id: 'A' } }), request({ path: { id: 'a' } }))).toEqual([]);
  });

  it('a missing parameter and an empty one have different keys', async () => {
    expect(await clashes(listing('querystring.q'), query({}), query({ q: [''] }))).toEqual([]);
    expect(await clashes(listing('header.X-Tenant'), withHeader({}), withHeader({ 'X-Tenant': [''] }))).toEqual([]);
    expect(await clashes(listing('path.id'), request(), request({ path: { id: '' } }))).toEqual([]);
  });

  it('no text that a client can send stands for a missing parameter', async () => {
    const texts = ['', 'undefined', 'null', '[]', '-', '0', 'false', 'missing', '<missing>', '\u0000', '*', '""'];
    expect(await clashes(listing('querystring.q'), query({}), ...texts.map((text) => query({ q: [text] })))).toEqual([]);
  });

  it('which of two parameters is missing counts', async () => {
    const both = listing('querystring.a', 'querystring.b');
    expect(await clashes(both, query({ a: ['1'] }), query({ b: ['1'] }), query({}), query({ a: ['1'], b: ['1'] }))).toEqual([]);
  });

  it('requests that both lack a listed parameter have the same key', async () => {
    expect(await splits(listing('querystring.q'), query({}), query({ page: ['2'] }))).toEqual([]);
  });

  it('a missing parameter is missing, even one named like something that every object has', async () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const odd = listing(`querystring.${name}`, `header.${name}`, `path.${name}`);
      expect(await splits(odd, request(), query({ page: ['2'] }))).toEqual([]);
      expect(
        await clashes(odd, request(), query({ [name]: ['x'] }), withHeader({ [name]: ['x'] }), request({ path: { [name]: 'x' } })),
      ).toEqual([]);
    }
  });

  it('all values of a repeated parameter count', async () => {
    const sent = [['a'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c'], ['a', 'a']];
    expect(await clashes(listing('querystring.tag'), ...sent.map((tag) => query({ tag })))).toEqual([]);
    expect(await clashes(listing('header.Accept'), ...sent.map((values) => withHeader({ Accept: values })))).toEqual([]);
  });

  it('the order of a parameter’s values counts', async () => {
    expect(await clashes(listing('querystring.tag'), query({ tag: ['a', 'b'] }), query({ tag: ['b', 'a'] }))).toEqual([]);
    const accepting = (...values: string[]) => withHeader({ Accept: values });
    expect(await clashes(listing('header.Accept'), accepting('a', 'b'), accepting('b', 'a'))).toEqual([]);
  });

  it('the order in which parameters were sent changes nothing', async () => {
    const three = listing('querystring.a', 'querystring.b', 'header.Accept', 'header.Host');
    expect(
      await splits(
        three,
        request({ querystring: { a: ['1'], b: ['2'] }, header: { Accept: ['x'], Host: ['y'] } }),
        request({ querystring: { b: ['2'], x: ['3'], a: ['1'] }, header: { Host: ['y'], Accept: ['x'] } }),
      ),
    ).toEqual([]);
  });

  it('however a client shuffles parameters and spells headers, the key stays', async () => {
    const names = ['A', 'b', 'C-d', 'e'];
    const three = listing('querystring.b', 'querystring.A', 'header.A', 'header.c-D');
    const shuffled = fc.shuffledSubarray(names, { minLength: names.length });
    const cases = fc.record({
      inQuery: shuffled,
      inHeader: shuffled,
      capitals: fc.boolean(),
      values: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
    });
    await forEvery(cases, async ({ inQuery, inHeader, capitals, values }) => {
      const spell = (name: string) => (capitals ? name.toUpperCase() : name.toLowerCase());
      const querystring = (order: string[]) => Object.fromEntries(order.map((name) => [name, values]));
      const header = (order: string[]) => Object.fromEntries(order.map((name) => [spell(name), [`${name} of the client`]]));
      const [first, second] = await keysOf(
        three,
        request({ querystring: querystring(names), header: Object.fromEntries(names.map((name) => [name, [`${name} of the client`]])) }),
        request({ querystring: querystring(inQuery), header: header(inHeader) }),
      );
      expect(second).toBe(first);
    });
  });
});
