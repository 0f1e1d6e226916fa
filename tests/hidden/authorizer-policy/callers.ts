import { describe, expect, it } from 'vitest';
import type { AuthorizerConfig } from '../../../exercises/authorizer-policy/contract.ts';
import { ADDRESS, arn, functionThat, GET_PETS, outcomeOf, part, passes, permission, TOKEN, unauthorized } from './subject.ts';

const REQUEST: Partial<AuthorizerConfig> = {
  type: 'REQUEST',
  identitySources: ['method.request.header.X-Team', 'method.request.querystring.key', 'stageVariables.tenant', 'context.identity.sourceIp'],
};
const complete = {
  headers: { 'X-Team': 'blue' },
  query: { key: 'k1' },
  stageVariables: { tenant: 't1' },
  context: { 'identity.sourceIp': '203.0.113.9' },
};

describe('callers', () => {
  it('the ARN of a method has stage, verb and the path as it was sent', async () => {
    expect(await part.methodArn(ADDRESS, 'GET', '/pets/1')).toBe(arn('prod/GET/pets/1'));
    expect(await part.methodArn(ADDRESS, 'POST', '/a//b/')).toBe(arn('prod/POST/a//b/'));
  });

  it('the ARN of the root ends with a slash', async () => {
    expect(await part.methodArn(ADDRESS, 'GET', '/')).toBe(arn('prod/GET/'));
  });

  it('an ARN of more than 1,600 bytes is 414, and nobody is asked', async () => {
    const free = 1600 - arn('prod/GET/').length;
    expect(await outcomeOf(permission(), { path: `/${'a'.repeat(free)}` })).toEqual({ outcome: passes, calls: 1 });
    expect(await outcomeOf(permission(), { path: `/${'a'.repeat(free + 1)}` })).toEqual({
      outcome: { status: 414, type: 'DEFAULT_4XX' },
      calls: 0,
    });
    expect(await outcomeOf(permission(), { path: `/${'é'.repeat(free / 2 + 1)}` })).toEqual({
      outcome: { status: 414, type: 'DEFAULT_4XX' },
      calls: 0,
    });
  });

  it('TOKEN: the function gets the whole header and the method, and nothing else', async () => {
    const { call, events } = functionThat(permission());
    await part.createAuthorizer(TOKEN, call).check({ ...GET_PETS, headers: { Authorization: 'Bearer ann' }, path: '/pets/1' }, 0);
    expect(events).toEqual([{ type: 'TOKEN', authorizationToken: 'Bearer ann', methodArn: arn('prod/GET/pets/1') }]);
  });

  it('TOKEN: without the header, or with an empty one, it is 401 and the function is not called', async () => {
    expect(await outcomeOf(permission(), { headers: {} })).toEqual({ outcome: unauthorized, calls: 0 });
    expect(await outcomeOf(permission(), { headers: { Authorization: '' } })).toEqual({ outcome: unauthorized, calls: 0 });
    expect(await outcomeOf(permission(), { headers: {} }, { ttlSeconds: 0 })).toEqual({ outcome: unauthorized, calls: 0 });
  });

  it('the name of a header has no case', async () => {
    expect(await outcomeOf(permission(), { headers: { AUTHORIZATION: 'ann' } })).toEqual({ outcome: passes, calls: 1 });
  });

  it('the validation expression must match the whole token', async () => {
    const config = { identityValidationExpression: 'Bearer [a-z]+' };
    const outcomes = await Promise.all(
      ['Bearer ann', 'Bearer ann!', 'x Bearer ann', 'ann'].map((token) =>
        outcomeOf(permission(), { headers: { Authorization: token } }, config),
      ),
    );
    expect(outcomes).toEqual([
      { outcome: passes, calls: 1 },
      { outcome: unauthorized, calls: 0 },
      { outcome: unauthorized, calls: 0 },
      { outcome: unauthorized, calls: 0 },
    ]);
  });

  it('the validation expression is matched as a whole if it offers a choice, too', async () => {
    const config = { identityValidationExpression: 'ann|ben' };
    expect(await outcomeOf(permission(), { headers: { Authorization: 'ann' } }, config)).toEqual({ outcome: passes, calls: 1 });
    expect(await outcomeOf(permission(), { headers: { Authorization: 'annabel' } }, config)).toEqual({ outcome: unauthorized, calls: 0 });
  });

  it('REQUEST: the function gets the whole request', async () => {
    const { call, events } = functionThat(permission());
    const request = { ...GET_PETS, ...complete, path: '/pets/1', resource: '/pets/{id}', pathParameters: { id: '1' } };
    await part.createAuthorizer({ ...TOKEN, ...REQUEST }, call).check(request, 0);
    expect(events).toEqual([
      {
        type: 'REQUEST',
        methodArn: arn('prod/GET/pets/1'),
        resource: '/pets/{id}',
        path: '/pets/1',
        httpMethod: 'GET',
        headers: complete.headers,
        queryStringParameters: complete.query,
        pathParameters: { id: '1' },
        stageVariables: complete.stageVariables,
        requestContext: complete.context,
      },
    ]);
  });

  it('REQUEST with a cache: with every source there the function is called', async () => {
    expect(await outcomeOf(permission(), complete, REQUEST)).toEqual({ outcome: passes, calls: 1 });
  });

  it('REQUEST with a cache: if any source is missing or empty, it is 401 without a call', async () => {
    const lacking = [
      { ...complete, headers: {} },
      { ...complete, query: { key: '' } },
      { ...complete, stageVariables: {} },
      { ...complete, context: {} },
    ];
    expect(await Promise.all(lacking.map((request) => outcomeOf(permission(), request, REQUEST)))).toEqual(
      lacking.map(() => ({ outcome: unauthorized, calls: 0 })),
    );
  });

  it('REQUEST with a cache: the name of a query parameter has case', async () => {
    expect(await outcomeOf(permission(), { ...complete, query: { KEY: 'k1' } }, REQUEST)).toEqual({ outcome: unauthorized, calls: 0 });
  });

  it('REQUEST without a cache: sources are optional, and the function is called', async () => {
    expect(await outcomeOf(permission(), { headers: {} }, { ...REQUEST, ttlSeconds: 0 })).toEqual({ outcome: passes, calls: 1 });
  });

  it('what every object seems to have is no source', async () => {
    const config = { type: 'REQUEST', identitySources: ['method.request.querystring.toString'] } as const;
    expect(await outcomeOf(permission(), {}, { ...config, identitySources: [...config.identitySources] })).toEqual({
      outcome: unauthorized,
      calls: 0,
    });
  });
});
