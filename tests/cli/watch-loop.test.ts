import { beforeEach, describe, expect, it } from 'vitest';
import { BEING_SAVED_MS, SETTLED_MS, watchLoop, type Look, type WatchLoop } from '../../src/grader/watch-loop.ts';

/** A clock that stands still until it is told to move. */
function stillClock() {
  let now = 0;
  let timers: { at: number; ring: () => void }[] = [];
  return {
    after(ms: number, ring: () => void) {
      const timer = { at: now + ms, ring };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    async pass(ms: number) {
      for (const end = now + ms; ;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        now = next ? next.at : end;
        if (!next) return settled();
        timers = timers.filter((timer) => timer !== next);
        next.ring();
        await settled();
      }
    },
  };
}

/** Everything that waits for nothing but promises has happened. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const there = (content: string): Look => ({ state: 'there', content });

describe('a watch', () => {
  let file: Look;
  /** What was graded, with how it ended. */
  let graded: string[];
  let gone: number;
  /** Ends the run in progress. */
  let finish: () => void;
  let clock: ReturnType<typeof stillClock>;
  let loop: WatchLoop;

  beforeEach(async () => {
    [file, graded, gone, clock] = [there('a'), [], 0, stillClock()];
    loop = watchLoop({
      look: async () => file,
      after: clock.after,
      gone: () => void gone++,
      trouble: (error) => expect.unreachable(String(error)),
      async grade(signal) {
        const run = graded.push(file.state === 'gone' ? 'gone' : file.content) - 1;
        await new Promise<void>((resolve) => {
          finish = resolve;
          signal.addEventListener('abort', () => resolve());
        });
        graded[run] += signal.aborted ? ' given up' : ' done';
      },
    });
    loop.again();
    await clock.pass(0);
    finish();
    await clock.pass(0);
    graded.length = 0;
  });

  async function save(content: Look): Promise<void> {
    file = content;
    loop.changed();
    await clock.pass(1);
  }

  async function finished(): Promise<string[]> {
    finish();
    await clock.pass(0);
    return graded;
  }

  it('grades once after a save, when its events have settled', async () => {
    await save(there('b'));
    await save(there('b'));
    await clock.pass(SETTLED_MS - 2);
    expect(graded).toEqual([]);
    await clock.pass(1);
    expect(await finished()).toEqual(['b done']);
  });

  it('does nothing when what is to be graded is the same', async () => {
    await save(there('a'));
    await clock.pass(SETTLED_MS);
    expect(graded).toEqual([]);
  });

  it('gives up the run in progress when there is something newer', async () => {
    await save(there('b'));
    await clock.pass(SETTLED_MS);
    await save(there('c'));
    await clock.pass(SETTLED_MS);
    expect(await finished()).toEqual(['b given up', 'c done']);
  });

  it('takes back a change that was taken back', async () => {
    await save(there('b'));
    await clock.pass(SETTLED_MS);
    await save(there('a'));
    await clock.pass(SETTLED_MS);
    expect(await finished()).toEqual(['b given up', 'a done']);
  });

  it.each([
    ['deletes', { state: 'gone' }],
    ['empties', { state: 'empty', content: '' }],
  ] as const)('is patient with an editor that %s a file before it writes it', async (_, meanwhile) => {
    await save(meanwhile);
    await clock.pass(SETTLED_MS + BEING_SAVED_MS / 2);
    await save(there('b'));
    await clock.pass(SETTLED_MS);
    expect([await finished(), gone]).toEqual([['b done'], 0]);
  });

  it('says once that a file is deleted, and goes on when it is back, changed or not', async () => {
    await save({ state: 'gone' });
    await clock.pass(SETTLED_MS + BEING_SAVED_MS);
    loop.changed();
    await clock.pass(SETTLED_MS + BEING_SAVED_MS);
    expect([graded, gone]).toEqual([[], 1]);
    await save(there('a'));
    await clock.pass(SETTLED_MS);
    expect(await finished()).toEqual(['a done']);
  });

  it('gives up the run of a file that is deleted meanwhile', async () => {
    await save(there('b'));
    await clock.pass(SETTLED_MS);
    await save({ state: 'gone' });
    await clock.pass(SETTLED_MS + BEING_SAVED_MS);
    expect([graded, gone]).toEqual([['b given up'], 1]);
  });

  it('grades a file that stays empty', async () => {
    await save({ state: 'empty', content: '' });
    await clock.pass(SETTLED_MS + BEING_SAVED_MS);
    expect(await finished()).toEqual([' done']);
  });

  it('grades the same again when it is asked to', async () => {
    loop.again();
    await clock.pass(0);
    expect(await finished()).toEqual(['a done']);
  });

  it('ends the run in progress when it is closed, and begins no other', async () => {
    await save(there('b'));
    await clock.pass(SETTLED_MS);
    await save(there('c'));
    await loop.close();
    await clock.pass(1000);
    expect(graded).toEqual(['b given up']);
  });

  it('goes on after a run that failed for reasons of its own', async () => {
    const troubles: unknown[] = [];
    const failing = watchLoop({
      look: async () => file,
      after: clock.after,
      gone() {},
      trouble: (error) => troubles.push(error),
      async grade() {
        throw new Error('no worker');
      },
    });
    failing.again();
    await clock.pass(0);
    failing.again();
    await clock.pass(0);
    expect(troubles).toEqual([new Error('no worker'), new Error('no worker')]);
  });
});
