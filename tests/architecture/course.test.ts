/** The course’s own exercises: what their files must keep, and some of their verdicts worked by hand. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cheapest, designsOf, judge, passes, type Design } from '../../src/architecture/judge.ts';
import { loadExercises } from '../../src/architecture/read.ts';
import { contentFile, contentFiles } from '../../src/checks/content-files.ts';
import { parseTopics } from '../../src/coverage/topics.ts';
import { loadFeatures } from '../../src/facts/features.ts';
import { loadLedger } from '../../src/facts/ledger.ts';

const root = join(import.meta.dirname, '../..');
const ledger = loadLedger(contentFiles(root, 'facts', ['.yaml']));
const topics = parseTopics(contentFile(root, 'topics.yaml')).topics;
const exercises = loadExercises(contentFiles(root, 'architecture', ['.yaml']), {
  ledger,
  features: loadFeatures(contentFiles(root, 'features', ['.yaml']), ledger),
  topics: topics.map(({ id }) => id),
});

const named = (id: string) => exercises.find(({ exercise }) => exercise.id === id)!;
/** The first model answer, but for `change`. */
const designOf = (id: string, change: Design = {}): Design => ({ ...named(id).exercise.model[0]!.design, ...change });
const judged = (id: string, change?: Design) => judge(named(id).lookedUp, designOf(id, change));
const failures = (id: string, change: Design) => judged(id, change).failed.map((need) => need.id);

describe.each(exercises.map(({ exercise, lookedUp }) => ({ id: exercise.id, exercise, lookedUp })))('$id', ({ exercise, lookedUp }) => {
  it('has model answers that pass', () => {
    for (const { design } of exercise.model) expect(judge(lookedUp, design).failed).toEqual([]);
  });

  it('has wrong choices, each of which fails by the need that it names', () => {
    expect(exercise.tempting.length).toBeGreaterThanOrEqual(2);
    for (const { choose, fails } of exercise.tempting) {
      const design = { ...exercise.model[0]!.design, ...choose };
      expect(judge(lookedUp, design).needs.find(({ id }) => id === fails)!.verdict).toBe('unmet');
    }
  });

  it('is passed by more than one design and not by most, and no model answer costs less than the cheapest that passes', () => {
    const designs = designsOf(lookedUp.decisions);
    const passing = designs.filter((design) => passes(judge(lookedUp, design)));
    expect(passing.length).toBeLessThan(designs.length / 2);
    expect(passing.length).toBeGreaterThan(1);
    const least = cheapest(lookedUp)!.total;
    for (const { design } of exercise.model) expect(judge(lookedUp, design).bill.total).toBeGreaterThanOrEqual(least);
  });

  it('names a source for each reason, and none of them twice, be it of two products', () => {
    for (const { reasons } of lookedUp.needs)
      for (const { sources } of Object.values(reasons.entries).flat()) {
        expect(sources.length).toBeGreaterThan(0);
        expect(sources).toEqual([...new Set(sources)]);
      }
  });

  it('practices only topics that are owed as an architecture exercise', () => {
    const owed = topics.filter(({ forms }) => forms.includes('architecture-exercise')).map(({ id }) => id);
    expect(exercise.topics.filter((topic) => !owed.includes(topic))).toEqual([]);
  });
});

describe('the five systems, by hand', () => {
  it('cost, with a cache that costs more than it saves: 1.50 + 35 + 105 + 14.60 + 6 + 2.19 + 15 + 3 + 3.125', () => {
    expect(judged('five-systems').bill.total).toBeCloseTo(185.415, 2);
    // 15 million × $3.50 and 730 h × $0.02, a tenth of the function; without a cache 15 million × $1 and all of it.
    const cached = judged('five-systems', { catalog: 'rest-default' }).bill.total;
    expect(cached - judged('five-systems').bill.total).toBeCloseTo(52.5 + 14.6 + 0.6125 - (15 + 3 + 3.125), 2);
  });

  it('fall by one need each', () => {
    expect(failures('five-systems', { guests: 'url' })).toEqual(['guest-tokens']);
    expect(failures('five-systems', { partners: 'websocket' })).toEqual(['partner-requests']);
    expect(failures('five-systems', { minibar: 'alb' })).toEqual(['minibar-signatures']);
    expect(failures('five-systems', { chat: 'alb' })).toEqual(['chat-functions']);
  });

  it('do not pass for being cheap: HTTP for the minibar saves 89.60 and has a public address', () => {
    const cheap = judged('five-systems', { minibar: 'http' });
    expect(judged('five-systems').bill.total - cheap.bill.total).toBeCloseTo(105 + 14.6 - 30, 6);
    expect(cheap.failed.map(({ id }) => id)).toEqual(['minibar-private']);
  });
});

