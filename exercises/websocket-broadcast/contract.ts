/**
 * WebSocket broadcast: the contract. Types and rules only; you write `websocket-broadcast.ts`.
 *
 * Each rule says where it comes from:
 *   AWS documents it   the developer guide or the API model states it
 *   AWS records it     seen in recorded traffic
 *   practice           how people who run this do it; the service does not ask for it
 *   course's choice    AWS leaves it open, so we fix one answer to be able to grade
 */

/** A moment in milliseconds since 1970-01-01T00:00:00Z, or a number of milliseconds. Always handed in; never read a clock. */
export type Millis = number;

/** AWS's name of one connection, such as `TXzPWdnOjoECGjA=` (B-WS-08). Never used twice. Any text may come. */
export type ConnectionId = string;

/** The name of a room. Any text: `__proto__` is a name like any other. */
export type Room = string;

/** What a `$connect` event tells, as far as it matters here. The names are those of the event (B-WS-07, AWS records it). */
export interface ConnectEvent {
  requestContext: {
    connectionId: ConnectionId;
    /** When the connection was made. */
    connectedAt: Millis;
  };
  /** Missing if the address had no query string. No later event has it (B-WS-15, AWS documents it). */
  queryStringParameters?: Record<string, string>;
  /** Names as the client wrote them. No later event has the client's headers (B-WS-15). */
  headers?: Record<string, string>;
}

/** What is known of one connection. */
export interface Connection {
  connectionId: ConnectionId;
  connectedAt: Millis;
  /** When a message last went through; `connectedAt` before the first one. */
  lastActiveAt: Millis;
  /** The query string of the `$connect` event, `{}` if it had none. */
  query: Record<string, string>;
  /** The headers of the `$connect` event, `{}` if it had none. */
  headers: Record<string, string>;
  /** The rooms that it is in, in the order in which it joined them. */
  rooms: Room[];
}

/**
 * The table of connections. A connection is in it from its `connect` to its `disconnect`, and in any number of rooms meanwhile.
 *
 * `$disconnect` is best effort: it may come late, twice or never (B-WS-10, AWS documents it). So no method minds a connection
 * that is not in the table, and nothing but `connect` puts one there.
 */
export interface Connections {
  connect(event: ConnectEvent): void;
  /** Forgets the connection and takes it out of every room. Called on `$disconnect`, and where a post answered 410 (B-WS-14, practice). */
  disconnect(connectionId: ConnectionId): void;
  /**
   * A message of this connection went through at `now`, in either direction. Pings and pongs are no messages (B-WS-11). An earlier
   * time than the one known changes nothing (course's choice).
   */
  touch(connectionId: ConnectionId, now: Millis): void;
  /** Undefined if it is not in the table. */
  get(connectionId: ConnectionId): Connection | undefined;
  /** False, and nothing else happens, if the connection is not in the table. Joining a room twice is joining it once. */
  join(connectionId: ConnectionId, room: Room): boolean;
  leave(connectionId: ConnectionId, room: Room): void;
  /** Who is in the room, in the order in which they joined it. */
  members(room: Room): ConnectionId[];
  /** The rooms that have somebody in them, in any order. A room that was left by everybody leaves nothing behind. */
  rooms(): Room[];
  /**
   * The connections that AWS has closed by `now`, in the order in which they connected: for 10 minutes or more without a message, or
   * made 2 hours ago or earlier, busy or not (B-WS-11, AWS documents it; both edges are the course's choice). They stay in the table.
   */
  expired(now: Millis): ConnectionId[];
}

/** One message for many. */
export interface Broadcast {
  /** Who gets it. Somebody who is listed twice gets it once. */
  to: ConnectionId[];
  /** Who does not get it, listed or not: usually whoever sent it. */
  except?: ConnectionId;
  /** The message. Its size is what counts: at most 131,072 bytes of UTF-8, not characters (B-WS-11, B-WS-13, AWS documents it). */
  data: string;
}

/**
 * `POST /@connections/{connectionId}` (B-WS-12). It rejects as the AWS SDK does, with an error that has a `name` and, if the service
 * answered, its status in `$metadata.httpStatusCode`. It may also throw or reject with anything else.
 */
export type Post = (connectionId: ConnectionId, data: string) => Promise<void>;

/** Resolves after so many milliseconds. The only way to wait; set no timer. */
export type Sleep = (ms: Millis) => Promise<void>;

/** A number from 0 to 1, 1 not included. Asked once for each wait, never rejects. */
export type Random = () => Promise<number>;

export interface BroadcasterOptions {
  /** How many posts may be under way at one time, over all broadcasts together. A whole number, one or more. */
  concurrency: number;
  /** How often one message is posted to one connection at most, the first time included. A whole number, one or more. */
  maxAttempts: number;
  /** Ceiling of the wait before the second attempt. It doubles with each further one. Zero or more. */
  baseDelay: Millis;
  /** No ceiling is higher than this. */
  maxDelay: Millis;
}

