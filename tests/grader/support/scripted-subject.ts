/** A subject in this process, for tests of what the judge does with one: quick, trusted, and as broken as a test wants it. */
import type { Channel } from '../../../src/grader/boundary/channel.ts';
import { createRealm } from '../../../src/grader/boundary/realm.ts';
import type { Clock } from '../../../src/grader/judge/clock.ts';

/** A channel to the real realm, attached to these exports. Messages arrive later, as they would from a process. */
export function realmChannel(exports: object): Channel {
  let open = true;
  const channel = silentChannel({ kill: () => (open = false) });
  const realm = createRealm((text) => queueMicrotask(() => open && channel.onText(text)));
  channel.post = (text) => queueMicrotask(() => open && realm.receive(text));
  realm.attach(exports);
  return channel;
}

/** A channel to somebody who says nothing, except for what a test makes it say. */
export function silentChannel(parts: Partial<Channel> = {}): Channel {
  return { post() {}, onText() {}, onEnd() {}, kill() {}, ...parts };
}

export interface FakeClock extends Clock {
  advance(ms: number): void;
}

export function fakeClock(): FakeClock {
  let now = 0;
  const timers = new Set<{ at: number; then: () => void }>();
  return {
    now: () => now,
    after(ms, then) {
      const timer = { at: now + ms, then };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      now += ms;
      for (const timer of timers) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.then();
      }
    },
  };
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}
