import type { ConnectionId, Failure } from '../../exercises/websocket-broadcast/contract.ts';

/** What a post threw. The status is where AWS's SDK puts it (B-WS-13); anything can be thrown, null too. */
export function describe(thrown: unknown): Pick<Failure, 'status' | 'error'> {
  const status = (thrown as { $metadata?: { httpStatusCode?: unknown } } | null | undefined)?.$metadata?.httpStatusCode;
  const error = thrown instanceof Error ? thrown.name : 'Unknown';
  return typeof status === 'number' ? { status, error } : { error };
}

/** What the service would answer. It is known before anything is posted, so nothing is. */
export function tooLarge(connectionId: ConnectionId): Failure {
  return { connectionId, status: 413, error: 'PayloadTooLargeException', attempts: 0 };
}
