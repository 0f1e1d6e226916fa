import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBucket } from '../../solutions/token-bucket/token-bucket.ts';
import { guessName, guessSentence, presets, question, secondSentence } from '../../src/explorables/thousand-words.ts';
import { CHOICES, guesses, runThousand, type Crowd, type Doors } from '../../src/explorables/thousand.ts';

const DOORS: Doors = { rate: 10_000, burst: 5000, places: 1000, step: 1000, stepMs: 10_000 };
const ONCE: Crowd = { arrival: 'once', requests: 1000, duration: 200, places: 1000 };
const EVENLY: Crowd = { arrival: 'evenly', requests: 8000, duration: 500, places: 10_000 };

const run = (crowd: Crowd) => runThousand(createBucket, DOORS, crowd);
const answered = (crowd: Crowd) => run(crowd).map((second) => second.answered);

describe('in one instant', () => {
  it.each([
    [1000, 1000, 0, 0],
    [1500, 1000, 0, 500],
    [6000, 1000, 1000, 4000],
  ])('%i requests are answered, refused by the desk, refused by Lambda as in the lesson', (requests, served, desk, lambda) => {
    expect(run({ ...ONCE, requests })).toEqual([
      { second: 0, environments: 1000, sent: requests, answered: served, refusedByDesk: desk, refusedByLambda: lambda },
    ]);
  });

  it('neither a higher limit of Lambda nor a quicker function helps', () => {
    expect(answered({ ...ONCE, requests: 6000, places: 10_000 })).toEqual([1000]);
    expect(answered({ ...ONCE, requests: 6000, duration: 50 })).toEqual([1000]);
  });
});

describe('second after second', () => {
  it('a cold function gains a step of environments at a time', () => {
    expect(answered(EVENLY)).toEqual([2000, 4000, 6000, 8000]);
    expect(run(EVENLY).map(({ second, environments }) => [second, environments])).toEqual([
      [0, 1000],
      [10, 2000],
      [20, 3000],
      [30, 4000],
    ]);
  });

  it('the limit of the account ends its growth', () => {
    expect(answered({ ...EVENLY, places: 3000 })).toEqual([2000, 4000, 6000, 6000]);
  });

  it('a quicker function is as good as more environments', () => {
    expect(answered({ ...EVENLY, duration: 100 })).toEqual([8000, 8000, 8000, 8000]);
  });

  it('the two defaults serve half of what the desk admits when the function needs 200 ms', () => {
    const [first] = run({ ...EVENLY, requests: 10_000, duration: 200, places: 1000 });
    expect(first).toMatchObject({ answered: 5000, refusedByLambda: 5000, refusedByDesk: 0 });
  });

  it('beyond the rate the desk refuses once its bucket is empty', () => {
    const [first, later] = run({ ...EVENLY, requests: 12_500, duration: 50, places: 10_000 });
    expect(first).toMatchObject({ answered: 12_500, refusedByDesk: 0 });
    expect(later).toMatchObject({ answered: 10_000, refusedByDesk: 2500 });
  });
});

const crowds = fc.constantFrom<Crowd['arrival']>('once', 'evenly').chain((arrival) =>
  fc.record({
    arrival: fc.constant(arrival),
    requests: fc.constantFrom<number>(...CHOICES[arrival]),
    duration: fc.constantFrom<number>(...CHOICES.duration),
    places: fc.constantFrom(1000, 3000, 10_000),
  }),
);

it('every request is answered or refused by one of the two, and the right guess can be chosen', () => {
  fc.assert(
    fc.property(crowds, (crowd) => {
      const seconds = run(crowd);
      for (const { sent, answered: served, refusedByDesk, refusedByLambda } of seconds) {
        expect(sent).toBe(crowd.requests);
        expect(served + refusedByDesk + refusedByLambda).toBe(sent);
      }
      const choices = guesses(DOORS, crowd, seconds[0]!.answered);
      expect(choices).toContain(seconds[0]!.answered);
      expect(choices.length).toBeGreaterThan(1);
    }),
    { numRuns: 15 },
  );
});

it('says what is asked, guessed and counted', () => {
  const crowd = { ...ONCE, requests: 6000 };
  const [second] = run(crowd);
  const statuses = { desk: 429, lambda: 500 };
  expect(question(crowd)).toBe('Of the 6,000 requests of that instant, how many are answered?');
  expect(question(EVENLY)).toBe('Of the 8,000 requests of the first second, how many are answered?');
  expect(guessName(6000, crowd)).toBe('6,000, all of them');
  expect(guessSentence(1000, second!)).toBe('1,000, as you said.');
  expect(guessSentence(5000, second!)).toBe('1,000. You said 5,000.');
  expect(secondSentence(second!, statuses)).toBe(
    '1,000 environments at most: 1,000 of 6,000 answered, 1,000 refused with 429 by the desk, 4,000 refused with 500 because of Lambda.',
  );
  expect(secondSentence(run(ONCE)[0]!, statuses)).toBe('1,000 environments at most: all 1,000 answered.');
});

it('starts from crowds whose numbers can be chosen', () => {
  for (const { crowd } of presets(DOORS.places)) {
    expect(CHOICES[crowd.arrival]).toContain(crowd.requests);
    expect(CHOICES.duration).toContain(crowd.duration);
  }
});
