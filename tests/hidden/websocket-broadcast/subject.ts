/** The submission, and the few ways in which the suite asks it. Nothing here waits: the calls of a case travel together. */
import { submission, type Remote } from '#judge';
import type {
  Broadcast,
  Broadcaster,
  BroadcasterOptions,
  ConnectEvent,
  ConnectionId,
  Connections,
  Failure,
  Millis,
  Report,
  WebSocketBroadcastPart,
} from '../../../exercises/websocket-broadcast/contract.ts';
import type { Service } from './service.ts';

export const part = submission<WebSocketBroadcastPart>({ promising: ['report'] });

/** When the suite's connections are made: an ordinary moment, not zero. */
export const CONNECTED_AT = Date.UTC(2026, 10, 21, 9, 30);

export function connectEvent(connectionId: ConnectionId, told: Omit<ConnectEvent, 'requestContext'> & { at?: Millis } = {}): ConnectEvent {
  const { at = CONNECTED_AT, ...rest } = told;
  return { requestContext: { connectionId, connectedAt: at }, ...rest };
}

/** A table with these connections in it. */
export function tableOf(...ids: ConnectionId[]): Remote<Connections> {
  const connections = part.createConnections();
  for (const id of ids) connections.connect(connectEvent(id));
  return connections;
}

/** A broadcaster on this service. What a case says nothing about does not matter to it. */
export function broadcasterOn(service: Service, options: Partial<BroadcasterOptions> = {}): Remote<Broadcaster> {
  return part.createBroadcaster({ concurrency: 10, maxAttempts: 3, baseDelay: 100, maxDelay: 1000, ...options }, ...service.ports);
}

/** The report on one broadcast of a new broadcaster. */
export function reportOn(service: Service, broadcast: Broadcast, options: Partial<BroadcasterOptions> = {}): Promise<Report> {
  return broadcasterOn(service, options).send(broadcast).report();
}

/** What a call throws, by name, or what it gives instead. */
export async function thrownBy(call: unknown): Promise<string> {
  try {
    await call;
    return 'throws nothing';
  } catch (error) {
    const thrown = (error as { thrown?: unknown }).thrown ?? error;
    return thrown instanceof Error ? thrown.name : 'throws what is no Error';
  }
}

export function report({ delivered = [], gone = [], failed = [] }: Partial<Report>): Report {
  return { delivered, gone, failed };
}

export function forbidden(connectionId: ConnectionId, attempts = 1): Failure {
  return { connectionId, status: 403, error: 'ForbiddenException', attempts };
}

export function throttled(connectionId: ConnectionId, attempts: number): Failure {
  return { connectionId, status: 429, error: 'LimitExceededException', attempts };
}

export function tooLarge(connectionId: ConnectionId): Failure {
  return { connectionId, status: 413, error: 'PayloadTooLargeException', attempts: 0 };
}
