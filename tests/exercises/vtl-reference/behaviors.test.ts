/** The examples that section 3 gives with its behaviors, each under the id of its behavior. */
import { describe, expect, it } from 'vitest';
import type { TemplateInput } from '../../../exercises/vtl/contract.ts';
import { compile, render } from '../../../solutions/vtl/vtl.ts';

type Row = [id: string, template: string, output: string, input?: TemplateInput];

const body = (json: string): TemplateInput => ({ body: json });
const fails = (template: string, input: TemplateInput = {}): unknown => {
  try {
    return render(template, input);
  } catch (error) {
    return error;
  }
};

const references: Row[] = [
  ['B-VTL-10', '[$nope][${nope}][$!nope][$nope.a.b][$nope.f()]', '[][][][][]'],
  ['B-VTL-11', `#set($r=$input.path('$.r'))#if($r == "")e#end#if($r == $null)n#end`, 'en', body('{}')],
  ['B-VTL-12', '#if($undefined)T#end#if($a.b.c)T#end#if(!$undefined)F#end', 'TT'],
  ['B-VTL-12', `#set($v=$input.path('$.v'))#if($v)yes#else no#end`, 'yes', body('{"v":null}')],
  ['B-VTL-13', '#set($z=0)#if($z)T#end#set($z="")#if($z)T#end#set($z=[])#if($z)T#end#set($z={})#if($z)T#end', 'TTTT'],
  ['B-VTL-13', '#set($z=false)#if($z)T#{else}F#end', 'F'],
  ['B-VTL-14', '#set($x=1)#set($x = $undefined)[$x]', '[]'],
  ['B-VTL-15', '#set($s="abc")${s}text $s} ${s.length()} ${s}.length()', 'abctext abc} 3 abc.length()'],
  ['B-VTL-16', '#set($n=5)#set($x=$n-3)[$x]#set($x=$n - 3)[$x]', '[][2]'],
  ['B-VTL-16', '#set($params=$input.params())$params.header.X-Api', 'k', { params: { header: { 'X-Api': 'k' } } }],
  ['B-VTL-17', '$5.00 $ $$ email@x.com #1 #tag "#" color: #13ff93 ', '$5.00 $ $$ email@x.com #1 #tag "#" color: #13ff93 '],
  ['B-VTL-18', '#set($x=1)\\$x \\$y \\\\$x', '$x $y \\1'],
  ['B-VTL-18', '\\ \\\\ \\# \\$ \\#end \\# end', '\\ \\\\ \\# \\$ #end \\# end'],
  ['B-VTL-18', '#set($e="v")\\#set($e="foo")', '#set(v="foo")'],
  ['B-VTL-19', `#set($l=[1,2])#set($m={"k":"v","a:b":"w"})#set($i=1)$l[1]$l[$i]$l[ $i ]$m["k"]$m['a:b']$l[-1]`, '222vw2'],
  ['B-VTL-19', `#set($a=$input.path('$'))$a[1].b[0]`, 'x', body('[0,{"b":["x"]}]')],
  ['B-VTL-20', '[$util][$input.params][$input]', '[][][]'],
];

