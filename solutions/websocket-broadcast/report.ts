import type { ConnectionId, Failure, Report } from '../../exercises/websocket-broadcast/contract.ts';

/** What became of one message on one connection. */
export type Outcome = 'delivered' | 'gone' | Failure;

/** A report that is still being written. */
export interface OpenReport {
  settle(recipient: number, outcome: Outcome): void;
  /** Settles when the outcome of every recipient is known. */
  whole: Promise<Report>;
}

export function openReport(recipients: readonly ConnectionId[]): OpenReport {
  const outcomes: Outcome[] = recipients.map(() => 'delivered');
  const { promise: whole, resolve } = Promise.withResolvers<Report>();
  let open = recipients.length;
  if (open === 0) resolve(summarize(recipients, outcomes));

  return {
    whole,
    settle(recipient, outcome) {
      outcomes[recipient] = outcome;
      open -= 1;
      if (open === 0) resolve(summarize(recipients, outcomes));
    },
  };
}

function summarize(recipients: readonly ConnectionId[], outcomes: readonly Outcome[]): Report {
  return {
    delivered: recipients.filter((_, i) => outcomes[i] === 'delivered'),
    gone: recipients.filter((_, i) => outcomes[i] === 'gone'),
    failed: outcomes.filter((outcome) => typeof outcome === 'object'),
  };
}
