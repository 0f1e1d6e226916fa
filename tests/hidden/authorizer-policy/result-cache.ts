import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { forEvery } from '#judge';
import type { AuthorizerConfig, AuthorizerEvent, AuthorizerRequest, Outcome } from '../../../exercises/authorizer-policy/contract.ts';
import { accessDenied, arn, functionThat, GET_PETS, part, passes, permission, policyOf, TOKEN, unauthorized } from './subject.ts';

type Visit = Partial<AuthorizerRequest> & { at?: number };

/** What each visit comes to, in this order, and how often the function was called in all. */
async function visits(
  answer: unknown,
  config: Partial<AuthorizerConfig>,
  ...list: Visit[]
): Promise<{ outcomes: Outcome[]; calls: number }> {
  const { call, events } = functionThat(answer);
  const authorizer = part.createAuthorizer({ ...TOKEN, ...config }, call);
  const outcomes = await Promise.all(list.map(({ at = 0, ...request }) => authorizer.check({ ...GET_PETS, ...request }, at)));
  return { outcomes, calls: events.length };
}

/** How often the function is called for these visits. */
async function callsOf(...[answer, config, ...list]: Parameters<typeof visits>): Promise<{ calls: number }> {
  const { calls } = await visits(answer, config, ...list);
  return { calls };
}

const token = (value: string): Visit => ({ headers: { Authorization: value } });
const orders: Visit = { path: '/orders', resource: '/orders' };
const onlyThisMethod = (event: AuthorizerEvent) => permission(event.methodArn);

describe('result-cache', () => {
  it('the same caller is asked for once while the answer is kept', async () => {
    expect(await visits(permission(), {}, {}, { at: 1_000 }, { at: 299_999 })).toEqual({ outcomes: [passes, passes, passes], calls: 1 });
  });

  it('after the TTL the function is asked again', async () => {
    expect(await callsOf(permission(), { ttlSeconds: 60 }, {}, { at: 59_999 }, { at: 60_001 }, { at: 119_999 })).toEqual({ calls: 2 });
  });

  it('using an answer does not make it last longer', async () => {
    expect(await callsOf(permission(), { ttlSeconds: 60 }, {}, { at: 40_000 }, { at: 80_000 })).toEqual({ calls: 2 });
  });

  it('without a setting an answer is kept for 300 seconds', async () => {
    const { ttlSeconds: _, ...config } = TOKEN;
    const { call, events } = functionThat(permission());
    const authorizer = part.createAuthorizer(config, call);
    await Promise.all([0, 299_999, 300_001].map((at) => authorizer.check(GET_PETS, at)));
    expect({ calls: events.length }).toEqual({ calls: 2 });
  });

  it('a TTL of 0 keeps nothing', async () => {
    expect(await callsOf(permission(), { ttlSeconds: 0 }, {}, {}, {})).toEqual({ calls: 3 });
  });

  it('another caller is asked for by himself', async () => {
    expect(await callsOf(permission(), {}, token('ann'), token('ben'), token('ann'))).toEqual({ calls: 2 });
  });

  it('the case of a value counts', async () => {
    expect(await callsOf(permission(), {}, token('ann'), token('Ann'))).toEqual({ calls: 2 });
  });

  it('the method is not in the key: a kept answer about one method denies the next, and nobody is called', async () => {
    expect(await visits(onlyThisMethod, {}, {}, orders)).toEqual({ outcomes: [passes, accessDenied(false)], calls: 1 });
  });

  it('the kept policy is asked for each method: it may deny one and then allow another', async () => {
    expect(await visits(permission(arn('prod/GET/orders')), {}, {}, orders, {})).toEqual({
      outcomes: [accessDenied(false), passes, accessDenied(false)],
      calls: 1,
    });
  });

  it('a path among the identity sources keeps methods apart', async () => {
    const config = { type: 'REQUEST', identitySources: ['method.request.header.Authorization', 'context.path'] } as const;
    const at = (path: string): Visit => ({ path, resource: path, context: { path } });
    expect(
      await visits(onlyThisMethod, { ...config, identitySources: [...config.identitySources] }, at('/pets'), at('/orders'), at('/pets')),
    ).toEqual({
      outcomes: [passes, passes, passes],
      calls: 2,
    });
  });

  it('conditions are asked anew: the kept policy may hold for one address and not for the next', async () => {
    const answer = {
      principalId: 'ann',
      policyDocument: policyOf({
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      }),
    };
    const address = (ip: string): Visit => ({ context: { 'identity.sourceIp': ip } });
    expect(await visits(answer, {}, address('203.0.113.9'), address('198.51.100.7'))).toEqual({
      outcomes: [passes, accessDenied(false)],
      calls: 1,
    });
  });

  it('a 401 is not kept', async () => {
    const fail = async () => {
      throw new Error('Unauthorized');
    };
    expect(await visits(fail, {}, {}, {})).toEqual({ outcomes: [unauthorized, unauthorized], calls: 2 });
  });

  it('a 500 is not kept: the function may be well again', async () => {
    let calls = 0;
    const recovering = () => (++calls === 1 ? 'out of order' : permission());
    const { outcomes } = await visits(recovering, {}, {}, {});
    expect(outcomes.map(({ status }) => status)).toEqual([500, 200]);
  });

  it('principal and context are kept with the policy', async () => {
    let seats = 0;
    const counting = () => ({ ...permission(), context: { seats: ++seats } });
    const { outcomes } = await visits(counting, {}, {}, {});
    expect(outcomes).toEqual([1, 1].map((kept) => ({ ...passes, context: { seats: String(kept) } })));
  });

  it('two authorizers share nothing', async () => {
    const { call, events } = functionThat(permission());
    await Promise.all([part.createAuthorizer(TOKEN, call).check(GET_PETS, 0), part.createAuthorizer(TOKEN, call).check(GET_PETS, 0)]);
    expect({ calls: events.length }).toEqual({ calls: 2 });
  });

  it('whatever characters they hold, values that differ never share an answer', async () => {
    const value = fc.string({
      unit: fc.constantFrom('a', ',', '|', ':', '"', '\\', '/', ' ', '&', '\0', '[', ']'),
      minLength: 1,
      maxLength: 4,
    });
    const sources = ['method.request.header.X-Team', 'method.request.querystring.key'];
    await forEvery(fc.tuple(value, value, value, value), async ([team, key, otherTeam, otherKey]) => {
      const visit = (header: string, query: string): Visit => ({ headers: { 'X-Team': header }, query: { key: query } });
      const { calls } = await visits(
        permission(),
        { type: 'REQUEST', identitySources: sources },
        visit(team, key),
        visit(otherTeam, otherKey),
      );
      expect(calls).toBe(team === otherTeam && key === otherKey ? 1 : 2);
    });
  });

  it('a separator inside a value does not move it to the next source', async () => {
    const sources = ['method.request.header.X-Team', 'method.request.querystring.key'];
    for (const separator of [',', '|', ':', '&', '/', ' ', '\0', '","', '\n']) {
      const first: Visit = { headers: { 'X-Team': `a${separator}b` }, query: { key: 'c' } };
      const second: Visit = { headers: { 'X-Team': 'a' }, query: { key: `b${separator}c` } };
      expect(await callsOf(permission(), { type: 'REQUEST', identitySources: sources }, first, second)).toEqual({ calls: 2 });
    }
  });
});
