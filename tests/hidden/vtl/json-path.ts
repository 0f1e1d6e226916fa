import { describe, expect, it } from 'vitest';
import { holding, jsonOf, part, textsOf } from './subject.ts';

const library = holding({
  store: {
    book: [
      { kind: 'ref', title: 'A', price: 8.95, n: 1 },
      { kind: 'fic', title: 'B', price: 12.99, n: 2 },
      { kind: 'fic', title: 'C', price: 8.99, n: 3, isbn: 'x' },
      { kind: 'fic', title: 'D', price: 22.99, n: 4, isbn: null },
    ],
    bike: { color: 'red', price: 19 },
  },
  l: [1, 2, 3, 4, 5],
  'a b': { 'c.d': 1 },
  empty: [],
});

/** What each of these paths finds, as JSON: an object like the one that is handed in. */
async function foundBy(expected: Record<string, unknown>): Promise<Record<string, unknown>> {
  const paths = Object.keys(expected);
  const found = await Promise.all(paths.map((path) => jsonOf(`$input.json("${path}")`, library)));
  return Object.fromEntries(paths.map((path, i) => [path, found[i]]));
}

describe('json-path', () => {
  it('names, keys in quotes and indices say where to look', async () => {
    const cases = { '$.store.bike.color': 'red', "$['a b']['c.d']": 1, "$.store['bike'].color": 'red', '$.store.book[1].title': 'B' };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('an index below zero counts from the end', async () => {
    const cases = { '$.l[-1]': 5, '$.l[-2]': 4, '$.l[-9]': '', '$.l[9]': '' };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('a slice takes a stretch of a list, its end left out', async () => {
    const cases = {
      '$.l[1:3]': [2, 3],
      '$.l[:2]': [1, 2],
      '$.l[2:]': [3, 4, 5],
      '$.l[-2:]': [4, 5],
      '$.l[0:99]': [1, 2, 3, 4, 5],
      '$.store.book[1:3].title': ['B', 'C'],
    };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('several indices take several items, several keys of an object make a smaller object', async () => {
    const cases = {
      '$.l[0,2]': [1, 3],
      "$.store.bike['color','price']": { color: 'red', price: 19 },
      "$.store.bike['color','nope']": { color: 'red' },
    };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('a star takes everything of a list or an object', async () => {
    const cases = { '$.store.book[*].title': ['A', 'B', 'C', 'D'], '$.store.bike.*': ['red', 19], '$.empty[*]': [] };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('two points look at every depth', async () => {
    const cases = { '$..price': [8.95, 12.99, 8.99, 22.99, 19], '$..book[0].title': ['A'], '$.store..color': ['red'], '$..nope': [] };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('a filter keeps the items for which its comparison holds', async () => {
    const cases = {
      '$.store.book[?(@.price < 10)].title': ['A', 'C'],
      "$.store.book[?(@.kind=='fic')].n": [2, 3, 4],
      '$.store.book[?(@.n != 1)].n': [2, 3, 4],
      '$.l[?(@ >= 4)]': [4, 5],
      '$.store.book[?(@.n == 9)]': [],
    };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('a filter may ask whether something is there, even if it is null', async () => {
    const cases = { '$.store.book[?(@.isbn)].title': ['C', 'D'], '$.store.book[?(!@.isbn)].title': ['A', 'B'] };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('comparisons are joined by && and ||', async () => {
    const cases = {
      "$.store.book[?(@.kind == 'fic' && @.price > 20)].title": ['D'],
      '$.store.book[?(@.n == 1 || @.n == 4)].title': ['A', 'D'],
    };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('a filter compares with patterns, lists and other places of the payload', async () => {
    const cases = {
      '$.store.book[?(@.title =~ /[ab]/i)].title': ['A', 'B'],
      '$.store.book[?(@.title =~ /A/)].title': ['A'],
      "$.store.book[?(@.title in ['A', 'D'])].title": ['A', 'D'],
      "$.store.book[?(@.title nin ['A', 'D'])].title": ['B', 'C'],
      '$.store.book[?(@.price <= $.store.bike.price)].title': ['A', 'B', 'C'],
    };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('functions stand at the end of a path', async () => {
    const cases = {
      '$.l.length()': 5,
      '$.l.min()': 1,
      '$.l.max()': 5,
      '$.l.sum()': 15,
      '$.l.avg()': 3,
      '$.store.keys()': ['book', 'bike'],
    };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('a path that names one place finds nothing through what is missing', async () => {
    const cases = { '$.nope.deep': '', '$.nope[0].x': '', '$.l.x': '', '$.store.book.title': '' };
    expect(await foundBy(cases)).toEqual(cases);
  });

  it('a path that may find several gives a list, and an empty list is neither null nor empty text', async () => {
    const cases = {
      "$input.path('$..nope') $input.path('$.l[1:3]').size() $input.path('$..price')[0]": '[] 2 8.95',
      "#if($input.path('$..nope') == '')T#{else}F#end": 'F',
      "#foreach($x in $input.path('$.store.book[?(@.price < 10)]'))$x.title#end": 'AC',
    };
    expect(await textsOf(cases, library)).toEqual(cases);
  });

  it('a filter can be put together from variables', async () => {
    const template = "#set($kind = 'ref')$input.json(\"$.store.book[?(@.kind == '$kind')].n\")";
    expect(await part.render(template, library)).toEqual('[1]');
  });
});
