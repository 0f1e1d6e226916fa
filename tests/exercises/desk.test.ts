/** One order's way through the desk, made of the five reference solutions: they are parts that fit together. */
import { describe, expect, it } from 'vitest';
import type { AuthorizerRequest } from '../../exercises/authorizer-policy/contract.ts';
import type { CachedMethod, CacheRequest } from '../../exercises/cache-keys/contract.ts';
import { createAuthorizer } from '../../solutions/authorizer-policy/authorizer-policy.ts';
import { createCache } from '../../solutions/cache-keys/cache-keys.ts';
import { createThrottle } from '../../solutions/token-bucket/token-bucket.ts';
import { compile } from '../../solutions/vtl/vtl.ts';
import { createBroadcaster, createConnections, selectRoute } from '../../solutions/websocket-broadcast/websocket-broadcast.ts';

const ADDRESS = { region: 'eu-west-1', account: '111122223333', api: 'a1b2c3', stage: 'prod' };

const MENU: CachedMethod = {
  stage: 'prod',
  resourceId: 'menu',
  resourcePath: '/menu/{room}',
  httpMethod: 'GET',
  requestParameters: { 'method.request.path.room': true },
  cacheKeyParameters: ['method.request.path.room'],
};

interface Reply {
  status: number;
  body: string;
}

/** A desk before a kitchen. What is rung there is counted. */
function openDesk() {
  const rung: string[] = [];
  const authorizer = createAuthorizer(
    { ...ADDRESS, type: 'TOKEN', identitySources: ['method.request.header.Authorization'] },
    async (event) => ({
      principalId: event.type === 'TOKEN' ? event.authorizationToken : '',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: 'arn:aws:execute-api:*:*:a1b2c3/prod/GET/menu/*' }],
      },
      usageIdentifierKey: 'key-of-ann',
    }),
  );
  const throttle = createThrottle(
    {
      account: { rate: 100, burst: 100 },
      stages: { prod: { keyRequired: ['/menu/{room}/GET'] } },
      plans: { guest: { throttle: { rate: 1, burst: 3 }, stages: { prod: {} } } },
      keys: { 'key-of-ann': ['guest'] },
    },
    0,
  );
  const cache = createCache({ stages: { prod: { capacity: 100_000, default: { cachingEnabled: true } } } });
  const toKitchen = compile('{"room": "$input.params(\'room\')", "guest": "$context.authorizer.principalId"}');
  const toGuest = compile(
    '{"room": $input.json(\'$.no\'), "dishes": "#foreach($d in $input.path(\'$.list\'))$d#if($foreach.hasNext), #end#end"}',
  );

  async function get(path: string, token: string | undefined, now: number): Promise<Reply> {
    const room = path.slice('/menu/'.length);
    const request: AuthorizerRequest = {
      method: 'GET',
      path,
      resource: '/menu/{room}',
      headers: token === undefined ? {} : { authorization: token },
      query: {},
      pathParameters: { room },
      stageVariables: {},
      context: {},
    };
    const caller = await authorizer.check(request, now);
    if (caller.status !== 200) return { status: caller.status, body: '' };

    const decision = throttle.admit({ stage: 'prod', method: '/menu/{room}/GET', apiKey: caller.usageIdentifierKey! }, now);
    if (!decision.allowed) return { status: decision.response === 'INVALID_API_KEY' ? 403 : 429, body: '' };

    const asked: CacheRequest = { path: { room }, querystring: {}, header: {} };
    const found = cache.lookup(MENU, asked, now);
    if (found.kind === 'hit') return { status: found.response.status, body: found.response.body };
    if (found.kind === 'forbidden') return { status: 403, body: '' };

    const { text } = toKitchen.run({ params: { path: { room } }, context: { authorizer: { principalId: caller.principalId } } });
    rung.push(text);
    const body = toGuest.run({ body: JSON.stringify({ no: Number(room), list: ['soup', 'bread'] }) }).text;
    cache.store(MENU, asked, { status: 200, headers: {}, body }, now);
    return { status: 200, body };
  }

  return { get, rung };
}

describe('the five parts as one desk', () => {
  it('identify a caller, limit her, answer from the kitchen and then from the cache', async () => {
    const { get, rung } = openDesk();
    const reply = { status: 200, body: '{"room": 7, "dishes": "soup, bread"}' };
    expect(await get('/menu/7', undefined, 0)).toEqual({ status: 401, body: '' });
    expect(await get('/menu/7', 'ann', 0)).toEqual(reply);
    expect(await get('/menu/7', 'ann', 0)).toEqual(reply);
    expect(rung).toEqual(['{"room": "7", "guest": "ann"}']);
    expect(await get('/menu/8', 'ann', 0)).toMatchObject({ status: 200 });
    expect(await get('/menu/8', 'ann', 0)).toEqual({ status: 429, body: '' });
    expect(await get('/menu/8', 'ann', 1_000)).toMatchObject({ status: 200 });
    expect(rung).toHaveLength(2);
  });

  it('tell everybody in a room, and forget who is gone', async () => {
    const connections = createConnections();
    for (const connectionId of ['ann', 'ben', 'eve']) {
      connections.connect({ requestContext: { connectionId, connectedAt: 0 } });
      connections.join(connectionId, 'kitchen');
    }
    const message = '{"action":"order","dish":"soup"}';
    expect(selectRoute('$request.body.action', message, ['order', '$default'])).toBe('order');

    const posted: string[] = [];
    const post = async (connectionId: string) => {
      if (connectionId === 'eve') throw Object.assign(new Error('gone'), { name: 'GoneException', $metadata: { httpStatusCode: 410 } });
      posted.push(connectionId);
    };
    const broadcaster = createBroadcaster(
      { concurrency: 2, maxAttempts: 3, baseDelay: 100, maxDelay: 1000 },
      post,
      async () => {},
      async () => 0,
    );
    const report = await broadcaster.send({ to: connections.members('kitchen'), except: 'ann', data: message }).report();
    for (const connectionId of report.gone) connections.disconnect(connectionId);
    expect(posted).toEqual(['ben']);
    expect(report).toEqual({ delivered: ['ben'], gone: ['eve'], failed: [] });
    expect(connections.members('kitchen')).toEqual(['ann', 'ben']);
  });
});
