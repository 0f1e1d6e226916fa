import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsOf, waitingReplies } from '../../src/explorables/waiting-limits.ts';
import { lanesOf } from '../../src/explorables/waiting-lanes.ts';
import { PRESETS } from '../../src/explorables/waiting-presets.ts';
import { CHOICES, DOORS, LEAST, momentsOf, MOST, readingsAt, timeoutOf, waitOf, type Situation } from '../../src/explorables/waiting.ts';
import {
  adviceSentence,
  afterwardsSentence,
  endingSentence,
  guessSentence,
  tieSentence,
  timeoutSentence,
  wordForWord,
} from '../../src/explorables/waiting-words.ts';
import { ledger } from '../calculators/support.ts';

const limits = limitsOf(ledger);
const replies = waitingReplies(ledger);
const REPORT: Situation = { door: 'http', takes: 45, timeout: null, raised: false, every: 2, job: false, pings: false };
const when = (part: Partial<Situation>) => {
  const situation = { ...REPORT, ...part };
  return { situation, wait: waitOf(situation, limits) };
};
const ends = (part: Partial<Situation>) => endingSentence(when(part).wait, replies);

const anySituation: fc.Arbitrary<Situation> = fc.record({
  door: fc.constantFrom(...DOORS),
  takes: fc.oneof(fc.constantFrom(29, 29.5, 30, 300, 600, 900, 7200), fc.double({ min: LEAST, max: MOST, noNaN: true })),
  timeout: fc.constantFrom(null, ...CHOICES.timeout),
  raised: fc.boolean(),
  every: fc.constantFrom(...CHOICES.every),
  job: fc.boolean(),
  pings: fc.boolean(),
});

describe('the ledger', () => {
  it('gives the limits in seconds, and the replies', () => {
    expect(limits).toEqual({
      rest: 29,
      http: 30,
      websocket: 29,
      streamSilenceEdge: 30,
      streamSilence: 300,
      stream: 900,
      socketSilence: 600,
      socket: 7200,
      functionRun: 900,
    });
    expect(replies).toEqual({ rest: 504, http: 503, restBody: '{"message": "Endpoint request timed out"}' });
  });
});

describe('a buffered reply', () => {
  it('that is late is 503 of an HTTP API and 504 of a REST API, each by its own clock', () => {
    expect(ends({})).toBe('After 30 s: 503.');
    expect(ends({ door: 'rest-edge' })).toBe('After 29 s: 504.');
    expect(ends({ door: 'rest-regional' })).toBe('After 29 s: 504.');
    expect(ends({ takes: 29.5 })).toBe('After 29.5 s: 200, the whole reply.');
    expect(ends({ takes: 29.5, door: 'rest-edge' })).toBe('After 29 s: 504.');
  });

  it('may come later only where the quota is raised and the timeout set, of a Regional or private API', () => {
    expect(ends({ door: 'rest-regional', raised: true, timeout: 60 })).toBe('After 45 s: 200, the whole reply.');
    expect(ends({ door: 'rest-regional', raised: true })).toBe('After 29 s: 504.');
    expect(ends({ door: 'rest-regional', timeout: 60 })).toBe('After 29 s: 504.');
    expect(ends({ door: 'rest-edge', raised: true, timeout: 60 })).toBe('After 29 s: 504.');
    expect(ends({ raised: true, timeout: 60 })).toBe('After 30 s: 503.');
  });

  it('may be given up earlier at every door', () => {
    expect(ends({ timeout: 10 })).toBe('After 10 s: 503.');
    expect(ends({ door: 'websocket', timeout: 10 })).toBe('After 10 s: an error message.');
  });
});

describe('a stream', () => {
  it('is cut by silence, sooner at the edge', () => {
    expect(ends({ door: 'stream-edge', takes: 120, every: 45 })).toBe('After 30 s: 200, some of the bytes, then no more.');
    expect(ends({ door: 'stream-regional', takes: 120, every: 45 })).toBe('After 2 min: 200, the whole reply.');
    expect(ends({ door: 'stream-regional', takes: 400, every: 360 })).toBe('After 5 min: 200, some of the bytes, then no more.');
  });

  it('that is done before the next piece is due was never silent for longer', () => {
    expect(ends({ door: 'stream-edge', takes: 20, every: 360 })).toBe('After 20 s: 200, the whole reply.');
  });

  it('ends at its longest life, however lively', () => {
    expect(ends({ door: 'stream-regional', takes: 1200 })).toBe('After 15 min: 200, some of the bytes, then no more.');
  });
});

describe('a message', () => {
  it('whose answer is late is answered by an error, and the connection stays', () => {
    const { wait } = when({ door: 'websocket' });
    expect(ends({ door: 'websocket' })).toBe('After 29 s: an error message.');
    expect(wordForWord(wait, replies).text).toContain('"message": "Endpoint request timed out", "connectionId"');
  });

  it('that starts a job is answered while the connection lives', () => {
    const job = { door: 'websocket', job: true } as const;
    expect(ends({ ...job, takes: 120 })).toBe('After 2 min: a message with the answer.');
    expect(ends({ ...job, takes: 720 })).toBe('After 10 min: no answer, and a closed connection.');
    expect(ends({ ...job, takes: 720, pings: true })).toBe('After 12 min: a message with the answer.');
    expect(ends({ ...job, takes: 9000, pings: true })).toBe('After 2 h: no answer, and a closed connection.');
  });
});

