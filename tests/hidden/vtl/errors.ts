import { describe, expect, it } from 'vitest';
import { each, kindsOf, part, problemOf, textsOf } from './subject.ts';

/** A place between two columns of a line, both included. */
function within(line: number, from: number, to: number) {
  return { line, columns: Array.from({ length: to - from + 1 }, (_, i) => from + i) };
}

/** Where these templates fail when they are read. */
async function placesOf(templates: readonly string[]): Promise<Record<string, string>> {
  const problems = await Promise.all(templates.map((template) => problemOf(part.compile(template))));
  return Object.fromEntries(templates.map((template, i) => [template, `${problems[i]?.kind} ${problems[i]?.line}:${problems[i]?.column}`]));
}

describe('errors', () => {
  it('a template that cannot be read fails when it is compiled, before there is any input', async () => {
    expect(await problemOf(part.compile('#set($x = null)'))).toEqual({ name: 'TemplateError', kind: 'syntax', line: 1, column: 11 });
  });

  it('the error stands where something else was expected', async () => {
    const cases = {
      'a\nb\n  #set($x = null)\nc': 'syntax 3:13',
      '#if($x == null)a#end': 'syntax 1:11',
      '#set($x = 1 2)': 'syntax 1:13',
      '#set(x = 1)': 'syntax 1:6',
      '#if(true)x#else y#else z#end': 'syntax 1:18',
      'a\n#if(true)b#end#end': 'syntax 2:15',
    };
    expect(await placesOf(Object.keys(cases))).toEqual(cases);
  });

  it('whatever is opened must be closed', async () => {
    const templates = [
      '#if(true)',
      '#foreach($i in [1])x',
      '#set($x = 1',
      '#set($x = [1, 2)',
      "#set($x = 'a)",
      '#set($x = "a)',
      '$x[1',
      '${x',
      '#if(true',
      '#[[ a',
    ];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('whatever is closed must be open', async () => {
    const templates = [
      '#end',
      '#else',
      '#if(true)a#end#end',
      '#elseif(true)',
      '#foreach($i in [1])#else x#end',
      '#if(true)a#{else}b#{else}c#end',
    ];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('a template must not end in a dollar or a hash', async () => {
    const templates = ['costs $', '$', 'a #', '#'];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('there is no null and no other bare word', async () => {
    const templates = ['#set($x = null)', '#set($x = foo)', '#if($x == null)a#end', '#if(null)a#end', '#set($l = [null])'];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('a minus that touches the number behind it begins a negative number, and two numbers in a row cannot be read', async () => {
    const templates = ['#set($x = 5 -3)', '#set($x = 7-2)', '#set($x = 1+2*3-4)', '#set($x = -$n)'];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('a backslash does not keep a quote from ending the text', async () => {
    const templates = ['#set($s = "a\\"b")$s', "#set($s = 'a\\'b')$s"];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('what later versions of the language have cannot be read', async () => {
    const templates = ["${x|'default'}", '#foreach($i in [])a#{else}none#end'];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('a reference, blanks, a #set and a bracket right behind it cannot be read', async () => {
    const templates = ['#set($a = 1)$a #set($b = 2)[$b]'];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
    const cases = { '#set($a = 1)$a #set($b = 2)($b)': '1(2)' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a #set needs an equals sign, and a variable before it', async () => {
    const templates = ['#set($x)', '#set($x == 1)', '#set(= 1)', '#set($x = )', '#set()'];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('a condition and a map need all their parts', async () => {
    const templates = ['#if()a#end', '#if($a b)x#end', '#if($x = 1)a#end', '#set($x = 1 +)', "#set($m = {'a' 1})", '#if($a &&)x#end'];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('a #foreach needs a variable', async () => {
    const templates = ['#foreach(x in [1])#end', '#foreach()#end'];
    expect(await kindsOf(templates)).toEqual(each(templates, 'syntax'));
  });

  it('an index that is out of range fails when it is asked for', async () => {
    const templates = ['#set($l = [1])$l[5]', '#set($l = [1])$l.get(5)', '#set($l = [])$l[-1]', "#set($l = ['a'])#set($l[5] = 'x')"];
    expect(await kindsOf(templates)).toEqual(each(templates, 'evaluation'));
  });

  it('a method that cannot do what it is asked fails', async () => {
    const templates = [
      "#set($s = 'abc')$s.substring(9)",
      "#set($s = 'abc')$s.charAt(5)",
      "#set($s = 'a(b')$s.replaceAll('(', 'x')",
      "$input.path('$.l[a]')",
    ];
    expect(await kindsOf(templates)).toEqual(each(templates, 'evaluation'));
  });

  it('a method that nobody calls does not fail', async () => {
    const cases = { '#set($l = [1])#if(false)$l[5]#{end}ok': 'ok', '#set($l = [1])#foreach($i in [])$l.get(9)#{end}ok': 'ok' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('an error of a run stands at the reference that failed', async () => {
    const problem = await problemOf(part.render('#set($l = [1])\n\n  $l.get(5)!', {}));
    const { line, columns } = within(3, 3, 11);
    // Any column of the reference is right; whoever says another one is shown the first.
    const column = columns.find((right) => right === problem?.column) ?? columns[0];
    expect(problem).toEqual({ name: 'TemplateError', kind: 'evaluation', line, column });
  });

  it('a run that failed leaves the template as good as before', async () => {
    const template = part.compile("$input.path('$').get(0)");
    const failed = problemOf(template.run({ body: '[]' }));
    expect([(await failed)?.kind, await template.run({ body: '[7]' })]).toEqual(['evaluation', { text: '7' }]);
  });
});
