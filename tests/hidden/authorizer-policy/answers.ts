import { describe, expect, it } from 'vitest';
import { accessDenied, allow, arn, deny, failed, misconfigured, outcomeOf, passes, permission, policyOf, unauthorized } from './subject.ts';

const fails = (error: unknown) => async () => {
  throw error;
};
const outcomesOf = async (...answers: unknown[]) =>
  (await Promise.all(answers.map((answer) => outcomeOf(answer)))).map(({ outcome }) => outcome);

describe('answers', () => {
  it('a policy that allows the method passes the caller, with the principal', async () => {
    expect(await outcomesOf(permission(arn('prod/GET/pets')))).toEqual([passes]);
  });

  it('a policy that does not allow it is 403, and says whether it denied', async () => {
    const denying = { principalId: 'ann', policyDocument: policyOf(allow('*'), deny(arn('prod/GET/*'))) };
    expect(await outcomesOf(permission(arn('prod/POST/pets')), denying)).toEqual([accessDenied(false), accessDenied(true)]);
  });

  it('the address of the caller can be a condition', async () => {
    const answer = { principalId: 'ann', policyDocument: policyOf(allow('*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })) };
    const outcomes = await Promise.all(
      ['203.0.113.9', '198.51.100.7'].map((address) => outcomeOf(answer, { context: { 'identity.sourceIp': address } })),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([passes, accessDenied(false)]);
  });

  it('an empty principal will do, a missing one will not', async () => {
    const { policyDocument } = permission();
    expect(await outcomesOf({ principalId: '', policyDocument }, { policyDocument }, { principalId: 7, policyDocument })).toEqual([
      { status: 200, principalId: '', context: {} },
      misconfigured,
      misconfigured,
    ]);
  });

  it('without a policy, or with one that cannot be read, it is 500', async () => {
    const broken = { ...policyOf(), Statement: [{ ...allow('*'), Effect: 'allow' }] };
    expect(await outcomesOf({ principalId: 'ann' }, { principalId: 'ann', policyDocument: broken })).toEqual([
      misconfigured,
      misconfigured,
    ]);
  });

  it('what is no object is no answer', async () => {
    expect(await outcomesOf('Allow', null, undefined, true, [permission()])).toEqual(Array.from({ length: 5 }, () => misconfigured));
  });

  it('values of the context arrive as texts', async () => {
    const answer = { ...permission(), context: { plan: 'gold', seats: 1, trial: false, rate: 0.5 } };
    expect(await outcomesOf(answer)).toEqual([{ ...passes, context: { plan: 'gold', seats: '1', trial: 'false', rate: '0.5' } }]);
  });

  it('lists, objects and nulls in the context are 500', async () => {
    const contexts = [{ roles: ['a'] }, { user: { id: 1 } }, { plan: null }, 'gold', ['gold']];
    expect(await outcomesOf(...contexts.map((context) => ({ ...permission(), context })))).toEqual(contexts.map(() => misconfigured));
  });

  it('the key for a usage plan is passed on, if it is a text', async () => {
    const answer = { ...permission(), usageIdentifierKey: 'key-of-ann' };
    expect(await outcomesOf(answer, { ...answer, usageIdentifierKey: 7 })).toEqual([
      { ...passes, usageIdentifierKey: 'key-of-ann' },
      misconfigured,
    ]);
  });

  it('a function that fails with exactly Unauthorized is 401', async () => {
    expect(await outcomesOf(fails(new Error('Unauthorized')))).toEqual([unauthorized]);
  });

  it('a function that fails with anything else is 500', async () => {
    const errors = [new Error('unauthorized'), new Error('Unauthorized '), new Error('Forbidden'), 'out of order'];
    expect(await outcomesOf(...errors.map(fails))).toEqual(errors.map(() => failed));
  });
});
