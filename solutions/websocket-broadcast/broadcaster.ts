import type { Broadcaster, BroadcasterOptions, ConnectionId, Post, Random, Sleep } from '../../exercises/websocket-broadcast/contract.ts';
import { describe, tooLarge } from './failure.ts';
import { LARGEST_MESSAGE, utf8Bytes } from './payload.ts';
import { createQueue } from './queue.ts';
import { openReport, type Outcome } from './report.ts';

/** One message for one connection, until its outcome is known. */
interface Message {
  connectionId: ConnectionId;
  data: string;
  attempts: number;
  /** What was sent to the same connection after it and waits for it. */
  behind: Message | undefined;
  settle(outcome: Outcome): void;
}

/**
 * A pool of workers over a line of messages that could go at once (B-WS-14). A worker is a slot: it posts one message, says what became
 * of it and takes the next, so a slow connection keeps one worker and nobody else. What waits for an earlier message of its connection,
 * or for its next attempt, is not in the line and costs no worker.
 */
export function createBroadcaster(
  { concurrency, maxAttempts, baseDelay, maxDelay }: BroadcasterOptions,
  post: Post,
  sleep: Sleep,
  random: Random,
): Broadcaster {
  requireCount('concurrency', concurrency);
  requireCount('maxAttempts', maxAttempts);
  const ready = createQueue<Message>();
  /** What was sent last to each connection that has a message under way. A name that is not in here waits for nothing. */
  const last = new Map<ConnectionId, Message>();
  let workers = 0;
  let pending = 0;

  function enqueue(message: Message): void {
    pending++;
    const before = last.get(message.connectionId);
    last.set(message.connectionId, message);
    if (before) before.behind = message;
    else makeReady(message);
  }

  function makeReady(message: Message): void {
    ready.push(message);
    if (workers < concurrency) void work();
  }

  async function work(): Promise<void> {
    workers++;
    for (let message = ready.take(); message; message = ready.take()) {
      message.attempts++;
      try {
        await post(message.connectionId, message.data);
        finish(message, 'delivered');
      } catch (thrown) {
        handleFailure(message, thrown);
      }
    }
    workers--;
  }

  function handleFailure(message: Message, thrown: unknown): void {
    const { connectionId, attempts } = message;
    const problem = describe(thrown);
    if (problem.status === 410) finishAllAsGone(message);
    else if (problem.status === 429 && attempts < maxAttempts) void retry(message);
    else finish(message, { connectionId, ...problem, attempts });
  }

  /** Exponential backoff with full jitter. The worker that posted has gone on to the next message meanwhile. */
  async function retry(message: Message): Promise<void> {
    const ceiling = Math.min(maxDelay, baseDelay * 2 ** (message.attempts - 1));
    await sleep((await random()) * ceiling);
    makeReady(message);
  }

  function finish(message: Message, outcome: Outcome): void {
    settle(message, outcome);
    if (message.behind) makeReady(message.behind);
    else last.delete(message.connectionId);
  }

  /** Whatever waits behind has the same outcome: nobody is there to take it. */
  function finishAllAsGone(message: Message): void {
    last.delete(message.connectionId);
    for (let waiting: Message | undefined = message; waiting; waiting = waiting.behind) settle(waiting, 'gone');
  }

  function settle(message: Message, outcome: Outcome): void {
    pending--;
    message.settle(outcome);
  }

  return {
    send({ to, except, data }) {
      const recipients = [...new Set(to)].filter((connectionId) => connectionId !== except);
      const isTooLarge = utf8Bytes(data) > LARGEST_MESSAGE;
      const report = openReport(recipients);
      recipients.forEach((connectionId, recipient) => {
        if (isTooLarge) report.settle(recipient, tooLarge(connectionId));
        else enqueue({ connectionId, data, attempts: 0, behind: undefined, settle: (outcome) => report.settle(recipient, outcome) });
      });
      return { report: () => report.whole };
    },
    pending: () => pending,
  };
}

function requireCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} is ${value}; it must be a whole number, one or more`);
}
