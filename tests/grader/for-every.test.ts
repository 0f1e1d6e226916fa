import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectSubject, forEvery, submission } from '../../src/grader/judge/suite.ts';
import { formatCalls } from '../../src/grader/judge/calls.ts';
import { SubjectLost } from '../../src/grader/judge/failures.ts';
import { LIMITS } from '../../src/grader/judge/limits.ts';
import { createSession, type Session } from '../../src/grader/judge/session.ts';
import { fakeClock, realmChannel } from './support/scripted-subject.ts';

const part = submission<{ double(value: number): number }>();
const numbers = fc.integer({ min: 0, max: 1_000 });
const doubles = async (value: number) => expect(await part.double(value)).toBe(2 * value);

let session: Session;
let messages: number;

/** A submission that doubles numbers like this. What it does not return in time is up at once. */
function openOn(double: (value: number) => unknown): void {
  messages = 0;
  const clock = fakeClock();
  const after = clock.after.bind(clock);
  session = createSession(
    () => {
      const channel = realmChannel({ double });
      const { post } = channel;
      return Object.assign(channel, { post: (text: string) => (messages++, post(text)) });
    },
    Object.assign(clock, {
      after(ms: number, then: () => void) {
        // Whatever is going to be answered is answered before a real timer fires.
        setTimeout(() => clock.advance(ms), 5);
        return after(ms, then);
      },
    }),
  );
  connectSubject(session);
  session.beginTest('doubling');
}

/** What is shown when the rule breaks. */
async function failureOf(): Promise<{ error: Error; calls: string }> {
  const error = await forEvery(numbers, doubles).then(
    () => new Error('the rule held'),
    (thrown: Error) => thrown,
  );
  return { error, calls: formatCalls(session.calls()) };
}

describe('a rule for every case', () => {
  it('that holds takes one message', async () => {
    openOn((value) => 2 * value);
    await forEvery(numbers, doubles);
    expect(messages).toBe(1);
  });

  it('is judged on the same cases by everybody', async () => {
    const seen: number[][] = [];
    for (let i = 0; i < 2; i++) {
      const values: number[] = [];
      openOn((value) => (values.push(value), 2 * value));
      await forEvery(numbers, doubles);
      seen.push(values);
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  it('that breaks is shown with the calls of the smallest case alone', async () => {
    openOn((value) => (value > 40 ? 0 : 2 * value));
    const { error, calls } = await failureOf();
    expect(error).toMatchObject({ expected: 82, actual: 0 });
    expect(calls).toBe('double(41)  // → 0');
  });

  it('that breaks by a throw is shown so', async () => {
    openOn((value) => {
      if (value > 40) throw new RangeError('too much');
      return 2 * value;
    });
    const { error, calls } = await failureOf();
    expect(error.message).toBe('threw RangeError: too much');
    expect(calls).toBe('double(41)  // → threw RangeError: too much');
  });

  it('that holds only sometimes says so', async () => {
    let calls = 0;
    openOn((value) => (calls++ === 20 ? -1 : 2 * value));
    expect((await failureOf()).error.message).toContain('the answers differ from run to run');
  });
});

describe('a rule for every case, on a subject that hangs', () => {
  const never = () => new Promise(() => {});

  beforeEach(() => openOn((value) => (value > 400 ? never() : 2 * value)));

  it('hangs twice, for all cases and for the first that does it alone, and is not shrunk', async () => {
    const { error, calls } = await failureOf();
    expect(error).toEqual(new SubjectLost('did not return within 2 s'));
    expect(calls).toMatch(/^double\(\d+\) {2}\/\/ → no answer$/);
    expect(() => session.beginTest('doubling')).toThrow(`not run: ${LIMITS.hangsPerConcept} calls before it did not return`);
  });
});

describe('a rule for every case, on a subject that is slow', () => {
  it('holds if each case by itself is answered in time', async () => {
    let together = 0;
    openOn(async (value) => {
      // As if each answer took a while: a hundred of them are too many for one message.
      if (++together > 50) await new Promise(() => {});
      queueMicrotask(() => setTimeout(() => (together = 0), 0));
      return 2 * value;
    });
    const { error } = await failureOf();
    expect(error.message).toBe('the rule held');
  });
});
