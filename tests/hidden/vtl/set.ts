import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { names, plainTexts } from './generated.ts';
import { holding, part, textsOf } from './subject.ts';

describe('set', () => {
  it('a name has its value from the place of its #set on', async () => {
    const cases = { '[$a]#set($a = "x")[$a]#set($a = "y")[$a]': '[][x][y]' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a name ends where nothing follows that could belong to it', async () => {
    const cases = { '#set($a = 1)$a-b|${a}-b|$a.b|${a}.b|$a_b|$a+b|$a b': '|1-b||1.b||1+b|1 b' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a value is text, a whole number or a boolean', async () => {
    const cases = {
      "#set($s = 'key tag')$s": 'key tag',
      '#set($n = 42)$n#set($n = -5)$n#set($n=0)$n': '42-50',
      '#set($t = true)#set($f = false)$t $f': 'true false',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a value may be any reference', async () => {
    const cases = {
      "#set($name = $input.path('$.name'))$name": 'Ann',
      "#set($root = $input.path('$'))$root.room.number": '12',
      "#set($id = $input.params('id'))#set($copy = $id)$copy": '7',
      '#set($stage = ${context.stage})$stage': 'prod',
    };
    const input = { ...holding({ name: 'Ann', room: { number: 12 } }), params: { path: { id: '7' } }, context: { stage: 'prod' } };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('between double quotes references are replaced', async () => {
    const cases = {
      '#set($a = "b")#set($s = "x: $a ${a}c")$s': 'x: b bc',
      '#set($s = "id-$input.params(\'id\')")$s': 'id-7',
      '#set($s = "[$nope]")$s': '[]',
    };
    expect(await textsOf(cases, { params: { path: { id: '7' } } })).toEqual(cases);
  });

  it('between single quotes nothing is replaced', async () => {
    const cases = { "#set($a = 'b')#set($s = 'x: $a ${a}c')$s": 'x: $a ${a}c' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a value is what it was when it was set', async () => {
    const cases = { '#set($a = "1")#set($s = "a is $a")#set($a = "2")$s, $a': 'a is 1, 2' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a quote inside quotes of its kind is doubled', async () => {
    const cases = {
      '#set($s = "{""a"": 2}")$s': '{"a": 2}',
      "#set($s = 'it''s')$s": "it's",
      '#set($s = "it\'s")$s': "it's",
      '#set($s = \'"yes"\')$s': '"yes"',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a list stands in brackets', async () => {
    const cases = {
      '#set($l = ["a", \'b\', 3])$l[0]$l[1]$l[2]': 'ab3',
      '#set($l = [["a", "b"], ["c"]])$l[0][1]$l[1][0]': 'bc',
      '#set($x = "v")#set($l = [$x, "$x!"])$l[1]': 'v!',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a map stands in braces', async () => {
    const cases = {
      '#set($m = {"k": "v", "n": {"deep": 1}})$m.k $m["k"] $m.n.deep': 'v v 1',
      "#set($x = 'y')#set($m = {'a': $x, \"b$x\": [1, 2]})$m.a $m.by[1]": 'y 2',
      '#set($m = {})[$m.k]': '[]',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a property, a key or an index can be set too', async () => {
    const cases = {
      '#set($m = {})#set($m.k = "v")$m.k': 'v',
      '#set($m = {"a": {}})#set($m.a.b = 1)#set($m["a"]["c"] = 2)$m.a.b$m.a.c': '12',
      '#set($k = "z")#set($m = {})#set($m["$k"] = 1)#set($m[$k] = 2)$m.z': '2',
      '#set($l = ["a", "b"])#set($l[1] = "x")$l[0]$l[1]': 'ax',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('two names of one list or map are one value: what is set through one is seen through the other', async () => {
    const cases = { '#set($a = {"n": 1})#set($b = $a)#set($b.n = 2)$a.n': '2' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('what is undefined or null sets empty text, over whatever was there', async () => {
    const cases = {
      '#set($x = "old")#set($x = $nope)[$x]': '[]',
      '#set($x = "old")#set($x = $input.path(\'$.nope\'))[$x]': '[]',
      '#set($x = "old")#set($x = $input.path(\'$.note\'))[$x]': '[]',
      '#set($m = {"k": "old"})#set($m.k = $nope)[$m.k]': '[]',
    };
    expect(await textsOf(cases, holding({ note: null }))).toEqual(cases);
  });

  it('a path can be put together from variables', async () => {
    const cases = {
      '#set($i = 1)$input.path("$.pets[$i].name")': 'Rex',
      "#set($key = 'pets')$input.path(\"$['$key'][0].name\")": 'Tom',
    };
    expect(await textsOf(cases, holding({ pets: [{ name: 'Tom' }, { name: 'Rex' }] }))).toEqual(cases);
  });

  it('blanks around the parts of a #set mean nothing', async () => {
    const cases = { '#set( $a="x" )$a#set($b   =   "y")$b#set($l = [ 1,2 , 3 ])$l[2]': 'xy3' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a run leaves nothing behind for the next one', async () => {
    const template = part.compile('[$a][$l.x]#set($a = "x")#set($l = {})#set($l.x = 1)[$a]');
    const runs = [template.run({}), template.run({}), template.run({})];
    expect((await Promise.all(runs)).map(({ text }) => text)).toEqual(['[][][x]', '[][][x]', '[][][x]']);
  });

  it('whatever text is set is what the name renders, in either kind of quotes', async () => {
    await forEvery(fc.record({ name: names(), text: plainTexts() }), async ({ name, text }) => {
      const inQuotes = [`'${text.replaceAll("'", "''")}'`, `"${text.replaceAll('"', '""')}"`];
      const rendered = inQuotes.map((quoted) => part.render(`#set($${name} = ${quoted})\${${name}}`, {}));
      expect(await Promise.all(rendered)).toEqual([text, text]);
    });
  });
});
