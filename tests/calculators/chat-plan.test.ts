import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leversOf, MOST, planOf, type Chat } from '../../src/calculators/chat-plan.ts';
import { chatIn, isAllowed, START, STARTS, withChat } from '../../src/calculators/chat-plan-settings.ts';
import {
  billLines,
  collectSentence,
  guessSentence,
  leverSentence,
  limitLines,
  limitSentence,
  personSentence,
  sceneOf,
  totalSentence,
} from '../../src/calculators/chat-plan-words.ts';
import { prices } from './support.ts';

const limits = { rate: 10_000, connections: 500, life: 2, message: 128, frame: 32, read: 4 };
const LARGEST = limits.message;
const plan = (part: Partial<Chat> = {}) => planOf({ ...START, ...part }, prices, limits);
const costs = (part: Partial<Chat> = {}) => Object.fromEntries(plan(part).bill.lines.map(({ what, amount }) => [what, amount]));

const anyChat: fc.Arbitrary<Chat> = fc.record({
  users: fc.integer({ min: 1, max: MOST.users }),
  hours: fc.double({ min: 0.1, max: MOST.hours, noNaN: true }),
  messages: fc.double({ min: 0.1, max: MOST.messages, noNaN: true }),
  room: fc.integer({ min: 2, max: MOST.room }),
  echo: fc.boolean(),
  kilobytes: fc.double({ min: 0.1, max: LARGEST, noNaN: true }),
  ms: fc.integer({ min: 1, max: MOST.ms }),
  memory: fc.integer({ min: 1, max: MOST.memory }),
});

describe('the plan of the lesson', () => {
  it('costs $4,438: minutes, both directions, one write, half a unit twice, and the function', () => {
    const lines = costs();
    // 10,000 × 60 × 730 = 438 million minutes × 0.25.
    expect(lines['Connection minutes']).toBeCloseTo(109.5);
    // 438 million in + 4,380 million out: 1,000 × 1.00 + 3,818 × 0.80.
    expect(lines['Messages, in and out']).toBeCloseTo(4_054.4);
    // 167 units.
    expect(lines['Write units']).toBeCloseTo(167 * 0.00065 * 730);
    expect(lines['Read units']).toBeCloseTo(167 * 0.00013 * 730);
    expect(lines['Calls of the function']).toBeCloseTo(87.6);
    expect(lines['Time of the function']).toBeCloseTo(91.25, 1);
    expect(Math.round(plan().bill.total)).toBe(4_438);
  });

  it('is five times what somebody writes who counts only what comes in', () => {
    // 438 million at a dollar in place of the 4,054.
    expect(plan().onlyIn).toBeCloseTo(plan().bill.total - 4_054.4 + 438);
    expect(totalSentence(plan())).toMatch(
      /^\$4,437\.\d\d a month\. Whoever counts only .* writes \$821\.\d\d: the bill is 5\.4\d? times that\.$/,
    );
  });

  it('asks the account for 1,833 requests a second, and carries rooms of up to 59', () => {
    const { requests, largestRoom, renewals, comeback, roomEvery } = plan();
    expect(Math.round(requests)).toBe(1_833);
    expect(largestRoom).toBe(59);
    expect(renewals).toBeCloseTo(1.39, 2);
    expect(comeback).toBe(20);
    expect(roomEvery).toBe(6);
  });

  it('is moved by the sender and most by the room', () => {
    const levers = leversOf(START, prices, limits);
    // 438 million messages at 0.80.
    expect(levers[0]).toEqual({ change: { echo: false }, difference: -350.4 });
    expect(leverSentence(levers[0]!)).toBe('Leave out the sender: $350.40 less.');
    // 39,420 million more at 0.80, and a query of three steps in place of one: 167 × 2 read units for 167.
    expect(levers[1]!.change).toEqual({ room: 100 });
    expect(levers[1]!.difference).toBeCloseTo(39_420 * 0.8 + 167 * 0.00013 * 730);
  });
});

describe('one chat hour', () => {
  it('of a thousand people is cents for the hour and nothing to speak of for one of them', () => {
    const hour = STARTS[1]!.chat;
    const lines = Object.fromEntries(planOf(hour, prices, limits).bill.lines.map(({ what, amount }) => [what, amount]));
    // 60,000 minutes; 100,000 in and, to one other each, 100,000 out.
    expect(lines['Connection minutes']).toBeCloseTo(0.015);
    expect(lines['Messages, in and out']).toBeCloseTo(0.2);
    // 28 units for one hour.
    expect(lines['Write units']).toBeCloseTo(28 * 0.00065);
    expect(personSentence(planOf(hour, prices, limits), hour)).toMatch(/^For one person: \$0\.000\d+\.$/);
  });
});

