/**
 * Time of one broadcast to 10,000 connections: the reference beside `p-limit`, with which such a loop is often written, and beside the
 * barest loop that keeps a limit. The two know nothing of order, retries or reports; what the reference takes beyond them is what these cost.
 */
import { setTimeout as after } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { WebSocketBroadcastPart } from '../exercises/websocket-broadcast/contract.ts';
import { inTurns, millisecondsOf, summarize, type Samples } from './measure.ts';

export interface BroadcastFigure {
  way: string;
  /** What a post takes. */
  post: keyof typeof POSTS;
  /** Milliseconds from the call to the end of the last post. */
  milliseconds: Samples;
}

const ROUNDS = 15;
const CONCURRENCY = 100;
const CONNECTIONS = Array.from({ length: 10_000 }, (_, index) => `${index}`.padStart(15, 'x').concat('='));
const MESSAGE = JSON.stringify({ room: 'lobby', text: 'hello' });

const POSTS = {
  'resolves at once': async () => {},
  'takes 1 ms': () => after(1),
};

type Post = (connectionId: string, data: string) => Promise<void>;

export async function measureBroadcasts(part: WebSocketBroadcastPart): Promise<BroadcastFigure[]> {
  const figures: BroadcastFigure[] = [];
  for (const [post, send] of Object.entries(POSTS) as [keyof typeof POSTS, Post][]) {
    const values = await inTurns(ROUNDS, {
      reference: () => millisecondsOf(() => withReference(part, send)),
      'p-limit': () => millisecondsOf(() => withPLimit(send)),
      'bare loop': () => millisecondsOf(() => withBareLoop(send)),
    });
    for (const [way, milliseconds] of Object.entries(values)) figures.push({ way, post, milliseconds: summarize(milliseconds) });
  }
  return figures;
}

async function withReference({ createBroadcaster }: WebSocketBroadcastPart, post: Post): Promise<void> {
  const options = { concurrency: CONCURRENCY, maxAttempts: 3, baseDelay: 100, maxDelay: 2000 };
  const broadcaster = createBroadcaster(options, post, after, async () => Math.random());
  const { delivered } = await broadcaster.send({ to: CONNECTIONS, data: MESSAGE }).report();
  if (delivered.length !== CONNECTIONS.length) throw new Error(`${delivered.length} of ${CONNECTIONS.length} were delivered`);
}

async function withPLimit(post: Post): Promise<void> {
  const limit = pLimit(CONCURRENCY);
  await Promise.allSettled(CONNECTIONS.map((connectionId) => limit(post, connectionId, MESSAGE)));
}

/** So many loops over one list: whoever is free takes the next. */
async function withBareLoop(post: Post): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < CONNECTIONS.length) await post(CONNECTIONS[next++]!, MESSAGE);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}
