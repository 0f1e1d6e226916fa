import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../src/facts/finding.ts';
import { factById, loadLedger, parseLedger } from '../../src/facts/ledger.ts';

const RATE = `- id: account-rate
  statement: An account may receive 10,000 requests per second.
  value: 10000
  unit: requests/s
  source: { title: Quotas, url: https://example.org/quotas }
  asOf: 2026-11-20
  confidence: high
`;

const PRICE = `- id: price-http
  statement: The first 300 million calls a month cost $1.00 per million.
  value: 1
  unit: USD/million
  tiersCount: million requests a month
  tiers:
    - { upTo: 300, value: 1 }
    - { value: 0.9 }
  source: { title: Prices, url: https://example.org/prices }
  asOf: 2026-11-20
  confidence: high
`;

const at = (path: string, text: string) => ({ path, text });
const mistakes = (...texts: string[]) =>
  parseLedger(texts.map((text, index) => at(`content/facts/${index + 1}.yaml`, text))).findings.map(formatFinding);

describe('a ledger that is right', () => {
  it('is looked up by id and grouped by file', () => {
    const ledger = loadLedger([at('content/facts/throttling-limits.yaml', RATE)]);
    expect(factById(ledger, 'account-rate')).toMatchObject({ value: 10_000, unit: 'requests/s', asOf: '2026-11-20' });
    expect(ledger.groups).toMatchObject([
      { path: 'content/facts/throttling-limits.yaml', title: 'Throttling limits', facts: [{ id: 'account-rate' }] },
    ]);
  });

  it.each([
    ['sdk-retries.yaml', 'SDK retries'],
    ['http-apis.yaml', 'HTTP APIs'],
    ['cors.yaml', 'CORS'],
    ['websocket-limits.yaml', 'WebSocket limits'],
  ])('%s is headed %s', (name, title) => {
    expect(loadLedger([at(`content/facts/${name}`, '[]')]).groups[0]?.title).toBe(title);
  });

  it('may have prices by tiers', () => {
    expect(factById(loadLedger([at('content/facts/prices.yaml', PRICE)]), 'price-http').tiers).toEqual([
      { upTo: 300, value: 1 },
      { value: 0.9 },
    ]);
  });

  it('may have a file without facts', () => {
    expect(mistakes('[]\n')).toEqual([]);
  });
});

describe('a fact that nobody wrote', () => {
  it('comes with the nearest id', () => {
    const ledger = loadLedger([at('content/facts/a.yaml', RATE)]);
    expect(() => factById(ledger, 'acount-rate')).toThrow('unknown fact "acount-rate": did you mean "account-rate"?');
    expect(() => factById(ledger, 'zzz')).toThrow('unknown fact "zzz" (known: account-rate)');
  });
});

describe('a mistake names file, line, id, field and reason', () => {
  it.each([
    [
      'a value of the wrong kind',
      RATE.replace('10000', "'many'"),
      'content/facts/1.yaml:3:10  account-rate: value: must be a number, because the unit is `requests/s`',
    ],
    [
      'an unknown field',
      `${RATE}  note: x\n`,
      'content/facts/1.yaml:1:3  account-rate: unknown field "note" (known: id, statement, value, unit, tiers, tiersCount, source, asOf, confidence, instead)',
    ],
    ['a missing field', RATE.replace(/ {2}confidence.*\n/, ''), 'content/facts/1.yaml:1:3  account-rate: confidence: is missing'],
    [
      'an address that is none',
      RATE.replace('https://example.org/quotas', 'quotas'),
      'content/facts/1.yaml:5:33  account-rate: source.url: Invalid URL',
    ],
    ['a day that is none', RATE.replace('2026-11-20', '2026-02-30'), 'content/facts/1.yaml:6:9  account-rate: asOf: Invalid ISO date'],
    [
      'an id in another case',
      RATE.replace('account-rate', 'AccountRate'),
      'content/facts/1.yaml:1:7  AccountRate: id: must be in kebab case: small letters, digits and single hyphens',
    ],
    [
      'a statement that says another number',
      RATE.replace('10000', '20000'),
      'content/facts/1.yaml:2:14  account-rate: statement: speaks of 10000, but the value is 20000',
    ],
    [
      'a date without a date',
      RATE.replace('requests/s', 'date'),
      'content/facts/1.yaml:3:10  account-rate: value: must be a date such as 2026-11-20, because the unit is `date`',
    ],
    [
      'text without quotes',
      RATE.replace('requests/s', 'text'),
      'content/facts/1.yaml:3:10  account-rate: value: must be text in quotes, because the unit is `text`',
    ],
    [
      'tiers out of order',
      PRICE.replace('- { value: 0.9 }', '- { upTo: 200, value: 0.9 }\n    - { value: 0.8 }'),
      'content/facts/1.yaml:8:15  price-http: tiers.1.upTo: must be more than 300, where the tier before it ends',
    ],
    [
      'tiers of an unknown count',
      PRICE.replace(/ {2}tiersCount.*\n/, ''),
      'content/facts/1.yaml:6:5  price-http: tiers: needs `tiersCount` beside it: one of million requests a month, million messages a month, GB a month',
    ],
    [
      'a count without tiers',
      PRICE.replace(/ {2}tiers:\n.*\n.*\n/, ''),
      'content/facts/1.yaml:5:15  price-http: tiersCount: counts for `tiers`, and there are none',
    ],
    [
      'tiers of something that is no money',
      PRICE.replace('USD/million', 'percent'),
      'content/facts/1.yaml:4:9  price-http: unit: must be one of money, because the fact has tiers',
    ],
    ['no list', 'id: account-rate\n', 'content/facts/1.yaml:1:1  must be a list of facts, each starting with `- id:`'],
  ])('%s', (_, text, expected) => {
    expect(mistakes(text)).toEqual([expected]);
  });

  it('YAML that cannot be read', () => {
    expect(mistakes('- id: "open\n')[0]).toMatch(/^content\/facts\/1\.yaml:\d+:\d+ {2}Missing closing "quote/);
  });

  it('the same id in two files', () => {
    expect(mistakes(RATE, `\n${RATE}`)).toEqual([
      'content/facts/2.yaml:2:1  account-rate: id: already used at content/facts/1.yaml:1; an id names one fact',
    ]);
  });

  it('all of them at once when the ledger is loaded', () => {
    expect(() => loadLedger([at('content/facts/a.yaml', RATE.replace('10000', "'x'")), at('content/facts/b.yaml', '{}')])).toThrow(
      /a\.yaml:3:10[\s\S]+b\.yaml:1:1/,
    );
  });
});
