import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { TemplateInput } from '../../../exercises/vtl/contract.ts';
import { names, plainTexts } from './generated.ts';
import { part, textsOf } from './subject.ts';

const stageVariables = { env: 'prod', 'table-name': 'pets', a: '1' };

const input: TemplateInput = {
  stageVariables,
  context: {
    stage: 'v1',
    requestTimeEpoch: 1_767_225_600_000,
    isCanaryRequest: false,
    retries: 0,
    identity: { sourceIp: '192.0.2.7', caller: null, userAgent: '' },
    authorizer: { principalId: 'ann', claims: { 'cognito:groups': 'staff' } },
    rooms: [{ beds: ['single', 'double'] }, { beds: ['king', 'sofa'] }],
  },
};

describe('references', () => {
  it('a stage variable is read by its name', async () => {
    const cases = { '$stageVariables.env': 'prod', 'table: $stageVariables.table-name!': 'table: pets!' };
    expect(await textsOf(cases, { stageVariables })).toEqual(cases);
  });

  it('$context is walked from property to property', async () => {
    const cases = {
      '$context.stage/$context.identity.sourceIp': 'v1/192.0.2.7',
      '$context.authorizer.principalId': 'ann',
      '$context.requestTimeEpoch': '1767225600000',
    };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('false and 0 are values, and are printed', async () => {
    const cases = { '[$context.isCanaryRequest][$context.retries]': '[false][0]' };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('what is not there renders as nothing, with or without an exclamation mark', async () => {
    const cases = {
      '[$nope][${nope}][$!nope][$!{nope}]': '[][][][]',
      '[$nope.a.b][$nope.f()]': '[][]',
      '[$context.nope][$context.identity.nope.deeper]': '[][]',
      '[$stageVariables.nope][$stageVariables.env.nope]': '[][]',
      '[$method.request]': '[]',
    };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('so JSON needs its own quotes around what may be missing', async () => {
    const cases = { '{"a":"$!{n}","b":$!n}': '{"a":"","b":}' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('null renders as nothing too', async () => {
    const cases = { '[$context.identity.caller][$!context.identity.caller]': '[][]' };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('an exclamation mark changes nothing about what is there', async () => {
    const cases = { '$!stageVariables.env $!{stageVariables.env}': 'prod prod' };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('braces end a name where text follows at once', async () => {
    const cases = {
      '${stageVariables.env}uction': 'production',
      '${stageVariables.a}${stageVariables.a}': '11',
      '{$stageVariables.env}': '{prod}',
      '$stageVariables.env}': 'prod}',
    };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('what follows the closing brace is text, even if it looks like a property or a method', async () => {
    const cases = { '${context.stage}.length()': 'v1.length()', '${context.stage}[0].name': 'v1[0].name' };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('a point or a comma behind a reference is text', async () => {
    const cases = { 'It is $context.stage. In $stageVariables.env, that is.': 'It is v1. In prod, that is.' };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('a hyphen belongs to the name: a reference in front of one wants braces', async () => {
    const cases = { '[$context.stage-2]': '[]', '[${context.stage}-2]': '[v1-2]', '[$a-b]': '[]', '$context.stage_$context.stage': 'v1' };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('a key stands in brackets, in either kind of quotes', async () => {
    const cases = {
      "$stageVariables['env'] ${stageVariables['env']}": 'prod prod',
      '$stageVariables["table-name"]': 'pets',
      "$context.authorizer.claims['cognito:groups']": 'staff',
      "[$stageVariables['nope']]": '[]',
    };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('a list is indexed from 0, and steps follow each other in any order', async () => {
    const cases = { '$context.rooms[0].beds[1]': 'double', '$context.rooms[1].beds[0]': 'king', '$context.rooms[ 1 ].beds[ 1 ]': 'sofa' };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('an index may be a reference', async () => {
    const cases = { '$context.rooms[$context.retries].beds[0]': 'single', '$stageVariables[$context.name]': 'prod' };
    expect(await textsOf(cases, { ...input, context: { ...input.context, name: 'env' } })).toEqual(cases);
  });

  it('a dollar or a hash that begins nothing is text', async () => {
    const cases = {
      'It costs $5.00.': 'It costs $5.00.',
      '$ $$ $-': '$ $$ $-',
      'ann@example.com #1 "#" color: #13ff93': 'ann@example.com #1 "#" color: #13ff93',
      '$$stageVariables.env': '$prod',
      '# $stageVariables.env # ': '# prod # ',
    };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('names that every object of JavaScript has are nothing special', async () => {
    const cases = { "[$context.constructor][$context['__proto__']][$stageVariables.toString][$hasOwnProperty]": '[][][][]' };
    expect(await textsOf(cases, input)).toEqual(cases);
  });

  it('a compiled template reads its input anew with every run', async () => {
    const template = part.compile('$stageVariables.env/$context.stage');
    const runs = [template.run({ stageVariables: { env: 'dev' } }), template.run(input), template.run({})];
    expect(await Promise.all(runs)).toEqual([{ text: 'dev/' }, { text: 'prod/v1' }, { text: '/' }]);
  });

  it('text without a dollar, a hash or a backslash stays as it is, around any reference', async () => {
    const cases = fc.record({ before: plainTexts(), name: names(), value: plainTexts(), after: plainTexts() });
    await forEvery(cases, async ({ before, name, value, after }) => {
      const variables = { stageVariables: { [name]: value } };
      const texts = [part.render(before, variables), part.render(`${before}\${stageVariables.${name}}${after}`, variables)];
      expect(await Promise.all(texts)).toEqual([before, `${before}${value}${after}`]);
    });
  });
});
