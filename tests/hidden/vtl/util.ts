import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { texts } from './generated.ts';
import { holding, part, textsOf } from './subject.ts';

describe('util', () => {
  it('escapeJavaScript puts a backslash in front of both kinds of quotes, of a backslash and of a slash', async () => {
    const cases = { "$util.escapeJavaScript($input.path('$.s'))": 'a\\"b\\/c\\\'d\\\\e' };
    expect(await textsOf(cases, holding({ s: 'a"b/c\'d\\e' }))).toEqual(cases);
  });

  it('escapeJavaScript writes line breaks and tabs by their letters, other control characters by their number', async () => {
    const cases = { "$util.escapeJavaScript($input.path('$.s'))": 'a\\nb\\rc\\td\\u0001e\\u001Bf' };
    expect(await textsOf(cases, holding({ s: 'a\nb\rc\td\u0001e\u001bf' }))).toEqual(cases);
  });

  it('escapeJavaScript writes what is not ASCII by its UTF-16 units, in upper-case hex', async () => {
    const cases = { "$util.escapeJavaScript($input.path('$.s'))": '\\u00E9\\u20AC\\uD83D\\uDE00 <&>' };
    expect(await textsOf(cases, holding({ s: 'é€😀 <&>' }))).toEqual(cases);
  });

  it('parseJson gives a value to go on with: properties, keys, indices', async () => {
    const cases = {
      '$util.parseJson(\'{"b": [1, {"c": "d"}]}\').b[1].c': 'd',
      "#set($m = $util.parseJson($input.path('$.detail')))$m.name: $m.rooms[0]": 'Ann: 12',
      "#foreach($n in $util.parseJson('[1, 2, 3]'))<$n>#end": '<1><2><3>',
      '#if($util.parseJson(\'{"ok": false}\').ok)T#{else}F#end': 'F',
    };
    expect(await textsOf(cases, holding({ detail: '{"name":"Ann","rooms":[12]}' }))).toEqual(cases);
  });

  it('urlEncode writes text as forms do: a blank is a plus', async () => {
    const cases = {
      '$util.urlEncode(\'{"some": "value"}\')': '%7B%22some%22%3A+%22value%22%7D',
      '$util.urlEncode("a b&c=d/é~*")': 'a+b%26c%3Dd%2F%C3%A9%7E*',
      "$util.urlEncode($input.path('$.s'))": 'a+b%26c%3Dd%2F%C3%A9%7E*-._%2B%25%E2%82%AC%F0%9F%98%80',
      "$util.urlEncode($input.path('$.t'))": '%21%27%28%29%23%40%3F%3A',
    };
    expect(await textsOf(cases, holding({ s: 'a b&c=d/é~*-._+%€😀', t: "!'()#@?:" }))).toEqual(cases);
  });

  it('urlDecode reads it back: a plus is a blank', async () => {
    const cases = { "$util.urlDecode('a+b%20c%26d%3De%2Bf%C3%A9%F0%9F%98%80')": 'a b c&d=e+fé😀' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('base64Encode writes the bytes of UTF-8 with the standard alphabet, and pads', async () => {
    const cases = {
      "[$util.base64Encode('')][$util.base64Encode('a')][$util.base64Encode('ab')][$util.base64Encode('abc')]": '[][YQ==][YWI=][YWJj]',
      "$util.base64Encode($input.path('$.s'))": 'w6nigqzwn5iAPz8+fn4=',
    };
    expect(await textsOf(cases, holding({ s: 'é€😀??>~~' }))).toEqual(cases);
  });

  it('base64Decode reads it back', async () => {
    const cases = { "$util.base64Decode('w6nigqzwn5iAPz8+fn4=') $util.base64Decode('YQ==')$util.base64Decode('YWI=')": 'é€😀??>~~ aab' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a function takes whatever gives text, and may stand wherever a value may', async () => {
    const cases = {
      '$util.base64Encode($input.body)': 'eyJxIjoiYSBiIn0=',
      'Action=Send&Body=$util.urlEncode($input.body)': 'Action=Send&Body=%7B%22q%22%3A%22a+b%22%7D',
      "#set($q = $util.urlEncode($input.path('$.q')))#if($q == 'a+b')$util.urlDecode($q)#end": 'a b',
      "$util.urlDecode($util.urlEncode('a b'))": 'a b',
      '#set($s = "q=$util.urlEncode($input.path(\'$.q\'))")$s': 'q=a+b',
    };
    expect(await textsOf(cases, { body: '{"q":"a b"}' })).toEqual(cases);
  });

  it('what is undefined or null gives nothing', async () => {
    const cases = {
      '[$util.escapeJavaScript($nope)][$util.urlEncode($nope)][$util.base64Encode($nope)]': '[][][]',
      "[$util.parseJson($nope)][$util.urlDecode($input.path('$.note'))][$util.base64Decode($input.path('$.nope'))]": '[][][]',
    };
    expect(await textsOf(cases, holding({ note: null }))).toEqual(cases);
  });

  it('the helpers that AppSync has are not there', async () => {
    const cases = {
      "[$util.toJson($input.path('$'))][$util.time.nowISO8601()][$util.autoId()][$util.dynamodb.toDynamoDBJson('a')]": '[][][][]',
    };
    expect(await textsOf(cases, holding({ a: 1 }))).toEqual(cases);
  });

  it('whatever the text, urlDecode undoes urlEncode and base64Decode undoes base64Encode', async () => {
    const [url, base64] = [
      "$util.urlDecode($util.urlEncode($input.path('$.s')))",
      "$util.base64Decode($util.base64Encode($input.path('$.s')))",
    ];
    await forEvery(texts(), async (text) => {
      expect(await Promise.all([url, base64].map((template) => part.render(template, holding({ s: text }))))).toEqual([text, text]);
    });
  });

  it('whatever the text, urlEncode leaves nothing but letters, digits, plus, percent and *-._', async () => {
    await forEvery(texts(), async (text) => {
      const encoded = await part.render("$util.urlEncode($input.path('$.s'))", holding({ s: text }));
      expect(encoded.replaceAll(/[\w+%*.-]/g, '')).toEqual('');
    });
  });
});
