import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../solutions/vtl/vtl.ts';
import type { Situation } from '../../src/explorables/template-playground-input.ts';
import { PRESETS } from '../../src/explorables/template-playground-presets.ts';
import type { Became } from '../../src/explorables/template-playground-occurrence.ts';
import { MOST_WATCHED, traceReferences } from '../../src/explorables/template-playground-trace.ts';
import { endingOf, playTemplate, type Played } from '../../src/explorables/template-playground.ts';

const BARE: Situation = { template: '', body: '', params: '', context: '', stageVariables: '' };

const play = (situation: Partial<Situation>) => playTemplate({ compile, traceReferences }, { ...BARE, ...situation });

function rendered(situation: Partial<Situation>): Extract<Played, { kind: 'rendered' }> {
  const played = play(situation);
  if (played.kind !== 'rendered') throw new Error(JSON.stringify(played));
  return played;
}

const preset = (name: string) => PRESETS.find((one) => one.name === name)!;

/** What each reference became, in one line each. */
function became(situation: Partial<Situation>): string[] {
  const played = play(situation);
  if (played.kind === 'complaints') throw new Error(JSON.stringify(played));
  return played.occurrences.map(({ role, written, times, became }) =>
    `${times}× ${role} ${written}: ${became.map(short).join(' ')}`.trim(),
  );
}

function short(one: Became): string {
  if (one.kind === 'value') return `${one.shape}(${one.printed})`;
  return one.kind === 'kept' && one.old ? `kept ${short(one.old)}` : one.kind;
}

describe('a situation to start from shows what its answer says', () => {
  it.each([
    ['A name with quotes', 'broken', 'Text that is no JSON', '{\n  "role": "guest",\n  "name": "Miles "Ace" O\'Brien"\n}'],
    ['The first repair', 'broken', 'Text that is no JSON', '{\n  "role": "guest",\n  "name": "Miles \\"Ace\\" O\\\'Brien"\n}'],
    ['A second role', 'json', 'JSON, in which the role stands twice', '{\n  "role": "guest",\n  "name": "Kim", "role": "admin"\n}'],
    ['Value or text', 'broken', 'copy alone', '{\n  "guest": {name=Ann},\n  "copy": {"name":"Ann"},\n  "name": ""Ann""\n}'],
    ['Not there', 'json', 'price and tags', '{\n  "nights": "",\n  "price": "$5.00",\n  "tags": "#evaluate($tags)",\n  "note": ""\n}'],
    ['Is it there?', 'json', 'window', '{\n    "table": "window"\n  }'],
    ['A failed sum', 'text', '60, as of Aster', 'Aster: 60\nBirch: 60\nCedar: 50\n'],
    ['Blanks', 'json', '2', '[\n    "Ann",    "Ben",    "Cleo"  ]'],
  ])('%s', (name, ending, answer, text) => {
    const { situation, prediction } = preset(name);
    const played = rendered(situation);
    expect(played.text).toBe(text);
    expect(endingOf(played)).toBe(ending);
    expect(prediction!.options[prediction!.answer]).toBe(answer);
  });

  it('all but the last, which uses everything that a template sees', () => {
    expect(PRESETS.filter(({ prediction }) => !prediction).map(({ name }) => name)).toEqual(['Your own']);
    const { text, overrides } = rendered(preset('Your own').situation);
    expect(JSON.parse(text)).toEqual({ id: '7', guest: { name: 'Ann' }, table: 'guests-v2', stage: 'prod' });
    expect(JSON.parse(overrides!)).toEqual({ requestOverride: { header: { 'x-caller': '203.0.113.9' } } });
  });
});

describe('the repairs that the second situation names', () => {
  it.each([
    ['{"name": "$util.escapeJavaScript($input.path(\'$.name\')).replaceAll("\\\\\'", "\'")"}', '.replaceAll("\\\\\'", "\'")'],
    ['{"name": $input.json(\'$.name\')}', "$input.json('$.name')"],
  ])('%s gives every name as it was typed, and nothing else', (template, named) => {
    expect(template).toContain(named);
    expect(preset('The first repair').moral).toContain(named);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const name = `${typed}", "role": "admin' \\`;
        expect(JSON.parse(rendered({ template, body: JSON.stringify({ name }) }).text)).toEqual({ name });
      }),
    );
  });
});

