import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { Statement } from '../../../exercises/authorizer-policy/contract.ts';
import { allow, answersFor, arn, deny, INVOKE, part, policyOf } from './subject.ts';

const PETS = arn('prod/GET/pets');
const ORDERS = arn('prod/GET/orders');

const answerFor = (action: string, ...statements: Statement[]) =>
  part.preparePolicy(policyOf(...statements)).evaluate({ action, resource: PETS });

describe('statements', () => {
  it('a policy without a statement denies implicitly', async () => {
    expect(await answersFor(policyOf(), PETS)).toEqual(['implicit deny']);
  });

  it('what no statement speaks of is denied implicitly', async () => {
    expect(await answersFor(policyOf(allow(PETS)), PETS, ORDERS)).toEqual(['allow', 'implicit deny']);
  });

  it('one Deny outweighs every Allow, wherever it stands', async () => {
    expect(await answersFor(policyOf(allow('*'), deny(PETS), allow(PETS)), PETS, ORDERS)).toEqual(['explicit deny', 'allow']);
    expect(await answersFor(policyOf(deny(PETS), allow('*')), PETS)).toEqual(['explicit deny']);
  });

  it('a Deny that is about something else denies nothing', async () => {
    expect(await answersFor(policyOf(deny(ORDERS), allow(PETS)), PETS)).toEqual(['allow']);
  });

  it('a Deny alone allows nothing', async () => {
    expect(await answersFor(policyOf(deny(ORDERS)), PETS)).toEqual(['implicit deny']);
  });

  it('of a list of resources, one is enough', async () => {
    expect(await answersFor(policyOf({ Effect: 'Allow', Action: INVOKE, Resource: [ORDERS, PETS] }), PETS, ORDERS)).toEqual([
      'allow',
      'allow',
    ]);
  });

  it('of a list of actions, one is enough', async () => {
    expect(await answerFor(INVOKE, { Effect: 'Allow', Action: ['s3:GetObject', INVOKE], Resource: '*' })).toBe('allow');
  });

  it('action and resource must both fit, in the same statement', async () => {
    const mixed: Statement[] = [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: PETS },
      { Effect: 'Allow', Action: INVOKE, Resource: ORDERS },
    ];
    expect(await answerFor(INVOKE, ...mixed)).toBe('implicit deny');
  });

  it('NotResource covers everything but what it lists', async () => {
    const policy = policyOf({ Effect: 'Allow', Action: INVOKE, NotResource: [PETS, arn('prod/*/admin')] });
    expect(await answersFor(policy, PETS, arn('prod/GET/admin'), ORDERS)).toEqual(['implicit deny', 'implicit deny', 'allow']);
  });

  it('NotAction covers every action but those it lists', async () => {
    const statement: Statement = { Effect: 'Deny', NotAction: ['s3:*', 'execute-api:ManageConnections'], Resource: '*' };
    expect(await answerFor(INVOKE, statement)).toBe('explicit deny');
    expect(await answerFor('execute-api:manageconnections', statement)).toBe('implicit deny');
  });

  it('a single statement needs no list', async () => {
    expect(await answersFor({ Version: '2012-10-17', Statement: allow(PETS) }, PETS)).toEqual(['allow']);
  });

  it('one policy answers many requests, and remembers none of them', async () => {
    const policy = part.preparePolicy(policyOf(allow(arn('prod/GET/*')), deny(PETS)));
    const ask = (resource: string) => policy.evaluate({ action: INVOKE, resource });
    expect(await Promise.all([ask(PETS), ask(ORDERS), ask(PETS), ask(ORDERS)])).toEqual([
      'explicit deny',
      'allow',
      'explicit deny',
      'allow',
    ]);
  });

  it('whatever the statements and their order, Deny outweighs Allow and Allow outweighs silence', async () => {
    const statements = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constant(INVOKE),
      Resource: fc.constantFrom(PETS, ORDERS, '*'),
    });
    await forEvery(fc.array(statements, { maxLength: 5 }), async (list) => {
      const about = list.filter(({ Resource }) => Resource !== ORDERS).map(({ Effect }) => Effect);
      const expected = about.includes('Deny') ? 'explicit deny' : about.includes('Allow') ? 'allow' : 'implicit deny';
      expect(await answersFor(policyOf(...(list as Statement[])), PETS)).toEqual([expected]);
    });
  });
});
