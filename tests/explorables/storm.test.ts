import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backAt,
  callsOf,
  ceilingsOf,
  columnsOf,
  GROWTHS,
  isAllowed,
  JITTERS,
  MOST_WAITS,
  runOf,
  totalOf,
  type Storm,
} from '../../src/explorables/storm.ts';
import { presetsOf } from '../../src/explorables/storm-presets.ts';
import { randomFrom } from '../../src/explorables/storm-random.ts';
import {
  callsSentence,
  endingSentence,
  guessSentence,
  lifeSentence,
  refusedSentence,
  whySentence,
} from '../../src/explorables/storm-words.ts';
import { createBroadcaster, createConnections } from '../../solutions/websocket-broadcast/websocket-broadcast.ts';

const LIFE = 7200;
const BLIP: Storm = { windows: 10_000, rate: 500, wait: 5, growth: 1, cap: 30, jitter: 'none', every: 10, forgets: true };
const play = (part: Partial<Storm>, seed = 1) => {
  const storm = { ...BLIP, ...part };
  return { storm, run: runOf(storm, LIFE, randomFrom(seed)) };
};

const anyStorm: fc.Arbitrary<Storm> = fc.record({
  windows: fc.integer({ min: 1, max: 200 }),
  rate: fc.integer({ min: 1, max: 100 }),
  wait: fc.double({ min: 0.1, max: 600, noNaN: true }),
  growth: fc.constantFrom(...GROWTHS),
  cap: fc.double({ min: 0.1, max: 600, noNaN: true }),
  jitter: fc.constantFrom(...JITTERS),
  every: fc.integer({ min: 1, max: 120 }),
  forgets: fc.boolean(),
});

describe('a crowd in step', () => {
  it('that waits five seconds comes back in twenty waves, the last at 100 s', () => {
    const { run } = play({});
    expect(run).toMatchObject({ end: 100, outside: 0 });
    expect(run.letIn.flatMap((count, second) => (count > 0 ? [[second, count]] : []))).toEqual(
      Array.from({ length: 20 }, (_, wave) => [5 * (wave + 1), 500]),
    );
    // 9,500 + 9,000 + … + 500
    expect(totalOf(run.turnedAway)).toBe(95_000);
  });

  it('that doubles its waits comes back at 1, 3, 7, 15 and 31 s and every 30 s from there, much later than without', () => {
    const { run } = play({ wait: 1, growth: 2 });
    expect(run.letIn.flatMap((count, second) => (count > 0 ? [second] : [])).slice(0, 7)).toEqual([1, 3, 7, 15, 31, 61, 91]);
    expect(run.end).toBe(31 + 15 * 30);
  });

  it('knows that waits grow up to the cap', () => {
    expect(ceilingsOf(1, 2, 30)).toEqual([1, 2, 4, 8, 16, 30]);
    expect(ceilingsOf(5, 1, 30)).toEqual([5]);
    expect(ceilingsOf(60, 2, 30)).toEqual([30]);
  });

  it('that is too large for the life of a connection never gets in whole', () => {
    const { run } = play({ windows: 100_000, rate: 10, wait: 60, cap: 60 });
    // A wave of ten each minute, for two hours.
    expect(run).toMatchObject({ stopped: 'life', end: LIFE, outside: 100_000 - 10 * 120 });
    expect(endingSentence(run)).toBe(
      'After 2 h 98,800 windows are still outside, and the first to return are cut again: their time is over.',
    );
  });
});

describe('a crowd at random', () => {
  it('is back nearly as soon as the door allows if it hammers, and turned away many times', () => {
    const { run } = play({ wait: 1, cap: 1, jitter: 'full' });
    expect(run.end).toBe(20);
    expect(totalOf(run.turnedAway)).toBeGreaterThan(10 * 10_000);
  });

  it('is hardly turned away if its first wait is as wide as the crowd', () => {
    const { run } = play({ wait: 24, jitter: 'full' });
    expect(totalOf(run.turnedAway)).toBeLessThan(100);
  });

  it('is the same for the same seed, and another for another', () => {
    const ran = (seed: number) => play({ jitter: 'full' }, seed).run;
    expect(ran(7)).toEqual(ran(7));
    expect(ran(7)).not.toEqual(ran(8));
  });

  it('that would knock without end is stopped', () => {
    const { run } = play({ windows: 100_000, rate: 1, wait: 0.1, jitter: 'full' });
    expect(run.stopped).toBe('waits');
    expect(totalOf(run.turnedAway)).toBeLessThan(MOST_WAITS + 100_001);
    expect(endingSentence(run)).toMatch(/^After .* it is not played on\.$/);
  });
});

