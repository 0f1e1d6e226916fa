import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingsOf } from '../../src/calculators/crossings.ts';
import { gapIn, gapOf, MOST_CALLS, racesOf, withGap, type Contender, type Race } from '../../src/calculators/price-gap.ts';
import { dataSentence, gapSentence, guessSentence, raceSentence } from '../../src/calculators/price-gap-words.ts';
import { typedAmount } from '../../src/calculators/typed-amount.ts';
import { amount, dollars, rounded } from '../../src/calculators/words.ts';
import { prices } from './support.ts';

const MILLION = 1e6;
const gap = (millions: number, kilobytes = 4) => gapOf({ calls: millions * MILLION, kilobytes }, prices);

describe('the gap', () => {
  it.each([
    [30, 3.5, 71.4],
    [100, 3.5, 71.4],
    [500, 3.402, 70.6],
    [1_000, 3.261, 69.3],
  ])('at %d million calls is %d times the price, or %d percent less', (millions, factor, percent) => {
    const { rest, http, factor: found } = gap(millions);
    expect(found).toBeCloseTo(factor, 3);
    expect(100 * (1 - http.total / rest.total)).toBeCloseTo(percent, 1);
  });

  it('turns around when a call carries four units', () => {
    expect(gap(1, 1_536).factor).toBeCloseTo(3.5 / 3);
    expect(gap(1, 1_537).factor).toBe(3.5 / 4);
  });

  it('is said with both differences, and with the units of a large call', () => {
    expect(gapSentence(gap(30))).toBe('REST costs 3.5 times what HTTP costs. HTTP is less by $75.00, that is 71.4 percent.');
    expect(gapSentence(gap(1, 2_000))).toBe(
      'REST costs 0.88 times what HTTP costs. REST is less by $0.50, that is 12.5 percent. An HTTP API counts each of these calls 4 times.',
    );
  });

  it('has data on top that costs the same through both', () => {
    expect(dataSentence(gap(1, 1_000))).toBe('Data that leaves AWS comes on top, through either: $90.00 if all of it is replies.');
  });

  it.each([
    [3.5, 3.5, 'You said 3.5. So it is.'],
    [3.4, 3.5, 'You said 3.4: near enough for a meeting.'],
    [2.5, 3.5, 'You said 2.5: too little.'],
    [10, 3.5, 'You said 10: too much.'],
    [3.5, 0.875, 'You said 3.5: the other one is the dearer.'],
  ])('guessed as %d when it is %d', (guess, factor, said) => {
    expect(guessSentence(guess, factor)).toBe(said);
  });
});

describe('the tipping point', () => {
  const turns = (kilobytes: number, one: Contender, two: Contender) => {
    const race = racesOf(kilobytes, prices).find(({ cheaperAtFirst, other }) =>
      [one, two].every((name) => [cheaperAtFirst, other].includes(name)),
    )!;
    return { first: race.cheaperAtFirst, turns: race.turns.map((calls) => Math.round(calls / 1e5) / 10) };
  };

  it('of a load balancer with two public addresses is 7 million calls against REST, 26 against HTTP, and nowhere at ten', () => {
    expect(turns(4, 'rest', 'alb')).toEqual({ first: 'rest', turns: [7] });
    expect(turns(4, 'http', 'alb')).toEqual({ first: 'http', turns: [26] });
  });

  it('moves up as calls grow, and away once a balancer’s bytes cost more than calls', () => {
    expect(turns(100, 'http', 'alb').turns[0]).toBeCloseTo(23.725 / (1 - 0.8), 0);
    expect(turns(512, 'http', 'alb')).toEqual({ first: 'http', turns: [] });
  });

  it('comes back where REST’s later prices fall below the balancer’s bytes', () => {
    const { first, turns: both } = turns(350, 'rest', 'alb');
    expect([first, both.length]).toEqual(['rest', 2]);
  });

  it('between REST and HTTP is nowhere for calls of one unit, and at two billion for calls of three', () => {
    expect(turns(4, 'rest', 'http')).toEqual({ first: 'http', turns: [] });
    expect(turns(1_500, 'rest', 'http')).toEqual({ first: 'http', turns: [1_947.2] });
    expect(turns(2_000, 'rest', 'http')).toEqual({ first: 'rest', turns: [] });
  });

  it('is said in calls a month and a second', () => {
    const [httpRest, restAlb] = racesOf(4, prices);
    expect(raceSentence(httpRest!)).toBe('An HTTP API costs less than a REST API for any number of calls.');
    expect(raceSentence(restAlb!)).toBe(
      'A REST API costs less than a load balancer up to 6.96 million calls a month (2.65 a second), and more beyond.',
    );
    expect(raceSentence(racesOf(350, prices)[1]!)).toBe(
      'A REST API costs less than a load balancer up to 33.9 million calls a month (12.9 a second) and again above 1.5 billion calls a month (570 a second).',
    );
  });

  it('between REST and HTTP is where the two cost the same, for whatever bodies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_240 }), (kilobytes) => {
        const [{ cheaperAtFirst, turns }] = racesOf(kilobytes, prices) as [Race, ...Race[]];
        const factorAt = (calls: number) => gapOf({ calls, kilobytes }, prices).factor;
        for (const calls of turns) expect(factorAt(calls)).toBeCloseTo(1, 9);
        expect(factorAt((turns[0] ?? 2e6) / 2) < 1 ? 'rest' : 'http').toBe(cheaperAtFirst);
      }),
      { numRuns: 40 },
    );
  });
});

