import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { jsonValues } from './generated.ts';
import { holding, part, textsOf } from './subject.ts';

const body = holding({
  o: { k: 'v', l: [1, { m: 2 }] },
  a: ['x', null, { q: 1 }],
  deep: [[1, { a: [{ b: 'c' }] }]],
  nothing: { e: {}, l: [], n: null },
});

describe('printing', () => {
  it('an object of the payload is printed with equals signs and without quotes, each list in it as JSON', async () => {
    const cases = {
      "$input.path('$.o')": '{k=v, l=[1,{"m":2}]}',
      "$input.path('$.deep[0][1]')": '{a=[{"b":"c"}]}',
      "$input.path('$.nothing')": '{e={}, l=[], n=null}',
    };
    expect(await textsOf(cases, body)).toEqual(cases);
  });

  it('a list of the payload is printed as JSON, with everything that is in it', async () => {
    const cases = { "$input.path('$.a')": '["x",null,{"q":1}]', "$input.path('$.deep')": '[[1,{"a":[{"b":"c"}]}]]' };
    expect(await textsOf(cases, body)).toEqual(cases);
  });

  it('what is taken out of a list is printed by itself', async () => {
    const cases = { "$input.path('$.a[2]')": '{q=1}', "#foreach($x in $input.path('$.a'))[$x]#end": '[x][][{q=1}]' };
    expect(await textsOf(cases, body)).toEqual(cases);
  });

  it('$input.json prints the same value as JSON', async () => {
    const cases = { "$input.json('$.o')": '{"k":"v","l":[1,{"m":2}]}', "$input.json('$.nothing')": '{"e":{},"l":[],"n":null}' };
    expect(await textsOf(cases, body)).toEqual(cases);
  });

  it('a list that the template wrote is printed as Java does: blanks after commas, no quotes', async () => {
    const cases = {
      '#set($l = [1, "two", true, [3]])$l': '[1, two, true, [3]]',
      "#set($l = [{'a': 1}, [], {}])$l": '[{a=1}, [], {}]',
      '#set($l = [1..3])$l': '[1, 2, 3]',
      "#set($m = {'a': {'b': [1, 'x']}, 'c': {}})$m": '{a={b=[1, x]}, c={}}',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a list keeps its way of being printed, wherever it is put', async () => {
    const cases = {
      "#set($l = [$input.path('$.a'), $input.path('$.o')])$l": '[["x",null,{"q":1}], {k=v, l=[1,{"m":2}]}]',
      "#set($o = $input.path('$.o'))#set($o.n = [1, 'x'])$o": '{k=v, l=[1,{"m":2}], n=[1, x]}',
      "#set($o = $input.path('$.o'))#set($o.n = [1, 'x'])$input.json('$.o')": '{"k":"v","l":[1,{"m":2}],"n":[1,"x"]}',
      "#set($a = $input.path('$.a'))#set($ignore = $a.add({'z': [1]}))$a": '["x",null,{"q":1},{"z":[1]}]',
    };
    expect(await textsOf(cases, body)).toEqual(cases);
  });

  it('keys, values and entries of a map are printed as lists', async () => {
    const cases = { '#set($m = {"b": 1, "a": 2})$m $m.keySet() $m.values() $m.entrySet()': '{b=1, a=2} [b, a] [1, 2] [b=1, a=2]' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('$input.params() is printed as a map of three maps', async () => {
    const cases = { '$input.params()': '{path={id=p}, querystring={id=q}, header={X-A=h}}' };
    expect(await textsOf(cases, { params: { path: { id: 'p' }, querystring: { id: 'q' }, header: { 'X-A': 'h' } } })).toEqual(cases);
  });

  it('what parseJson gives is printed as what $input.path gives', async () => {
    const cases = {
      '$util.parseJson(\'[1, {"a": [2]}]\') $util.parseJson(\'{"a": [2, {"b": null}]}\')': '[1,{"a":[2]}] {a=[2,{"b":null}]}',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('what is undefined is put into lists and maps as empty text', async () => {
    const cases = {
      "#set($m = {'x': $nope, 'y': ''})$m": '{x=, y=}',
      '#set($l = [$nope, ""])$l': '[, ]',
      '#set($m = {})#set($m["$nope"] = "v")$m': '{=v}',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('the tools themselves print nothing', async () => {
    const cases = { '[$util][$input.params]': '[][]' };
    expect(await textsOf(cases, body)).toEqual(cases);
  });

  it('the claims of an authorizer are printed one by one, and not as a whole', async () => {
    const cases = {
      "[$context.authorizer.claims][$context.authorizer.claims.sub][$context.authorizer.claims['cognito:groups']]": '[][ann][staff]',
    };
    expect(await textsOf(cases, { context: { authorizer: { claims: { sub: 'ann', 'cognito:groups': 'staff' } } } })).toEqual(cases);
  });

  it('printing inside double quotes is the same', async () => {
    const cases = {
      '#set($s = "o: $input.path(\'$.o\')")$s': 'o: {k=v, l=[1,{"m":2}]}',
      '#set($l = ["a", "b"])#set($s = "$l")$s': '[a, b]',
    };
    expect(await textsOf(cases, body)).toEqual(cases);
  });

  it('whatever list the payload has, $input.path prints the same JSON as $input.json', async () => {
    await forEvery(jsonValues(), async (value) => {
      const [text, json] = await Promise.all(
        ["$input.path('$.l')", "$input.json('$.l')"].map((path) => part.render(path, holding({ l: [value] }))),
      );
      expect([text, JSON.parse(json!)]).toEqual([json, [value]]);
    });
  });
});