describe('every storm', () => {
  it('lets in nobody twice and never more than the door takes, and is not over before the door could have done it', () => {
    fc.assert(
      fc.property(anyStorm, fc.integer(), (storm, seed) => {
        const run = runOf(storm, LIFE, randomFrom(seed));
        expect(Math.max(...run.letIn)).toBeLessThanOrEqual(storm.rate);
        expect(totalOf(run.letIn)).toBe(storm.windows - run.outside);
        expect(run.letIn).toHaveLength(run.turnedAway.length);
        expect(run.stopped === undefined).toBe(run.outside === 0);
        expect(run.end).toBeGreaterThanOrEqual(Math.ceil((storm.windows - run.outside) / storm.rate) - 1);
        const columns = columnsOf(run);
        expect(columns.letIn.length).toBeLessThanOrEqual(60);
        expect(totalOf(columns.letIn)).toBe(totalOf(run.letIn));
        expect(totalOf(columns.turnedAway)).toBe(totalOf(run.turnedAway));
      }),
    );
  });

  it('has sentences without holes', () => {
    fc.assert(
      fc.property(anyStorm, fc.double({ min: 0.1, max: 9e9, noNaN: true }), (storm, guess) => {
        const run = runOf(storm, LIFE, randomFrom(1));
        const calls = callsOf(storm, run);
        const said = [
          endingSentence(run),
          guessSentence(guess, storm, run),
          whySentence(storm, run),
          refusedSentence(storm, run),
          callsSentence(calls, storm, 410),
          lifeSentence(run, LIFE),
        ].join(' ');
        expect(said).not.toMatch(/undefined|NaN|Infinity|\b1 (knocks|windows|messages)\b/);
      }),
    );
  });
});

describe('messages meanwhile', () => {
  it('cost one round of 410 where the sender forgets, and one each time where not', () => {
    const { storm, run } = play({ every: 30 });
    expect(callsOf(storm, run)).toEqual([
      { at: 30, gone: 10_000, delivered: 2_500, outside: 7_500 },
      { at: 60, gone: 0, delivered: 5_500, outside: 4_500 },
      { at: 90, gone: 0, delivered: 8_500, outside: 1_500 },
    ]);
    expect(callsOf({ ...storm, forgets: false }, run).map(({ gone }) => gone)).toEqual([10_000, 10_000, 10_000]);
  });

  it('meet what the exercise’s table and broadcaster meet', async () => {
    const { storm, run } = play({ windows: 300, rate: 20, jitter: 'full', every: 10 });
    const table = createConnections();
    const enter = (connectionId: string) => {
      table.connect({ requestContext: { connectionId, connectedAt: 0 } });
      table.join(connectionId, 'lobby');
    };
    for (let index = 0; index < storm.windows; index++) enter(`old ${index}`);
    const post = (connectionId: string) =>
      connectionId.startsWith('old')
        ? Promise.reject(Object.assign(new Error('Gone'), { name: 'GoneException', $metadata: { httpStatusCode: 410 } }))
        : Promise.resolve();
    const options = { concurrency: 50, maxAttempts: 1, baseDelay: 0, maxDelay: 0 };
    const broadcaster = createBroadcaster(
      options,
      post,
      () => Promise.resolve(),
      () => Promise.resolve(0),
    );
    for (const { at, gone, delivered, outside } of callsOf(storm, run)) {
      run.letIn.slice(0, at).forEach((count, second) => {
        for (let index = 0; index < count; index++) enter(`new ${second} ${index}`);
      });
      const report = await broadcaster.send({ to: table.members('lobby'), data: 'Dinner is in the garden.' }).report();
      expect([report.gone.length, report.delivered.length]).toEqual([gone, delivered]);
      expect(delivered + outside).toBe(storm.windows);
      report.gone.forEach((connectionId) => table.disconnect(connectionId));
    }
  });
});

describe('what is said', () => {
  it('of the lesson’s first storm names the idle seconds, the bound and the dead', () => {
    const { storm, run } = play({ forgets: false });
    expect(endingSentence(run)).toBe('The last window is back after 1 min 40 s.');
    expect(whySentence(storm, run)).toContain('The door alone needs 20 s: 10,000 ÷ 500. But they knock in step: in 81 of 101 seconds');
    expect(refusedSentence(storm, run)).toContain('95,000 knocks were turned away, 9.5 for each window.');
    expect(callsSentence(callsOf(storm, run), storm, 410)).toContain(
      '10 messages went to everybody meanwhile: 100,000 posts met a connection that is gone (410)',
    );
    expect(lifeSentence(run, LIFE)).toContain('500 came back. After 2 h they end');
  });

  it.each([
    [10, 'You said 10 s. The door alone needs 20 s, however they knock.'],
    [50, 'You said 50 s: later than that.'],
    [90, 'You said 1 min 30 s: close.'],
    [100, 'You said 1 min 40 s. So it is.'],
    [600, 'You said 10 min: sooner than that.'],
  ])('of a guess of %d s is kind', (guess, said) => {
    const { storm, run } = play({});
    expect(guessSentence(guess, storm, run)).toBe(said);
  });

  it('of nine in ten is true', () => {
    const { storm, run } = play({ wait: 1, growth: 2, jitter: 'full' });
    const nine = backAt(run, storm.windows, 0.9)!;
    expect(totalOf(run.letIn.slice(0, nine))).toBeGreaterThanOrEqual(9_000);
    expect(totalOf(run.letIn.slice(0, nine - 1))).toBeLessThan(9_000);
  });
});

describe('the storms to start from', () => {
  it('are within bounds, and the last turns hardly anybody away', () => {
    const presets = presetsOf(500);
    for (const { storm } of presets)
      for (const [name, allows] of Object.entries(isAllowed)) expect(allows(storm[name as keyof typeof isAllowed])).toBe(true);
    const fitting = runOf(presets.at(-1)!.storm, LIFE, randomFrom(1));
    expect(totalOf(fitting.turnedAway)).toBeLessThan(600);
  });
});