describe('two costs cross', () => {
  it.each<[string, number[]]>([
    ['once', [3]],
    ['at a bend', [2]],
    ['never', []],
  ])('%s', (_, expected) => {
    const [meeting] = expected;
    expect(
      crossingsOf(
        (volume) => volume,
        () => meeting ?? -1,
        [1, 2],
      ),
    ).toEqual(expected);
  });

  it('twice, when the slower one has a base and the other bends', () => {
    const bent = (volume: number) => Math.min(2 * volume, 8 + volume / 5);
    expect(crossingsOf(bent, (volume) => 4 + volume / 2, [8 / 1.8])).toEqual([expect.closeTo(8 / 3), expect.closeTo(40 / 3)]);
  });

  it('nowhere when they are the same', () => {
    const cost = (volume: number) => 3 * volume;
    expect(crossingsOf(cost, cost, [1])).toEqual([]);
  });
});

describe('an address', () => {
  it('keeps the settings, and what else stood there', () => {
    const settings = { calls: 1_500_000_000, kilobytes: 0.5 };
    const search = withGap('?theme=dark&gap-kb=7', settings);
    expect(search).toBe('?theme=dark&gap-kb=0.5&gap-calls=1500000000');
    expect(gapIn(search, 10_240)).toEqual(settings);
  });

  it.each([
    '',
    '?gap-calls=1',
    '?gap-calls=0&gap-kb=1',
    '?gap-calls=1.5&gap-kb=1',
    '?gap-calls=1&gap-kb=99999',
    '?gap-calls=x&gap-kb=1',
    `?gap-calls=${MOST_CALLS * 10}&gap-kb=1`,
  ])('with %j has none', (search) => {
    expect(gapIn(search, 10_240)).toBeUndefined();
  });
});

describe('a typed amount', () => {
  it.each([
    ['30 million', 30 * MILLION],
    ['30M', 30 * MILLION],
    ['1.1 bn', 1_100 * MILLION],
    ['2 billions', 2_000 * MILLION],
    ['200k', 200_000],
    [' 30,000,000 ', 30 * MILLION],
    ['4', 4],
    ['.5', 0.5],
  ])('%j', (text, value) => {
    expect(typedAmount(text)).toBe(value);
  });

  it.each(['', 'million', '3 apples', '1 2 million 3', '3 million calls'])('%j is none', (text) => {
    expect(typedAmount(text)).toBeUndefined();
  });

  it('of 300,000 digits is none', () => {
    expect(typedAmount('1'.repeat(300_000))).toBeUndefined();
  });
});

it('sums and amounts are written as people read them', () => {
  expect([0, 0.000115, 0.115, 75, 414_881.1].map(dollars)).toEqual(['$0.00', '$0.000115', '$0.12', '$75.00', '$414,881.10']);
  expect([100_000, 30 * MILLION, 262_800 * MILLION].map(amount)).toEqual(['100,000', '30 million', '262.8 billion']);
  expect([0.00119, 0.875, 38.05, 114.4].map(rounded)).toEqual(['0.0012', '0.88', '38.1', '114']);
});
