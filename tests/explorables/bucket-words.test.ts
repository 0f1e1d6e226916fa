import { describe, expect, it } from 'vitest';
import { PATTERNS, type Settings } from '../../src/explorables/bucket-settings.ts';
import { ceiling, guessVerdict, outcome, scene } from '../../src/explorables/bucket-words.ts';

const settings: Settings = { rate: 1000, burst: 2000, sent: 1500, pattern: 'even', seconds: 5 };

it('tells the situation before anything happens', () => {
  expect(scene(settings)).toBe(
    'The bucket is full: 2,000 tokens. 1,000 come back each second. For 5 seconds, 1,500 requests a second arrive, evenly spread.',
  );
  expect(scene({ rate: 1, burst: 1, sent: 1, pattern: 'instant-once', seconds: 1 })).toBe(
    'The bucket is full: 1 token. 1 comes back each second. At the first instant, 1 request arrives. Then it is quiet.',
  );
});

it('tells every pattern apart', () => {
  expect(new Set(PATTERNS.map((pattern) => scene({ ...settings, pattern }))).size).toBe(PATTERNS.length);
});

describe('compares a guess', () => {
  it.each([
    [500, 'Exactly what you said.'],
    [2000, 'You said 2,000: 1,500 too many.'],
    [0, 'You said 0: 500 too few.'],
  ])('%d of 500', (guess, sentence) => {
    expect(guessVerdict(guess, 500)).toBe(sentence);
  });
});

it('tells the outcome', () => {
  const run = { slices: [], line: [], sent: 7500, accepted: 7000, refused: 500, firstRefusal: 4000.5 };
  expect(outcome(run)).toBe('7,500 requests: 7,000 accepted, 500 refused, the first after 4.00 s.');
  expect(outcome({ slices: [], line: [], sent: 15_000, accepted: 15_000, refused: 0 })).toBe(
    '15,000 requests: 15,000 accepted, none refused.',
  );
});

it('shows how the most that can pass comes about', () => {
  expect(ceiling(settings)).toBe('However they arrive, no more than 2,000 + 1,000 × 5 = 7,000 can pass in 5 seconds.');
});
