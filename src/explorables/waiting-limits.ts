/** What “how long does it wait?” takes from the ledger: limits in seconds, and the replies to a caller who waited too long. */
import { factById, type Ledger } from '../facts/ledger.ts';
import type { Limits } from './waiting.ts';

const FACTS: Record<keyof Limits, string> = {
  rest: 'rest-timeout-default',
  http: 'http-timeout-max',
  websocket: 'websocket-integration-timeout-max',
  streamSilenceEdge: 'rest-stream-idle-edge',
  streamSilence: 'rest-stream-idle',
  stream: 'rest-stream-duration',
  socketSilence: 'websocket-idle-timeout',
  socket: 'websocket-connection-duration',
  functionRun: 'lambda-timeout-max',
};

const SECONDS: Record<string, number> = { s: 1, min: 60, h: 3600 };

/** @throws Error that names the nearest fact when one is missing, or the fact that is no time */
export function limitsOf(ledger: Ledger): Limits {
  const seconds = (id: string) => {
    const { value, unit } = factById(ledger, id);
    const scale = SECONDS[unit];
    if (typeof value !== 'number' || scale === undefined) throw new Error(`fact "${id}" is "${value}" in ${unit}, which is no time`);
    return value * scale;
  };
  return Object.fromEntries(Object.entries(FACTS).map(([name, id]) => [name, seconds(id)])) as Record<keyof Limits, number>;
}

export interface Replies {
  /** Statuses. */
  rest: number;
  http: number;
  restBody: string;
}

/** @throws Error that names the nearest fact when one is missing */
export function waitingReplies(ledger: Ledger): Replies {
  const value = (id: string) => factById(ledger, id).value;
  return { rest: Number(value('timeout-status')), http: Number(value('http-timeout-status')), restBody: String(value('timeout-body')) };
}