it('a door for three teams: 45 s are more than 29 or 30, and 3 MB more than a balancer hands to a function', () => {
  expect(failures('three-teams', { invoices: 'http' })).toEqual(['invoice-wait']);
  expect(failures('three-teams', { invoices: 'rest' })).toEqual(['invoice-wait']);
  expect(failures('three-teams', { invoices: 'alb' })).toEqual(['invoice-size']);
  expect(judged('three-teams', { invoices: 'rest-raised' }).needs.find(({ id }) => id === 'invoice-wait')!.verdict).toBe('condition');
});

it('limits for two tiers: 60 × 2 + 8 × 50 + 9,000 fit the account, 60 × 20 + 8 × 500 + 9,000 do not', () => {
  expect(failures('limits-for-tiers', { rates: 'large' })).toEqual(['lobby']);
  expect(failures('limits-for-tiers', { rates: 'small' })).toEqual(['promise']);
  expect(failures('limits-for-tiers', { analytics: 'plan' })).toEqual(['analytics-survives']);
});

it('the menus: 800 × 6 % are 48 calls a second, and 800 × 97 % more than the database takes', () => {
  const reason = judged('menu-cache').needs.find(({ id }) => id === 'database')!.reasons[0]!;
  expect(reason.says).toContain('48 requests per second');
  expect(failures('menu-cache', { key: 'token' })).toEqual(['database']);
});

it('one shop: a second API separates no capacity, a second account does', () => {
  expect(failures('one-shop', { plan: 'none' })).toEqual(['lobby']);
  expect(failures('one-shop', { plan: 'none', partners: 'rest-account' })).toEqual([]);
  // Guests and partners are paid twice, at REST’s price: 56 million × $3.50. Partners no longer pass the distribution: 6 million × $1.
  expect(judged('one-shop', { chain: 'gateway' }).bill.total - judged('one-shop').bill.total).toBeCloseTo(196 - 6, 6);
});

it('one shop: two guards at a public address keep the lobby out as well, and one guard does not', () => {
  const refunds = (staff: string) => judged('one-shop', { staff }).needs.find(({ id }) => id === 'refunds')!.verdict;
  expect(['private', 'regional', 'merged'].map(refunds)).toEqual(['met', 'condition', 'unmet']);
});

it('the chat: 66 + 6 million messages and 4.5 million heartbeats, and a scan that costs 468 dollars more', () => {
  expect(judged('chat-rooms').bill.lines[0]!.amount).toBeCloseTo(76.5, 6);
  // 10,000 × 0.5 KB are 1,250 steps of 4 KB, 12 × 0.5 KB are 2; half a unit each, 6 million times, at $0.125 a million.
  const scanned = judged('chat-rooms', { rooms: 'scan' }).bill.total - judged('chat-rooms').bill.total;
  expect(scanned).toBeCloseTo(((1250 - 2) / 2) * 6 * 0.125, 6);
  expect(failures('chat-rooms', { heartbeat: 'nothing' })).toEqual(['silent']);
});

it('who may call: 300 tablets × 8 h × 12 are 28,800 questions a day, 21.6 % of the calls', () => {
  const reason = judged('who-may-call').needs.find(({ id }) => id === 'tablet-table')!.reasons[0]!;
  expect(reason.says).toContain('21.6%');
});

it('before a launch: 3 of 64 ways to spend the days pass, and each of them leaves something out', () => {
  const { exercise, lookedUp } = named('before-launch');
  const passing = designsOf(lookedUp.decisions).filter((design) => passes(judge(lookedUp, design)));
  expect(passing.map((design) => Object.values(design).join(' '))).toEqual(['block key limits', 'cache key cut', 'cache guard fifo']);
  expect(exercise.model).toHaveLength(passing.length);
  for (const design of passing) expect(judge(lookedUp, design).needs.some(({ verdict }) => verdict === 'unmet')).toBe(true);
  // 120 × 5 % + 30 reach the database behind a cache; 12,000 ÷ 400 × 10 % are left by the queue.
  const says = (id: string, design: Design) => judged('before-launch', design).needs.find((need) => need.id === id)!.reasons[0]!.says;
  expect(says('database', { platform: 'cache', launch: 'fifo' })).toContain('36 requests per second');
  expect(says('twice', { code: 'guard', launch: 'fifo' })).toContain('weekend: 3.');
});

it('a partner who speaks SOAP: a template writes XML and reads none', () => {
  expect(failures('soap-partner', { reserve: 'templates' })).toEqual(['app-json', 'fault']);
  expect(failures('soap-partner', { reserve: 'cut' })).toEqual(['prefix']);
  expect(failures('soap-partner', { notices: 'http-queue' })).toEqual(['answered']);
  expect(failures('soap-partner', { reserve: 'container', notices: 'function' })).toEqual([]);
});
