import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { allow, INVOKE, policyOf, refusal } from './subject.ts';

const at = (path: string) => ({ name: 'PolicyError', path });
/** A policy whose first statement is fine and whose second is this. */
const second = (statement: unknown) => ({ Version: '2012-10-17', Statement: [allow('*'), statement] });
const withCondition = (condition: unknown) => ({ ...policyOf(), Statement: { ...allow('*'), Condition: condition } });

describe('malformed', () => {
  it('a policy in order is read, with all of its fields', async () => {
    const statement = { Sid: 'Pets', ...allow('*', { StringEquals: { color: ['red'] }, Null: { size: 'true' } }) };
    expect(await refusal({ Version: '2008-10-17', Statement: [statement] })).toBe('it was read');
  });

  it('what is no object is no policy', async () => {
    expect(await Promise.all([null, 'Allow', 7, [], undefined].map(refusal))).toEqual(Array.from({ length: 5 }, () => at('')));
  });

  it('a policy has statements', async () => {
    expect(await refusal({ Version: '2012-10-17' })).toEqual(at('Statement'));
    expect(await refusal({ Statement: 'Allow' })).toEqual(at('Statement'));
    expect(await refusal({ Statement: [allow('*'), null] })).toEqual(at('Statement[1]'));
  });

  it('a version, where there is one, is one of the two', async () => {
    expect(await refusal({ ...policyOf(), Version: '2020-01-01' })).toEqual(at('Version'));
  });

  it('an effect is Allow or Deny, spelled so', async () => {
    expect(
      await Promise.all(['allow', 'Permit', undefined, ['Allow']].map((Effect) => refusal(second({ ...allow('*'), Effect })))),
    ).toEqual(Array.from({ length: 4 }, () => at('Statement[1].Effect')));
  });

  it('a statement has an action and a resource', async () => {
    expect(await refusal(second({ Effect: 'Allow', Resource: '*' }))).toEqual(at('Statement[1].Action'));
    expect(await refusal(second({ Effect: 'Allow', Action: INVOKE }))).toEqual(at('Statement[1].Resource'));
  });

  it('an action stands beside no NotAction, a resource beside no NotResource', async () => {
    expect(await refusal(second({ ...allow('*'), NotAction: INVOKE }))).toEqual(at('Statement[1].NotAction'));
    expect(await refusal(second({ ...allow('*'), NotResource: '*' }))).toEqual(at('Statement[1].NotResource'));
  });

  it('actions and resources are texts, at least one', async () => {
    expect(await refusal(second({ ...allow('*'), Action: [INVOKE, 7] }))).toEqual(at('Statement[1].Action[1]'));
    expect(await refusal(second({ ...allow('*'), Resource: { arn: '*' } }))).toEqual(at('Statement[1].Resource'));
    expect(await refusal(second({ ...allow('*'), Resource: [] }))).toEqual(at('Statement[1].Resource'));
  });

  it('a resource of more than 512 characters is refused', async () => {
    expect(await refusal(policyOf(allow('a'.repeat(512))))).toBe('it was read');
    expect(await refusal(policyOf({ ...allow('*'), Resource: ['*', 'a'.repeat(513)] }))).toEqual(at('Statement[0].Resource[1]'));
  });

  it('an operator that nobody knows is refused, and does not pass for a condition that holds', async () => {
    expect(await refusal(withCondition({ StringEqual: { color: 'red' } }))).toEqual(at('Statement.Condition.StringEqual'));
    expect(await refusal(withCondition({ StringEqual: {} }))).toEqual(at('Statement.Condition.StringEqual'));
    expect(await refusal(withCondition({ toString: { color: 'red' } }))).toEqual(at('Statement.Condition.toString'));
    expect(await refusal(withCondition({ NullIfExists: { color: 'true' } }))).toEqual(at('Statement.Condition.NullIfExists'));
  });

  it('a condition maps operators to keys, and keys to texts', async () => {
    expect(await refusal(withCondition('always'))).toEqual(at('Statement.Condition'));
    expect(await refusal(withCondition({ StringEquals: 'red' }))).toEqual(at('Statement.Condition.StringEquals'));
    expect(await refusal(withCondition({ StringEquals: { color: ['red', null] } }))).toEqual(
      at('Statement.Condition.StringEquals.color[1]'),
    );
  });

  it('a value that its operator cannot read is refused', async () => {
    expect(await refusal(withCondition({ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '10.0.0/8'] } }))).toEqual(
      at('Statement.Condition.IpAddress.aws:SourceIp[1]'),
    );
    expect(await refusal(withCondition({ IpAddress: { 'aws:SourceIp': '10.0.0.0/33' } }))).toEqual(
      at('Statement.Condition.IpAddress.aws:SourceIp'),
    );
    expect(await refusal(withCondition({ IpAddress: { 'aws:SourceIp': ['2001:db8::/32', '2001:db8::/129'] } }))).toEqual(
      at('Statement.Condition.IpAddress.aws:SourceIp[1]'),
    );
    expect(await refusal(withCondition({ IpAddress: { 'aws:SourceIp': ['::1', '1::2::3', '1:2:3'] } }))).toEqual(
      at('Statement.Condition.IpAddress.aws:SourceIp[1]'),
    );
    expect(await refusal(withCondition({ NumericLessThan: { age: 'ten' } }))).toEqual(at('Statement.Condition.NumericLessThan.age'));
    expect(await refusal(withCondition({ DateLessThan: { 'aws:CurrentTime': 'soon' } }))).toEqual(
      at('Statement.Condition.DateLessThan.aws:CurrentTime'),
    );
    expect(await refusal(withCondition({ Bool: { 'aws:SecureTransport': 'yes' } }))).toEqual(
      at('Statement.Condition.Bool.aws:SecureTransport'),
    );
  });

  it('a misspelled field is refused: without its condition a statement would allow too much', async () => {
    expect(await refusal(second({ ...allow('*'), Conditions: {} }))).toEqual(at('Statement[1].Conditions'));
    expect(await refusal({ ...policyOf(), Statements: [] })).toEqual(at('Statements'));
  });

  it('whatever is handed in, it is read or refused with a PolicyError', async () => {
    await forEvery(
      fc.object({ key: fc.constantFrom('Statement', 'Effect', 'Action', 'Resource', 'Condition', 'x'), maxDepth: 3 }),
      async (document) => {
        expect(['it was read', 'PolicyError']).toContain(nameIn(await refusal(document)));
      },
    );
  });
});

function nameIn(refused: unknown): unknown {
  return typeof refused === 'string' ? refused : (refused as { name?: unknown } | null)?.name;
}
