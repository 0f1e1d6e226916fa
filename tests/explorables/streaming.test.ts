import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/explorables/streaming-presets.ts';
import {
  BACKENDS,
  billedCalls,
  DOORS,
  movedBy,
  obstacleOf,
  replyOf,
  type Limits,
  type Situation,
} from '../../src/explorables/streaming.ts';

const LIMITS: Limits = {
  restTimeout: 29,
  httpTimeout: 30,
  restBody: 10,
  httpBody: 10,
  lambdaBody: 6,
  lambdaStream: 200,
  free: 10,
  rate: 2,
  duration: 900,
  idle: 300,
  idleEdge: 30,
  meter: 10,
};

const SMALL: Situation = { door: 'regional', backend: 'lambda', longTimeout: true, first: 2, last: 10, every: 1, size: 1 };
const reply = (change: Partial<Situation>) => replyOf({ ...SMALL, ...change }, LIMITS);
const buffered = (change: Partial<Situation>) => reply(change).buffered;
const streamed = (change: Partial<Situation>) => reply(change).streamed;

describe('a buffered reply', () => {
  it('comes when its last byte is written, and not before', () => {
    expect(buffered({})).toMatchObject({ end: 'at-once', from: 10, to: 10, received: 1 });
  });

  it('is an error at the timeout, whatever was written by then', () => {
    expect(buffered({ last: 29 }).end).toBe('at-once');
    expect(buffered({ last: 29.5 })).toMatchObject({ end: 'error', to: 29, received: 0, bites: ['timeout'] });
    expect(buffered({ door: 'http', last: 29.5 }).end).toBe('at-once');
  });

  it('does not gain by the timeout that was set for the stream', () => {
    expect(buffered({ last: 60, longTimeout: true })).toEqual(buffered({ last: 60, longTimeout: false }));
  });

  it('may be larger from a server than from Lambda', () => {
    expect(buffered({ size: 8 }).bites).toEqual(['lambda-body']);
    expect(buffered({ size: 8, backend: 'server' }).end).toBe('at-once');
    expect(buffered({ size: 11, backend: 'server' }).bites).toEqual(['body']);
  });

  it('meets the timeout before the limit of its size', () => {
    expect(buffered({ last: 40, size: 100 })).toMatchObject({ to: 29, bites: ['timeout', 'lambda-body'] });
  });
});

describe('a streamed reply', () => {
  it('begins with the first piece and ends with the last, while it is small', () => {
    expect(streamed({})).toMatchObject({ end: 'whole', from: 2, to: 10, received: 1, bites: [] });
  });

  it('goes no faster than the rate beyond its free start', () => {
    // One piece of 30 MB at second 2: 10 MB at once, 20 MB at 2 MB/s.
    expect(streamed({ last: 2, size: 30 })).toMatchObject({ end: 'whole', from: 2, to: 12 });
    // 10 MB a second from second 0: the second piece waits for nobody, each further one for the one before it.
    expect(streamed({ first: 0, last: 2, size: 30 }).to).toBe(11);
  });

  it('breaks off at a timeout that nobody set', () => {
    const { end, to, received } = streamed({ longTimeout: false, first: 1, last: 60, size: 6 });
    expect({ end, to }).toEqual({ end: 'cut', to: 29 });
    expect(received).toBeCloseTo(6 * (29 / 60));
  });

  it('is an error if the timeout comes before its first piece', () => {
    expect(streamed({ longTimeout: false, first: 40, last: 60 })).toMatchObject({ end: 'error', to: 29, received: 0 });
  });

  it('breaks off when nothing moves for longer than the endpoint waits', () => {
    expect(streamed({ door: 'edge', first: 1, last: 121, every: 30 }).end).toBe('whole');
    expect(streamed({ door: 'edge', first: 1, last: 121, every: 40 })).toMatchObject({ end: 'cut', to: 31, bites: ['idle'] });
    expect(streamed({ first: 1, last: 121, every: 40 }).end).toBe('whole');
    expect(streamed({ first: 1, last: 700, every: 350 })).toMatchObject({ end: 'cut', to: 301 });
  });

  it('is not silent while it still flows', () => {
    // 50 MB at second 0 flow until second 20; the next piece, at second 40, comes after 20 s of silence.
    expect(streamed({ door: 'edge', backend: 'server', first: 0, last: 40, every: 40, size: 100 }).end).toBe('whole');
  });

  it('lasts no longer than a stream may', () => {
    expect(streamed({ last: 901 })).toMatchObject({ end: 'cut', to: 900, bites: ['duration'] });
    expect(streamed({ backend: 'server', size: 1900 })).toMatchObject({ end: 'cut', to: 900 });
  });

  it('ends at what Lambda may stream, of which a server knows nothing', () => {
    const { end, received, bites } = streamed({ size: 250 });
    expect({ end, bites }).toEqual({ end: 'cut', bites: ['lambda-stream'] });
    expect(received).toBeCloseTo(200);
    expect(streamed({ backend: 'server', size: 250 }).end).toBe('whole');
  });

  it('is in doubt where AWS says nothing', () => {
    expect(streamed({ door: 'edge', first: 35, last: 40 }).doubts).toEqual(['first-wait']);
    expect(streamed({ longTimeout: false, last: 20, size: 100 }).doubts).toEqual(['held-up']);
  });

  it.each([
    ['http', 'lambda', 'type'],
    ['http', 'server', 'type'],
    ['edge', 'templates', 'templates'],
    ['edge', 'lambda', undefined],
    ['regional', 'server', undefined],
  ] as const)('on %s from %s has the obstacle %s', (door, backend, obstacle) => {
    expect(obstacleOf({ door, backend })).toBe(obstacle);
  });

  it('with an obstacle is the buffered one', () => {
    const { buffered, streamed } = reply({ door: 'http', last: 40 });
    expect(streamed).toEqual(buffered);
  });
});