describe('every situation', () => {
  it('ends by the work or by a clock, never later than the work, and what happens can be guessed', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const wait = waitOf(situation, limits);
        expect(wait.at).toBe(wait.struck ? wait.struck.limit : situation.takes);
        expect(wait.at + wait.unheard).toBeCloseTo(situation.takes);
        expect(wait.unheard).toBeGreaterThanOrEqual(0);
        expect(readingsAt(situation.door)).toContain(wait.reading);
        expect(momentsOf(situation, limits)).toContain(wait.at);
      }),
    );
  });

  it('that ended by a clock ends the same when the work takes longer', () => {
    fc.assert(
      fc.property(anySituation, fc.double({ min: 0, max: 1000, noNaN: true }), (situation, more) => {
        const wait = waitOf(situation, limits);
        fc.pre(wait.struck !== undefined);
        const longer = waitOf({ ...situation, takes: situation.takes + more }, limits);
        expect([longer.reading, longer.at]).toEqual([wait.reading, wait.at]);
      }),
    );
  });

  it('has a timeout that no setting carries past the door’s own, but for a raised one', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { seconds, because } = timeoutOf(situation, limits);
        const isRaised = situation.door === 'rest-regional' && situation.raised && because === 'raised';
        expect(seconds > limits.http).toBe(isRaised);
      }),
    );
  });

  it('has lanes that fit, and sentences without holes', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const wait = waitOf(situation, limits);
        for (const { to, lostFrom = 0 } of lanesOf(situation, wait)) expect([to <= 1, lostFrom <= to]).toEqual([true, true]);
        const said = [
          timeoutSentence(situation, limits),
          afterwardsSentence(situation, wait, limits),
          adviceSentence(situation, wait),
          tieSentence(situation, wait),
          wordForWord(wait, replies).note,
        ].join(' ');
        expect(said).not.toMatch(/undefined|NaN|\b0 s\b/);
      }),
    );
  });
});

describe('what is said', () => {
  it('of the timeout tells a raised quota from a set timeout', () => {
    const said = (part: Partial<Situation>) => timeoutSentence({ ...REPORT, ...part }, limits);
    expect(said({})).toBe('Left alone, the integration has 30 s.');
    expect(said({ raised: true })).toContain('has 30 s. AWS raises the timeout of Regional and private REST APIs only.');
    expect(said({ timeout: 10 })).toBe('The integration has the 10 s that you set.');
    expect(said({ door: 'rest-regional', raised: true })).toContain('The integration still has 29 s.');
    expect(said({ door: 'rest-regional', timeout: 60 })).toBe(
      '1 min is more than the quota allows, so the integration keeps 29 s. AWS raises it on request.',
    );
    expect(said({ door: 'rest-edge', timeout: 60, raised: true })).toContain(
      '29 s is the most. AWS raises the timeout of Regional and private REST APIs only.',
    );
    expect(said({ timeout: 60 })).toContain('1 min cannot be had at this door: 30 s is the most.');
    expect(said({ door: 'stream-edge' })).toContain('may be set to 15 min without asking AWS');
    expect(said({ door: 'websocket', job: true })).toContain('nothing to strike at');
  });

  it('of who works on', () => {
    const said = (part: Partial<Situation>) => {
      const { situation, wait } = when(part);
      return afterwardsSentence(situation, wait, limits);
    };
    expect(said({})).toContain('It works on for 15 s; a function is billed for them');
    expect(said({ takes: 3 })).toBe('The backend is done when the caller is.');
    expect(said({ takes: 1000 })).toContain('A function is ended after 15 min');
    expect(said({ door: 'websocket', job: true, takes: 720 })).toContain('goes on for 2 min, and what it posts then gets 410');
    expect(said({ door: 'stream-edge', takes: 120, every: 45 })).toContain('up to 1 min 30 s are billed and read by nobody');
  });

  it('of the guess', () => {
    const { wait } = when({});
    expect(guessSentence({ reading: 'http-timeout', at: 30 }, wait, replies)).toBe('As you said.');
    expect(guessSentence({ reading: 'http-timeout', at: 29 }, wait, replies)).toBe('The reply is right; you said after 29 s.');
    expect(guessSentence({ reading: 'rest-timeout', at: 30 }, wait, replies)).toBe('The moment is right; you said: 504.');
    expect(guessSentence({ reading: 'whole', at: 45 }, wait, replies)).toBe('You said: 200, the whole reply, after 45 s.');
  });

  it('of a tie', () => {
    const { situation, wait } = when({ takes: 30 });
    expect(tieSentence(situation, wait)).toContain('Here the clock wins');
    expect(tieSentence(REPORT, waitOf(REPORT, limits))).toBe('');
  });
});

it('the situations to start from show each clock once, and the two steps of a raised quota', () => {
  expect(PRESETS.map(({ situation }) => endingSentence(waitOf(situation, limits), replies))).toEqual([
    'After 29 s: 504.',
    'After 29 s: 504.',
    'After 29.5 s: 200, the whole reply.',
    'After 30 s: 200, some of the bytes, then no more.',
    'After 15 min: 200, some of the bytes, then no more.',
    'After 29 s: an error message.',
    'After 10 min: no answer, and a closed connection.',
  ]);
});
