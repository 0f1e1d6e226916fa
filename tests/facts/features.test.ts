import { describe, expect, it } from 'vitest';
import { featureById, loadFeatures, parseFeatures } from '../../src/facts/features.ts';
import { formatFinding } from '../../src/facts/finding.ts';
import { ledgerOf } from './support.ts';

const ledger = ledgerOf({ timeout: [29, 's'], 'history-cache': ['2015-07-09', 'date'] });

const CACHE = `- id: response-cache
  title: Response cache
  group: Requests and replies
  rest: { has: yes, note: 'since launch, {fact timeout}', since: history-cache }
  http: { has: no }
  websocket: { has: no }
  alb: { has: no }
  lambdaUrl: { has: no }
  cloudfront: { has: partly, note: by path, confidence: medium }
  source: { title: Comparison, url: https://example.org/comparison }
  asOf: 2026-11-20
  confidence: high
`;

const at = (text: string) => [{ path: 'content/features/features.yaml', text }];
const mistakes = (text: string) => parseFeatures(at(text), ledger).findings.map(formatFinding);

describe('a feature matrix that is right', () => {
  it('is looked up by feature and by product', () => {
    const features = loadFeatures(at(CACHE), ledger);
    expect(featureById(features, 'response-cache')).toMatchObject({
      rest: { has: 'yes' },
      http: { has: 'no' },
      cloudfront: { has: 'partly' },
    });
  });
});

describe('a feature that nobody wrote', () => {
  it('comes with the nearest id', () => {
    expect(() => featureById(loadFeatures(at(CACHE), ledger), 'respons-cache')).toThrow(
      'unknown feature "respons-cache": did you mean "response-cache"?',
    );
  });
});

describe('a mistake names file, line, id, field and reason', () => {
  it.each([
    ['a product without an answer', CACHE.replace(/ {2}alb.*\n/, ''), '1:3  response-cache: alb: is missing'],
    [
      'an answer of another kind',
      CACHE.replace('http: { has: no }', 'http: { has: maybe }'),
      '5:16  response-cache: http.has: must be `yes`, `no` or `partly`, not "maybe"',
    ],
    [
      'partly without a note',
      CACHE.replace('note: by path, ', ''),
      '9:15  response-cache: cloudfront.note: must say which part, because the answer is `partly`',
    ],
    [
      'low confidence without a note',
      CACHE.replace('alb: { has: no }', 'alb: { has: no, confidence: low }'),
      '7:8  response-cache: alb.note: must say why confidence is low',
    ],
    ['a product that is none', `${CACHE}  nlb: { has: no }\n`, '1:3  response-cache: unknown field "nlb": did you mean "alb"?'],
    [
      'a group that is none',
      CACHE.replace('Requests and replies', 'Others'),
      '3:10  response-cache: group: must be `Reach`, `Who may call`, `Requests and replies`, `Behind the door` or `Running it`, not "Others"',
    ],
    ['no source', CACHE.replace(/ {2}source.*\n/, ''), '1:3  response-cache: source: is missing'],
    [
      'a date that is no fact',
      CACHE.replace('since: history-cache', 'since: history-cach'),
      '4:66  response-cache: rest.since: unknown fact "history-cach": did you mean "history-cache"?',
    ],
    [
      'a number that is no fact',
      CACHE.replace('{fact timeout}', '{fact time}'),
      '4:27  response-cache: rest.note: unknown fact "time" (known: timeout, history-cache)',
    ],
    [
      'the same row twice',
      CACHE + CACHE,
      '13:1  response-cache: id: already used at content/features/features.yaml:1; an id names one feature',
    ],
    ['no list', 'rest: {}\n', '1:1  must be a list of features, each starting with `- id:`'],
  ])('%s', (_, text, expected) => {
    expect(mistakes(text)).toEqual([`content/features/features.yaml:${expected}`]);
  });

  it('all of them at once when the matrix is loaded', () => {
    expect(() => loadFeatures(at(CACHE.replace('has: yes', 'has: ja').replace('has: partly', 'has: so')), ledger)).toThrow(
      /:4:\d+[\s\S]+:9:\d+/,
    );
  });
});
