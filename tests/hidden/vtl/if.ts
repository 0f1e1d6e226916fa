import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { Json } from '../../../exercises/vtl/contract.ts';
import { holding, part, textsOf } from './subject.ts';

describe('if', () => {
  it('the text after #if stands only where the condition is true', async () => {
    const cases = { 'a#if(true)b#{end}c': 'abc', 'a#if(false)b#{end}c': 'ac', '#set($f = false)[#if($f)x#end]': '[]' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('#else stands for the other case, with braces or without', async () => {
    const cases = { '#if(true)yes#{else}no#end': 'yes', '#if(false)yes#{else}no#{end}!': 'no!', '#if(false)yes#else no#end': ' no' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('of several #elseif the first that is true wins, and #else only if none is', async () => {
    const template = '#if($n == 1)one#elseif($n == 2)two#elseif($n < 4)few#{else}many#end';
    const texts = [1, 2, 3, 4].map((n) => part.render(`#set($n = ${n})${template}`, {}));
    expect(await Promise.all(texts)).toEqual(['one', 'two', 'few', 'many']);
  });

  it('false is the only value that is not true: 0, empty text, an empty list and an empty map are', async () => {
    const cases = {
      '#set($v = 0)#if($v)T#{else}F#end': 'T',
      '#set($v = "")#if($v)T#{else}F#end': 'T',
      '#set($v = [])#if($v)T#{else}F#end': 'T',
      '#set($v = {})#if($v)T#{else}F#end': 'T',
      '#set($v = "false")#if($v)T#{else}F#end': 'T',
      '#set($v = false)#if($v)T#{else}F#end': 'F',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('the same holds for what comes from the payload', async () => {
    const values = { zero: 0, empty: '', list: [], map: {}, no: false };
    const cases = {
      "#if($input.path('$.zero'))T#{else}F#end": 'T',
      "#if($input.path('$.empty'))T#{else}F#end": 'T',
      "#if($input.path('$.list'))T#{else}F#end": 'T',
      "#if($input.path('$.map'))T#{else}F#end": 'T',
      "#if($input.path('$.no'))T#{else}F#end": 'F',
    };
    expect(await textsOf(cases, holding(values))).toEqual(cases);
  });

  it('what is undefined or null is true', async () => {
    const cases = {
      '#if($nope)T#{else}F#end#if(!$nope)T#{else}F#end': 'TF',
      '#if($a.b.c)T#{else}F#end': 'T',
      "#if($input.path('$.nope'))T#{else}F#end": 'T',
      "#set($v = $input.path('$.note'))#if($v)T#{else}F#end": 'T',
      "#if(!$input.path('$.note'))T#{else}F#end": 'F',
    };
    expect(await textsOf(cases, holding({ note: null }))).toEqual(cases);
  });

  it('what is undefined or null equals empty text, and equals whatever else is undefined', async () => {
    const cases = {
      '#if($nope == "")T#{else}F#end#if("" == $nope)T#{else}F#end': 'TT',
      '#if($nope == $null)T#{else}F#end': 'T',
      '#if($nope != "")T#{else}F#end': 'F',
      "#if($input.path('$.note') == \"\")T#{else}F#end#if($input.path('$.note') == $null)T#{else}F#end": 'TT',
      '#if($nope == "x")T#{else}F#end#if($nope == 0)T#{else}F#end#if($nope == false)T#{else}F#end': 'FFF',
    };
    expect(await textsOf(cases, holding({ note: null }))).toEqual(cases);
  });

  it('so whoever wants to know whether there is something asks for more than empty text', async () => {
    const isThere = '#set($v = $input.path(\'$.v\'))#if($v && $v != "")there#{else}missing#end';
    const isAlsoThere = '#set($v = $input.path(\'$.v\'))#if("$!v" != "")there#{else}missing#end';
    const bodies: Json[] = [{}, { v: null }, { v: '' }, { v: 'x' }, { v: 0 }];
    const texts = bodies.flatMap((body) => [part.render(isThere, holding(body)), part.render(isAlsoThere, holding(body))]);
    const [no, yes] = ['missing', 'there'];
    expect(await Promise.all(texts)).toEqual([no, no, no, no, no, no, yes, yes, yes, yes]);
  });

  it('text equals the same text', async () => {
    const cases = {
      "#if($input.params('q') == \"cat\")T#{else}F#end#if('cat' == $input.params('q'))T#{else}F#end": 'TT',
      "#if($input.params('q') == 'Cat')T#{else}F#end#if($input.params('q') != 'Cat')T#{else}F#end": 'FT',
      "#if($input.path('$.kind') == $input.params('q'))T#{else}F#end": 'T',
    };
    expect(await textsOf(cases, { ...holding({ kind: 'cat' }), params: { querystring: { q: 'cat' } } })).toEqual(cases);
  });

  it('numbers are compared by their size', async () => {
    const cases = {
      "#set($n = $input.path('$.n'))#if($n > 9)T#{else}F#end#if($n >= 10)T#{else}F#end#if($n == 10)T#{else}F#end": 'TTT',
      "#set($n = $input.path('$.n'))#if($n < 10)T#{else}F#end#if($n <= 10)T#{else}F#end#if($n != 10)T#{else}F#end": 'FTF',
      '#if(-1 < 0)T#{else}F#end#if(100 > 20)T#{else}F#end': 'TT',
    };
    expect(await textsOf(cases, holding({ n: 10 }))).toEqual(cases);
  });

  it('conditions are joined by && and ||, turned by ! and grouped by parentheses', async () => {
    const cases = {
      '#if($t && $f)T#{else}F#end#if($t || $f)T#{else}F#end#if(!$f)T#{else}F#end': 'FTT',
      '#if(!($t && $f))T#{else}F#end#if(!$t || !$f)T#{else}F#end': 'TT',
      '#if(($f || $t) && ($t && !$f))T#{else}F#end': 'T',
      '#if($n > 1 && $n < 9)T#{else}F#end': 'T',
    };
    const set = '#set($t = true)#set($f = false)#set($n = 5)';
    const expected = Object.fromEntries(Object.entries(cases).map(([template, text]) => [set + template, text]));
    expect(await textsOf(expected)).toEqual(expected);
  });

  it('an #if may stand in another: each #else and #end belongs to the last one that is open', async () => {
    const template = '#if($a)#if($b)1#{else}2#end#{else}#if($b)3#{else}4#end#end';
    const texts = ['true true', 'true false', 'false true', 'false false'].map((flags) => {
      const [a, b] = flags.split(' ');
      return part.render(`#set($a = ${a})#set($b = ${b})${template}`, {});
    });
    expect(await Promise.all(texts)).toEqual(['1', '2', '3', '4']);
  });

  it('nothing happens in a branch that is not taken', async () => {
    const cases = { '#set($x = 1)#if(false)#set($x = 2)#elseif(true)#{else}#set($x = 3)#end$x': '1', '#if(true)#set($y = 4)#end$y': '4' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('whatever the flags are, the branch of the first true one is taken', async () => {
    await forEvery(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), async (flags) => {
      const branches = flags.map((_, i) => `#${i === 0 ? 'if' : 'elseif'}($context.f${i})${i}`);
      const template = `<${branches.join('')}#{else}none#end>`;
      const context = Object.fromEntries(flags.map((flag, i) => [`f${i}`, flag]));
      const first = flags.indexOf(true);
      expect(await part.render(template, { context })).toEqual(`<${first < 0 ? 'none' : first}>`);
    });
  });
});
