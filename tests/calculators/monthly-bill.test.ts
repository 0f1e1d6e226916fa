import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyBill } from '../../src/calculators/monthly-bill.ts';
import { assumptionsOf } from '../../src/calculators/monthly-bill-assumptions.ts';
import { doorCost, rangesOf, rivalsFor, RIVALS } from '../../src/calculators/monthly-bill-doors.ts';
import { billPricesOf } from '../../src/calculators/monthly-bill-ledger.ts';
import { packed, unpacked } from '../../src/calculators/monthly-bill-prices.ts';
import { savingsOf } from '../../src/calculators/monthly-bill-savings.ts';
import { billIn, DOORS, PLAIN, withBill, type BillSettings, type Limits } from '../../src/calculators/monthly-bill-settings.ts';
import { ledger } from './support.ts';

const known = billPricesOf(ledger);
const billOf = (change: Partial<BillSettings>) => monthlyBill({ ...PLAIN, ...change }, known);
const cents = (dollars: number) => Math.round(dollars * 100) / 100;
const linesOf = (change: Partial<BillSettings>) => Object.fromEntries(billOf(change).lines.map(({ id, amount }) => [id, cents(amount)]));

/** The bill of the lesson's tips: 100 million calls of 5 KB, a function of 512 MB and 120 ms, execution logs of 5 KB. */
const TIPS_BILL = { calls: 100e6, megabytes: 512, milliseconds: 120, logs: 5, months: 0 };

describe('a month of', () => {
  it.each<[string, Partial<BillSettings>, Record<string, number>]>([
    ['100,000 REST calls', { calls: 100_000 }, { calls: 0.35, runs: 0.02, time: 0.02, 'data-out': 0.05 }],
    [
      '10 million HTTP calls',
      { door: 'http', calls: 10e6, logs: 1 },
      { calls: 10, runs: 2, time: 2.08, logs: 5, 'logs-kept': 3.6, 'data-out': 4.5 },
    ],
    ['full logs', TIPS_BILL, { calls: 350, runs: 20, time: 100, logs: 250, 'data-out': 45 }],
    [
      'orders through a function',
      { behind: 'function-queue', kilobytes: 0 },
      { calls: 3.5, runs: 0.2, time: 0.21, queue: 0.4, 'data-out': 0 },
    ],
    ['orders past the function', { behind: 'queue', kilobytes: 0 }, { calls: 3.5, queue: 0.4, 'data-out': 0 }],
    ['a private API', { calls: 100e6, zones: 2, behind: 'other' }, { calls: 350, endpoint: 14.6, 'endpoint-data': 5, 'data-out': 0 }],
    [
      'a balancer to which every call connects anew',
      { door: 'alb', calls: 100e6, behind: 'containers' },
      { balancer: 16.43, capacity: 8.89, addresses: 7.3, 'data-out': 45 },
    ],
    [
      'an internal balancer with kept connections',
      { door: 'alb', calls: 100e6, behind: 'containers', connections: 'kept', zones: 2 },
      { balancer: 16.43, capacity: 4 },
    ],
    [
      'a gateway before containers',
      { door: 'http', calls: 100e6, behind: 'containers' },
      { calls: 100, balancer: 16.43, capacity: 8.89, 'vpc-link': 0, 'data-out': 45 },
    ],
    [
      'an hour of chat',
      { door: 'websocket', calls: 100_000, recipients: 0, hours: 1, behind: 'other' },
      { calls: 0.1, minutes: 0.02, 'data-out': 0 },
    ],
    [
      'chat around the clock in rooms of ten',
      { door: 'websocket', calls: 3e6, kilobytes: 1, hours: 720 },
      { calls: 33, minutes: 10.8, runs: 0.6, time: 0.63, 'data-out': 2.7 },
    ],
    [
      'a cache that answers nine of ten',
      { calls: 30e6, cache: '1.6', hits: 90, kilobytes: 0 },
      { calls: 105, cache: 27.74, runs: 0.6, time: 0.62, 'data-out': 0 },
    ],
    [
      'made-up tokens, refused by an authorizer',
      { calls: 40e6, refused: 90, refuser: 'authorizer', kilobytes: 0 },
      { calls: 14, refused: 0, authorizer: 16.33, runs: 0.8, time: 0.83, 'data-out': 0 },
    ],
    ['an hour at 100,000 a second', { door: 'http', calls: 360e6, behind: 'other', kilobytes: 0 }, { calls: 354, 'data-out': 0 }],
    [
      'ten environments kept warm',
      { door: 'http', megabytes: 512, milliseconds: 250, warm: 10, kilobytes: 0 },
      { calls: 1, runs: 0.2, time: 1.22, warm: 54.75, 'data-out': 0 },
    ],
    [
      'cold starts of half a second',
      { calls: 100e6, start: 500, kilobytes: 0 },
      { calls: 350, runs: 20, time: 20.83, cold: 1.04, 'data-out': 0 },
    ],
  ])('%s', (_, change, lines) => {
    const found = linesOf(change);
    for (const [id, amount] of Object.entries(lines)) expect([id, found[id]]).toEqual([id, expect.closeTo(amount, 1)]);
    expect(Object.keys(found).sort()).toEqual(Object.keys(lines).sort());
  });

  it('is the sum of its lines, each of which names facts of the ledger', () => {
    const { lines, total } = billOf(TIPS_BILL);
    expect(cents(total)).toBe(765);
    for (const { facts, formula } of lines) {
      expect(facts.length).toBeGreaterThan(0);
      expect(formula).not.toBe('');
      for (const fact of facts) expect(ledger.facts.has(fact)).toBe(true);
    }
  });

  it('says what it takes for granted', () => {
    const said = (change: Partial<BillSettings>) => assumptionsOf({ ...PLAIN, ...change }).join(' ');
    expect(said({ door: 'alb' })).toContain('Every call opens a connection of its own');
    expect(said({ door: 'alb', connections: 'kept' })).toContain('Connections are kept');
    expect(said({ cache: '0.5' })).toContain('A call that the cache answers is billed');
    expect(said({ door: 'http', cache: '0.5' })).not.toContain('cache');
    expect(said({ refused: 5, refuser: 'authorizer' })).toContain('nothing is remembered');
    for (const door of DOORS) expect(said({ door })).toContain('Prices of us-east-1');
  });

  it('is not charged for what a door cannot have', () => {
    expect(linesOf({ door: 'http', cache: '237', zones: 2, refused: 50, kilobytes: 0 })).toEqual(linesOf({ door: 'http', kilobytes: 0 }));
  });
});

