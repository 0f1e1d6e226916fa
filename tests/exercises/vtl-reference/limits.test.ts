/** B-VTL-04 and the limits that keep hostile input from a stack, a memory or a processor. */
import { expect, it } from 'vitest';
import { compile, render } from '../../../solutions/vtl/vtl.ts';

const isLimit = expect.objectContaining({ name: 'TemplateError', kind: 'limit' });

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

it.each([
  ['one byte', 'x'],
  ['two bytes', 'é'],
  ['three bytes', '€'],
  ['four bytes', '😀'],
])('a template holds 307,200 bytes of UTF-8, in characters of %s', (_size, character) => {
  const full = character.repeat(307_200 / new TextEncoder().encode(character).length);
  expect(render(full, {})).toBe(full);
  expect(thrownBy(() => compile(`${full}x`))).toEqual(isLimit);
});

it('one #foreach goes round 1,000 times', () => {
  expect(render('#foreach($i in [1..1000])x#end', {})).toHaveLength(1000);
  expect(thrownBy(() => render('#foreach($i in [1..1001])x#end', {}))).toEqual(isLimit);
  expect(render('#foreach($i in [1..1001])#if($i == 1000)#break#end#end', {})).toBe('');
});

it('all loops go round 1,000,000 times', () => {
  expect(thrownBy(() => render('#foreach($i in [1..1000])#foreach($j in [1..999])#end#end', {}))).toBe('');
  expect(thrownBy(() => render('#foreach($i in [1..1000])#foreach($j in [1..1000])#end#end', {}))).toEqual(isLimit);
});

it('an output holds 10,000,000 characters', () => {
  const twice = (times: number): string => `#set($s="0123456789")#foreach($i in [1..${times}])#set($s="$s$s$s$s$s$s$s$s$s$s")#end`;
  expect(render(`${twice(6)}$s`, {})).toHaveLength(10_000_000);
  expect(thrownBy(() => render(`${twice(6)}$s.`, {}))).toEqual(isLimit);
  expect(thrownBy(() => render(twice(7), {}))).toEqual(isLimit);
});

const nested: [what: string, open: string, close: string, around?: [string, string]][] = [
  ['directives', '#if(true)', '#end'],
  ['definitions', '#define($d)', '#end'],
  ['parentheses', '(', ')', ['#if(', ')x#end']],
  ['negations', '!', '', ['#if(', 'true)x#end']],
  ['lists', '[', ']', ['#set($x=', ')']],
  ['maps', '{"k":', '1}'.slice(1), ['#set($x=', ')']],
  ['arguments', '$a.f(', ')'],
  ['indices', '$a[', ']'],
];

it.each(nested)('%s inside each other end at a limit', (_what, open, close, [before, after] = ['', '']) => {
  const deep = (levels: number): string =>
    before +
    open.repeat(levels) +
    (open === '{"k":' ? '1' : open === '$a.f(' || open === '$a[' || open === '(' ? '$a' : '') +
    close.repeat(levels) +
    after;
  expect(render(deep(150), {})).not.toBeInstanceOf(Error);
  for (const levels of [500, 20_000]) expect(thrownBy(() => compile(deep(levels)))).toEqual(isLimit);
});

it.each([
  ['a range without end', '#set($x=[1..2000000000])'],
  ['a list in itself', '#set($l=[])#set($x=$l.add($l))$l'],
  ['a list in itself, as JSON', '#set($l=$input.path("$.l"))#set($x=$l.add($l))$l'],
  ['a list that doubles', '#set($l=[1])#foreach($i in [1..40])#set($x=$l.addAll($l))#end'],
  ['lists that share what they hold', '#set($l=[1])#foreach($i in [1..60])#set($l=[$l,$l])#end$l'],
  ['lists that share, compared', '#set($l=[1])#set($m=[1])#foreach($i in [1..60])#set($l=[$l,$l])#set($m=[$m,$m])#end#if($l == $m)x#end'],
  ['a number that is squared', '#set($n=3)#foreach($i in [1..40])#set($n=$n * $n)#end'],
  ['a replacement that grows', '#set($s="aaaaaaaaaa")#foreach($i in [1..20])#set($s=$s.replace("a",$s))#end'],
  ['a regular replacement that grows', '#set($s="aaaaaaaaaa")#foreach($i in [1..20])#set($s=$s.replaceAll("a",$s))#end'],
  ['blocks that call each other', `${Array.from({ length: 300 }, (_, i) => `#define($b${i})$b${i + 1}#end`).join('')}$b0`],
  ['blocks that call each other twice', `${Array.from({ length: 60 }, (_, i) => `#define($b${i})$b${i + 1}$b${i + 1}#end`).join('')}$b0`],
  [
    'blocks that call each other from deep inside',
    `${Array.from({ length: 100 }, (_, i) => `#define($b${i})${'#if(true)'.repeat(150)}$b${i + 1}${'#end'.repeat(150)}#end`).join('')}$b0`,
  ],
  [
    'long texts that are searched',
    '#set($s="0123456789")#foreach($i in [1..6])#set($s="$s$s$s$s$s$s$s$s$s$s")#end#foreach($i in [1..1000])#foreach($j in [1..900])#if($s.contains("x"))#end#end#end',
  ],
  ['a path without end', `#set($o=$input.path("$"))#set($o.self=$o)$input.path("$..nope")`],
  ['statements without end', `#foreach($i in [1..1000])#foreach($j in [1..900])${'$j.a'.repeat(200)}#end#end`],
])('%s ends at a limit', (_what, template) => {
  expect(thrownBy(() => render(template, { body: '{"l":[]}' }))).toEqual(isLimit);
});

it('a payload is nested 400 deep', () => {
  const deep = (levels: number) => ({ body: '['.repeat(levels) + ']'.repeat(levels) });
  expect(render(`$input.json('$')`, deep(400))).toHaveLength(800);
  expect(thrownBy(() => render(`$input.json('$')`, deep(401)))).toEqual(expect.objectContaining({ kind: 'payload' }));
});

it('long chains are not deep', () => {
  const many = (part: string): string => part.repeat(20_000);
  expect(render(`#set($x=1${many(' + 1')})$x`, {})).toBe('20001');
  expect(render(`#if(true${many(' && true')})T#end`, {})).toBe('T');
  expect(render(`[$a${many('.b')}]`, {})).toBe('[]');
  expect(render(`#if(false)${many('#elseif(false)')}#{else}T#end`, {})).toBe('T');
});
