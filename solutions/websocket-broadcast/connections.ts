import type { Connection, ConnectionId, Connections, Millis, Room } from '../../exercises/websocket-broadcast/contract.ts';

/** How long a connection may be silent, and how long it may live at all (B-WS-11). */
const LONGEST_SILENCE = 10 * 60_000;
const LONGEST_LIFE = 2 * 60 * 60_000;

type Entry = Omit<Connection, 'rooms'> & { rooms: Set<Room> };

/**
 * Two indexes of one relation: a connection knows its rooms, so that it can leave them all (B-WS-14), and a room its members, so that
 * nobody searches for them. Both are written together. Maps and sets, because they take any name and keep the order of arrival.
 */
export function createConnections(): Connections {
  const table = new Map<ConnectionId, Entry>();
  const members = new Map<Room, Set<ConnectionId>>();

  function leave(connectionId: ConnectionId, room: Room): void {
    table.get(connectionId)?.rooms.delete(room);
    const inside = members.get(room);
    inside?.delete(connectionId);
    if (inside?.size === 0) members.delete(room);
  }

  return {
    connect({ requestContext: { connectionId, connectedAt }, queryStringParameters, headers }) {
      const [query, sent] = [{ ...queryStringParameters }, { ...headers }];
      table.set(connectionId, { connectionId, connectedAt, lastActiveAt: connectedAt, query, headers: sent, rooms: new Set() });
    },

    disconnect(connectionId) {
      for (const room of table.get(connectionId)?.rooms ?? []) leave(connectionId, room);
      table.delete(connectionId);
    },

    touch(connectionId, now) {
      const entry = table.get(connectionId);
      if (entry) entry.lastActiveAt = Math.max(entry.lastActiveAt, now);
    },

    get(connectionId) {
      const entry = table.get(connectionId);
      return entry && { ...entry, query: { ...entry.query }, headers: { ...entry.headers }, rooms: [...entry.rooms] };
    },

    join(connectionId, room) {
      const entry = table.get(connectionId);
      if (!entry) return false;
      entry.rooms.add(room);
      const inside = members.get(room);
      if (inside) inside.add(connectionId);
      else members.set(room, new Set([connectionId]));
      return true;
    },

    leave,
    members: (room) => [...(members.get(room) ?? [])],
    rooms: () => [...members.keys()],
    expired: (now) => [...table.values()].filter((entry) => hasExpired(entry, now)).map(({ connectionId }) => connectionId),
  };
}

function hasExpired({ connectedAt, lastActiveAt }: Entry, now: Millis): boolean {
  return now - lastActiveAt >= LONGEST_SILENCE || now - connectedAt >= LONGEST_LIFE;
}
