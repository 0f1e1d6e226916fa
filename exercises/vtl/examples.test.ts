/** Examples to start from: `npm run examples vtl`. The grader asks more. */
import { describe, expect, it } from 'vitest';
import { valueAt } from './json-path.ts';
import { readTokens } from './tokens.ts';
import { compile, render } from './vtl.ts';

describe('the helpers', () => {
  it('cut a template into tokens', () => {
    const kinds = readTokens('Hi $name!\n#if($late)\nSorry.\n#end\n').map(({ kind }) => kind);
    expect(kinds).toEqual(['text', 'reference', 'text', 'if', 'text', 'end']);
  });

  it('say what a reference is made of', () => {
    expect(readTokens('$pets[0].name')).toEqual([
      {
        kind: 'reference',
        reference: {
          kind: 'reference',
          name: 'pets',
          steps: [
            { kind: 'index', index: { kind: 'number', text: '0' } },
            { kind: 'property', name: 'name' },
          ],
        },
        line: 1,
        column: 1,
      },
    ]);
  });

  it('find things in a payload', () => {
    const payload = { pets: [{ name: 'Tom' }, { name: 'Rex' }] };
    expect(valueAt(payload, '$.pets[1].name')).toBe('Rex');
    expect(valueAt(payload, '$.pets[*].name')).toEqual(['Tom', 'Rex']);
    expect(valueAt(payload, '$.rooms')).toBeUndefined();
  });
});

describe('a template', () => {
  it('shows what is there, and nothing for what is not', () => {
    const template = compile('$stageVariables.env: [$context.stage][$nope]');
    expect(template.run({ stageVariables: { env: 'prod' }, context: { stage: 'v1' } })).toEqual({ text: 'prod: [v1][]' });
    expect(template.run({})).toEqual({ text: ': [][]' });
  });

  it('reads the payload as values and as JSON', () => {
    const input = { body: '{"guest": {"name": "Ann"}}', params: { path: { id: '7' } } };
    expect(render("$input.path('$.guest.name') has id $input.params('id')", input)).toBe('Ann has id 7');
    expect(render('{"guest": $input.json(\'$.guest\')}', input)).toBe('{"guest": {"name":"Ann"}}');
  });

  it('takes the branch that is true: undefined is', () => {
    expect(render('#set($late = false)#if($late)late#{else}in time#end', {})).toBe('in time');
    expect(render('#if($nope)true#{else}false#end', {})).toBe('true');
  });

  it('puts a comma between the items of a list', () => {
    const template = '[#foreach($pet in $input.path(\'$.pets\'))"$pet.name"#if($foreach.hasNext), #end#end]';
    expect(render(template, { body: '{"pets": [{"name": "Tom"}, {"name": "Rex"}]}' })).toBe('["Tom", "Rex"]');
  });

  it('encodes for addresses and forms', () => {
    expect(render("$util.urlEncode('a b&c')", {})).toBe('a+b%26c');
  });
});
