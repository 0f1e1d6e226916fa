import type {
  Broadcaster,
  BroadcasterOptions,
  Connection,
  ConnectionId,
  Connections,
  Failure,
  Post,
  Random,
  Report,
  Room,
  Sleep,
} from '../../../../exercises/websocket-broadcast/contract.ts';

const MINUTE = 60_000;

export function selectRoute(expression: string, message: string, routeKeys: string[]): string | undefined {
  const fallback = routeKeys.find((key) => key === '$default');
  let body: unknown;
  try {
    body = JSON.parse(message);
  } catch {
    return fallback;
  }
  const key = expression.replaceAll(/\\\$|\$\{([^{}]*)\}|\$(\w+(?:\.\w+)*)/g, (match, braced?: string, bare?: string) =>
    match === '\\$' ? '$' : textAt(body, (braced ?? bare)!),
  );
  return routeKeys.find((route) => route === key && route !== '$connect' && route !== '$disconnect') ?? fallback;
}

function textAt(body: unknown, reference: string): string {
  if (!reference.startsWith('request.body.')) return '';
  let value = body;
  for (const name of reference.split('.').slice(2)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) return '';
    value = (value as Record<string, unknown>)[name];
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

export function createConnections(): Connections {
  const table = new Map<ConnectionId, Connection>();
  const members = new Map<Room, Set<ConnectionId>>();

  function leave(connectionId: ConnectionId, room: Room) {
    const connection = table.get(connectionId);
    if (connection) connection.rooms = connection.rooms.filter((other) => other !== room);
    members.get(room)?.delete(connectionId);
    if (members.get(room)?.size === 0) members.delete(room);
  }

  return {
    connect({ requestContext: { connectionId, connectedAt }, queryStringParameters, headers }) {
      const told = { query: { ...queryStringParameters }, headers: { ...headers } };
      table.set(connectionId, { connectionId, connectedAt, lastActiveAt: connectedAt, ...told, rooms: [] });
    },
    disconnect(connectionId) {
      for (const room of table.get(connectionId)?.rooms ?? []) leave(connectionId, room);
      table.delete(connectionId);
    },
    touch(connectionId, now) {
      const connection = table.get(connectionId);
      if (connection) connection.lastActiveAt = Math.max(connection.lastActiveAt, now);
    },
    get: (connectionId) => table.get(connectionId),
    join(connectionId, room) {
      const connection = table.get(connectionId);
      if (!connection) return false;
      if (!connection.rooms.includes(room)) connection.rooms.push(room);
      if (!members.has(room)) members.set(room, new Set());
      members.get(room)!.add(connectionId);
      return true;
    },
    leave,
    members: (room) => [...(members.get(room) ?? [])],
    rooms: () => [...members.keys()],
    expired: (now) =>
      [...table.values()]
        .filter(({ connectedAt, lastActiveAt }) => now - lastActiveAt >= 10 * MINUTE || now - connectedAt >= 120 * MINUTE)
        .map(({ connectionId }) => connectionId),
  };
}

type Outcome = 'delivered' | 'gone' | Failure;

function createSlots(count: number) {
  const line: (() => void)[] = [];
  let free = count;
  return {
    async take(isRetry: boolean) {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => (isRetry ? line.unshift(resolve) : line.push(resolve)));
    },
    give() {
      const next = line.shift();
      if (next) next();
      else free++;
    },
  };
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

export function createBroadcaster(options: BroadcasterOptions, post: Post, sleep: Sleep, random: Random): Broadcaster {
  const { concurrency, maxAttempts, baseDelay, maxDelay } = options;
  for (const count of [concurrency, maxAttempts]) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError('must be a whole number, one or more');
  }
  const slots = createSlots(concurrency);
  const last = new Map<ConnectionId, Promise<Outcome>>();
  let pending = 0;

  function enqueue(connectionId: ConnectionId, data: string): Promise<Outcome> {
    const before = last.get(connectionId);
    const outcome = before ? before.then((other) => (other === 'gone' ? other : deliver(connectionId, data))) : deliver(connectionId, data);
    last.set(connectionId, outcome);
    pending++;
    const settled = () => {
      pending--;
      if (last.get(connectionId) === outcome) last.delete(connectionId);
    };
    outcome.then(settled, settled);
    return outcome;
  }

  async function deliver(connectionId: ConnectionId, data: string): Promise<Outcome> {
    for (let attempts = 1; ; attempts++) {
      await slots.take(attempts > 1);
      try {
        await post(connectionId, data);
        return 'delivered';
      } catch (thrown) {
        const status = (thrown as { $metadata?: { httpStatusCode?: number } } | null | undefined)?.$metadata?.httpStatusCode;
        const error = thrown instanceof Error ? thrown.name : 'Unknown';
        if (status === 410) return 'gone';
        if (status !== 429 || attempts >= maxAttempts) return { connectionId, status, error, attempts };
      } finally {
        slots.give();
      }
      await sleep((await random()) * Math.min(maxDelay, baseDelay * 2 ** (attempts - 1)));
    }
  }

  return {
    send({ to, except, data }) {
      const recipients = [...new Set(to)].filter((id) => id !== except);
      if (bytesOf(data) > 131_072) {
        const failed = recipients.map((id) => ({ connectionId: id, status: 413, error: 'PayloadTooLargeException', attempts: 0 }));
        return { report: async () => ({ delivered: [], gone: [], failed }) };
      }
      const report = Promise.all(recipients.map((id) => enqueue(id, data))).then((outcomes): Report => ({
        delivered: recipients.filter((_, i) => outcomes[i] === 'delivered'),
        gone: recipients.filter((_, i) => outcomes[i] === 'gone'),
        failed: outcomes.filter((outcome) => typeof outcome === 'object'),
      }));
      return { report: () => report };
    },
    pending: () => pending,
  };
}
