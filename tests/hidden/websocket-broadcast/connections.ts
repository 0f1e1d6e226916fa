import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { Connection, ConnectionId } from '../../../exercises/websocket-broadcast/contract.ts';
import { CONNECTED_AT, connectEvent, part, tableOf } from './subject.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const [ANN, BOB, EVE] = ['QmFubg5DoAMCKeQ=', 'QmBobh2DoAMCJcg=', 'QmEve0zDoAMCIbA='];

/** A connection that nobody told more about, in no room. */
function plain(connectionId: ConnectionId, changes: Partial<Connection> = {}): Connection {
  const times = { connectedAt: CONNECTED_AT, lastActiveAt: CONNECTED_AT };
  return { connectionId, ...times, query: {}, headers: {}, rooms: [], ...changes };
}

describe('connections', () => {
  it('the table keeps what only the $connect event tells', async () => {
    const connections = part.createConnections();
    const told = {
      queryStringParameters: { user: 'ann', room: '7' },
      headers: { Host: 'chat.example.com', Origin: 'https://example.com' },
    };
    connections.connect(connectEvent(ANN, told));
    expect(await connections.get(ANN)).toEqual(plain(ANN, { query: told.queryStringParameters, headers: told.headers }));
  });

  it('a client may connect without a query string', async () => {
    expect(await tableOf(ANN).get(ANN)).toEqual(plain(ANN));
  });

  it('a connection that never connected is not in the table', async () => {
    expect(await tableOf(ANN).get(BOB)).toBe(undefined);
  });

  it('a connection that has disconnected is not in the table, and the others are', async () => {
    const connections = tableOf(ANN, BOB);
    connections.disconnect(ANN);
    expect([await connections.get(ANN), await connections.get(BOB)]).toEqual([undefined, plain(BOB)]);
  });

  it('$disconnect may come twice, and for somebody unknown', async () => {
    const connections = tableOf(ANN, BOB);
    await Promise.all([EVE, ANN, ANN].map((id) => connections.disconnect(id)));
    expect([await connections.get(ANN), await connections.get(BOB)]).toEqual([undefined, plain(BOB)]);
  });

  it('a message moves the time of the last one, of its own connection only', async () => {
    const connections = tableOf(ANN, BOB);
    connections.touch(ANN, CONNECTED_AT + 5000);
    expect([await connections.get(ANN), await connections.get(BOB)]).toEqual([
      plain(ANN, { lastActiveAt: CONNECTED_AT + 5000 }),
      plain(BOB),
    ]);
  });

  it('the time of the last message does not move back', async () => {
    const connections = tableOf(ANN);
    connections.touch(ANN, CONNECTED_AT + 5000);
    connections.touch(ANN, CONNECTED_AT + 4000);
    connections.touch(ANN, CONNECTED_AT - 1);
    expect(await connections.get(ANN)).toEqual(plain(ANN, { lastActiveAt: CONNECTED_AT + 5000 }));
  });

  it('a late message brings nobody back into the table', async () => {
    const connections = tableOf(ANN);
    connections.disconnect(ANN);
    await connections.touch(ANN, CONNECTED_AT + 5000);
    expect([await connections.get(ANN), await connections.expired(CONNECTED_AT + 3 * HOUR)]).toEqual([undefined, []]);
  });

  it('a connection has expired after 10 minutes without a message', async () => {
    const connections = tableOf(ANN);
    const asked = [10 * MINUTE - 1, 10 * MINUTE, HOUR].map((after) => connections.expired(CONNECTED_AT + after));
    expect(await Promise.all(asked)).toEqual([[], [ANN], [ANN]]);
  });

  it('the 10 minutes count from the last message', async () => {
    const connections = tableOf(ANN, BOB);
    connections.touch(ANN, CONNECTED_AT + 9 * MINUTE);
    const asked = [10 * MINUTE, 19 * MINUTE - 1, 19 * MINUTE].map((after) => connections.expired(CONNECTED_AT + after));
    expect(await Promise.all(asked)).toEqual([[BOB], [BOB], [ANN, BOB]]);
  });

  it('a connection has expired after 2 hours, however busy it is', async () => {
    const connections = tableOf(ANN);
    for (let after = 0; after < 2 * HOUR; after += 5 * MINUTE) connections.touch(ANN, CONNECTED_AT + after);
    const asked = [2 * HOUR - 1, 2 * HOUR].map((after) => connections.expired(CONNECTED_AT + after));
    expect(await Promise.all(asked)).toEqual([[], [ANN]]);
  });

  it('who has expired is told in the order of connecting, and stays in the table until somebody disconnects it', async () => {
    const connections = tableOf(EVE, ANN, BOB);
    const later = CONNECTED_AT + HOUR;
    const before = connections.expired(later);
    const ann = connections.get(ANN);
    connections.disconnect(ANN);
    expect([await before, await ann, await connections.expired(later)]).toEqual([[EVE, ANN, BOB], plain(ANN), [EVE, BOB]]);
  });

  it('a name that every object has is a name like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const connections = tableOf(...names.slice(0, 2));
    const found = await Promise.all(names.map((name) => connections.get(name)));
    expect(found).toEqual([plain('__proto__'), plain('constructor'), undefined, undefined]);
  });

  it('two tables share nothing', async () => {
    const [one, other] = [tableOf(ANN), tableOf(BOB)];
    one.touch(ANN, CONNECTED_AT + 1);
    expect([await one.get(BOB), await other.get(ANN), await other.get(BOB)]).toEqual([undefined, undefined, plain(BOB)]);
  });

  it('whatever came when, the expired are those that were silent or connected for too long', async () => {
    const minutes = fc.integer({ min: 0, max: 150 });
    const lives = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), at: minutes, touched: fc.array(minutes, { maxLength: 4 }) }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    await forEvery(fc.record({ lives, now: minutes }), async ({ lives, now }) => {
      const connections = part.createConnections();
      for (const { id, at } of lives) connections.connect(connectEvent(id, { at: CONNECTED_AT + at * MINUTE }));
      for (const { id, touched } of lives) for (const at of touched) connections.touch(id, CONNECTED_AT + at * MINUTE);
      const expected = lives.filter(({ at, touched }) => now - Math.max(at, ...touched) >= 10 || now - at >= 120).map(({ id }) => id);
      expect(await connections.expired(CONNECTED_AT + now * MINUTE)).toEqual(expected);
    });
  });
});
