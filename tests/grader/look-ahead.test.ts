import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/grader/boundary/channel.ts';
import { formatCalls } from '../../src/grader/judge/calls.ts';
import { SubjectLost } from '../../src/grader/judge/failures.ts';
import { judgeTest } from '../../src/grader/judge/judge-test.ts';
import { LIMITS } from '../../src/grader/judge/limits.ts';
import { remoteOf, type Remote } from '../../src/grader/judge/remote.ts';
import { createSession, type Session } from '../../src/grader/judge/session.ts';
import { fakeClock, realmChannel, settled, type FakeClock } from './support/scripted-subject.ts';

interface Bell {
  ring(): number;
}

interface BellPart {
  createBell(): Bell;
  echo(value: unknown): unknown;
  ask(question: () => Promise<string>): Promise<string>;
}

const never = () => new Promise<never>(() => {});

let clock: FakeClock;
let session: Session;
let part: Remote<BellPart>;
/** The subjects, and what each was sent. */
let opened: (Channel & { posted: string[] })[];
let order: string[];

beforeEach(() => {
  clock = fakeClock();
  opened = [];
  order = [];
  session = createSession(() => {
    const channel = realmChannel(exportsOf());
    const { post } = channel;
    const posted: string[] = [];
    opened.push(Object.assign(channel, { posted, post: (text: string) => (posted.push(text), post(text)) }));
    return opened.at(-1)!;
  }, clock);
  part = remoteOf<BellPart>((call) => session.perform(call));
});

function exportsOf() {
  let rings = 0;
  return {
    createBell: () => ({ ring: () => ++rings }),
    echo: (value: unknown) => (value === 'hang' ? never() : value),
    ask: (question: () => Promise<string>) => question(),
  };
}

/** Two tests: the second is looked at while the first waits. What came of each. */
async function inTurn(first: () => Promise<unknown>, second: () => Promise<unknown>) {
  session.beginTest('bells');
  const judged = first();
  const then = session.lookAhead(second);
  const outcomes = [await judged.catch((error: Error) => error)];
  session.endTest();
  session.beginTest('bells');
  outcomes.push(await (then() as Promise<unknown>).catch((error: Error) => error));
  session.endTest();
  return outcomes;
}

