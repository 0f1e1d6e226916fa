/** Hostile documents, requests and answers against the reference: it refuses or answers, and never fails in another way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthorizerConfig, AuthorizerRequest } from '../../exercises/authorizer-policy/contract.ts';
import { createAuthorizer, preparePolicy } from '../../solutions/authorizer-policy/authorizer-policy.ts';
import { OPERATOR_NAMES } from '../../solutions/authorizer-policy/conditions.ts';

const word = fc.oneof(
  fc.constantFrom(
    'Allow',
    'Deny',
    '*',
    'execute-api:Invoke',
    'a*a*b',
    '?',
    '',
    '__proto__',
    'constructor',
    '10.0.0.0/8',
    'true',
    '2026-11-20',
    '7',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const junk = fc.anything({ maxDepth: 3, withNullPrototype: true, withBigInt: true, withMap: true });
const texts = fc.oneof({ weight: 8, arbitrary: fc.oneof(word, fc.array(word, { maxLength: 3 })) }, { weight: 1, arbitrary: junk });
const condition = fc.dictionary(
  fc.oneof(fc.constantFrom(...OPERATOR_NAMES, 'StringEqualsIfExists'), word),
  fc.dictionary(word, texts, { maxKeys: 2 }),
  {
    maxKeys: 2,
  },
);
const statement = fc.record(
  { Sid: word, Effect: word, Action: texts, NotAction: texts, Resource: texts, NotResource: texts, Condition: fc.oneof(condition, junk) },
  { requiredKeys: [] },
);
const wellMade = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Action: fc.constantFrom('*', ['execute-api:*']),
  Resource: fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 3 })),
});
const document = fc.oneof(
  { weight: 4, arbitrary: fc.record({ Version: fc.constant('2012-10-17'), Statement: fc.array(wellMade, { maxLength: 4 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({ Version: word, Statement: fc.oneof(fc.array(statement, { maxLength: 3 }), statement) }, { requiredKeys: [] }),
  },
  { weight: 1, arbitrary: junk },
);
const context = fc.dictionary(word, word, { maxKeys: 4 });

const SEED = 20_261_121;

describe('the reference', { timeout: 120_000 }, () => {
  it('reads or refuses 80,000 documents, and answers with one of three answers', () => {
    const answers = new Set<string>();
    fc.assert(
      fc.property(document, word, context, (written, resource, known) => {
        answers.add(answerOf(written, resource, known));
      }),
      { seed: SEED, numRuns: 80_000 },
    );
    expect([...answers].sort()).toEqual(['allow', 'explicit deny', 'implicit deny', 'refused']);
  });

  it('answers 20,000 visits with whatever the function returns by a status of the contract', async () => {
    const config: AuthorizerConfig = {
      region: 'eu-west-1',
      account: '111122223333',
      api: 'a1b2c3',
      stage: 'prod',
      type: 'REQUEST',
      identitySources: ['method.request.header.a', 'context.b', 'nonsense', 'stageVariables.__proto__'],
    };
    const request = fc.record<AuthorizerRequest>({
      method: word,
      path: fc.string({ unit: 'binary', maxLength: 30 }),
      resource: word,
      headers: context,
      query: context,
      pathParameters: context,
      stageVariables: context,
      context,
    });
    const returned = fc.oneof(
      junk,
      fc.record({ principalId: word, policyDocument: document, context: fc.dictionary(word, junk, { maxKeys: 2 }) }, { requiredKeys: [] }),
    );
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(request, returned, fc.constantFrom(0, 300), async (visit, answer, ttlSeconds) => {
        const { status } = await createAuthorizer({ ...config, ttlSeconds }, async () => answer).check(visit, 0);
        statuses.add(status);
      }),
      { seed: SEED, numRuns: 20_000 },
    );
    expect([...statuses].every((status) => [200, 401, 403, 414, 500].includes(status))).toBe(true);
    expect(statuses.size).toBeGreaterThan(2);
  });
});

function answerOf(written: unknown, resource: string, known: Record<string, string>): string {
  try {
    return preparePolicy(written).evaluate({ action: 'execute-api:Invoke', resource, context: known });
  } catch (error) {
    if (error instanceof Error && error.name === 'PolicyError') return 'refused';
    throw error;
  }
}
