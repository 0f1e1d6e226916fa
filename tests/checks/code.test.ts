import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../src/checks/code/check-code.ts';
import { fencesOf } from '../../src/checks/code/fences.ts';
import { parsePage, type Page } from '../../src/checks/mdx.ts';

const root = resolve(import.meta.dirname, '../..');

const fences = (text: string) => fencesOf(parsePage({ path: 'content/lessons/08-throttling.mdx', text }) as Page);
const block = (info: string, code: string) => `\`\`\`${info}\n${code}\n\`\`\``;
const check = async (text: string) =>
  (await checkCode(fences(text), root)).findings.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('a fence', () => {
  it('is read with its flags and settings, whatever else stands behind the language', () => {
    const [fence] = fences(block('yaml cloudformation title="stage.yaml" wrong="no slash" {2-3} ins={4} "marked"', 'a: 1'));
    expect(fence).toMatchObject({ language: 'yaml', code: 'a: 1', line: 1 });
    expect([...fence!.flags]).toEqual(['cloudformation']);
    expect(Object.fromEntries(fence!.settings)).toEqual({ title: 'stage.yaml', wrong: 'no slash' });
  });

  it.each([
    [
      'python',
      '1:1 "python" is no language that is checked; there are ts, json, yaml (either with the word cloudformation behind it), vtl, http, text, sh',
    ],
    [
      '',
      '1:1 a code block names its language; there are ts, json, yaml (either with the word cloudformation behind it), vtl, http, text, sh',
    ],
  ])('in "%s" is refused', async (language, message) => {
    expect(await check(block(language, 'x'))).toEqual([message]);
  });

  it.each(['http', 'text'])('in %s may say anything', async (language) => {
    expect(await check(block(language, '{ : ['))).toEqual([]);
  });
});

describe('JSON and YAML parse', () => {
  it('and say where they do not', async () => {
    expect(await check(`Text.\n\n${block('json', '{\n  "a": ,\n}')}`)).toEqual(["5:8 JSON: Unexpected token ','"]);
    expect(await check(block('json', '{ "body": "{"name": "John"}" }'))).toEqual([expect.stringMatching(/^2:14 JSON:/)]);
    expect(await check(block('yaml', 'a: 1\nb: "x'))).toEqual([expect.stringMatching(/^3:\d+ YAML: Missing closing "quote/)]);
    expect(await check(block('yaml', 'Properties: 1\nProperties: 2'))).toEqual([
      expect.stringMatching(/^3:1 YAML: Map keys must be unique/),
    ]);
    expect(await check(block('yaml', 'a: !Ref b'))).toEqual([expect.stringMatching(/^2:4 YAML: Unresolved tag: !Ref/)]);
  });

  it('also where a block is indented', async () => {
    expect(await check('- item\n\n  ```json\n  {\n    "a": x\n  }\n  ```')).toEqual([expect.stringMatching(/^5:10 JSON:/)]);
  });

  it('when nothing is wrong', async () => {
    expect(await check([block('json', '{ "a": [1, null] }'), block('yaml', 'a: [1]\n---\nb: {}')].join('\n\n'))).toEqual([]);
  });
});

describe('shell commands parse', () => {
  it('and say where they do not', async () => {
    expect(await check(block('sh', 'npm ci\necho "$x'))).toEqual(['3:6 not a shell command: reached EOF without closing quote `"`']);
  });

  it('when nothing is wrong', async () => {
    expect(await check(block('sh', "curl -s -H 'x-api-key: k' https://example.com | jq . # all of it"))).toEqual([]);
  });
});

describe('mapping templates compile', () => {
  const body = block('json', '{ "name": "O\'Brien" }');

  it('and say where they do not', async () => {
    expect(await check(block('vtl', 'a\n#set($x = null)'))).toEqual([expect.stringMatching(/^3:\d+ template: /)]);
  });

  it('and give JSON where their fence says so, with the JSON before them as their body', async () => {
    expect(await check(`${body}\n\n${block('vtl json', '{ "guest": $input.json(\'$.name\') }')}`)).toEqual([]);
    expect(await check(`${body}\n\n${block('vtl json', '{ "guest": $input.path(\'$.name\') }')}`)).toEqual([
      String.raw`6:1 the template renders to what is no JSON: "{ \"guest\": O'Brien }"`,
    ]);
  });

  it('and cannot give JSON without a body', async () => {
    expect(await check(block('vtl json', '{}'))).toEqual([
      '1:1 a template that must give JSON needs a body: a block of JSON before it on the page',
    ]);
  });
});

describe('a block that is marked wrong', () => {
  it('must be wrong', async () => {
    expect(await check(block('json wrong="a comma too many"', '[1,]'))).toEqual([]);
    expect(await check(block('json wrong="a comma too many"', '[1]'))).toEqual([
      '1:1 this json block is marked wrong, but its check finds nothing wrong: "a comma too many"',
    ]);
  });

  it('must say why, also where nothing can be checked', async () => {
    expect(await check(block('json wrong', '[1,]'))).toEqual(['1:1 a wrong block says what is wrong with it']);
    expect(await check(block('http wrong=""', 'GET /'))).toEqual(['1:1 a wrong block says what is wrong with it']);
    expect(await check(block('http wrong="no host"', 'GET /'))).toEqual([]);
  });
});
