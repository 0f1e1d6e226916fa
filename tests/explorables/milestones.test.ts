import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf, quotedFrom } from '../../src/explorables/milestones-dates.ts';
import { MILESTONE_IDS, milestonesOf } from '../../src/explorables/milestones-list.ts';
import { bookSentence, movedSentence, orderSentence, whenOf } from '../../src/explorables/milestones-words.ts';
import { byYear, dealRounds, inOrder, moved, placedRight, ROUND, worstSwap, yearOf } from '../../src/explorables/milestones.ts';
import { ledger } from '../calculators/support.ts';

const milestones = milestonesOf(datesOf(ledger), quotedFrom(ledger));
const named = (...ids: string[]) => ids.map((id) => milestones.find((milestone) => milestone.id === id)!);

describe('the milestones', () => {
  it('have their days from the ledger, each once', () => {
    expect(new Set(MILESTONE_IDS).size).toBe(MILESTONE_IDS.length);
    for (const { id, when } of milestones) expect(when).toBe(ledger.facts.get(id)!.value);
  });

  it('say how sure the ledger is where that is not high, and what is often said', () => {
    for (const { id, doubt, often } of milestones) {
      const { confidence, instead } = ledger.facts.get(id)!;
      expect(doubt).toBe(confidence === 'high' ? undefined : confidence);
      expect(often).toBe(instead);
    }
    expect(named('jwt-rest')[0]).toMatchObject({ doubt: 'medium', when: 'since fall 2026' });
  });

  it('quote numbers from the ledger', () => {
    const [raised, wait] = named('throttle-raised', 'history-timeout-raise');
    expect(raised!.until).toBe('The account’s limit is 1,000 requests per second.');
    expect(wait!.changed).toContain('longer than 29 seconds.');
  });

  it('do not give their year away in what is shown before the guess', () => {
    for (const { name } of milestones) expect(name).not.toMatch(/\d{3}/);
  });
});

describe('the year', () => {
  it('is that of the day, or the last word', () => {
    expect(yearOf({ when: '2018-09-06' })).toBe(2018);
    expect(yearOf({ when: 'since fall 2026' })).toBe(2026);
  });

  it('without a day comes last in its year', () => {
    const whens = [{ when: 'since fall 2026' }, { when: '2027-01-01' }, { when: '2026-12-31' }];
    expect(inOrder(whens).map(({ when }) => when)).toEqual(['2026-12-31', 'since fall 2026', '2027-01-01']);
  });

  it('holds what came in it, and years without anything are left out', () => {
    const line = byYear(milestones);
    expect(line.flatMap((year) => year.milestones)).toEqual(inOrder(milestones));
    expect(line.map(({ year }) => year)).not.toContain(2022);
    expect(line[0]).toMatchObject({ year: 2015, milestones: [{ id: 'history-launch' }] });
  });
});

describe('the rounds of a deal', () => {
  it('hold all milestones, each once', () => {
    const rounds = dealRounds(milestones, 'deal 1');
    expect(rounds.flat().toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
      milestones.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
  });

  it('are the same for the same seed, and others for another', () => {
    expect(dealRounds(milestones, 'deal 2')).toEqual(dealRounds(milestones, 'deal 2'));
    expect(dealRounds(milestones, 'deal 2')).not.toEqual(dealRounds(milestones, 'deal 1'));
  });

  it('have four events of four years, never shown in their order, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const rounds = dealRounds(milestones, seed);
        expect(rounds.length).toBe(milestones.length / ROUND);
        for (const round of rounds) {
          expect(new Set(round.map(yearOf)).size).toBe(ROUND);
          expect(round).not.toEqual(inOrder(round));
        }
      }),
    );
  });

  it('leave out what makes no full round', () => {
    expect(dealRounds(milestones.slice(0, 3), 'x')).toEqual([]);
    expect(
      dealRounds(
        [2015, 2016, 2017, 2018, 2018].map((year) => ({ when: `${year}-01-01` })),
        'x',
      ),
    ).toHaveLength(1);
  });
});

describe('an order', () => {
  it('changes by one place, and not beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  const right = named('history-usage-plans', 'history-xray', 'history-mtls', 'history-rest-alb');
  const [plans, xray, mtls, alb] = right as [(typeof right)[0], (typeof right)[0], (typeof right)[0], (typeof right)[0]];

  it('that is right has no pair the wrong way round', () => {
    expect(worstSwap(right)).toBeUndefined();
    expect(placedRight(right)).toBe(4);
    expect(orderSentence(right)).toBe('All four stand in their order.');
  });

  it('that is wrong names the pair that is furthest apart', () => {
    const order = [xray, plans, alb, mtls];
    expect(worstSwap(order)).toEqual([alb, mtls]);
    expect(orderSentence(order)).toBe(
      'None stands at its place. The pair to remember: “Client certificates (mutual TLS)” came in 2020, “REST APIs reach Application Load Balancers” 5 years later.',
    );
  });

  it('counts those that stand at their place', () => {
    expect(orderSentence([plans, mtls, xray, alb])).toMatch(/^Two stand at their places\. .* 2 years later\.$/);
    expect(orderSentence([plans, mtls, alb, xray])).toMatch(/^One stands at its place\./);
    expect(orderSentence(named('history-http-apis', 'history-http-preview'))).toMatch(/ a year later\.$/);
  });
});

describe('what is said', () => {
  it('of a day, and of how sure it is', () => {
    expect(whenOf({ when: '2018-09-06' })).toBe('September 6, 2018');
    expect(whenOf({ when: 'since fall 2026', doubt: 'medium' })).toBe('since fall 2026 (medium confidence)');
  });

  it('of a move', () => {
    expect(movedSentence(named('history-xray', 'history-waf'), 1)).toBe('AWS WAF: now 2 of 2.');
  });

  it('of a book: the lesson counts on six that one of 2021 lacks', () => {
    expect(bookSentence(2021, milestones)).toBe(
      'A book of 2021 can know 18 of these 24. About the other 6 it says what was right when it was printed.',
    );
    expect(bookSentence(2026, milestones)).toBe('A book of 2026 can know all 24 of these.');
  });
});
