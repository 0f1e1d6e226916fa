/** A small exercise to try things on: a door, and a cache behind it. */
import { parseFeatures, PRODUCTS, type FeatureMatrix } from '../../src/facts/features.ts';
import type { Course } from '../../src/architecture/report.ts';
import { ledgerOf } from '../facts/support.ts';

const ledger = ledgerOf({
  'price-rest': [3.5, 'USD/million'],
  'price-http': [1, 'USD/million'],
  'price-cache': [0.02, 'USD/h'],
  'rest-wait': [29, 's'],
  'http-wait': [30, 's'],
  'cache-rule': ['kept for a while', 'words'],
});

export const course: Course = { ledger, features: matrix(), topics: ['doors', 'caches'] };

/** REST has keys, HTTP has not, CloudFront has them in part; everybody has replies. */
function matrix(): FeatureMatrix {
  const answer = (has: Record<string, string>) => Object.keys(PRODUCTS).map((product) => `  ${product}: ${has[product] ?? '{ has: no }'}`);
  const row = (id: string, title: string, has: Record<string, string>) =>
    [
      `- id: ${id}`,
      `  title: ${title}`,
      '  group: Reach',
      ...answer(has),
      "  source: { title: A page, url: 'https://example.com/page' }",
      '  asOf: 2026-11-20',
      '  confidence: high',
    ].join('\n');
  const yes = '{ has: yes }';
  const text = [
    row('keys', 'Keys', { rest: '{ has: yes, note: of two kinds }', cloudfront: '{ has: partly, note: by code }' }),
    row('replies', 'Replies', { rest: yes, http: yes, cloudfront: yes }),
  ].join('\n');
  const { features, findings } = parseFeatures([{ path: 'content/features/features.yaml', text }], ledger);
  if (findings.length > 0) throw new Error(findings[0]!.message);
  return features;
}

export const PATH = 'content/architecture/two-doors.yaml';

export const text = `title: Two doors
description: A door and a cache.
minutes: 10
topics: [doors]
scenario: [Guests knock.]
load:
  - { name: calls, is: Calls a month, value: 10000000 }
  - { name: work, is: Time of an answer, value: 29.5, unit: s }
decisions:
  - id: door
    question: Which door
    options:
      - { id: rest, name: REST API, products: [rest], numbers: { wait: rest-wait } }
      - { id: http, name: HTTP API, products: [http], numbers: { wait: http-wait } }
      - { id: both, name: CloudFront before HTTP, products: [cloudfront, http], numbers: { wait: { sum: least - 1, with: { least: http-wait } } } }
  - id: cache
    question: A cache
    options:
      - { id: none, name: None }
      - { id: small, name: The smallest }
needs:
  - id: keys
    need: Callers have keys.
    rules:
      - { by: matrix, row: keys, of: door, otherwise: You would count. }
  - id: all-keys
    need: Every door asks for keys.
    wish: true
    rules:
      - { by: matrix, row: keys, of: door, along: all }
  - id: wait
    need: The answer is waited for.
    wish: true
    rules:
      - { by: sum, what: The door waits, sum: wait, atLeast: work, unit: s }
  - id: fresh
    need: Replies are fresh.
    rules:
      - by: choice
        facts: [cache-rule]
        cases:
          - { when: { cache: [small], door: [rest] }, is: unmet, because: 'They are {fact cache-rule}.' }
          - { is: met, because: Nothing is kept. }
charges:
  - { what: Calls at REST, price: price-rest, amount: calls, when: { door: [rest] } }
  - { what: Calls at HTTP, price: price-http, amount: calls, when: { door: [http, both] } }
  - { what: Cache, price: price-cache, amount: 1, when: { cache: [small] } }
model:
  - title: REST without a cache
    design: { door: rest, cache: none }
    why: [It has keys.]
    tradeoff: It costs more.
tempting:
  - choose: { door: http }
    fails: keys
    says: It is cheap.
    why: It has none.
`;
