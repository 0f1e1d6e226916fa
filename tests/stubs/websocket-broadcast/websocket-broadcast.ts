/**
 * Exercise: WebSocket broadcast.
 *
 * `contract.ts` beside this file says what every function must do, in which units, and why. Start with `selectRoute`: the
 * first concept needs nothing else. `npm run examples` runs the visible examples, `npm run grade websocket-broadcast`
 * the whole suite, `npm run hint websocket-broadcast` helps with the first rule that is broken.
 */
import type {
  Broadcast,
  Broadcaster,
  BroadcasterOptions,
  ConnectEvent,
  Connection,
  ConnectionId,
  Connections,
  Delivery,
  Millis,
  Post,
  Random,
  Report,
  Room,
  Sleep,
} from './contract.ts';

export function selectRoute(expression: string, message: string, routeKeys: string[]): string | undefined {
  return undefined;
}

export function createConnections(): Connections {
  return {
    connect(event: ConnectEvent): void {},

    disconnect(connectionId: ConnectionId): void {},

    touch(connectionId: ConnectionId, now: Millis): void {},

    get(connectionId: ConnectionId): Connection | undefined {
      return undefined;
    },

    join(connectionId: ConnectionId, room: Room): boolean {
      return false;
    },

    leave(connectionId: ConnectionId, room: Room): void {},

    members(room: Room): ConnectionId[] {
      return [];
    },

    rooms(): Room[] {
      return [];
    },

    expired(now: Millis): ConnectionId[] {
      return [];
    },
  };
}

export function createBroadcaster(options: BroadcasterOptions, post: Post, sleep: Sleep, random: Random): Broadcaster {
  return {
    send(broadcast: Broadcast): Delivery {
      return {
        async report(): Promise<Report> {
          return { delivered: [], gone: [], failed: [] };
        },
      };
    },

    pending(): number {
      return 0;
    },
  };
}
