/** What a learner reads of a failing test. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/grader/boundary/decode.ts';
import { encode } from '../../src/grader/boundary/encode.ts';
import type { Encoded } from '../../src/grader/boundary/values.ts';
import { formatCalls } from '../../src/grader/judge/calls.ts';
import { formatPrinted, formatValue } from '../../src/grader/judge/format.ts';
import { judgeTest } from '../../src/grader/judge/judge-test.ts';
import type { Call } from '../../src/grader/judge/remote.ts';
import { createSession, type LoggedCall } from '../../src/grader/judge/session.ts';
import { remoteOf } from '../../src/grader/judge/remote.ts';
import { fakeClock, realmChannel } from './support/scripted-subject.ts';

const across = (value: unknown) => decode(JSON.parse(encode(value)) as Encoded);

describe('a value', () => {
  class Point {
    x = 1;
  }

  it.each<[unknown, string]>([
    [undefined, 'undefined'],
    [-0, '-0'],
    [10n, '10n'],
    ['it\'s "so"\n', `'it\\'s "so"\\n'`],
    [{ a: 1, 'b-c': [true, , null] }, "{ a: 1, 'b-c': [true, , null] }"], // oxlint-disable-line no-sparse-arrays
    [[], '[]'],
    [{}, '{}'],
    [new Map([['k', new Set([1])]]), "Map { 'k' => Set { 1 } }"],
    [new Date(0), "new Date('1970-01-01T00:00:00.000Z')"],
    [new Date(Number.NaN), 'new Date(NaN)'],
    [/a/g, '/a/g'],
    [new RangeError('far'), 'RangeError: far'],
    [new Uint8Array([1, 2]), 'Uint8Array [1, 2]'],
    [new Uint8Array([1]).buffer, 'ArrayBuffer [1]'],
    [new Point(), 'Point { x: 1 }'],
    [{ take: () => 1 }, 'an object with methods'],
    [
      {
        get a() {
          return 1;
        },
      },
      '{ a: a getter }',
    ],
    [() => 1, 'a function'],
    [Symbol('s'), 'Symbol(s)'],
    [Object.assign(Object.create(null), { a: 1 }), '{ a: 1 }'],
  ])('from the subject reads as code: %#', (value, text) => {
    expect(formatValue(across(value))).toBe(text);
  });

  it('that a suite leaves open reads as what it asks for', () => {
    expect(formatValue({ level: expect.any(Number) as unknown })).toBe('{ level: Any<Number> }');
  });

  it('too long for a line is broken over several', () => {
    const decision = { allowed: false, response: 'THROTTLED', level: 'account' };
    expect(formatValue([decision, decision])).toBe(
      "[\n  { allowed: false, response: 'THROTTLED', level: 'account' },\n  { allowed: false, response: 'THROTTLED', level: 'account' },\n]",
    );
  });

  it('with many short items shows some, side by side, and counts the rest', () => {
    const text = formatValue(Array.from({ length: 1_000 }, () => true));
    expect(text).toContain('… 940 more');
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(76);
  });

  it('is never longer than a person reads', () => {
    expect(formatValue('x'.repeat(1_000_000)).length).toBeLessThan(2_100);
    expect(formatPrinted(['x'.repeat(1_000_000)]).length).toBeLessThan(2_100);
  });

  it('that holds itself says so', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(formatValue(across(circle))).toBe('[[the same again]]');
  });
});

describe('calls', () => {
  const create: Call = { target: undefined, method: 'createBucket', args: [{ rate: 10, burst: 5 }, 0] };
  const take = (now: number, returned: unknown, printed: string[] = []): LoggedCall => ({
    call: { target: create, method: 'take', args: [now] },
    outcome: { returned },
    printed,
  });
  const created: LoggedCall = { call: create, outcome: { returned: across({ take: () => true }) }, printed: [] };

  it('read as code that can be pasted, with what they returned', () => {
    expect(formatCalls([created, take(0, true), take(100, false)])).toBe(
      'const bucket = createBucket({ rate: 10, burst: 5 }, 0)\nbucket.take(0)  // → true\nbucket.take(100)  // → false',
    );
  });

  it('say of a moment in milliseconds which one it is', () => {
    const moments = [Date.UTC(2026, 10, 22, 23, 59, 59, 999), Date.UTC(2026, 10, 23)];
    expect(
      formatCalls([created, ...moments.map((now) => take(now, true))])
        .split('\n')
        .slice(1),
    ).toEqual([
      'bucket.take(1795391999999)  // at 2026-11-22T23:59:59.999Z  → true',
      'bucket.take(1795392000000)  // at 2026-11-23T00:00:00Z  → true',
    ]);
  });

  it('that repeat are one line', () => {
    expect(formatCalls([created, ...Array.from({ length: 5 }, () => take(0, true)), take(0, false)])).toBe(
      'const bucket = createBucket({ rate: 10, burst: 5 }, 0)\nbucket.take(0)  // → true  × 5\nbucket.take(0)  // → false',
    );
  });

  it('stand above what they printed', () => {
    expect(formatCalls([created, take(0, true, ['level 4', 'two\nlines'])])).toContain(
      'bucket.take(0)  // → true\n  │ level 4\n  │ two\n  │ lines',
    );
  });

  it('that came to nothing say so', () => {
    const failed: LoggedCall = { call: create, outcome: { failed: 'did not return within 2 s' }, printed: [] };
    const threw: LoggedCall = { call: create, outcome: { threw: new Error('no') }, printed: [] };
    expect(formatCalls([failed, threw, { call: create, printed: [] }])).toBe(
      ['no answer', 'threw Error: no', 'not reached'].map((gave) => `createBucket({ rate: 10, burst: 5 }, 0)  // → ${gave}`).join('\n'),
    );
  });

  it('tell two results of the same name apart', () => {
    const second: Call = { ...create };
    const both = [
      created,
      { ...created, call: second },
      take(0, true),
      { ...take(0, true), call: { target: second, method: 'take', args: [0] } },
    ];
    expect(formatCalls(both).split('\n').slice(2)).toEqual(['bucket.take(0)  // → true', 'bucket2.take(0)  // → true']);
  });

  it('writes a long argument once when it comes again', () => {
    const method = { stage: 'prod', resourcePath: '/pets/{id}', httpMethod: 'GET' };
    const store = (key: string): LoggedCall => ({
      call: { target: undefined, method: 'store', args: [method, key] },
      outcome: { returned: undefined },
      printed: [],
    });
    expect(formatCalls([store('a'), store('b')])).toBe(
      "const value = { stage: 'prod', resourcePath: '/pets/{id}', httpMethod: 'GET' }\n" +
        "store(value, 'a')  // → undefined\nstore(value, 'b')  // → undefined",
    );
    expect(formatCalls([store('a')])).not.toContain('const');
  });

  it('that are many show how they begin and end', () => {
    const lines = formatCalls([created, ...Array.from({ length: 200 }, (_, i) => take(i, true))]).split('\n');
    expect(lines).toHaveLength(25);
    expect(lines[12]).toBe('… 177 more lines …');
    expect(lines.at(-1)).toBe('bucket.take(199)  // → true');
  });
});

describe('a failing test', () => {
  async function outcomeOf(exports: object, test: (part: { answer(): Promise<unknown> }) => Promise<void>) {
    const clock = fakeClock();
    const session = createSession(() => realmChannel(exports), clock);
    const part = remoteOf<{ answer(): unknown }>((call) => session.perform(call));
    return judgeTest(session, 'answers', 'the answer is right', () => test(part), clock.now);
  }

  it('shows what was expected and what came, and nothing of the test itself', async () => {
    const outcome = await outcomeOf({ answer: () => [1, 2] }, async (part) =>
      expect(await part.answer(), 'a remark of the suite').toEqual([1, 3]),
    );
    expect(outcome).toEqual({
      concept: 'answers',
      name: 'the answer is right',
      status: 'failed',
      message: 'Your code answers differently.',
      expected: '[1, 3]',
      actual: '[1, 2]',
      input: 'answer()  // → [1, 2]',
      ms: 0,
    });
  });

  it('that tripped over a shape says that it is not what the contract describes', async () => {
    const outcome = await outcomeOf({ answer: () => 5 }, async (part) => void ((await part.answer()) as string[]).map(String));
    expect(outcome).toMatchObject({
      status: 'failed',
      message: 'What your code returned does not have the shape that the contract describes.',
    });
  });

  it('that threw names file and line of the submission', async () => {
    const thrown = Object.assign(new RangeError('no'), { stack: 'RangeError: no\n    at answer (file:///desk/token-bucket.ts:12:9)' });
    const outcome = await outcomeOf({ answer: () => Promise.reject(thrown) }, async (part) => void (await part.answer()));
    expect(outcome).toMatchObject({ status: 'failed', message: 'Your code threw RangeError: no (token-bucket.ts, line 12).' });
  });

  it('that threw no error shows what it threw', async () => {
    const outcome = await outcomeOf({ answer: () => Promise.reject({ code: 5 }) }, async (part) => void (await part.answer())); // oxlint-disable-line promise/prefer-await-to-then
    expect(outcome.message).toBe('Your code threw { code: 5 }, which is no Error.');
  });
});
