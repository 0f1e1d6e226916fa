import { describe, expect, it } from 'vitest';
import { forecastOf, soldOf, spanOf, type Alarm, type Levels, type Tier } from '../../src/calculators/customer-plan.ts';
import { START } from '../../src/calculators/customer-plan-settings.ts';
import {
  adviceSentence,
  bindingSentence,
  fitSentence,
  planGuessSentence,
  planLines,
  planScene,
  soldSentence,
  warningSentence,
} from '../../src/calculators/customer-plan-words.ts';

const ACCOUNT = { rate: 10_000, burst: 5_000 };
const { free, paid, enterprise } = START.tiers;
const ALARM = { percent: 80, every: 300 };

function said(tier: Tier, traffic: number, alarm: Alarm = ALARM, method = START.method) {
  const levels: Levels = { plan: tier, method, account: ACCOUNT };
  const span = spanOf(tier, levels, traffic);
  const forecast = forecastOf(tier, levels, traffic, alarm);
  return {
    forecast,
    binding: bindingSentence(span, tier),
    warning: warningSentence(forecast, tier, alarm),
    advice: adviceSentence(forecast, alarm),
    lines: planLines(span, forecast, tier, levels, traffic, alarm).map(({ what, formula, result }) => `${what}: ${formula} = ${result}`),
  };
}

it('says the situation without its outcome', () => {
  expect(planScene(free, 5, ALARM)).toBe(
    'The plan allows 5 a second, a burst of 10, and 1,000 requests a day. The customer sends 5 a second without a pause. Every 5 min somebody asks GetUsage whether 80 percent are used.',
  );
  expect(planScene(enterprise, 5, ALARM)).toContain('The plan allows 500 a second and a burst of 1,000, without a quota.');
});

describe('what binds', () => {
  it.each([
    [free, 5, undefined, 'The quota binds: 1,000 of 432,000 requests a day pass.'],
    [paid, 1, undefined, 'Nothing binds: all 86,400 requests a day pass.'],
    [
      { ...free, quota: 1_000_000 },
      6,
      undefined,
      'The plan’s rate binds: 432,010 of 518,400 requests a day pass. The quota is out of reach.',
    ],
    [
      { ...paid, quota: 0 },
      60,
      { rate: 20, burst: 40 },
      'The method’s limit binds, not the plan’s 50 a second: 1.728 million of 5.184 million requests a day pass.',
    ],
  ] as const)('%#', (tier, traffic, method, sentence) => {
    expect(said(tier, traffic, ALARM, method).binding).toBe(sentence);
  });
});

describe('the alarm', () => {
  it('on a small quota comes in time by luck, and says which pace would do', () => {
    const { warning, advice } = said(free, 5);
    expect(warning).toBe(
      'The quota is spent after 3 min 20 s. From 80 percent to the end it takes 40 s, but somebody looks only every 5 min: in time in 13.3 percent of all cases.',
    );
    expect(advice).toBe('Look at least every 40 s. The whole quota goes between two looks: no mark is early enough for one every 5 min.');
  });

  it('says which mark would do', () => {
    expect(said(free, 5, { percent: 80, every: 60 }).advice).toBe(
      'Look at least every 40 s. A mark at 70 percent is early enough for a look every 1 min.',
    );
  });

  it('on a large quota is in time, and needs no advice', () => {
    const { warning, advice } = said(paid, 2);
    expect(warning).toBe(
      'The quota is spent after 13 h 53 min. From 80 percent to the end it takes 2 h 47 min, and somebody looks every 5 min: always in time.',
    );
    expect(advice).toBe('');
  });

  it('is not needed when the quota lasts, or there is none', () => {
    expect(said(paid, 1).warning).toBe('The quota lasts: nobody loses anything to it before the day ends.');
    expect(said(enterprise, 1).warning).toBe('Without a quota there is nothing to watch but the bill.');
  });

  it('is judged against the guess', () => {
    const { forecast } = said(free, 5);
    expect(planGuessSentence('by-luck', forecast)).toBe('As you said.');
    expect(planGuessSentence('always', forecast)).toBe('You said: yes, always in time.');
    expect(planGuessSentence('nothing', undefined)).toBe('As you said.');
  });
});

it('says line by line how it comes about', () => {
  expect(said(free, 10).lines).toEqual([
    'Sent in a day: 10 a second × 86,400 s = 864,000',
    'Most that the plan’s rate lets pass: burst 10 + rate 5 × 86,400 s = 432,010',
    'Most that the method’s limit lets pass: burst 1,000 + rate 1,000 × 86,400 s = 86.401 million',
    'Most that the account’s limit lets pass: burst 5,000 + rate 10,000 × 86,400 s = 864.005 million',
    'The quota: per key and day = 1,000',
    'Pass in a day: the smallest of these = 1,000',
    'Quota spent after: (1,000 − burst 10) ÷ 5 a second, the plan’s rate = 3 min 18 s',
    'The alarm’s mark: 1,000 × 80 ÷ 100 = 800',
    'Reached after: (800 − burst 10) ÷ 5 a second, the plan’s rate = 2 min 38 s',
    'Time to notice: 3 min 18 s − 2 min 38 s = 40 s',
    'Noticed in time: 40 s ÷ 5 min between two looks, at most all = 13.3%',
  ]);
  expect(said(enterprise, 1).lines).toContain('The quota: this tier has none = none');
  expect(said(paid, 2).lines).toContain('Quota spent after: 100,000 ÷ 2 a second sent = 13 h 53 min');
});

it('compares what was sold with what a level carries', () => {
  const sold = soldOf(Object.values(START.tiers));
  expect(soldSentence(sold, START.method, 'The method')).toBe(
    'The method: 5,000 a second are 5 times its rate of 1,000; 10,000 in one instant are 10 times its burst of 1,000.',
  );
  expect(soldSentence(sold, ACCOUNT, 'The account')).toBe(
    'The account: 5,000 a second fit into its rate of 10,000; 10,000 in one instant are 2 times its burst of 5,000.',
  );
  expect(fitSentence(enterprise, START.method, 'The method')).toBe(
    'The method carries 2 keys of this tier at full rate, and 1 that spends its burst in the same instant.',
  );
});