/** Why somebody did not get the message. */
export interface Failure {
  connectionId: ConnectionId;
  /** The HTTP status; missing if there was none. */
  status?: number;
  /** The `name` of the error, or `Unknown` if what was thrown is no `Error`. */
  error: string;
  /** How often the message was posted. */
  attempts: number;
}

/**
 * What became of one broadcast. Whoever was to get it stands in exactly one of the three lists, once. Each list is in the order of
 * the broadcast's own (course's choice).
 */
export interface Report {
  delivered: ConnectionId[];
  /** Those whose connection does not exist any more. Whoever called takes them out of the table. */
  gone: ConnectionId[];
  failed: Failure[];
}

/** A broadcast that is under way. */
export interface Delivery {
  /** Settles when everybody has the message or never will. It never rejects, and may be asked more than once. */
  report(): Promise<Report>;
}

/**
 * Posts messages to connections, many at a time.
 *
 * Statuses decide, not names (B-WS-13, AWS documents the statuses; what to do is practice, B-WS-14):
 * - 410: the connection is gone. No retry. Messages that wait for this connection at that moment are not posted; for them it is gone
 *   too. Nothing is remembered: a later `send` tries again (course's choice).
 * - 429: it is tried again, until `maxAttempts` posts were made. After the nth of them the wait is
 *   `random * min(maxDelay, baseDelay * 2 ** (n - 1))`, not rounded: exponential backoff with full jitter.
 * - Anything else, with or without a status, is a failure. No retry.
 * - A message of more than 131,072 bytes is posted to nobody and waits for nothing. All fail with status 413, error
 *   `PayloadTooLargeException`, attempts 0. A lone surrogate counts three bytes, as it is encoded.
 *
 * Whatever happens to one connection, the others get their message.
 *
 * Slots: a post holds one of `concurrency` slots from its call until it settles, and nothing else does: neither the wait before a retry
 * nor the wait for an earlier message. A free slot is taken at once if anybody is ready, first by whoever has been ready longest; those
 * who become ready at the same time take them in the order of the list (course's choice).
 *
 * Order: messages to one connection are posted in the order of their `send`s, each after the one before has been delivered, has
 * failed, or was answered 410 (course's choice: AWS promises no order between two posts that overlap). Connections do not wait for
 * each other.
 */
export interface Broadcaster {
  /** Takes the message over and returns at once; every recipient has its place in line by then. */
  send(broadcast: Broadcast): Delivery;
  /**
   * How many messages have no outcome yet, over all broadcasts: under way, in line, or before another attempt. One broadcast to three
   * connections is three.
   */
  pending(): number;
}

/** What `websocket-broadcast.ts` exports. */
export interface WebSocketBroadcastPart {
  /**
   * The key of the route that a message takes, or undefined: the client is told `Forbidden`, and the connection stays open (B-WS-04,
   * AWS records it). It never throws.
   *
   * - A message that is no JSON goes to `$default` (B-WS-03, AWS documents it).
   * - In the expression, `$request.body.NAME` and `${request.body.NAME}` stand for what the message holds there. NAME is one name, or
   *   several with dots between them: `order.kind` is `kind` in the object `order`. Without braces a name is made of letters, digits
   *   and underscores; in braces it is anything without a dot or a brace (the first is the course's choice).
   * - Text around them stays, and there may be several: `${request.body.service}-${request.body.verb}`. What was put in is not read
   *   again. A backslash before a dollar sign makes it text, and is gone itself (AWS documents it). A dollar sign that begins no reference is text, too.
   * - A text stands for itself; a number and a boolean for what JSON writes, `7` and `true`. What is missing, null, an object or a
   *   list stands for nothing, and so does a reference to anything but the body (the last two are the course's choice). Only what the
   *   message holds counts: an object's own names, and no names of texts and lists.
   * - The result is a route key if it is exactly that, capitals included (B-WS-03). `$connect` and `$disconnect` are no routes for a
   *   message, whatever it says: the service calls them itself (course's choice).
   * - Else it is `$default`, if that is among the keys.
   *
   * @param expression the API's route selection expression, usually `$request.body.action`
   * @param message what the client sent
   * @param routeKeys the keys of all routes that the API has
   */
  selectRoute(expression: string, message: string, routeKeys: string[]): string | undefined;

  /** An empty table. */
  createConnections(): Connections;

  /** @throws RangeError if `concurrency` or `maxAttempts` is no whole number of one or more: with less nothing would ever be sent */
  createBroadcaster(options: BroadcasterOptions, post: Post, sleep: Sleep, random: Random): Broadcaster;
}