it('the prices arrive on a page as they left the ledger', () => {
  expect(unpacked(packed(known))).toEqual(known);
});

it('the tips come in the order of the dollars that they bring on the bill at hand', () => {
  const saved = savingsOf({ ...PLAIN, ...TIPS_BILL }, known).map(({ tip, saves }) => [tip, cents(saves)]);
  expect(saved).toEqual([
    ['http', 250],
    ['logs', 225],
    ['memory', 50],
    ['cache', 45.4],
    ['compress', 30],
    ['throttle', 0],
  ]);
  const orders = savingsOf({ ...PLAIN, behind: 'function-queue' }, known).find(({ tip }) => tip === 'direct')!;
  expect(cents(orders.saves)).toBe(0.41);
  expect(savingsOf({ ...PLAIN, calls: 1e6 }, known).at(-1)!.tip).toBe('cache');
});

describe('the door that costs least', () => {
  const ranges = (change: Partial<BillSettings>) => rangesOf({ ...PLAIN, ...change }, known.prices);
  const said = (change: Partial<BillSettings>) => ranges(change).map(({ door, to }) => [door, Math.round(to / 1e5) / 10]);

  it('is HTTP up to 26 million calls and then a balancer with two addresses', () => {
    expect(said({ door: 'http', behind: 'other' })).toEqual([
      ['http', 26],
      ['alb', Infinity],
    ]);
    // Bytes to functions fill a capacity unit sooner, and at 5 KB they lead: 23.725 ÷ (1 − 0.1).
    expect(said({ door: 'http' })[0]).toEqual(['http', 26.4]);
  });

  it('before containers is a gateway only as long as its calls cost less than two addresses', () => {
    expect(said({ door: 'http', behind: 'containers' })).toEqual([
      ['http', 7.3],
      ['alb', Infinity],
    ]);
  });

  it('is no question where only one can do it', () => {
    expect(ranges({ cache: '0.5' })).toEqual([]);
    expect(ranges({ door: 'websocket' })).toEqual([]);
    expect(rivalsFor({ ...PLAIN, zones: 1 })).toEqual(['rest', 'alb']);
    expect(rivalsFor({ ...PLAIN, behind: 'queue' })).toEqual(['rest', 'http']);
  });

  it('is the one that is named, at any volume and for calls of any size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6_000 }),
        fc.integer({ min: 1, max: 10 ** 11 }),
        fc.boolean(),
        (kilobytes, calls, isPrivate) => {
          const settings = { ...PLAIN, kilobytes, calls, zones: isPrivate ? 2 : 0 };
          const here = rangesOf(settings, known.prices).find(({ from, to }) => calls >= from && calls < to)!;
          const rivals = RIVALS.filter((door) => rivalsFor(settings).includes(door));
          const least = Math.min(...rivals.map((door) => doorCost(settings, door, known.prices)(calls)));
          expect(doorCost(settings, here.door, known.prices)(calls)).toBeLessThanOrEqual(least * (1 + 1e-9));
        },
      ),
    );
  });
});

describe('an address', () => {
  const limits: Limits = { kilobytes: 10_240, megabytes: [128, 10_240] };
  const settings: BillSettings = { ...PLAIN, ...TIPS_BILL, cache: '0.5', refuser: 'authorizer' };

  it('keeps the settings, and what else stood there', () => {
    const search = withBill('?gap-kb=4', settings);
    expect(search).toContain('?gap-kb=4&bill=rest_100000000_5_function_512_120_');
    expect(billIn(search, limits)).toEqual(settings);
  });

  it.each([
    '',
    '?bill=',
    '?bill=rest_1',
    withBill('', { ...settings, megabytes: 64 }),
    withBill('', { ...settings, calls: 1.5 }),
    `?bill=${'_'.repeat(300_000)}`,
    withBill('', settings).replace('rest', 'soap'),
  ])('that is not one has none', (search) => {
    expect(billIn(search, limits)).toBeUndefined();
  });
});
