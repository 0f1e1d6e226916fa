/**
 * WebSocket broadcast with promises for everything that waits, where the reference keeps lines of its own.
 *
 * A connection's place in line is the promise of what was sent to it last: the next message hangs on that promise, and whoever hangs on a
 * `gone` has the same outcome. The cap is a semaphore: a post takes one of its permits and gives it back when it has settled. It reads from
 * top to bottom, and pays with a handful of promises for each message.
 *
 * Rooms are one list of who is where. There is no index that could be forgotten, and every question walks the list.
 */
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
} from '../../../exercises/websocket-broadcast/contract.ts';

/** The route that a message takes (B-WS-03, B-WS-04). */
export function selectRoute(expression: string, message: string, routeKeys: string[]): string | undefined {
  const forMessages = routeKeys.filter((key) => key !== '$connect' && key !== '$disconnect');
  const key = evaluate(expression, message);
  return forMessages.find((candidate) => candidate === key) ?? forMessages.find((candidate) => candidate === '$default');
}

function evaluate(expression: string, message: string): string | undefined {
  try {
    const body: unknown = JSON.parse(message);
    let text = '';
    let rest = expression;
    while (rest !== '') {
      const [piece, value] = nextPiece(rest, body);
      text += value;
      rest = rest.slice(piece.length);
    }
    return text;
  } catch {
    return undefined;
  }
}

/** What stands at the beginning of an expression, and what it means. */
function nextPiece(expression: string, body: unknown): [piece: string, value: string] {
  if (expression.startsWith('\\$')) return ['\\$', '$'];
  const reference = /^\$(?:\{([^{}]*)\}|(\w+(?:\.\w+)*))/.exec(expression);
  if (reference) return [reference[0], valueAt({ request: { body } }, (reference[1] ?? reference[2])!.split('.'))];
  const text = expression[0]!;
  return [text, text];
}

function valueAt(from: unknown, [name, ...names]: string[]): string {
  if (name === undefined) return ['string', 'number', 'boolean'].includes(typeof from) ? String(from) : '';
  if (typeof from !== 'object' || from === null || Array.isArray(from) || !Object.hasOwn(from, name)) return '';
  return valueAt((from as Record<string, unknown>)[name], names);
}

const MINUTE = 60_000;

/** Who is connected, and who is where (B-WS-10, B-WS-11, B-WS-15). */
export function createConnections(): Connections {
  const connected = new Map<ConnectionId, Omit<Connection, 'rooms'>>();
  let stays: { connectionId: ConnectionId; room: Room }[] = [];

  const roomsOf = (connectionId: ConnectionId) => stays.filter((stay) => stay.connectionId === connectionId).map(({ room }) => room);
  const members = (room: Room) => stays.filter((stay) => stay.room === room).map(({ connectionId }) => connectionId);

  return {
    connect({ requestContext: { connectionId, connectedAt }, queryStringParameters = {}, headers = {} }) {
      const told = { query: { ...queryStringParameters }, headers: { ...headers } };
      connected.set(connectionId, { connectionId, connectedAt, lastActiveAt: connectedAt, ...told });
    },
    disconnect(connectionId) {
      connected.delete(connectionId);
      stays = stays.filter((stay) => stay.connectionId !== connectionId);
    },
    touch(connectionId, now) {
      const connection = connected.get(connectionId);
      if (connection && now > connection.lastActiveAt) connection.lastActiveAt = now;
    },
    get(connectionId) {
      const connection = connected.get(connectionId);
      if (!connection) return undefined;
      const { query, headers } = connection;
      return { ...connection, query: { ...query }, headers: { ...headers }, rooms: roomsOf(connectionId) };
    },
    join(connectionId, room) {
      if (!connected.has(connectionId)) return false;
      if (!members(room).includes(connectionId)) stays.push({ connectionId, room });
      return true;
    },
    leave(connectionId, room) {
      stays = stays.filter((stay) => stay.connectionId !== connectionId || stay.room !== room);
    },
    members,
    rooms: () => [...new Set(stays.map(({ room }) => room))],
    expired: (now) =>
      [...connected.values()]
        .filter(({ connectedAt, lastActiveAt }) => lastActiveAt <= now - 10 * MINUTE || connectedAt <= now - 120 * MINUTE)
        .map(({ connectionId }) => connectionId),
  };
}

type Outcome = 'delivered' | 'gone' | Failure;

/** Every message on every connection is a promise of its outcome, which never rejects (B-WS-13, B-WS-14). */
export function createBroadcaster(
  { concurrency, maxAttempts, baseDelay, maxDelay }: BroadcasterOptions,
  post: Post,
  sleep: Sleep,
  random: Random,
): Broadcaster {
  for (const [name, value] of Object.entries({ concurrency, maxAttempts })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number of one or more, and is ${value}`);
  }
  const withPermit = createSemaphore(concurrency);
  const latest = new Map<ConnectionId, Promise<Outcome>>();
  let pending = 0;

  function enqueue(connectionId: ConnectionId, data: string): Promise<Outcome> {
    const before = latest.get(connectionId);
    const outcome = before
      ? before.then((previous) => (previous === 'gone' ? previous : deliver(connectionId, data)))
      : deliver(connectionId, data);
    latest.set(connectionId, outcome);
    pending += 1;
    void outcome.then(() => {
      pending -= 1;
      if (latest.get(connectionId) === outcome) latest.delete(connectionId);
    });
    return outcome;
  }

  async function deliver(connectionId: ConnectionId, data: string): Promise<Outcome> {
    for (let attempts = 1; ; attempts++) {
      try {
        await withPermit(() => post(connectionId, data));
        return 'delivered';
      } catch (thrown) {
        const status = (thrown as { $metadata?: { httpStatusCode?: number } } | null | undefined)?.$metadata?.httpStatusCode;
        if (status === 410) return 'gone';
        if (status !== 429 || attempts === maxAttempts) {
          const error = thrown instanceof Error ? thrown.name : 'Unknown';
          return { connectionId, ...(status === undefined ? {} : { status }), error, attempts };
        }
      }
      const ceiling = Math.min(maxDelay, baseDelay * 2 ** (attempts - 1));
      await sleep(ceiling * (await random()));
    }
  }

  return {
    send({ to, except, data }) {
      const ids = [...new Set(to)].filter((id) => id !== except);
      const isTooLarge = bytesOf(data) > 131_072;
      const refuse = (connectionId: ConnectionId): Outcome => ({
        connectionId,
        status: 413,
        error: 'PayloadTooLargeException',
        attempts: 0,
      });
      const outcomes = ids.map(async (id) => (isTooLarge ? refuse(id) : enqueue(id, data)));
      const report = Promise.all(outcomes).then((all): Report => ({
        delivered: ids.filter((_, i) => all[i] === 'delivered'),
        gone: ids.filter((_, i) => all[i] === 'gone'),
        failed: all.filter((outcome) => typeof outcome === 'object'),
      }));
      return { report: () => report };
    },
    pending: () => pending,
  };
}

/** Runs what it is given while it holds one of so many permits; whoever waits longest is next. */
function createSemaphore(permits: number): (run: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let free = permits;
  return async (run) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/** In UTF-8 each byte that is not plain becomes `%XX` in an address. */
function bytesOf(text: string): number {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/%../g, '.').length;
}
