import { expect, it } from 'vitest';
import { PRESETS } from '../../src/explorables/streaming-presets.ts';
import { bufferedSentence, costSentence, doubtSentences, guessSentence, streamedSentence } from '../../src/explorables/streaming-words.ts';
import { replyOf, type Limits, type Situation } from '../../src/explorables/streaming.ts';

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
const STATUSES = { rest: 504, http: 503 };
const SMALL: Situation = { door: 'regional', backend: 'lambda', longTimeout: true, first: 2, last: 10, every: 1, size: 1 };

const told = (change: Partial<Situation>) => {
  const situation = { ...SMALL, ...change };
  const outcome = replyOf(situation, LIMITS);
  return {
    buffered: bufferedSentence(outcome, situation, LIMITS, STATUSES),
    streamed: streamedSentence(outcome, situation, LIMITS, STATUSES),
    cost: costSentence(outcome, 'a cache', LIMITS),
    doubts: doubtSentences(outcome, situation, LIMITS),
  };
};

it('tells the report of the lesson', () => {
  const { buffered, streamed, cost } = told(PRESETS[0]!.situation);
  expect(buffered).toBe(
    '504 after 29 s. The reply would have been complete after 40 s; of what was written by then the caller sees nothing. Only AWS can raise this limit, on request. Given more time, Lambda gives at most 6 MB in one piece, and this is 100 MB.',
  );
  expect(streamed).toBe(
    'First byte after 2 s, last byte after 50.8 s. The backend was done after 40 s: the first 10 MB flow as they come, the rest at no more than 2 MB a second.',
  );
  expect(cost).toBe('A stream of 100 MB is billed as 10 calls. What a stream cannot have: a cache.');
});

it('names the limit that ended a stream, and what helps', () => {
  expect(told({ longTimeout: false, last: 60 }).streamed).toContain('STREAM does not move the timeout: unset, it is 29 s.');
  expect(told({ longTimeout: false, first: 40, last: 60 }).streamed).toContain('504, since no status had gone out yet.');
  expect(told({ door: 'edge', last: 60, every: 40 }).streamed).toContain(
    'Nothing moved for 30 s, which an edge-optimized endpoint does not wait out',
  );
  expect(told({ last: 700, every: 350 }).streamed).toContain('Nothing moved for 5 min, the most that a Regional or private one waits');
  expect(told({ size: 250 }).streamed).toContain('From Lambda a stream may have 200 MB.');
  expect(told({ last: 1000 }).streamed).toContain('A stream may last 15 min.');
  expect(told({ backend: 'server', size: 2000 }).streamed).toContain(
    'A stream may last 15 min, and beyond its first 10 MB this one flows at 2 MB a second.',
  );
});

it('names the limit of a buffered reply, and who may raise it', () => {
  expect(told({ door: 'edge', last: 40 }).buffered).toContain('At an edge-optimized endpoint nobody can raise this limit.');
  expect(told({ door: 'http', last: 40 }).buffered).toContain('503, as users report, after 30 s.');
  expect(told({ backend: 'server', size: 11 }).buffered).toBe(
    'An error after 10 s, and nothing of the reply: a buffered reply may have 10 MB, and this is 11 MB.',
  );
  expect(told({ size: 0.02 }).buffered).toBe('Nothing for 10 s, then all 20 KB at once: the gateway holds a reply until it is complete.');
});

it('says what AWS leaves open', () => {
  expect(told({ door: 'edge', first: 35, last: 40 }).doubts).toEqual([
    expect.stringContaining('Whether that first silence counts, AWS does not say.'),
  ]);
  expect(told({ longTimeout: false, last: 20, size: 100 }).doubts).toEqual([
    expect.stringContaining('For which of the two the gateway waits'),
  ]);
  expect(told({ door: 'http', first: 35, last: 40 }).doubts).toEqual([]);
});

it('says why there is no stream', () => {
  expect(told({ door: 'http' }).streamed).toContain('only REST APIs stream');
  expect(told({ backend: 'templates' }).streamed).toContain('Only proxy integrations stream.');
});

it('judges a guess kindly', () => {
  const { streamed } = replyOf(SMALL, LIMITS);
  expect(guessSentence('whole', streamed, SMALL)).toBe('As you said.');
  expect(guessSentence('at-once', streamed, SMALL)).toBe('You said: all of it at once, after 10 s.');
});