it('bills a stream in whole units', () => {
  expect([0.02, 10, 10.1, 100].map((size) => billedCalls(size, LIMITS))).toEqual([1, 1, 2, 10]);
});

describe('whatever the situation', () => {
  const situations = fc
    .record({
      door: fc.constantFrom(...DOORS),
      backend: fc.constantFrom(...BACKENDS),
      longTimeout: fc.boolean(),
      first: fc.integer({ min: 0, max: 400 }),
      more: fc.integer({ min: 0, max: 1000 }),
      every: fc.double({ min: 0.5, max: 400, noNaN: true }),
      size: fc.double({ min: 0.001, max: 2000, noNaN: true }),
    })
    .map(({ more, ...rest }) => ({ ...rest, last: rest.first + more }));

  it('a caller never has more than was written by then, and all of it only if it is whole', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { written, streamed, buffered } = replyOf(situation, LIMITS);
        for (const lane of [streamed, buffered]) {
          const whole = lane.end === 'whole' || lane.end === 'at-once';
          expect(whole).toBe(lane.bites.length === 0);
          expect(movedBy(lane.moves, lane.to)).toBeCloseTo(whole ? situation.size : lane.received, 6);
          for (const second of [situation.first, lane.to / 2, lane.to])
            expect(movedBy(lane.moves, second)).toBeLessThanOrEqual(movedBy(written, second) + 1e-6);
        }
      }),
    );
  });

  it('a stream beyond its free start is never faster than the rate', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { streamed, obstacle } = replyOf(situation, LIMITS);
        if (obstacle || streamed.from === undefined) return;
        expect(streamed.received).toBeLessThanOrEqual(LIMITS.free + LIMITS.rate * (streamed.to - streamed.from) + 1e-6);
      }),
    );
  });
});

it.each(PRESETS.map(({ name, situation }) => [name, situation] as const))('%s ends as its name says', (name, situation) => {
  const { buffered, streamed } = replyOf(situation, LIMITS);
  expect([buffered.end, streamed.end]).toEqual(
    {
      'The report': ['error', 'whole'],
      'The concierge answers': ['at-once', 'whole'],
      'The timeout that nobody set': ['error', 'cut'],
      'A search that thinks': ['error', 'cut'],
      'The same answer on an HTTP API': ['at-once', 'at-once'],
    }[name],
  );
});
