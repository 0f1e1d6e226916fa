/**
 * The service as the suite plays it: it takes posts and answers them, at once or when the case says so. It also hands out time and
 * chance. Nothing waits for a clock.
 */
import { roundTrip } from '#judge';
import type { ConnectionId, Millis, Post as PostTo, Random, Sleep } from '../../../exercises/websocket-broadcast/contract.ts';

/** What a post comes to. A held one is answered by `answer`. */
export type Answer = 'delivered' | 'held' | { throws: unknown };

export interface Post {
  connectionId: ConnectionId;
  data: string;
  /** How often this was posted to this connection, this time included. */
  attempt: number;
}

interface Settings {
  /** What the service says to a post. Everything is delivered if nothing is said here. */
  answers?: (post: Post) => Answer;
  /** The numbers that chance gives, in turn and then again from the first. */
  random?: readonly number[];
  /** Waits end when `wake` says so, and not at once. */
  holdsWaits?: boolean;
}

export class Service {
  readonly posts: Post[] = [];
  /** What was waited for, in order. */
  readonly waits: Millis[] = [];
  /** How many times chance was asked. */
  drawn = 0;
  readonly #settings: Settings;
  readonly #inFlight: (Post & { settle(answer: Answer): void })[] = [];
  readonly #asleep: (() => void)[] = [];
  #calls = 0;

  constructor(settings: Settings = {}) {
    this.#settings = settings;
  }

  /** Who has a held post, in the order in which these came. */
  get inFlight(): ConnectionId[] {
    return this.#inFlight.map(({ connectionId }) => connectionId);
  }

  /** What was posted to whom, in order. */
  get posted(): [ConnectionId, string][] {
    return this.posts.map(({ connectionId, data }) => [connectionId, data]);
  }

  /** Who was posted to, in order. */
  get reached(): ConnectionId[] {
    return this.posts.map(({ connectionId }) => connectionId);
  }

  /** What a broadcaster is given. */
  get ports(): [PostTo, Sleep, Random] {
    return [
      (connectionId, data) => this.#take(connectionId, data),
      async (ms) => {
        this.#calls++;
        this.waits.push(ms);
        if (this.#settings.holdsWaits) await new Promise<void>((resolve) => this.#asleep.push(resolve));
      },
      async () => {
        this.#calls++;
        const { random = [0.5] } = this.#settings;
        return random[this.drawn++ % random.length]!;
      },
    ];
  }

  /** Answers the oldest held post to this connection; nothing happens if there is none. */
  answer(connectionId: ConnectionId, answer: Answer = 'delivered'): void {
    this.#inFlight.find((post) => post.connectionId === connectionId)?.settle(answer);
  }

  /** Ends the oldest wait. */
  wake(): void {
    this.#asleep.shift()?.();
  }

  /**
   * Lets everything happen that the submission does by itself, until it has asked for nothing more. Between two round trips lie all the
   * reactions of its promises, and what it asks for meanwhile comes before the second.
   */
  async settled(): Promise<void> {
    for (let seen = -1; seen !== this.#calls;) {
      seen = this.#calls;
      await turn();
      await roundTrip();
      await roundTrip();
    }
  }

  /** Answers posts and ends waits until no more come: afterwards a report is there, or will never be. */
  async answerAll(): Promise<void> {
    for (let rounds = 0; rounds < 50; rounds++) {
      await this.settled();
      if (this.#inFlight.length + this.#asleep.length === 0) return;
      this.wake();
      for (const id of this.inFlight) this.answer(id);
    }
  }

  async #take(connectionId: ConnectionId, data: string): Promise<void> {
    this.#calls++;
    const attempt = 1 + this.posts.filter((post) => post.connectionId === connectionId && post.data === data).length;
    const post: Post = { connectionId, data, attempt };
    this.posts.push(post);
    const said = this.#settings.answers?.(post) ?? 'delivered';
    const answer = said === 'held' ? await this.#hold(post) : said;
    if (typeof answer === 'object') throw answer.throws;
  }

  #hold(post: Post): Promise<Answer> {
    return new Promise((resolve) => {
      const held = {
        ...post,
        settle: (answer: Answer) => {
          this.#inFlight.splice(this.#inFlight.indexOf(held), 1);
          resolve(answer);
        },
      };
      this.#inFlight.push(held);
    });
  }
}

/** A service that answers nothing until it is told to. */
export function holdingService(settings: Omit<Settings, 'answers'> = {}): Service {
  return new Service({ ...settings, answers: () => 'held' });
}

/** A service that has one answer for each of these connections, and delivers to all others. */
export function serviceThatSays(answers: Record<ConnectionId, Answer>, settings: Omit<Settings, 'answers'> = {}): Service {
  const byId = new Map(Object.entries(answers));
  return new Service({ ...settings, answers: ({ connectionId }) => byId.get(connectionId) ?? 'delivered' });
}

/** An error as AWS's SDK throws it when the service has answered. */
export function awsError(status: number, name: string): { throws: Error } {
  return { throws: Object.assign(new Error(name), { name, $fault: 'client', $metadata: { httpStatusCode: status, attempts: 1 } }) };
}

export const GONE = awsError(410, 'GoneException');
export const FORBIDDEN = awsError(403, 'ForbiddenException');
export const THROTTLED = awsError(429, 'LimitExceededException');

/** Until whatever is under way in this thread has run. A message to oneself, because a browser makes short timers wait. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port2.close();
      resolve();
    };
    port1.postMessage(undefined);
  });
}