describe('a message', () => {
  it('of 33 KB counts twice, in both directions', () => {
    expect(costs({ kilobytes: 32 })['Messages, in and out']).toBeCloseTo(4_054.4);
    // 9,636 million: 1,000 + 8,636 × 0.80.
    expect(costs({ kilobytes: 33 })['Messages, in and out']).toBeCloseTo(1_000 + 8_636 * 0.8);
    expect(limitSentence({ ...START, kilobytes: 33 }, plan({ kilobytes: 33 }), limits)).toContain('one may have 32 KB');
    expect(limitSentence(START, plan(), limits)).toBe('');
  });

  it('into too large a room uses up the account', () => {
    expect(limitSentence(START, plan({ room: 100 }), limits)).toContain('asks for 1.68 times the account’s rate');
    expect(collectSentence(plan({ room: 1_000 }))).toContain('16.7 messages a second: collected for a second');
  });
});

describe('every chat', () => {
  it('costs no less with more people or larger rooms, and hears as much in half the hours at twice the pace', () => {
    fc.assert(
      fc.property(anyChat, (chat) => {
        const { bill, onlyIn, sent } = planOf(chat, prices, limits);
        expect(planOf({ ...chat, users: chat.users + 1 }, prices, limits).bill.total).toBeGreaterThanOrEqual(bill.total);
        expect(planOf({ ...chat, room: chat.room + 1 }, prices, limits).bill.total).toBeGreaterThanOrEqual(bill.total);
        expect(onlyIn).toBeLessThan(bill.total);
        const dense = planOf({ ...chat, hours: chat.hours / 2, messages: chat.messages * 2 }, prices, limits);
        expect(dense.sent).toBeCloseTo(sent, -3);
      }),
    );
  });

  it('has sentences without holes, and travels in an address', () => {
    fc.assert(
      fc.property(anyChat, (chat) => {
        const found = planOf(chat, prices, limits);
        const lines = [...billLines(found), ...limitLines(chat, found, limits)].flatMap(({ what, formula, result }) => [
          what,
          formula,
          result,
        ]);
        const levers = leversOf(chat, prices, limits).map(leverSentence);
        const said = [sceneOf(chat), totalSentence(found), personSentence(found, chat), guessSentence(1, found), collectSentence(found)];
        expect([...lines, ...levers, ...said].join(' ')).not.toMatch(/undefined|NaN|Infinity/);
        expect(new Set(levers).size).toBe(levers.length);
        expect(chatIn(withChat('?theme=dark', chat), LARGEST)).toEqual(chat);
      }),
    );
  });
});

describe('what is said', () => {
  it('names the plan that is passed around only where it is that plan', () => {
    expect(sceneOf(START)).toBe(
      '10,000 people, online around the clock, 60 messages an hour from each, of 1 KB, in rooms of 10; the sender hears it, too. The plan that is passed around says $787 a month.',
    );
    expect(sceneOf({ ...START, room: 11 })).not.toContain('787');
  });

  it.each([
    [4_500, 'You said $4,500.00: near enough for a meeting.'],
    [800, 'You said $800.00: that is what comes in alone.'],
    [443.8, 'You said $443.80: 10 times too little.'],
    [44_380, 'You said $44,380.00: 10 times too much.'],
  ])('of a guess of %d dollars is kind', (guess, said) => {
    expect(guessSentence(guess, plan())).toBe(said);
  });
});

describe('an address', () => {
  it('keeps what else stood there', () => {
    expect(withChat('?theme=dark&chat=1', START)).toBe('?theme=dark&chat=10000_730_60_10_1_1_100_128');
  });

  it.each([
    '',
    '10000_730_60_10_1_1_100',
    '10000_731_60_10_1_1_100_128',
    '10000_730_60_1_1_1_100_128',
    '10000_730_60_10_2_1_100_128',
    '1e9_730_60_10_1_1_100_128',
    '10000_730_60_10_1_129_100_128',
    '10000_730__10_1_1_100_128',
  ])('with chat=%s has none', (value) => {
    expect(chatIn(`?chat=${value}`, LARGEST)).toBeUndefined();
  });

  it('of each start is within bounds', () => {
    for (const { chat } of STARTS) {
      expect(chatIn(withChat('', chat), LARGEST)).toEqual(chat);
      expect(isAllowed.kilobytes(chat.kilobytes, LARGEST)).toBe(true);
    }
  });
});