describe('the next test', () => {
  it('makes its first calls while the subject works on the present one’s', async () => {
    await inTurn(
      async () => {
        await part.echo(1);
        order.push(`answered after ${opened[0]!.posted.length} messages`);
      },
      async () => part.echo(2),
    );
    expect(order).toEqual(['answered after 2 messages']);
  });

  it('goes on only when its turn has come', async () => {
    await inTurn(
      async () => {
        await part.echo(1);
        await settled();
        await part.echo(2);
        order.push('first ends');
      },
      async () => {
        order.push('second begins');
        await part.echo(3);
        order.push('second goes on');
      },
    );
    expect(order).toEqual(['second begins', 'first ends', 'second goes on']);
  });

  it('shows its own calls, and the present one shows its own', async () => {
    const shown: string[] = [];
    const callsOf = async (value: number) => {
      await part.echo(value);
      shown.push(formatCalls(session.calls()));
    };
    await inTurn(
      () => callsOf(1),
      () => callsOf(2),
    );
    expect(shown).toEqual(['echo(1)  // → 1', 'echo(2)  // → 2']);
  });

  it('leaves the present one what it made in the subject, and keeps what it made itself', async () => {
    const ringTwice = async () => {
      const bell = part.createBell();
      return [await bell.ring(), await bell.ring()];
    };
    expect(await inTurn(ringTwice, ringTwice)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('is run as ever if the present one calls nothing', async () => {
    expect(
      await inTurn(
        async () => 'nothing',
        async () => part.echo(1),
      ),
    ).toEqual(['nothing', 1]);
  });

  it('fails with what it throws before it calls', async () => {
    const broken = async () => {
      throw new Error('broken');
    };
    expect(await inTurn(async () => part.echo(1), broken)).toEqual([1, new Error('broken')]);
  });

  it('is refused if it waits before it calls: nothing would hold it back', async () => {
    const early = async () => {
      await Promise.resolve();
      return part.echo(2);
    };
    expect(await inTurn(async () => part.echo(1), early)).toEqual([1, new Error('A test has to call before it waits for anything else.')]);
  });

  it('waits with a round trip for its turn', async () => {
    expect(
      await inTurn(
        async () => {
          await part.echo(1);
          order.push('first ends');
        },
        async () => {
          void part.echo(2);
          await session.roundTrip();
          order.push('round trip ends');
        },
      ),
    ).toEqual([undefined, undefined]);
    expect(order).toEqual(['first ends', 'round trip ends']);
  });
});

describe('functions of the judge', () => {
  const asking = async () => part.ask(async () => 'heard');

  it('are not handed over ahead', async () => {
    let sent: number | undefined;
    const outcomes = await inTurn(async () => {
      await part.echo(1);
      sent = opened[0]!.posted.length;
    }, asking);
    expect([outcomes[1], sent]).toEqual(['heard', 1]);
  });

  it('keep the tests after them from being looked at', async () => {
    await inTurn(
      async () => {
        await asking();
        order.push('first ends');
      },
      async () => {
        order.push('second begins');
        await part.echo(1);
      },
    );
    expect(order).toEqual(['first ends', 'second begins']);
  });
});

describe('a subject that is lost', () => {
  it('under the present test: the next one calls again, and is answered', async () => {
    const hanging = part.echo.bind(part, 'hang');
    const both = inTurn(
      async () => hanging(),
      async () => part.echo(2),
    );
    await settled();
    clock.advance(LIMITS.call);
    expect(await both).toEqual([new SubjectLost('did not return within 2 s'), 2]);
    expect(opened).toHaveLength(2);
  });

  it('under the next test’s calls: that one fails, and the present one is answered by another subject', async () => {
    const both = inTurn(
      async () => [await part.echo(1), await settled(), await part.echo(2)],
      async () => part.echo('hang'),
    );
    await settled();
    clock.advance(LIMITS.call);
    expect(await both).toEqual([[1, undefined, 2], new SubjectLost('did not return within 2 s')]);
  });

  it('after it has answered the next test: what that had made is made again', async () => {
    const both = inTurn(
      async () => {
        await part.echo(1);
        await settled();
        await part.echo('hang');
      },
      async () => {
        const bell = part.createBell();
        return [await bell.ring(), await bell.ring()];
      },
    );
    await settled();
    await settled();
    clock.advance(LIMITS.call);
    expect(await both).toEqual([new SubjectLost('did not return within 2 s'), [1, 2]]);
  });

  it('is held against the test that hung, not against the one before', async () => {
    const hang = async () => part.echo('hang');
    const both = inTurn(async () => part.echo(1), hang);
    await settled();
    clock.advance(LIMITS.call);
    await both;
    session.beginTest('bells');
    const again = hang().catch(() => {});
    await settled();
    clock.advance(LIMITS.call);
    await again;
    expect(() => session.beginTest('bells')).toThrow('2 calls before it did not return');
  });
});

it('gives the same outcomes as one test after the other', async () => {
  /** A test is some messages of some calls; one call may be answered otherwise than it asks. */
  const call = fc.constantFrom('right', 'right', 'right', 'wrong');
  const message = fc.array(call, { minLength: 1, maxLength: 3 });
  const tests = fc.array(fc.array(message, { maxLength: 3 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(tests, async (scripts) => {
      expect(await outcomesOf(scripts, true)).toEqual(await outcomesOf(scripts, false));
    }),
  );
});

async function outcomesOf(scripts: readonly string[][][], looksAhead: boolean) {
  const judging = createSession(() => realmChannel({ right: (at: number) => at, wrong: (at: number) => at + 1 }), clock);
  const remote = remoteOf<Record<string, (at: number) => number>>((call) => judging.perform(call));
  const runs = scripts.map((messages) => async () => {
    for (const calls of messages) expect(await Promise.all(calls.map((name, i) => remote[name]!(i)))).toEqual(calls.map((_, i) => i));
  });
  const outcomes = [];
  let ahead: (() => unknown) | undefined;
  for (const [i, run] of runs.entries()) {
    const judged = judgeTest(judging, 'a concept', `test ${i}`, ahead ?? run, clock.now);
    const next = runs[i + 1];
    ahead = next && looksAhead ? judging.lookAhead(next) : undefined;
    outcomes.push(await judged);
  }
  return outcomes;
}
