/** Examples to start from: `npm run examples`. The grader asks more. */
import { describe, expect, it } from 'vitest';
import type { AuthorizerRequest } from './contract.ts';
import { createAuthorizer, decide, methodArn, preparePolicy } from './authorizer-policy.ts';

const api = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3';

describe('a policy', () => {
  const policy = preparePolicy({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: `${api}/prod/GET/*` },
      { Effect: 'Deny', Action: '*', Resource: `${api}/prod/*/admin` },
    ],
  });
  const ask = (resource: string) => policy.evaluate({ action: 'execute-api:Invoke', resource });

  it('allows what a statement allows, slashes included', () => {
    expect(ask(`${api}/prod/GET/a/b/c`)).toBe('allow');
  });

  it('denies what nobody allows', () => {
    expect(ask(`${api}/prod/POST/pets`)).toBe('implicit deny');
  });

  it('denies what a statement denies, whoever else allows it', () => {
    expect(ask(`${api}/prod/GET/admin`)).toBe('explicit deny');
  });
});

it('both sides must allow a caller from another account', () => {
  expect(decide({ identity: 'allow', resource: 'implicit deny', sameAccount: true })).toBe('allow');
  expect(decide({ identity: 'allow', resource: 'implicit deny', sameAccount: false })).toBe('implicit deny');
});

describe('the authorizer', () => {
  const address = { region: 'eu-west-1', account: '111122223333', api: 'a1b2c3', stage: 'prod' };
  const request: AuthorizerRequest = {
    method: 'GET',
    path: '/pets/1',
    resource: '/pets/{id}',
    headers: { Authorization: 'Bearer ann' },
    query: {},
    pathParameters: { id: '1' },
    stageVariables: {},
    context: {},
  };
  const allow = (Resource: string) => ({
    principalId: 'ann',
    policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource }] },
  });

  it('names the method that is called', () => {
    expect(methodArn(address, 'GET', '/pets/1')).toBe(`${api}/prod/GET/pets/1`);
  });

  it('asks the function once, and the kept policy for every method', async () => {
    let calls = 0;
    const authorizer = createAuthorizer(
      { ...address, type: 'TOKEN', identitySources: ['method.request.header.Authorization'], ttlSeconds: 300 },
      async (event) => {
        calls++;
        return allow(event.methodArn);
      },
    );
    expect(await authorizer.check(request, 0)).toEqual({ status: 200, principalId: 'ann', context: {} });
    expect(await authorizer.check({ ...request, path: '/orders', resource: '/orders' }, 60_000)).toEqual({
      status: 403,
      type: 'ACCESS_DENIED',
      explicit: false,
    });
    expect(calls).toBe(1);
  });
});