const directives: Row[] = [
  ['B-VTL-30', `#set($m={"a":{}})#set($k="a")#set($m["$k"].n = "x")#set($l=[1,2])#set($l[1]='x')$m$l`, '{a={n=x}}[1, x]'],
  ['B-VTL-30', '#set($m={})#set($m["$nope"]="v")$m', '{=v}'],
  ['B-VTL-31', `#set($m={})#set($x=$m.put('k', null))#if("$m.k" == "")T#end$m`, 'T{k=null}'],
  ['B-VTL-32', '#if(1)a#else b#end#if("a")a#{else}b#end#if([])a#elseif(true)c#end', ' bbc'],
  ['B-VTL-33', '#set($i=1)#foreach($i in [2,3])$i#end$i', '231'],
  ['B-VTL-33', '#foreach($v in {"a":1,"b":2})$v#end#foreach($c in "abc")x#end#foreach($c in $nope)x#end#foreach($c in 5)x#end|', '12|'],
  ['B-VTL-33', '#foreach($i in [1,2])#set($leaks=$i)#end$leaks', '2'],
  [
    'B-VTL-34',
    '#foreach($i in [7,8])$foreach.first$foreach.last$velocityCount$velocityHasNext;#end$!velocityCount',
    'truefalse1true;falsetrue2false;',
  ],
  ['B-VTL-34', '#foreach($i in [1,2])#foreach($j in [1,2])$foreach.parent.count$foreach.count #end$foreach.count;#end', '11 12 1;21 22 2;'],
  ['B-VTL-35', '#foreach($i in [1,2])#foreach($j in [1,2,3])#if($j==2)#break#end$j#end;#end', '1;1;'],
  ['B-VTL-35', 'hello #stop world', 'hello '],
  ['B-VTL-36', '#define($b)hi$n#end#set($n=1)$b#set($n=2)$b$b()', 'hi1hi2hi2()'],
  ['B-VTL-37', '#macro(t)x#end#t()', '#t()'],
  ['B-VTL-38', '#evaluate($s)#return($x)', '#evaluate($s)#return($x)'],
  ['B-VTL-39', '#foo #foo($x)', '#foo #foo($x)'],
  ['B-VTL-40', 'Stuff#*\n x *#\n and', 'Stuff\n and'],
  ['B-VTL-40', 'a ## c\nb#[[ $x #if ]]#', 'a b $x #if '],
];

const whitespace: Row[] = [
  ['B-VTL-50', '#if(true)\n  x\n#end\ny', '  x\ny'],
  ['B-VTL-50', '#set($l=[1,2,3]) $l.size()', ' 3'],
  ['B-VTL-50', '#if(true)a#end b', 'a b'],
  ['B-VTL-51', 'a\n   #set($x=1)\nb', 'a\n   b'],
  ['B-VTL-51', '{\n  #set($x={\n    "a":1\n  })\n  $x}', '{\n    {a=1}}'],
  ['B-VTL-52', '#set($a=1)$a #set($b=2)$b', '12'],
  ['B-VTL-52', 'a #set($b=2)$b', 'a 2'],
  ['B-VTL-53', '#foreach($i in [1,2])\n$i\n#end\nz', '1\n2\nz'],
  ['B-VTL-53', 'x\n  #if(true)\n    y\n  #end\nz', 'x\n      y\n  z'],
];

const expressions: Row[] = [
  ['B-VTL-60', '#set($x=2 + 5 * 4)$x#if(5 + 4 > 2) true#end', '22 true'],
  ['B-VTL-61', '#set($x=7/2)$x|#set($x = -7/2)$x|#set($x=7%2)$x|#set($x = -7%3)$x', '3|-3|1|-1'],
  ['B-VTL-61', '#set($x="old")#set($x=1/0)$x', 'old'],
  ['B-VTL-61', '#set($x=2147483647+1)$x|#set($x=9223372036854775807 + 1)$x', '2147483648|9223372036854775808'],
  ['B-VTL-62', '#set($x=100.0 / 50)$x|#set($x=.5*.1)$x|#set($x=2.0*3)$x|#set($x=0.1+0.2)$x', '2.0|0.05|6.0|0.30000000000000004'],
  ['B-VTL-63', '#set($x="1"+2)$x|#set($x=1+2+"x")$x|#set($x="a" - 1)$x|#set($x=$undefined + 1)$x', '12|3x|3x|1'],
  ['B-VTL-65', `#if(1 == 1.0)T#end#if("1" == 1)T#end#if($input.path('$.s') == 5)T#end#if("5.0" == 5)F#end`, 'TTT', body('{"s":"5"}')],
  ['B-VTL-65', `#if($input.path('$.s') > 3)F#end#if($nope < 1)F#end#if(2 gt 1 and not (1 ge 2))T#end`, 'T', body('{"s":"5"}')],
  ['B-VTL-66', '#set($x = $nope || "d")$x', 'true'],
  ['B-VTL-67', `#set($x="{""a"": 2}")$x#set($y='it''s $x')$y`, `{"a": 2}it's $x`],
  ['B-VTL-67', String.raw`#set($n=1)#set($x="\n\\\u0041#if(true)$n#end\$n")$x`, String.raw`\n\\A1$n`],
  [
    'B-VTL-68',
    '#set($max=2)#foreach($i in [1..5])$i#end#foreach($i in [5..-2])$i#end#foreach($i in [0..$max])$i#end#foreach($i in [0..$no])x#end',
    '123455 43210-1-2012'.replace(' ', ''),
  ],
];

