import { describe, expect, it } from 'vitest';
import { holding, part, textsOf } from './subject.ts';

/** What each of these methods gives on this value: an object like the one that is handed in. */
async function answersOf(value: string, expected: Record<string, string>): Promise<Record<string, string>> {
  const calls = Object.keys(expected);
  const texts = calls.map((call) => part.render(`#set($v = ${value})$v.${call}`, {}));
  return Object.fromEntries((await Promise.all(texts)).map((text, i) => [calls[i]!, text]));
}

describe('methods', () => {
  it('a text knows its length and its parts', async () => {
    const cases = {
      'length()': '12',
      'substring(3)': 'bar123bab',
      'substring(3, 6)': 'bar',
      'charAt(3)': 'b',
      "concat('!')": 'foobar123bab!',
      'isEmpty()': 'false',
      'toString()': 'foobar123bab',
      'hashCode()': '-1890907042',
    };
    expect(await answersOf("'foobar123bab'", cases)).toEqual(cases);
  });

  it('a text can be searched and compared', async () => {
    const cases = {
      "indexOf('b')": '3',
      "lastIndexOf('b')": '11',
      "indexOf('zz')": '-1',
      "contains('bar')": 'true',
      "startsWith('bar')": 'false',
      "endsWith('bab')": 'true',
      "equals('foobar')": 'false',
      "equalsIgnoreCase('FOOBAR123BAB')": 'true',
    };
    expect(await answersOf("'foobar123bab'", cases)).toEqual(cases);
  });

  it('a text can be written in other letters, and trimmed', async () => {
    const cases = { 'toUpperCase()': '  STRASSE 7 ', 'toLowerCase()': '  strasse 7 ', 'trim()': 'Strasse 7', 'trim().length()': '9' };
    expect(await answersOf("'  Strasse 7 '", cases)).toEqual(cases);
  });

  it('replace takes texts, replaceAll and replaceFirst take patterns', async () => {
    const cases = {
      "replace('ba', '.')": 'foo.r123.b',
      "replace('.', '!')": 'foobar123bab',
      "replaceAll('ba.', 'foo')": 'foofoo123foo',
      "replaceFirst('ba.', 'foo')": 'foofoo123bab',
      "replaceAll('[0-9]', '')": 'foobarbab',
      "replaceAll('([a-z]+)(\\d+)', '$2-$1')": '123-foobarbab',
    };
    expect(await answersOf("'foobar123bab'", cases)).toEqual(cases);
  });

  it('matches asks whether a pattern fits the whole text', async () => {
    const cases = {
      "matches('foo.*')": 'true',
      "matches('foo')": 'false',
      "matches('\\w+\\d{3}[ab]*')": 'true',
      "matches('(?i)FOO.*')": 'true',
    };
    expect(await answersOf("'foobar123bab'", cases)).toEqual(cases);
  });

  it('split takes a pattern, and drops empty parts at the end', async () => {
    const cases = {
      '#set($s = "a,b,,c,,")#set($p = $s.split(","))$p.size(): #foreach($i in $p)<$i>#end': '4: <a><b><><c>',
      '#set($s = "a,b,,c,,")#set($p = $s.split(","))$p[0]$p[3]$p.get(1)': 'acb',
      "#set($s = 'a.b')$s.split('.').size() $s.split('\\.').size()": '0 2',
      "#set($s = 'a1b22c')#foreach($i in $s.split('[0-9]+'))$i#end": 'abc',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a method may be called between double quotes', async () => {
    const cases = {
      '#set($a = "b")#set($s="x: $a ${a}c $a.length()")$s': 'x: b bc 1',
      '#set($a = "b")${a.length()}|${a}.length()': '1|b.length()',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('AWS’s advice holds: replaceAll takes the backslash away that escapeJavaScript puts before a single quote', async () => {
    const cases = { '"$util.escapeJavaScript($input.path(\'$.s\')).replaceAll("\\\\\'","\'")"': '"it\'s \\"here\\""' };
    expect(await textsOf(cases, holding({ s: 'it\'s "here"' }))).toEqual(cases);
  });

  it('a list knows what is in it', async () => {
    const cases = {
      'size()': '3',
      'isEmpty()': 'false',
      'get(1)': 'b',
      "contains('b')": 'true',
      "contains('z')": 'false',
      "indexOf('c')": '2',
      'subList(1, 3)': '[b, c]',
      'toString()': '[a, b, c]',
    };
    expect(await answersOf('["a", "b", "c"]', cases)).toEqual(cases);
  });

  it('what changes a list also gives something, which is printed', async () => {
    const cases = {
      '#set($l = [])$l.add("x")$l': 'true[x]',
      "#set($l = ['a', 'b'])$l.set(1, 'x')$l": 'b[a, x]',
      "#set($l = ['a', 'b', 'c'])$l.remove(0)$l": 'a[b, c]',
      "#set($l = ['a', 'b'])$l.remove('b')$l": 'true[a]',
      "#set($l = ['a'])#set($ignore = $l.add('b'))$l.size()": '2',
      "#set($l = ['a'])$l.addAll(['b', 'c'])$l": 'true[a, b, c]',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('an index below zero counts from the end', async () => {
    const cases = { '#set($l = ["a", "b"])$l[-1]$l[-2]': 'ba', '#set($l = ["a", "b"])#set($l[-1] = "x")$l': '[a, x]' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a map knows its keys and its values', async () => {
    const cases = {
      "get('b')": '1',
      "get('z')": '',
      "containsKey('a')": 'true',
      "containsKey('z')": 'false',
      'containsValue(2)': 'true',
      'size()': '2',
      'isEmpty()': 'false',
      'keySet().size()': '2',
    };
    expect(await answersOf('{"b": 1, "a": 2}', cases)).toEqual(cases);
  });

  it('put gives what was there before, remove what is there no more', async () => {
    const cases = {
      "#set($m = {'b': 1})[$m.put('c', 3)][$m.put('b', 9)]$m": '[][1]{b=9, c=3}',
      "#set($m = {'b': 1, 'a': 2})[$m.remove('b')][$m.remove('z')]$m": '[1][]{a=2}',
      "#set($m = {'b': 1})[$m.putAll({'z': 2})]$m": '[]{b=1, z=2}',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('keys, values and entries can be walked, in the order in which they were put', async () => {
    const cases = {
      "#set($m = {'b': 1, 'a': 2})#foreach($k in $m.keySet())$k=$m.get($k);#end": 'b=1;a=2;',
      "#set($m = {'b': 1, 'a': 2})#foreach($v in $m.values())$v;#end": '1;2;',
      "#set($m = {'b': 1, 'a': 2})#foreach($e in $m.entrySet())$e.key=$e.value;#end": 'b=1;a=2;',
      "#foreach($k in $input.path('$').keySet())$k;#end": 'z;y;',
      '#foreach($k in $stageVariables.keySet())$k=$stageVariables[$k];#end': 'env=prod;',
      '#foreach($k in $context.identity.keySet())$k;#end$context.get("stage")': 'sourceIp;user;v1',
      '#foreach($k in $input.params().keySet())$k;#end': 'path;querystring;header;',
      '#foreach($k in $input.params().header.keySet())$k: $input.params().header.get($k);#end': 'Accept: a;X-B: b;',
    };
    const input = {
      ...holding({ z: 1, y: 2 }),
      params: { header: { Accept: 'a', 'X-B': 'b' } },
      context: { stage: 'v1', identity: { sourceIp: '192.0.2.7', user: 'ann' } },
      stageVariables: { env: 'prod' },
    };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('a key that is called like a method can be read as a property', async () => {
    const cases = { "#set($m = {'size': 7, 'get': 8})$m.size $m.size() $m.get": '7 2 8' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a bare word is null where a method expects a value', async () => {
    const cases = { "#set($m = {})$m.put('k', null)#if(\"$m.k\" == '')empty#end$m.containsKey('k')": 'emptytrue' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('any number reads a number from text', async () => {
    const cases = { "#set($I = 0)#set($n = $I.parseInt('12'))#set($r = $n + 1)$r": '13' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a method that is not there, or takes something else, gives nothing', async () => {
    const cases = {
      "#set($s = 'abc')[$s.foo()][$s.substring('x')][$s.length][$s.size()]": '[][][][]',
      "#set($l = [1, 2])[$l.join(',')][$l.count()][$l.length]": '[][][]',
      "[$input.path('$.pets').count()][$input.path('$.pets').size()]": '[][2]',
      '[$nope.length()][$nope.a.size()]': '[][]',
    };
    expect(await textsOf(cases, holding({ pets: ['Tom', 'Rex'] }))).toEqual(cases);
  });
});
