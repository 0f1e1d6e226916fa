/** The worked table of section 3.10, row by row: what the engine behind AWS's templates was seen to render. */
import { describe, expect, it } from 'vitest';
import type { TemplateInput } from '../../../exercises/vtl/contract.ts';
import { render } from '../../../solutions/vtl/vtl.ts';

const o = { body: '{"o":{"k":"v","l":[1,{"m":2}]}}' };
const list = { body: '{"a":["x",null,{"q":1}]}' };
const request = { params: { path: { id: 'p' }, querystring: { id: 'q' }, header: { 'X-A': 'h' } } };

/** Variables of the table are set by the template itself. */
const rows: [template: string, output: string, input?: TemplateInput][] = [
  [`$input.path('$.o')`, '{k=v, l=[1,{"m":2}]}', o],
  [`$input.json('$.o')`, '{"k":"v","l":[1,{"m":2}]}', o],
  [`$input.path('$.a')`, '["x",null,{"q":1}]', list],
  [`$input.path('$.a[2]')`, '{q=1}', list],
  [`#foreach($x in $input.path('$.a'))[$x]#end`, '[x][][{q=1}]', list],
  [`#set($l=[1,"two",true,[3]])$l`, '[1, two, true, [3]]'],
  [`#set($m={"b":1,"a":2})$m $m.keySet() $m.values() $m.entrySet()`, '{b=1, a=2} [b, a] [1, 2] [b=1, a=2]'],
  [`#set($l=[])$l.add("x")$l`, 'true[x]'],
  [`#foreach($i in ["a","b","c"])$foreach.index/$foreach.count/$foreach.hasNext;#end`, '0/1/true;1/2/true;2/3/false;'],
  [`#foreach($i in [1..5])#if($i==3)#break#end$i#end`, '12'],
  [`#foreach($x in [1..3])#set($s="$!s$x")#end$s`, '123'],
  [`#set($a="b")#set($s="x: $a \${a}c $a.length()")$s`, 'x: b bc 1'],
  [`#set($a=1)$a-b|\${a}-b|$a.b|\${a}.b|$a_b|`, '|1-b||1.b||'],
  [`#if($n)T#{else}F#end#if(!$n)T#{else}F#end`, 'TF'],
  [`#if($n && $n != "")has#{else}none#end`, 'none'],
  [`{"a":"$!{n}","b":$!n}`, '{"a":"","b":}'],
  [`$util.escapeJavaScript($input.path('$.s'))`, `a\\"b\\/c\\'d`, { body: `{"s":"a\\"b/c'd"}` }],
  [`$util.urlEncode("a b&c=d/é~*")`, 'a+b%26c%3Dd%2F%C3%A9%7E*'],
  [`$input.params('id')`, 'p', request],
  [`$input.params()`, '{path={id=p}, querystring={id=q}, header={X-A=h}}', request],
];

describe('the worked reference table', () => {
  it.each(rows)('renders %s', (template, output, input = {}) => {
    expect(render(template, input)).toBe(output);
  });
});