const methods: Row[] = [
  ['B-VTL-70', `#set($s='foobar123bab')$s.replaceAll('ba.','foo')`, 'foofoo123foo'],
  ['B-VTL-70', '#set($s="a.b")$s.split(".").size()#set($s="a,b,,c,,")$s.split(",").size()', '04'],
  [
    'B-VTL-70',
    '#set($s="Abc")$s.length()$s.substring(1)$s.substring(0,1)$s.indexOf("c")$s.contains("z")$s.matches("A.")$s.charAt(1)',
    '3bcA2falsefalseb',
  ],
  [
    'B-VTL-70',
    `#set($s=" x ")[$s.trim()][$s.isEmpty()][$s.concat("y")][$s.toUpperCase()][$s.replaceFirst("( )","<$1>")]`,
    '[x][false][ x y][ X ][< >x ]',
  ],
  [
    'B-VTL-71',
    `#set($l=["a","b"])$l.add("x")$l.set(1,'y')$l.get(0)$l.size()$l.contains("x")$l.indexOf("x")$l.remove(0)$l.isEmpty()$l.join(",")$l`,
    'trueba3true2afalse[y, x]',
  ],
  [
    'B-VTL-72',
    '#set($m={"a":1})$m.put("b",2)$m.put("b",3)$m.get("a")$m.containsKey("b")$m.containsValue(9)$m.size()$m.remove("a")$m',
    '21truefalse21{b=3}',
  ],
  ['B-VTL-72', '#set($m={"size":7})$m.size $m.size()#foreach($e in $m.entrySet()) $e.key:$e.value#end', '7 1 size:7'],
  ['B-VTL-73', '#set($s="s")[$s.foo()][$util.escapeJavaScript(5)][$util.urlEncode(null)][$s.substring("1")]', '[][][][]'],
  ['B-VTL-74', '#set($I=0)#set($n=$I.parseInt("12"))#set($n=$n + 1)$n', '13'],
  ['B-VTL-75', `[$input.path('$.pets').count()]$input.path('$.pets').size()`, '[]2', body('{"pets":[1,2]}')],
];

const inputs: Row[] = [
  [
    'B-VTL-80',
    `$input.path('$')|$input.path('$.a')|$input.path('$.a[0]')`,
    '{a=[{"foo":"bar"}]}|[{"foo":"bar"}]|{foo=bar}',
    body('{"a":[{"foo":"bar"}]}'),
  ],
  ['B-VTL-81', '#set($m={"a":1,"b":"x"})$m', '{a=1, b=x}'],
  [
    'B-VTL-82',
    `[$input.path('$.x')][$input.path('$.e')][$input.path('$..x')][$input.path('$.e[*]')]#if($input.path('$.e') == "")F#end`,
    '[][[]][[]][[]]',
    body('{"e":[]}'),
  ],
  [
    'B-VTL-83',
    `$input.json('$.name')|$input.json('$.no')|$input.json('$')`,
    '"Ann"|""|{"name":"Ann","b":[1,null]}',
    body('{ "name": "Ann", "b": [1, null] }'),
  ],
  [
    'B-VTL-84',
    `$input.json('$')`,
    '{"a":2,"b":[2.5,100.0,1.0,12345678901234567890]}',
    body('{"a":1,"b":[2.50,1e2,1.0,12345678901234567890],"a":2}'),
  ],
  ['B-VTL-85', `$input.json('$')|$input.path('$.a')`, '{"a":["\\u2019é😀/"]}|["\\u2019é😀\\/"]', body('{"a":["’é😀/"]}')],
  ['B-VTL-86', '$input.body|$input.body.x', '{}|'],
  ['B-VTL-86', 'Action=SendMessage&MessageBody=$input.body', 'Action=SendMessage&MessageBody={}', body('')],
  ['B-VTL-87', `$input.path('$')|$input.json('$')`, 'a=b|"a=b"', body('a=b')],
  ['B-VTL-87', `$input.path('$')|$input.json('$')`, '{}|"{}"', body('"{}"')],
  ['B-VTL-87', `$input.json('$')`, '{"a":"b","c":[1]}', body(`{a: 'b', "c": [1,],}`)],
  ['B-VTL-87', 'not read', 'not read', body('{')],
  [
    'B-VTL-88',
    `$input.params('a')$input.params('b')$input.params('c')|$input.params('A')|`,
    'pqh||',
    { params: { path: { a: 'p' }, querystring: { a: 'q', b: 'q' }, header: { a: 'h', b: 'h', c: 'h' } } },
  ],
  [
    'B-VTL-89',
    `$input.path('$.a[-1].x')$input.path('$.a[0:2][''x'']')$input.path('$..x')$input.path('$.a[?(@.x==2 || @.x > 5)].x')$input.path("$.a[?(@.n =~ /B/i)].x")$input.path("$.a[?(@.x in [1])]['x','n']")`,
    '3[1,2][1,2,3][2][2][{"x":1,"n":"a"}]',
    body('{"a":[{"x":1,"n":"a"},{"x":2,"n":"b"},{"x":3}]}'),
  ],
  [
    'B-VTL-89',
    `$input.path('$.n.length()')$input.path('$.n.min()')$input.path('$.n.sum()')$input.path('$.keys()')$input.path("$['n','o']")`,
    '31.06.0[n, o]{n=[1,2,3], o=1}',
    body('{"n":[1,2,3],"o":1}'),
  ],
];

