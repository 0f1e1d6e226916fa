import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery, type Remote } from '#judge';
import type { ConnectionId, Connections, Room } from '../../../exercises/websocket-broadcast/contract.ts';
import { connectEvent, part, tableOf } from './subject.ts';

const [ANN, BOB, EVE] = ['ann=', 'bob=', 'eve='];

function members(connections: Remote<Connections>, ...rooms: Room[]): Promise<ConnectionId[][]> {
  return Promise.all(rooms.map((room) => connections.members(room)));
}

/** The rooms that somebody is in, by name: their order is free. */
async function openRooms(connections: Remote<Connections>): Promise<Room[]> {
  return (await connections.rooms()).toSorted();
}

async function roomsOf(connections: Remote<Connections>, id: ConnectionId): Promise<Room[] | undefined> {
  return (await connections.get(id))?.rooms;
}

describe('rooms', () => {
  it('who joins is a member, in the order of joining', async () => {
    const connections = tableOf(ANN, BOB, EVE);
    const joined = [connections.join(EVE, 'lobby'), connections.join(ANN, 'lobby')];
    expect([await Promise.all(joined), await members(connections, 'lobby')]).toEqual([[true, true], [[EVE, ANN]]]);
  });

  it('a connection may be in several rooms, and a room knows nobody of another', async () => {
    const connections = tableOf(ANN, BOB);
    connections.join(ANN, 'lobby');
    connections.join(ANN, 'bar');
    connections.join(BOB, 'bar');
    expect([await members(connections, 'lobby', 'bar'), await roomsOf(connections, ANN), await roomsOf(connections, BOB)]).toEqual([
      [[ANN], [ANN, BOB]],
      ['lobby', 'bar'],
      ['bar'],
    ]);
  });

  it('a room that nobody joined has no members, and asking for them opens no room', async () => {
    const connections = tableOf(ANN);
    expect([await members(connections, 'lobby'), await openRooms(connections)]).toEqual([[[]], []]);
  });

  it('joining twice is joining once, and keeps the place', async () => {
    const connections = tableOf(ANN, BOB);
    const joined = [ANN, BOB, ANN].map((id) => connections.join(id, 'lobby'));
    expect([await Promise.all(joined), await members(connections, 'lobby'), await roomsOf(connections, ANN)]).toEqual([
      [true, true, true],
      [[ANN, BOB]],
      ['lobby'],
    ]);
  });

  it('who leaves a room is out of that room only', async () => {
    const connections = tableOf(ANN, BOB);
    for (const room of ['lobby', 'bar']) for (const id of [ANN, BOB]) connections.join(id, room);
    connections.leave(ANN, 'lobby');
    expect([await members(connections, 'lobby', 'bar'), await roomsOf(connections, ANN)]).toEqual([[[BOB], [ANN, BOB]], ['bar']]);
  });

  it('who comes back is the last to have joined', async () => {
    const connections = tableOf(ANN, BOB);
    for (const id of [ANN, BOB]) connections.join(id, 'lobby');
    connections.leave(ANN, 'lobby');
    connections.join(ANN, 'lobby');
    expect(await members(connections, 'lobby')).toEqual([[BOB, ANN]]);
  });

  it('leaving a room that one is not in does nothing, known or not', async () => {
    const connections = tableOf(ANN, BOB);
    connections.join(ANN, 'lobby');
    await Promise.all([connections.leave(BOB, 'lobby'), connections.leave(EVE, 'lobby'), connections.leave(ANN, 'bar')]);
    expect([await members(connections, 'lobby', 'bar'), await openRooms(connections)]).toEqual([[[ANN], []], ['lobby']]);
  });

  it('somebody who is not in the table cannot join, and no room opens for it', async () => {
    const connections = tableOf(ANN);
    const joined = connections.join(EVE, 'lobby');
    expect([await joined, await members(connections, 'lobby'), await openRooms(connections)]).toEqual([false, [[]], []]);
  });

  it('who disconnects is out of every room', async () => {
    const connections = tableOf(ANN, BOB);
    for (const room of ['lobby', 'bar', 'pool']) connections.join(ANN, room);
    connections.join(BOB, 'bar');
    connections.disconnect(ANN);
    expect([await members(connections, 'lobby', 'bar', 'pool'), await openRooms(connections)]).toEqual([[[], [BOB], []], ['bar']]);
  });

  it('a join that comes after the disconnect is refused', async () => {
    const connections = tableOf(ANN, BOB);
    connections.join(BOB, 'lobby');
    connections.disconnect(ANN);
    const joined = connections.join(ANN, 'lobby');
    expect([await joined, await members(connections, 'lobby'), await connections.get(ANN)]).toEqual([false, [[BOB]], undefined]);
  });

  it('a second disconnect takes nobody else out', async () => {
    const connections = tableOf(ANN, BOB);
    for (const id of [ANN, BOB]) connections.join(id, 'lobby');
    connections.disconnect(ANN);
    connections.disconnect(ANN);
    connections.disconnect(EVE);
    expect(await members(connections, 'lobby')).toEqual([[BOB]]);
  });

  it('a room that everybody left leaves nothing behind', async () => {
    const connections = tableOf(ANN, BOB);
    for (const room of ['lobby', 'bar']) for (const id of [ANN, BOB]) connections.join(id, room);
    connections.leave(ANN, 'lobby');
    connections.leave(BOB, 'lobby');
    const halfway = openRooms(connections);
    connections.disconnect(ANN);
    connections.disconnect(BOB);
    expect([await halfway, await openRooms(connections)]).toEqual([['bar'], []]);
  });

  it('a name that every object has is a room like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', ''];
    const connections = tableOf(ANN, '__proto__');
    const before = members(connections, ...names);
    for (const name of names) connections.join('__proto__', name);
    connections.join(ANN, '__proto__');
    connections.leave('__proto__', 'toString');
    const after = members(connections, ...names);
    expect([await before, await after, await openRooms(connections)]).toEqual([
      [[], [], [], []],
      [['__proto__', ANN], ['__proto__'], [], ['__proto__']],
      ['', '__proto__', 'constructor'],
    ]);
  });

  it('whoever comes, joins, leaves and goes: rooms and connections tell the same story', async () => {
    const ids = fc.constantFrom('a', 'b', 'c');
    const rooms = fc.constantFrom('r', 's');
    const step = fc.oneof(
      { weight: 2, arbitrary: fc.record({ do: fc.constant('connect' as const), id: ids }) },
      { weight: 5, arbitrary: fc.record({ do: fc.constant('join' as const), id: ids, room: rooms }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), id: ids, room: rooms }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('disconnect' as const), id: ids }) },
    );
    await forEvery(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const connections = part.createConnections();
      const connected = new Set<ConnectionId>();
      const seen = new Set<ConnectionId>();
      let inside: string[] = [];
      for (const one of steps) {
        const place = 'room' in one ? `${one.id} ${one.room}` : '';
        if (one.do === 'connect' && !seen.has(one.id)) {
          connections.connect(connectEvent(one.id));
          connected.add(one.id);
          seen.add(one.id);
        } else if (one.do === 'join') {
          connections.join(one.id, one.room);
          if (connected.has(one.id) && !inside.includes(place)) inside.push(place);
        } else if (one.do === 'leave') {
          connections.leave(one.id, one.room);
          inside = inside.filter((other) => other !== place);
        } else if (one.do === 'disconnect') {
          connections.disconnect(one.id);
          connected.delete(one.id);
          inside = inside.filter((other) => !other.startsWith(one.id));
        }
      }
      const [inR, inS, open] = [connections.members('r'), connections.members('s'), openRooms(connections)];
      const told = { r: await inR, s: await inS, rooms: await open, ofA: await roomsOf(connections, 'a') };
      const inRoom = (room: Room) => inside.filter((place) => place.endsWith(room)).map((place) => place[0]!);
      const ofA = inside.filter((place) => place.startsWith('a')).map((place) => place.at(-1)!);
      expect(told).toEqual({
        r: inRoom('r'),
        s: inRoom('s'),
        rooms: ['r', 's'].filter((room) => inRoom(room).length > 0),
        ofA: connected.has('a') ? ofA : undefined,
      });
    });
  });
});
