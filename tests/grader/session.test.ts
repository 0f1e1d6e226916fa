import { beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/grader/boundary/channel.ts';
import { formatCalls } from '../../src/grader/judge/calls.ts';
import { NotRun, SubjectLost } from '../../src/grader/judge/failures.ts';
import { LIMITS } from '../../src/grader/judge/limits.ts';
import { remoteOf, type Remote } from '../../src/grader/judge/remote.ts';
import { createSession, type Session } from '../../src/grader/judge/session.ts';
import { fakeClock, realmChannel, settled, silentChannel, type FakeClock } from './support/scripted-subject.ts';

interface Bell {
  ring(): number;
}

interface BellPart {
  createBell(): Bell;
  echo(value: unknown): unknown;
  ask(question: (about: string) => Promise<string>): Promise<string>;
}

const never = () => new Promise<never>(() => {});

let clock: FakeClock;
let session: Session;
let part: Remote<BellPart>;
let opened: Channel[];

/** A session whose subjects export this; each is started afresh. */
function open(makeChannel: () => Channel): void {
  opened = [];
  session = createSession(() => {
    const channel = makeChannel();
    opened.push(channel);
    return channel;
  }, clock);
  part = remoteOf<BellPart>((call) => session.perform(call));
  session.beginTest('bells');
}

function openOn(exports: object): void {
  open(() => realmChannel(exports));
}

function bells() {
  let rings = 0;
  return { createBell: () => ({ ring: () => ++rings }), echo: (value: unknown) => value };
}

/** What comes of a call that hangs until its time is up. */
async function hang(): Promise<Error> {
  const call = part.echo('hang').catch((error: Error) => error);
  await settled();
  clock.advance(LIMITS.call);
  return (await call) as Error;
}

beforeEach(() => {
  clock = fakeClock();
});

describe('a promise where the contract asks for a value', () => {
  it('breaks the rule, says which method gives it, and what is called on it says the same', async () => {
    openOn({ createBell: async () => ({ ring: () => 1 }), echo: async () => Promise.reject(new Error('nobody hears of it')) });
    part = remoteOf<BellPart>((call) => session.perform(call), ['ask']);
    const bell = part.createBell();
    const answers = [bell.ring(), part.echo(1), bell].map((answer) => Promise.resolve(answer).catch((error: Error) => error.message));
    const about = (method: string) => `gave a promise where the contract asks for a value: \`${method}\` must not be \`async\``;
    expect(await Promise.all(answers)).toEqual([about('createBell'), about('echo'), about('createBell')]);
    expect(formatCalls(session.calls())).toContain('echo(1)  // → a promise');
  });

  it('is waited for where the contract has the method give promises', async () => {
    openOn({ ...bells(), echo: async (value: unknown) => value });
    part = remoteOf<BellPart>((call) => session.perform(call), ['echo']);
    expect(await part.echo('later')).toBe('later');
  });
});

describe('calls', () => {
  it('made in one tick travel in one message, and run in order on results of each other', async () => {
    const posted: string[] = [];
    open(() => {
      const channel = realmChannel(bells());
      const { post } = channel;
      return Object.assign(channel, { post: (text: string) => (posted.push(text), post(text)) });
    });
    const bell = part.createBell();
    expect(await Promise.all([bell.ring(), bell.ring(), part.echo('e')])).toEqual([1, 2, 'e']);
    expect(posted).toHaveLength(1);
  });

  it('reach results of earlier messages', async () => {
    openOn(bells());
    const bell = part.createBell();
    await bell.ring();
    expect(await bell.ring()).toBe(2);
  });

  it('that throw reject with what was thrown, and the others still run', async () => {
    openOn({
      echo: () => {
        throw new RangeError('too loud');
      },
      createBell: bells().createBell,
    });
    const failing = part.echo(1);
    const ringing = part.createBell().ring();
    await expect(failing).rejects.toThrow('threw RangeError: too loud');
    expect(await ringing).toBe(1);
  });

  it('on the result of a failed call fail as that one did', async () => {
    openOn({
      createBell: () => {
        throw new Error('no bell');
      },
    });
    await expect(part.createBell().ring()).rejects.toThrow('threw Error: no bell');
  });

  it('may hand over functions of the judge', async () => {
    openOn({ ask: async (question: (about: string) => Promise<string>) => `heard: ${await question('bells')}` });
    expect(await part.ask(async (about) => `${about}!`)).toBe('heard: bells!');
  });
});

describe('a round trip', () => {
  it('ends after what the submission did by itself has arrived, and is no call', async () => {
    const heard: string[] = [];
    openOn({
      ask: (question: (about: string) => Promise<string>) => {
        void question('first').then(question);
      },
    });
    await part.ask(async (about) => {
      heard.push(about);
      return 'second';
    });
    await session.roundTrip();
    await session.roundTrip();
    expect(heard).toEqual(['first', 'second']);
    expect(session.calls()).toHaveLength(1);
  });

  it('fails if the submission does not come back from what it does by itself', async () => {
    open(() => {
      const channel = silentChannel();
      queueMicrotask(() => channel.onText('["ready",[],[]]'));
      return channel;
    });
    const trip = session.roundTrip().catch((error: Error) => error);
    await settled();
    clock.advance(LIMITS.call);
    expect(await trip).toBeInstanceOf(SubjectLost);
  });
});

describe('what is missing is named', () => {
  it.each<[string, object, string]>([
    [
      'a near export',
      { createBlel: () => 1 },
      'exports no function `createBell`, which the contract asks for. Is `createBlel` meant to be it?',
    ],
    ['no near one', { bell: () => 1, x: 1 }, 'exports no function `createBell`, which the contract asks for. It exports `bell`, `x`.'],
    ['none at all', {}, 'exports no function `createBell`, which the contract asks for. It exports nothing.'],
    ['no function', { createBell: 1 }, 'exports `createBell`, and it is no function.'],
  ])('%s', async (_, exports, message) => {
    openOn(exports);
    await expect(part.createBell().ring()).rejects.toThrow(message);
  });

  it.each<[string, unknown, string]>([
    ['a near method', { rings: () => 1 }, 'what `createBell` returned has no method `ring`. Is `rings` meant to be it?'],
    ['a value', 5, 'what `createBell` returned has no method `ring`.'],
    ['nothing', undefined, 'what `createBell` returned has no method `ring`.'],
  ])('in a result: %s', async (_, result, message) => {
    openOn({ createBell: () => result });
    await expect(part.createBell().ring()).rejects.toThrow(message);
  });
});

describe('a subject that does not answer', () => {
  beforeEach(() => openOn({ ...bells(), echo: (value: unknown) => (value === 'hang' ? never() : value) }));

  it('is ended when the time of a call is up', async () => {
    expect(await hang()).toEqual(new SubjectLost('did not return within 2 s'));
  });

  it('is started again for the next call', async () => {
    await hang();
    expect(await part.echo('again')).toBe('again');
    expect(opened).toHaveLength(2);
  });

  it('twice in one concept: its other tests are not run, and the next concept is', async () => {
    await hang();
    session.beginTest('bells');
    await hang();
    expect(() => session.beginTest('bells')).toThrow(new NotRun('not run: 2 calls before it did not return'));
    session.beginTest('doors');
    expect(await part.echo('next')).toBe('next');
  });

  it('is not asked again within the test in which it hung twice', async () => {
    await hang();
    await hang();
    await expect(part.echo('once more')).rejects.toThrow(NotRun);
    expect(opened).toHaveLength(2);
  });

  it('uses up what a submission has in all', async () => {
    for (let i = 0; i < LIMITS.submission / LIMITS.call; i++) {
      session.beginTest(`concept ${i}`);
      await hang();
      session.endTest();
    }
    expect(() => session.beginTest('the next')).toThrow(new NotRun('not run: the 10 s of this submission are used up'));
  });
});

describe('a subject that is lost', () => {
  it('says why, and the next call gets another', async () => {
    openOn({ ...bells(), echo: never });
    const call = part.echo(1);
    await settled();
    opened[0]!.onEnd('ended its process');
    await expect(call).rejects.toThrow(new SubjectLost('ended its process'));
    expect(await part.createBell().ring()).toBe(1);
  });

  it('too often is not started again', async () => {
    openOn({ echo: never });
    for (let i = 0; i < LIMITS.subjects; i++) {
      session.beginTest('bells');
      const call = part.echo(1).catch(() => {});
      await settled();
      opened.at(-1)!.onEnd('ended its process');
      await call;
    }
    expect(() => session.beginTest('bells')).toThrow(new NotRun('not run: the code had to be started again 12 times'));
  });

  it('takes its parts with it', async () => {
    openOn(bells());
    const bell = part.createBell();
    await bell.ring();
    opened[0]!.onEnd('ended its process');
    await expect(bell.ring()).rejects.toThrow('has no method `ring`');
  });
});

describe('a subject that sends what it should not', () => {
  it.each<[string, string, string]>([
    ['no JSON', '["ran', 'sent back something that is not an answer'],
    ['an answer to another question', '["ran",7,[]]', 'sent back something that is not an answer'],
    ['too few answers', '["ran",0,[]]', 'sent back something that is not an answer'],
    ['too much', `"${'x'.repeat(LIMITS.message)}"`, 'sent back more than a result may hold'],
  ])('is not believed: %s', async (_, answer, message) => {
    open(() => {
      const channel = silentChannel({ post: () => queueMicrotask(() => channel.onText(answer)) });
      queueMicrotask(() => channel.onText('["ready",["echo"]]'));
      return channel;
    });
    await expect(part.echo(1)).rejects.toThrow(new SubjectLost(message));
  });

  it('is not heard when nothing was asked', async () => {
    openOn(bells());
    await session.load();
    opened[0]!.onText('["ran",0,[["returned","forged"]]]');
    opened[0]!.onText('["ready",[]]');
    expect(await part.echo('real')).toBe('real');
  });

  it('is not heard any more once it was replaced', async () => {
    openOn({ echo: (value: unknown) => (value === 'hang' ? never() : value) });
    await hang();
    const call = part.echo('real');
    opened[0]!.onText('["ran",1,[["returned","forged"]]]');
    expect(await call).toBe('real');
  });
});

describe('loading', () => {
  it('that does not end is given up, and not tried again', async () => {
    open(() => silentChannel());
    const loaded = session.load();
    clock.advance(LIMITS.load);
    expect((await loaded).refused).toEqual(new SubjectLost('did not finish loading within 2 s'));
    await expect(part.echo(1)).rejects.toThrow('did not finish loading within 2 s');
    expect(opened).toHaveLength(1);
  });

  it('keeps what was printed meanwhile', async () => {
    open(() => {
      const channel = silentChannel();
      queueMicrotask(() => channel.onText('["refused",["E","Error","no","",{}],[["log",["A",["first",1]]],["error",["A",["second"]]]]]'));
      return channel;
    });
    const { refused, printed } = await session.load();
    expect(refused?.message).toBe('threw Error: no');
    expect(printed).toEqual(['first 1', 'second']);
  });
});

describe('a submission', () => {
  beforeEach(() => openOn(bells()));

  it('pays for what the judge makes of its answers', async () => {
    await part.echo('something that takes long to compare');
    clock.advance(LIMITS.submission);
    session.endTest();
    expect(() => session.beginTest('bells')).toThrow(new NotRun('not run: the 10 s of this submission are used up'));
  });

  it('does not pay for what happens between two tests', async () => {
    await part.echo(1);
    session.endTest();
    clock.advance(LIMITS.submission);
    session.beginTest('bells');
    expect(await part.echo(2)).toBe(2);
  });
});

describe('the calls that are shown', () => {
  beforeEach(() => openOn(bells()));

  it('are those of the test', async () => {
    await part.echo(1);
    session.beginTest('bells');
    await part.echo(2);
    expect(formatCalls(session.calls())).toBe('echo(2)  // → 2');
  });

  it('are those of the case that failed last, whatever was tried after it', async () => {
    const failingCase = async () => {
      await part.echo('failing');
      throw new Error('broken');
    };
    await session.tryCase(async () => void (await part.echo('passing')));
    await session.tryCase(failingCase).catch(() => {});
    await session.tryCase(async () => void (await part.echo('passing')));
    expect(formatCalls(session.calls())).toBe("echo('failing')  // → 'failing'");
  });
});

describe('a session that is closed', () => {
  it('leaves no call waiting', async () => {
    openOn({ echo: never });
    const call = part.echo(1);
    await settled();
    session.close();
    await expect(call).rejects.toThrow(new NotRun('not run: the run was given up'));
  });

  it('starts no other subject', async () => {
    openOn(bells());
    session.close();
    await expect(part.echo(1)).rejects.toThrow(NotRun);
    expect(opened).toHaveLength(0);
  });
});