const globals: Row[] = [
  ['B-VTL-90', '[$util.toJson("x")][$util.time]', '[][]'],
  [
    'B-VTL-91',
    String.raw`$util.escapeJavaScript("'""\/é’")$util.escapeJavaScript("it's").replaceAll("\\'","'")`,
    String.raw`\'\"\\\/\u00E9\u2019it's`,
  ],
  ['B-VTL-92', `$util.parseJson('{"b":[1,2]}').b[1]`, '2'],
  ['B-VTL-93', `$util.urlEncode('{"some": "value"}') $util.urlDecode("a+b%C3%A9")`, '%7B%22some%22%3A+%22value%22%7D a bé'],
  ['B-VTL-94', '$util.base64Encode("é?") $util.base64Decode("w6k/")', 'w6k/ é?'],
  [
    'B-VTL-95',
    `$stageVariables.a$stageVariables['a']\${stageVariables['a']}[$stageVariables.no]#foreach($k in $stageVariables.keySet())$k#end`,
    'sss[]a',
    { stageVariables: { a: 's' } },
  ],
  [
    'B-VTL-96',
    '$context.identity.sourceIp [$context.identity.apiKey] $context.requestTimeEpoch',
    '1.2.3.4 [] 1700000000123',
    { context: { identity: { sourceIp: '1.2.3.4' }, requestTimeEpoch: 1_700_000_000_123 } },
  ],
  [
    'B-VTL-98',
    '[$context.authorizer.claims]$context.authorizer.claims.sub#set($x=$context.authorizer.n + 1)$x|$method|#foreach($k in $context.keySet())$k#end',
    '[]u11||authorizer',
    { context: { authorizer: { n: 1, claims: { sub: 'u' } } } },
  ],
  [
    'B-VTL-99',
    '{"message":$context.error.messageString}',
    '{"message":"no"}',
    { context: { error: { message: 'no', messageString: '"no"' } } },
  ],
];

describe.each([
  ['references', references],
  ['directives', directives],
  ['whitespace', whitespace],
  ['expressions', expressions],
  ['methods', methods],
  ['$input', inputs],
  ['$util, $context and $stageVariables', globals],
])('%s', (_section, rows) => {
  it.each(rows)('%s: %s', (_id, template, output, input = {}) => {
    expect(render(template, input)).toBe(output);
  });
});

