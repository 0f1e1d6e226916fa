/** Examples to start from: `npm run examples`. The grader asks more. */
import { describe, expect, it } from 'vitest';
import type { Post, Random, Sleep } from './contract.ts';
import { createBroadcaster, createConnections, selectRoute } from './websocket-broadcast.ts';

const KEYS = ['$connect', '$disconnect', '$default', 'join'];

describe('routes', () => {
  it('finds the route that the message names, and $default for everything else', () => {
    const routes = ['{"action":"join"}', '{"action":"JOIN"}', '{}', 'hello'].map((message) =>
      selectRoute('$request.body.action', message, KEYS),
    );
    expect(routes).toEqual(['join', '$default', '$default', '$default']);
  });
});

describe('connections and rooms', () => {
  it('keeps what $connect told, and takes a connection out of its rooms when it is gone', () => {
    const connections = createConnections();
    connections.connect({ requestContext: { connectionId: 'ann=', connectedAt: 1000 }, queryStringParameters: { user: 'ann' } });
    expect(connections.join('ann=', 'lobby')).toBe(true);
    expect(connections.get('ann=')).toEqual({
      connectionId: 'ann=',
      connectedAt: 1000,
      lastActiveAt: 1000,
      query: { user: 'ann' },
      headers: {},
      rooms: ['lobby'],
    });
    connections.disconnect('ann=');
    expect(connections.members('lobby')).toEqual([]);
  });
});

describe('broadcast', () => {
  const options = { concurrency: 2, maxAttempts: 3, baseDelay: 100, maxDelay: 1000 };

  /** A broadcaster on a service that answers the first posts with these statuses. It tells who was posted to and what was waited for. */
  function service(statuses: Record<string, number[]>) {
    const posted: string[] = [];
    const waits: number[] = [];
    const post: Post = async (connectionId) => {
      posted.push(connectionId);
      const httpStatusCode = statuses[connectionId]?.shift();
      if (httpStatusCode) throw Object.assign(new Error('refused'), { name: 'SomeException', $metadata: { httpStatusCode } });
    };
    const sleep: Sleep = async (ms) => void waits.push(ms);
    const random: Random = async () => 0.5;
    return { posted, waits, broadcaster: createBroadcaster(options, post, sleep, random) };
  }

  it('posts to everybody once, and not to the sender', async () => {
    const { posted, broadcaster } = service({});
    const delivery = broadcaster.send({ to: ['a', 'b', 'a', 'c'], except: 'b', data: 'hello' });
    expect(await delivery.report()).toEqual({ delivered: ['a', 'c'], gone: [], failed: [] });
    expect(posted).toEqual(['a', 'c']);
  });

  it('goes on where one is gone, and tries again where one is throttled', async () => {
    const { posted, waits, broadcaster } = service({ a: [410], b: [429] });
    const delivery = broadcaster.send({ to: ['a', 'b', 'c'], data: 'hello' });
    expect(await delivery.report()).toEqual({ delivered: ['b', 'c'], gone: ['a'], failed: [] });
    expect(posted.toSorted()).toEqual(['a', 'b', 'b', 'c']);
    expect(waits).toEqual([50]);
  });
});
