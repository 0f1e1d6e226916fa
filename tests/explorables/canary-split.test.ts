import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLives, KEEPINGS, LIVES, RATE } from '../../src/explorables/canary-split-cache.ts';
import { printed, VARIABLES, wrongCharacter } from '../../src/explorables/canary-split-variables.ts';
import {
  cacheQuestion,
  cacheSentences,
  faultsQuestion,
  faultsSentences,
  guestsQuestion,
  guestsSentences,
  sceneOf,
  STARTS,
  variablesQuestion,
  variablesSentences,
  verdict,
} from '../../src/explorables/canary-split-words.ts';
import { chances, CHOICES, drawFaults, drawGuests, ENOUGH, GUESTS, waitsOf } from '../../src/explorables/canary-split.ts';
import { randomFrom } from '../../src/explorables/storm-random.ts';
import { factById } from '../../src/facts/ledger.ts';
import { ledger } from '../calculators/support.ts';

const TTL = Number(factById(ledger, 'cache-ttl-default').value);
const CHARACTERS = String(factById(ledger, 'stage-variable-characters').value);

const anyCrowd = fc.record({ percent: fc.constantFrom(...CHOICES.percent), calls: fc.constantFrom(...CHOICES.calls) });
const anyFaulty = fc.record({
  percent: fc.constantFrom(...CHOICES.percent),
  rate: fc.constantFrom(...CHOICES.rate),
  fault: fc.constantFrom(...CHOICES.fault),
  tries: fc.constantFrom(...CHOICES.tries),
});
const anyCached = fc.record({ percent: fc.constantFrom(...CHOICES.percent), keeping: fc.constantFrom(...KEEPINGS) });
const anySeed = fc.integer();

describe('guests', () => {
  it('meet a canary of 10 percent in more than half of the cases when they make eight calls', () => {
    const { old, both, new: all } = chances({ percent: 10, calls: 8 });
    expect(old).toBeCloseTo(0.4305, 4);
    expect(both).toBeCloseTo(0.5695, 4);
    expect(all).toBeCloseTo(1e-8, 12);
  });

  it('meet one side with one call, and only the new one at 100 percent', () => {
    for (const percent of CHOICES.percent) expect(chances({ percent, calls: 1 }).both).toBe(0);
    expect(chances({ percent: 100, calls: 8 })).toEqual({ old: 0, both: 0, new: 1 });
  });

  it('are each on one of the three sides, and drawn the same from the same seed', () => {
    fc.assert(
      fc.property(anyCrowd, anySeed, (crowd, seed) => {
        const drawn = drawGuests(crowd, randomFrom(seed));
        expect(drawn.old + drawn.both + drawn.new).toBe(GUESTS);
        expect(drawn.requests).toBeLessThanOrEqual(GUESTS * crowd.calls);
        expect(drawGuests(crowd, randomFrom(seed))).toEqual(drawn);
      }),
      { numRuns: 8 },
    );
  });

  it('meet both versions about as often as the chance says', () => {
    const { both, requests } = drawGuests(STARTS.guests, randomFrom(2));
    expect(both).toBeGreaterThan(590);
    expect(both).toBeLessThan(690);
    expect(requests / (20 * GUESTS)).toBeCloseTo(0.05, 2);
  });
});

describe('a fault', () => {
  it('of 2 percent shows every 200 s at 5 requests a second and 5 percent, ten of them in 2,000 s', () => {
    const { between, enough, together, seen, sure } = waitsOf(STARTS.faults);
    expect(between).toBeCloseTo(200, 6);
    expect(enough).toBeCloseTo(2000, 6);
    expect(together).toBeCloseTo(0.1, 6);
    expect(seen).toBeCloseTo(1e-7, 10);
    // 0.999 to the power of 2,995 is the first below 0.05.
    expect(sure).toBe(2995 / 5);
  });

  it('as in the lesson: one of 5,000 at 40 requests a second and 10 percent shows every 1,250 s', () => {
    expect(waitsOf({ percent: 10, rate: 40, fault: 0.02, tries: 1 }).between).toBeCloseTo(1250, 6);
  });

  it('of every call is seen in 0.1 percent of the cases at 10 percent and three tries, in 12.5 at 50 percent', () => {
    expect(waitsOf({ percent: 10, rate: 40, fault: 100, tries: 3 }).seen).toBeCloseTo(0.1, 6);
    expect(waitsOf({ percent: 50, rate: 40, fault: 100, tries: 3 }).seen).toBeCloseTo(12.5, 6);
  });

  it('comes on the average as often as expected', () => {
    const runs = Array.from({ length: 400 }, (_, seed) => drawFaults(STARTS.faults, randomFrom(seed)).at(-1)!);
    const mean = runs.reduce((sum, last) => sum + last, 0) / runs.length;
    expect(mean).toBeGreaterThan(1900);
    expect(mean).toBeLessThan(2100);
  });

  it('comes after the one before, at a request', () => {
    fc.assert(
      fc.property(anyFaulty, anySeed, (faulty, seed) => {
        const faults = drawFaults(faulty, randomFrom(seed));
        expect(faults).toHaveLength(ENOUGH);
        let before = 0;
        for (const at of faults) {
          expect(at).toBeGreaterThan(before);
          expect(at * faulty.rate).toBeCloseTo(Math.round(at * faulty.rate), 3);
          before = at;
        }
      }),
    );
  });
});

