import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { jsonValues } from './generated.ts';
import { holding, jsonOf, part, problemOf, textsOf } from './subject.ts';

/** What a template gives for each of these payloads: an object like the one that is handed in. */
async function perBody(template: string, expected: Record<string, string>): Promise<Record<string, string>> {
  const bodies = Object.keys(expected);
  const texts = await Promise.all(bodies.map((body) => part.render(template, { body })));
  return Object.fromEntries(bodies.map((body, i) => [body, texts[i]!]));
}

describe('bodies', () => {
  it('a payload that begins with no brace, bracket or quote is text', async () => {
    const cases = {
      'a=b&c=d': 'a=b&c=d|"a=b&c=d"',
      '5': '5|"5"',
      true: 'true|"true"',
      'plain words': 'plain words|"plain words"',
    };
    expect(await perBody("$input.path('$')|$input.json('$')", cases)).toEqual(cases);
  });

  it('text has no paths in it', async () => {
    const cases = { "[$input.path('$.a')]": '[]' };
    expect(await textsOf(cases, { body: 'a=b' })).toEqual(cases);
  });

  it('a payload in quotes is text, whatever stands in them', async () => {
    const cases = { '"{}"': '{}|"{}"', '"Ann"': 'Ann|"Ann"' };
    expect(await perBody("$input.path('$')|$input.json('$')", cases)).toEqual(cases);
  });

  it('XML is one piece of text', async () => {
    const cases = { "$input.path('$')": '<a>1</a>' };
    expect(await textsOf(cases, { body: '<a>1</a>' })).toEqual(cases);
  });

  it('a payload that begins like JSON and is none cannot be read: an error of kind payload', async () => {
    const bodies = ['{"a":1', '[1,2', '{', '{]', '{"a":}', '{"a" 1}', '"abc'];
    const problems = await Promise.all(bodies.map((body) => problemOf(part.render("$input.path('$.a')", { body }))));
    expect(problems.map((problem, i) => [bodies[i], problem?.kind])).toEqual(bodies.map((body) => [body, 'payload']));
  });

  it('the error stands at the reference that asked, and not in the payload', async () => {
    const problem = await problemOf(part.render('{\n  "a": $input.json(\'$.a\')\n}', { body: '{"a":\n\n\n1' }));
    expect(problem).toMatchObject({ name: 'TemplateError', kind: 'payload', line: 2 });
  });

  it('keys and texts may stand without quotes, or in single ones', async () => {
    const cases = {
      '{statusCode: 200}': '{"statusCode":200}',
      "{'a': 'b'}": '{"a":"b"}',
      '{a: b c}': '{"a":"b c"}',
      '{a:1,b:true,c:null,d:1.5}': '{"a":1,"b":true,"c":null,"d":1.5}',
    };
    expect(await perBody("$input.json('$')", cases)).toEqual(cases);
  });

  it('a comma at the end is forgiven', async () => {
    const cases = { '{"a":1,}': '{"a":1}', '[1,2,]': '[1,2]', '{"a":[1,],}': '{"a":[1]}' };
    expect(await perBody("$input.json('$')", cases)).toEqual(cases);
  });

  it('of a key that stands there twice the last value counts', async () => {
    const cases = { '{"a":1,"b":2,"a":3}': '3' };
    expect(await perBody("$input.path('$.a')", cases)).toEqual(cases);
  });

  it('keys keep their order, also those that look like numbers', async () => {
    const cases = { '{"2":"b","1":"a","x":0}': '{"2":"b","1":"a","x":0}|{2=b, 1=a, x=0}' };
    expect(await perBody("$input.json('$')|$input.path('$')", cases)).toEqual(cases);
  });

  it('a number with a point is written as Java does', async () => {
    const cases = {
      '[2.50]': '[2.5]',
      '[1e2]': '[100.0]',
      '[1.0]': '[1.0]',
      '[0.00001]': '[1.0E-5]',
      '[123456789.5]': '[1.234567895E8]',
      '[-0.0]': '[-0.0]',
    };
    expect(await perBody("$input.json('$')", cases)).toEqual(cases);
  });

  it('a whole number keeps all its digits', async () => {
    const cases = { '{"n":12345678901234567890123}': '12345678901234567890123 {"n":12345678901234567890123}' };
    expect(await perBody("$input.path('$.n') $input.json('$')", cases)).toEqual(cases);
  });

  it('whatever signs a text has, the JSON of it means the same', async () => {
    const text = 'é ’ — € 😀 / </script> " \\ \n \t \u0001 \u2028';
    expect(await jsonOf('{"a": $input.json(\'$.s\'), "b": $input.path(\'$.l\')}', holding({ s: text, l: [text] }))).toEqual({
      a: text,
      b: [text],
    });
  });

  it('a brace or a bracket after the value is not looked at', async () => {
    const cases = { '{"a":1} ': '1', '{"a":1}x': '1' };
    expect(await perBody("$input.path('$.a')", cases)).toEqual(cases);
  });

  it('parseJson is as lenient', async () => {
    const cases = { '$util.parseJson("{a: \'b\', c: [1,2,],}")': '{a=b, c=[1,2]}' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('whatever proper JSON is sent, reading it leniently changes nothing', async () => {
    await forEvery(jsonValues(), async (value) => {
      const body = JSON.stringify({ value }, undefined, 2);
      expect(await jsonOf("$input.json('$')", { body })).toEqual({ value });
    });
  });
});
