import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { jsonValues, names, texts } from './generated.ts';
import { holding, jsonOf, part, textsOf } from './subject.ts';

const guest = holding({
  name: 'Ann',
  nights: 3,
  paid: true,
  note: null,
  room: { number: 12, floor: '1st' },
  extras: ['towel', 'late "checkout"'],
  bills: [
    { id: 'b1', sum: 80 },
    { id: 'b2', sum: 95 },
  ],
});

describe('input', () => {
  it('$input.body is the payload as it came, character for character', async () => {
    const cases = { '$input.body': '{ "a" : 1,\n  "a$b": [ ] }' };
    expect(await textsOf(cases, { body: '{ "a" : 1,\n  "a$b": [ ] }' })).toEqual(cases);
  });

  it('without a payload $input.body is {}', async () => {
    const cases = { 'Action=SendMessage&MessageBody=$input.body': 'Action=SendMessage&MessageBody={}' };
    expect([await textsOf(cases), await textsOf(cases, { body: '' })]).toEqual([cases, cases]);
  });

  it('$input.body is text and has no properties', async () => {
    const cases = { '[$input.body.name]': '[]' };
    expect(await textsOf(cases, guest)).toEqual(cases);
  });

  it('$input.path gives a value: text without quotes, numbers, booleans', async () => {
    const cases = { "$input.path('$.name') stays $input.path('$.nights')": 'Ann stays 3', "$input.path('$.paid')": 'true' };
    expect(await textsOf(cases, guest)).toEqual(cases);
  });

  it('a path goes down by names, keys and indices from 0', async () => {
    const cases = {
      "$input.path('$.room.number')": '12',
      '$input.path(\'$["room"]["floor"]\')': '1st',
      "$input.path('$.bills[1].id')": 'b2',
      "$input.path('$.extras[0]')": 'towel',
      '$input.path("$.bills[0][\'sum\']")': '80',
    };
    expect(await textsOf(cases, guest)).toEqual(cases);
  });

  it('what $input.path gives is alive: the template may go on from there', async () => {
    const cases = { "$input.path('$').name": 'Ann', "$input.path('$.room').floor": '1st', "$input.path('$.bills')[0].sum": '80' };
    expect(await textsOf(cases, guest)).toEqual(cases);
  });

  it('a path that leads nowhere, or to null, renders as nothing', async () => {
    const cases = {
      "[$input.path('$.nope')][$input.path('$.nope.deeper')]": '[][]',
      "[$input.path('$.name.first')][$input.path('$.extras.first')][$input.path('$.room[0]')]": '[][][]',
      "[$input.path('$.note')]": '[]',
    };
    expect(await textsOf(cases, guest)).toEqual(cases);
  });

  it('$input.path prints an object as Java does, without quotes, and a list as JSON', async () => {
    const cases = { "$input.path('$.room')": '{number=12, floor=1st}', "$input.path('$.extras')": '["towel","late \\"checkout\\""]' };
    expect(await textsOf(cases, guest)).toEqual(cases);
  });

  it('$input.json gives JSON: text keeps its quotes, so quotes around it are too many', async () => {
    const cases = {
      '{"name": $input.json(\'$.name\')}': '{"name": "Ann"}',
      '{"name": "$input.json(\'$.name\')"}': '{"name": ""Ann""}',
      "$input.json('$.nights') $input.json('$.paid')": '3 true',
    };
    expect(await textsOf(cases, guest)).toEqual(cases);
  });

  it('$input.json of an object is compact and keeps the order of the keys', async () => {
    const cases = { "$input.json('$')": '{"b":{"z":1,"y":[1,"two"]},"a":null}', "$input.json('$.b')": '{"z":1,"y":[1,"two"]}' };
    expect(await textsOf(cases, { body: '{ "b": { "z": 1, "y": [ 1, "two" ] }, "a": null }' })).toEqual(cases);
  });

  it('$input.json of a path that leads nowhere is a pair of quotes', async () => {
    const cases = { '{"name": $input.json(\'$.nope\')}': '{"name": ""}' };
    expect(await textsOf(cases, guest)).toEqual(cases);
  });

  it('[*] takes every item of a list, and gives a list', async () => {
    expect([await jsonOf("$input.json('$.bills[*].id')", guest), await jsonOf("$input.path('$.bills[*].sum')", guest)]).toEqual([
      ['b1', 'b2'],
      [80, 95],
    ]);
  });

  it('without a payload every path looks into an empty object', async () => {
    const cases = { "$input.json('$')": '{}', "[$input.path('$.name')]": '[]' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a payload is not parsed until something asks for a path in it', async () => {
    const cases = { '$input.body': '{"half": ', "$input.params('id')": '7' };
    expect(await textsOf(cases, { body: '{"half": ', params: { path: { id: '7' } } })).toEqual(cases);
  });

  it('$input.params looks through the path, then the query string, then the headers', async () => {
    const params = {
      path: { id: 'path' },
      querystring: { id: 'query', page: 'query' },
      header: { id: 'header', page: 'header', Via: 'header' },
    };
    const cases = { "$input.params('id') $input.params('page') $input.params('Via')": 'path query header' };
    expect(await textsOf(cases, { params })).toEqual(cases);
  });

  it('a parameter that is nowhere renders as nothing, and names are case-sensitive', async () => {
    const cases = { "[$input.params('nope')][$input.params('accept')][$input.params('Accept')]": '[][][text/plain]' };
    expect(await textsOf(cases, { params: { header: { Accept: 'text/plain' } } })).toEqual(cases);
  });

  it('$input.params() has the three groups, and a header’s hyphens are part of its name', async () => {
    const params = { path: { id: '7' }, querystring: { page: '2' }, header: { 'X-Api-Version': '3' } };
    const cases = {
      '$input.params().path.id $input.params().querystring.page': '7 2',
      "$input.params().header.X-Api-Version $input.params().header['X-Api-Version']": '3 3',
      '[$input.params().path.page][$input.params().cookie.id]': '[][]',
    };
    expect(await textsOf(cases, { params })).toEqual(cases);
  });

  it('whatever is sent, $input.json hands it on as the same JSON', async () => {
    await forEvery(jsonValues(), async (value) => {
      const payload = { wrapped: value };
      const json = await jsonOf('{"whole": $input.json(\'$\'), "all": $input.json(\'$[*]\')}', holding(payload));
      expect(json).toEqual({ whole: payload, all: [value] });
    });
  });

  it('wherever a parameter is sent, path comes before query string and query string before header', async () => {
    const sent = fc.option(texts(), { nil: undefined }).filter((text) => text !== '');
    const cases = fc.record({ name: names(), path: sent, querystring: sent, header: sent });
    await forEvery(cases, async ({ name, path, querystring, header }) => {
      const group = (value: string | undefined) => (value === undefined ? {} : { [name]: value });
      const params = { path: group(path), querystring: group(querystring), header: group(header) };
      expect(await part.render(`$input.params('${name}')`, { params })).toEqual(path ?? querystring ?? header ?? '');
    });
  });
});
