import { describe, expect, it } from 'vitest';
import { sheetOf, type PaperSettings } from '../../src/calculators/bucket-paper.ts';
import {
  ceilingSentence,
  firstSentence,
  fullSentence,
  linesOf,
  otherSentence,
  paperAssumptions,
  paperGuessSentence,
  sceneSentence,
} from '../../src/calculators/bucket-paper-words.ts';
import { duration } from '../../src/calculators/words.ts';

const even: PaperSettings = { rate: 10_000, burst: 5_000, sent: [15_000, 8_000], manner: 'even' };
const instant: PaperSettings = { ...even, manner: 'instant' };

const lines = (settings: PaperSettings, index: number) =>
  linesOf(sheetOf(settings).seconds[index]!, index, settings).map(({ what, formula, result }) => `${what}: ${formula} = ${result}`);

it('says the situation without its outcome', () => {
  expect(sceneSentence(even)).toBe(
    'The bucket is full: 5,000. 10,000 drip in per second. 2 seconds bring 15,000 and 8,000 requests, spread evenly over each second.',
  );
  expect(sceneSentence({ ...instant, sent: [1] })).toContain('One second brings 1 request, all in the first instant of each second.');
});

describe('each line says how it comes about', () => {
  it('when requests are spread', () => {
    expect(lines(even, 0)).toEqual([
      'Tokens at the start: a full bucket: the burst of 5,000 = 5,000',
      'Tokens that drip in meanwhile: rate 10,000 × 1 s = 10,000',
      'Pass: the smaller of 15,000 sent and 5,000 + 10,000 tokens = 15,000',
      'Refused with 429: 15,000 sent − 15,000 passed = 0',
      'Tokens left right after: 5,000 + 10,000 − 15,000 = 0',
    ]);
    expect(lines(even, 1)[0]).toBe('Tokens at the start: what the second before left = 0');
  });

  it('when they come in instants, with the tokens that missed the bucket between two', () => {
    expect(lines(instant, 1)).toEqual([
      'Tokens at the start: what the instant before left + rate 10,000 × 1 s, at most the burst: 5,000 found the bucket full = 5,000',
      'Tokens that drip in meanwhile: rate 10,000 × 0 s: an instant takes no time = 0',
      'Pass: the smaller of 8,000 sent and 5,000 tokens = 5,000',
      'Refused with 429: 8,000 sent − 5,000 passed = 3,000',
      'Tokens left right after: 5,000 − 5,000 = 0',
    ]);
  });

  it('when tokens find a full bucket meanwhile, or are not whole', () => {
    expect(lines({ rate: 10, burst: 5, sent: [3], manner: 'even' }, 0).at(-1)).toBe(
      'Tokens left right after: 5 + 10 − 3, at most the burst: 7 found the bucket full = 5',
    );
    expect(lines({ rate: 0.5, burst: 5, sent: [9], manner: 'even' }, 0)[2]).toBe(
      'Pass: the smaller of 9 sent and 5 + 0.5 tokens, whole ones = 5',
    );
  });
});

describe('a guess at the refused of the first second', () => {
  it.each([
    [even, 0, 'You said 0. So it is.'],
    [even, 10_000, 'You said 10,000: right if they came in one instant.'],
    [even, 5_000, 'You said 5,000: that leaves out the burst, which is there from the start.'],
    [even, 1, 'You said 1: too many.'],
    [instant, 0, 'You said 0: right if they came spread evenly.'],
    [instant, 9_999, 'You said 9,999: too few.'],
  ])('%#', (settings, guess, said) => {
    expect(paperGuessSentence(guess, settings)).toBe(said);
  });
});

it('sums up: the first second, the bound, the other manner, and when the bucket is full', () => {
  const sheet = sheetOf(instant);
  expect(firstSentence(sheet)).toBe('In the first second 5,000 pass and 10,000 are refused.');
  expect(ceilingSentence(sheet, instant)).toBe(
    'Burst + rate × time: 5,000 + 10,000 × 1 = 15,000 at most, for 1 s between the first instant and the last. 10,000 passed.',
  );
  expect(otherSentence(instant)).toBe('If they came spread evenly over each second: 23,000 of 23,000 would pass, 0 be refused.');
  expect(fullSentence(sheet, instant)).toBe('Full again 0.5 s after the last instant with requests: (5,000 − 0) ÷ 10,000.');
  expect(firstSentence(sheetOf({ ...even, sent: [1] }))).toBe('All of the first second pass.');
});

it('has something to say about a bucket that never fills, was never touched, or is full already', () => {
  const said = (settings: PaperSettings) => fullSentence(sheetOf(settings), settings);
  expect(said({ ...even, rate: 0 })).toBe('Nothing drips in: the bucket never fills again.');
  expect(said({ ...even, sent: [0] })).toBe('Nothing was sent: the bucket stays full.');
  expect(said({ ...even, sent: [1] })).toBe('The bucket is full after the last second with requests.');
});

it('warns of a bucket that is too small for a sum without gaps', () => {
  expect(paperAssumptions({ ...even, burst: 2 })).toHaveLength(4);
  expect(paperAssumptions(even)).toHaveLength(3);
  expect(paperAssumptions({ ...instant, burst: 2 })).toHaveLength(2);
});

it('says times in their two largest units', () => {
  expect([0.5, 40, 198, 200, 3_600, 50_000, 86_399, 400_000].map((seconds) => duration(seconds))).toEqual([
    '0.5 s',
    '40 s',
    '3 min 18 s',
    '3 min 20 s',
    '1 h',
    '13 h 53 min',
    '24 h',
    '4 d 15 h',
  ]);
  expect(duration(86_399, Math.floor)).toBe('23 h 59 min');
});
