import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFeatures } from '../../src/facts/features.ts';
import { decide, TYPES, UNASKED, unpack, type ApiType } from '../../src/explorables/two-questions.ts';
import { costOf, costsOf } from '../../src/explorables/two-questions-costs.ts';
import { pack } from '../../src/explorables/two-questions-matrix.ts';
import { isSocket, SYSTEMS } from '../../src/explorables/two-questions-systems.ts';
import {
  costSentence,
  decisionSentence,
  fateSentence,
  firstSentence,
  NONE,
  secondSentence,
} from '../../src/explorables/two-questions-words.ts';
import { ledger, prices } from '../calculators/support.ts';

const FEATURES = 'content/features/features.yaml';
const features = loadFeatures([{ path: FEATURES, text: readFileSync(new URL(`../../${FEATURES}`, import.meta.url), 'utf8') }], ledger);
const matrix = unpack(pack(features, ledger));
const ids = matrix.map(({ id }) => id);

const by = (...needs: string[]) => decide(matrix, new Set(needs));
const lacks = (type: ApiType, ...needs: string[]) => by(...needs).judgements[type].lacks.map(({ id, title }) => id ?? title);
const systemOf = (id: string) => SYSTEMS.find((system) => system.id === id)!;
const decisionOf = (id: string) => by(...systemOf(id).needs);

describe('the matrix', () => {
  it('comes out of its packing with every row, answer and note', () => {
    expect(ids).toEqual([...features.keys()]);
    for (const { id, types, group } of matrix) {
      const feature = features.get(id)!;
      expect(group).toBe(feature.group);
      expect(TYPES.map((type) => types[type].has)).toEqual(TYPES.map((type) => feature[type].has));
    }
    const wait = matrix.find(({ id }) => id === 'long-wait')!;
    expect(wait.types.http).toEqual({ has: 'no', note: '30 seconds' });
    expect(wait.types.rest.note).toBe('29 seconds; more on request, not edge-optimized');
  });
});

describe('a list', () => {
  it('with nothing on it leaves HTTP: the price breaks the tie', () => {
    expect(by()).toMatchObject({ type: 'http', deciding: [] });
    expect(lacks('rest')).toEqual([]);
  });

  it('on which the backend speaks unasked leaves WebSocket, and nothing else', () => {
    expect(by(UNASKED, 'api-keys').type).toBe('websocket');
    expect(by(UNASKED, 'api-keys').deciding.map(({ id }) => id)).toEqual([UNASKED]);
    expect(lacks('http', UNASKED, 'api-keys')).toEqual([UNASKED, 'api-keys']);
  });

  it('with a need of REST alone leaves REST, by that need', () => {
    expect(by('waf', 'jwt')).toMatchObject({ type: 'rest', deciding: [{ id: 'waf', note: 'put CloudFront in front' }] });
    expect(by('waf', 'canary').deciding.map(({ id }) => id)).toEqual(['waf', 'canary']);
    expect(lacks('websocket', 'waf')).toEqual(['ordinary requests', 'waf']);
  });

  it('with a need of HTTP alone leaves HTTP, by that need', () => {
    expect(by('auto-deploy').deciding.map(({ id }) => id)).toEqual(['auto-deploy']);
    expect(by('auto-deploy').type).toBe('http');
  });

  it('can be too much for every type', () => {
    for (const needs of [['oidc-login'], [UNASKED, 'waf'], ['auto-deploy', 'xray']])
      expect(by(...needs)).toMatchObject({ type: undefined, deciding: [] });
  });

  it('says what is met in part', () => {
    expect(by('cognito').judgements.http.partly).toEqual([{ id: 'cognito', title: 'Cognito user pools', note: 'as an issuer of JWTs' }]);
  });

  const anyNeeds = fc.uniqueArray(fc.constantFrom(...ids.filter((id) => id !== UNASKED)));

  it('brings no type back when it grows', () => {
    fc.assert(
      fc.property(anyNeeds, fc.constantFrom(...ids), (needs, more) => {
        fc.pre(more !== UNASKED);
        for (const type of TYPES) expect(lacks(type, ...needs, more)).toEqual(expect.arrayContaining(lacks(type, ...needs)));
      }),
    );
  });

  it('that leaves REST leaves HTTP as soon as all that decided is struck, and not before', () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const { type, deciding } = by(...needs);
        fc.pre(type === 'rest');
        const struck = new Set(deciding.map(({ id }) => id));
        expect(by(...needs.filter((id) => !struck.has(id))).type).toBe('http');
        for (const { id } of deciding.slice(1)) expect(by(...needs.filter((need) => need !== id)).type).toBe('rest');
      }),
    );
  });
});