describe('what fails', () => {
  it.each([
    ['B-VTL-02', `\${x|'default'}`],
    ['B-VTL-02', '#foreach($x in [])a#else b#end'],
    ['B-VTL-03', 'price: $'],
    ['B-VTL-03', '#'],
    ['B-VTL-31', '#set($x = null)'],
    ['B-VTL-31', '#if($x == null)a#end'],
    ['B-VTL-52', '$a #set($b=2)[1]'],
    ['B-VTL-64', '#set($x=5 -3)'],
    ['B-VTL-64', '#set($x=7-2)'],
    ['B-VTL-64', '#set($x=1+2*3-4)'],
    ['B-VTL-64', '#set($x=-$n)'],
    ['B-VTL-67', String.raw`#set($x="a\"b")`],
  ])('%s: %s cannot be read', (_id, template) => {
    expect(fails(template)).toMatchObject({ name: 'TemplateError', kind: 'syntax' });
  });

  it.each([
    ['B-VTL-19', '#set($l=[1])\n  $l[1]', 2, 5],
    ['B-VTL-19', '#set($l=[1]) $l.get(-1)', 1, 16],
    ['B-VTL-03', '#set($s="a")$s.substring(2)', 1, 15],
    ['B-VTL-38', '#parse("x.vm")', 1, 1],
    ['B-VTL-03', '#set($x="""a"" $util.urlDecode(""%"")")', 1, 21],
  ])('%s: %s fails while it runs', (_id, template, line, column) => {
    expect(fails(template)).toMatchObject({ name: 'TemplateError', kind: 'evaluation', line, column });
  });

  it.each(['{"a":', '[1', '{"a" 1}', '"open', '{,]}'])('B-VTL-87: the payload %s is none', (payload) => {
    expect(fails(`\n$input.path('$.a')`, { body: payload })).toMatchObject({ name: 'TemplateError', kind: 'payload', line: 2, column: 7 });
  });
});

describe('overrides', () => {
  it('B-VTL-113: gives what was put, group by group', () => {
    const template = `#set($n="q")#set($context.requestOverride.header.X-A = "h")#set($context.requestOverride.querystring[$n]=1)#set($x=$context["requestOverride"].path.put("p", [1.5]))#set($context.responseOverride.header.Y = "y")#set($context.responseOverride.status = 400)`;
    expect(compile(template).run({})).toEqual({
      text: '',
      requestOverride: { header: { 'X-A': 'h' }, querystring: { q: 1 }, path: { p: [1.5] } },
      responseOverride: { status: 400, header: { Y: 'y' } },
    });
  });

  it('B-VTL-113: leaves out what was not put', () => {
    expect(compile('$context.requestOverride.header.a').run({ context: { requestOverride: { header: { a: 'kept' } } } })).toEqual({
      text: 'kept',
    });
    expect(compile('#set($context.responseOverride.header.a = 1)').run({})).toEqual({ text: '', responseOverride: { header: { a: 1 } } });
  });

  it('B-VTL-114: a parameter can be overridden once', () => {
    const twice = '#set($context.responseOverride.header.a = 1)#set($context.responseOverride.header.a = 2)';
    expect(fails(twice)).toMatchObject({ name: 'TemplateError', kind: 'evaluation' });
  });

  it('B-VTL-115: what an earlier template put can be read', () => {
    expect(render('$context.requestOverride.path.stash', { context: { requestOverride: { path: { stash: 's' } } } })).toBe('s');
  });

  it('B-VTL-116: a status that is text stays text', () => {
    expect(compile('#set($context.responseOverride.status = "444")').run({}).responseOverride).toEqual({ status: '444' });
  });
});

describe('runs', () => {
  it('keep nothing for the next', () => {
    const template = compile('#set($n=$n + 1)$n#set($context.responseOverride.status = 201)');
    expect([template.run({}), template.run({})]).toEqual(
      Array.from({ length: 2 }, () => ({ text: '1', responseOverride: { status: 201 } })),
    );
  });

  it('leave the input as it was', () => {
    const context = { identity: { sourceIp: 'ip' } };
    expect(render('#set($context.identity.sourceIp = "x")$context.identity.sourceIp', { context })).toBe('x');
    expect(context).toEqual({ identity: { sourceIp: 'ip' } });
  });
});