describe('what each reference became', () => {
  it('is its value, whether it was printed, read or set, in the order of the template', () => {
    const template = '#set($n = $input.path("$.n") + 1)$n #foreach($x in [1, "b"])$x$foreach.count#end';
    expect(became({ template, body: '{"n": 2}' })).toEqual([
      '1× set $n: whole number(3)',
      '1× read $input.path("$.n"): whole number(2)',
      '1× printed $n: whole number(3)',
      '2× printed $x: whole number(1) text(b)',
      '2× printed $foreach.count: whole number(1) whole number(2)',
    ]);
  });

  it('tells a name that no variable has from a way that leads to nothing', () => {
    expect(became({ template: '$nope.a $context.stage $input.path("$.a") $velocityCount' })).toEqual([
      '1× printed $nope.a: no-variable',
      '1× printed $context.stage: nothing',
      '1× printed $input.path("$.a"): nothing',
      '1× printed $velocityCount: nothing',
    ]);
  });

  it('tells what a set kept, and what it set nowhere', () => {
    expect(became({ template: '#set($a = 1)#set($a = 1 / 0)#set($b = 1 / 0)#set($c.d = 2)#set($a = $nope)' })).toEqual([
      '1× set $a: whole number(1)',
      '1× set $a: kept whole number(1)',
      '1× set $b: kept no-variable',
      '1× set $c.d: lost',
      '1× set $a: text()',
      '1× read $nope: no-variable',
    ]);
  });

  it('names the branch that was not reached', () => {
    expect(became({ template: '#if(1 == 2)$context#else$nope#end' })).toEqual(['0× printed $context:', '1× printed $nope: no-variable']);
  });

  it('knows text that only looks like a reference, and where it stands', () => {
    const template = '## $x\n\\$x costs $5.00 #tag($x) #[[ $y ]]#';
    expect(became({ template })).toEqual(['1× text $x:', '1× text $5.00:', '1× text #tag($x):', '1× text $y:']);
    const { occurrences, text } = rendered({ template });
    expect(text).toBe('$x costs $5.00 #tag($x)  $y ');
    expect(occurrences.map(({ span }) => span!.from)).toEqual([7, 16, 22, 35]);
  });

  it('is found inside texts in double quotes, at its place', () => {
    const { occurrences } = rendered({ template: '#set($m = {"k": "v"})#set($s = "a ""$m.get(""k"")"" $m")$s' });
    expect(occurrences.map(({ written, span }) => [written, span!.from])).toEqual([
      ['$m', 5],
      ['$s', 26],
      ['$m.get("k")', 36],
      ['$m', 52],
      ['$s', 56],
    ]);
  });

  it('is told up to the place where it fails', () => {
    const played = play({ template: '#set($l = [1])\n$l[0]$l[7]' });
    expect(played).toMatchObject({ kind: 'failed', problem: { kind: 'evaluation', line: 2, column: 8, offset: 22 } });
    expect(became({ template: '#set($l = [1])\n$l[0]$l[7]' }).slice(1)).toEqual(['1× printed $l[0]: whole number(1)', '0× printed $l[7]:']);
  });

  it('watches a number of them, and a few values of each', () => {
    const { occurrences, left } = rendered({ template: '#foreach($i in [1..9])$i#end'.repeat(MOST_WATCHED + 5) });
    expect(occurrences).toHaveLength(MOST_WATCHED);
    expect(left).toBe(5);
    expect(occurrences[0]).toMatchObject({ times: 9, became: [{ printed: '1' }, { printed: '2' }, { printed: '3' }] });
  });

  it('changes nothing: a block that is looked at leaves the output alone', () => {
    const template = '#set($n = 0)#define($b)#set($n = $n + 1)$n#end#set($l = [$b])$l $l $n';
    expect(rendered({ template }).text).toBe(compile(template).run({}).text);
  });
});

describe('the input', () => {
  it.each<[Partial<Situation>, unknown]>([
    [{ params: '{"query": {}}' }, { params: { message: expect.stringContaining('“query” is none') } }],
    [{ params: '{"path": {"id": 7}}' }, { params: { message: expect.stringContaining('an object of texts') } }],
    [{ context: '[]' }, { context: { message: 'An object belongs here: {"name": …}.' } }],
    [{ stageVariables: '{"a": 1}' }, { stageVariables: { message: 'A stage variable is a text: {"name": "value"}.' } }],
    [
      { context: '{"a" 1}', params: '{' },
      { context: { span: { from: 5, to: 6 } }, params: { span: { from: 0, to: 1 } } },
    ],
    [{ body: ' '.repeat(1_000_001) }, { body: { message: 'At most 1,000,000 characters are read here. These are 1,000,001.' } }],
  ])('%.60j is refused with a reason', (situation, complaints) => {
    expect(play(situation)).toMatchObject({ kind: 'complaints', complaints });
  });

  it('may be missing altogether', () => {
    expect(rendered({ template: '$input.body$stageVariables.a$input.params("x")' }).text).toBe('{}');
  });
});

describe('hostile templates', () => {
  it.each([
    ['$a.b('.repeat(50_000), 'limit'],
    ['x'.repeat(400_000), 'limit'],
    ['#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])x#end#end#end', 'limit'],
    ['$', 'syntax'],
  ])('%.40s ends as %s', (template, kind) => {
    expect(play({ template })).toMatchObject({ kind: 'failed', problem: { kind } });
  });

  it('give a part of a long output, judged as a whole', () => {
    const { text, length, json } = rendered({ template: '["#foreach($i in [1..1000])$input.path("$")#end"]', body: 'x'.repeat(100) });
    expect([text.length, length, json]).toEqual([20_000, 100_004, 'json']);
  });
});