describe('the systems', () => {
  it.each<[string, ApiType, string[]]>([
    ['assistant', 'rest', ['response-streaming']],
    ['spa', 'http', []],
    ['screens', 'websocket', [UNASKED]],
    ['reviews', 'rest', ['request-validation']],
    ['shuttle', 'http', []],
    ['meters', 'rest', ['body-templates']],
    ['auction', 'websocket', [UNASKED]],
    ['locks', 'http', []],
    ['laundry', 'rest', ['resource-policy']],
  ])('of which %s is one: %s, by %j', (id, type, deciding) => {
    const decision = decisionOf(id);
    expect(decision.type).toBe(type);
    expect(decision.deciding.map((need) => need.id)).toEqual(deciding);
    expect(SYSTEMS).toHaveLength(9);
  });

  it.each(SYSTEMS)('name rows of the matrix, and say what the lesson needs: $id', (system) => {
    expect(ids).toEqual(expect.arrayContaining([...system.needs, ...(system.struck ? [system.struck.need] : [])]));
    expect(system.needs.includes(UNASKED)).toBe(isSocket(system));
    expect('without' in system).toBe(decisionOf(system.id).type === 'rest');
  });

  it('cost what the ledger’s prices say', () => {
    expect(costOf(systemOf('meters'), prices)).toEqual([700, 200]);
    // 1.08 million messages at $1.00, 40 × 730 × 60 minutes at $0.25 a million; 40 × 730 × 1,800 calls at $1.00 a million.
    expect(costOf(systemOf('screens'), prices)).toEqual([1.518, 52.56]);
    expect(costsOf(prices)).toHaveLength(SYSTEMS.length);
  });
});

describe('what is said', () => {
  it('of the first question', () => {
    const { unasked } = systemOf('spa');
    expect(firstSentence(true, systemOf('spa'), false)).toBe(`It need not. ${unasked}`);
    expect(firstSentence(false, systemOf('spa'), false)).toBe(`As you said. ${unasked}`);
    expect(firstSentence(undefined, systemOf('spa'), false)).toBe(`It need not. ${unasked}`);
  });

  it('of the second, which need it is, or why it is not', () => {
    const said = (id: string, answer: string) => secondSentence(answer, systemOf(id), decisionOf(id), matrix);
    expect(said('reviews', 'request-validation')).toBe('As you said.');
    expect(said('reviews', NONE)).toBe('One is left: Request validation.');
    expect(said('reviews', 'response-cache')).toContain('Response cache can be struck out: “later” is no need');
    expect(said('reviews', 'lambda-backend')).toBe('Lambda as backend: an HTTP API has that too. What it has not is Request validation.');
    expect(said('meters', 'aws-services')).toContain('an HTTP API has that in part (a list of actions). What it has not');
    expect(said('spa', NONE)).toBe('As you said: none is left.');
    expect(said('spa', 'jwt')).toBe('Checks JWTs by itself: an HTTP API has that too.');
  });

  it('of the decision', () => {
    const said = (...needs: string[]) => decisionSentence(by(...needs));
    expect(said()).toBe('HTTP API. Nothing on the list is met by REST alone, so the price decides.');
    expect(said('waf')).toBe('REST API. One need decides: AWS WAF. Strike it, and an HTTP API is enough.');
    expect(said('waf', 'xray', 'canary')).toBe('REST API. AWS WAF, X-Ray traces and Canary by setting decide, and each would be enough.');
    expect(said('auto-deploy')).toContain('Strike it, and a REST API could do it too.');
    expect(said(UNASKED)).toBe('WebSocket API. The first question decides: the backend speaks unasked.');
    expect(said('oidc-login')).toContain('No type meets the whole list.');
  });

  it('of the cost of the other way', () => {
    const said = (id: string) => costSentence(systemOf(id), decisionOf(id), costOf(systemOf(id), prices));
    expect(said('spa')).toBe(
      'HTTP costs $3.00 for 3 million calls a month, REST $10.50. The $7.50 more would have bought nothing on the list.',
    );
    expect(said('reviews')).toContain('For the $5.00 less you would have the same checks in the function');
    expect(said('auction')).toContain('If all 2,000 asked an HTTP API every second instead, the calls would cost $108.00');
  });

  it('of each type', () => {
    const said = (type: ApiType, ...needs: string[]) => fateSentence(by(...needs).judgements[type]);
    expect(said('http', 'waf')).toBe('falls, by this alone');
    expect(said('http', 'waf', 'xray')).toBe('falls, by each of 2 needs');
    expect(said('http', 'cognito')).toBe('can do it, if these parts are enough');
    expect(said('rest', 'cognito')).toBe('can do it');
  });
});
