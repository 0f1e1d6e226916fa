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

  it('is not passed by most designs, and no model answer costs less than the cheapest that passes', () => {
    const designs = designsOf(lookedUp.decisions);
    const passing = designs.filter((design) => passes(judge(lookedUp, design)));
    expect(passing.length).toBeLessThan(designs.length / 2);
    const least = cheapest(lookedUp)!.total;
    for (const { design } of exercise.model) expect(judge(lookedUp, design).bill.total).toBeGreaterThanOrEqual(least);
  });

  it('names a source for each reason', () => {
    for (const { reasons } of lookedUp.needs)
      for (const entry of Object.values(reasons.entries)) for (const { sources } of entry) expect(sources.length).toBeGreaterThan(0);
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
  // Guests and partners are paid twice at REST’s price: 56 million × $3.50.
  expect(judged('one-shop', { chain: 'gateway' }).bill.total - judged('one-shop').bill.total).toBeCloseTo(196, 6);
});