describe('the cache', () => {
  it('without it calls the backend for every request of the canary', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        for (const life of drawLives({ percent: 10, keeping: 'off' }, TTL, randomFrom(seed))) {
          expect(life.calls).toEqual({ old: 1, new: life.new });
        }
      }),
      { numRuns: 10 },
    );
  });

  it('with two deployments is filled once by each side', () => {
    const lives = drawLives({ percent: 10, keeping: 'apart' }, TTL, randomFrom(2));
    for (const life of lives) {
      expect(life.calls).toEqual({ old: 1, new: 1 });
      expect(life.new / life.requests).toBeGreaterThan(0.05);
      expect(life.new / life.requests).toBeLessThan(0.15);
    }
  });

  it('with one deployment gives everybody the reply of whoever came first', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        for (const life of drawLives({ percent: 50, keeping: 'one' }, TTL, randomFrom(seed))) {
          expect([0, life.requests]).toContain(life.new);
          expect(life.calls.old + life.calls.new).toBe(1);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('never calls more than it is asked', () => {
    fc.assert(
      fc.property(anyCached, anySeed, (cached, seed) => {
        const lives = drawLives(cached, TTL, randomFrom(seed));
        expect(lives).toHaveLength(LIVES);
        for (const { requests, calls } of lives) {
          expect(requests).toBe(RATE * TTL);
          expect(calls.old + calls.new).toBeLessThanOrEqual(requests);
          expect(calls.old + calls.new).toBeGreaterThan(0);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('variables', () => {
  it('are laid over: named ones replaced or added, the others kept', () => {
    expect(VARIABLES.map(printed)).toEqual([
      { rest: 'live', canary: 'next' },
      { rest: 'rooms', canary: 'rooms' },
      { rest: '', canary: 'new' },
    ]);
  });

  it('take letters, digits and the characters of the ledger', () => {
    expect(wrongCharacter('next-2.rooms_old', CHARACTERS)).toBeUndefined();
    expect(wrongCharacter('{"a":1}', CHARACTERS)).toBe('{');
    expect(wrongCharacter('two words', CHARACTERS)).toBe(' ');
  });
});

describe('the questions', () => {
  it('have answers that differ, the right one among them', () => {
    fc.assert(
      fc.property(anyCrowd, anyFaulty, anyCached, (guests, faults, cache) => {
        const questions = [guestsQuestion(guests), faultsQuestion(faults), cacheQuestion(cache, TTL), variablesQuestion(VARIABLES)];
        for (const { choices, right } of questions) {
          const values = choices.map(([value]) => value);
          expect(values.length).toBeGreaterThanOrEqual(2);
          expect(values).toContain(right);
          expect(new Set(values).size).toBe(values.length);
          expect(new Set(choices.map(([, name]) => name)).size).toBe(choices.length);
          for (const [, name] of choices) expect(name).not.toMatch(/about 0(?!\.)/);
        }
      }),
    );
  });

  it('are answered so', () => {
    expect(guestsQuestion(STARTS.guests).right).toBe('640');
    expect(faultsQuestion(STARTS.faults).right).toBe('33 min 20 s');
    expect(cacheQuestion(STARTS.cache, TTL).right).toBe('turns');
    expect(cacheQuestion({ percent: 10, keeping: 'off' }, TTL).right).toBe('draw');
    expect(variablesQuestion(VARIABLES).right).toBe('=rooms');
  });

  it('judge the guess', () => {
    const question = guestsQuestion(STARTS.guests);
    expect(verdict(question, '640')).toBe('As you said: about 640.');
    expect(verdict(question, '50')).toBe('The answer: about 640. You said: about 50.');
    expect(verdict(question, undefined)).toBe('The answer: about 640.');
  });
});

describe('what is said', () => {
  it('describes each situation as it is set', () => {
    expect(sceneOf('guests', { ...STARTS, guests: { percent: 50, calls: 1 } })).toBe(
      'A visit takes one request, and 1,000 guests come. The canary of prod gets 50 percent.',
    );
    expect(sceneOf('variables', { ...STARTS, variables: [{ name: 'alias', stage: 'live', override: '' }] })).toBe(
      'Variables of the stage: alias=live. The canary’s overrides: none. A template prints all three.',
    );
  });

  it('explains the guests by the power', () => {
    const [, why] = guestsSentences(STARTS.guests, drawGuests(STARTS.guests, randomFrom(2)));
    expect(why).toContain('All 20 miss the canary with a chance of 0.95 to the power of 20, which is 35.8 percent.');
    const [, often] = guestsSentences({ percent: 90, calls: 3 }, drawGuests({ percent: 90, calls: 3 }, randomFrom(2)));
    expect(often).toContain('All 3 hit it with a chance of 0.9 to the power of 3, which is 72.9 percent.');
  });

  it('compares the canary’s lines with the rate of both sides', () => {
    const [, , together] = faultsSentences(STARTS.faults, drawFaults(STARTS.faults, randomFrom(2)));
    expect(together).toContain('rises by 0.1 points; the lines with isCanaryRequest true show 2 percent.');
    expect(together).toContain('with 3 tries a call fails for good once in 1 billion.');
  });

  it('says what is printed on each side', () => {
    expect(variablesSentences(VARIABLES)[0]).toBe(
      'The template prints next, rooms, and new for the canary; for the rest live, rooms, and nothing.',
    );
  });

  it('is never broken by what can be chosen', () => {
    fc.assert(
      fc.property(anyCrowd, anyFaulty, anyCached, anySeed, (guests, faults, cache, seed) => {
        const said = [
          ...guestsSentences(guests, drawGuests(guests, randomFrom(seed))),
          ...faultsSentences(faults, drawFaults(faults, randomFrom(seed))),
          ...cacheSentences(cache, drawLives(cache, TTL, randomFrom(seed)), TTL),
        ];
        for (const sentence of said) expect(sentence).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 12 },
    );
  });
});
