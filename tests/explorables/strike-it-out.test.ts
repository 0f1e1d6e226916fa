import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURE_GROUPS, loadFeatures, PRODUCTS, type Product } from '../../src/facts/features.ts';
import { CHOICES, compareGuess, DOORS, judgementsOf, loadOf, SOCKETS, stands } from '../../src/explorables/strike-it-out.ts';
import { strikeIn, withStrike } from '../../src/explorables/strike-it-out-address.ts';
import { rowsOf } from '../../src/explorables/strike-it-out-rows.ts';
import { SYSTEMS } from '../../src/explorables/strike-it-out-systems.ts';
import { changeSentence, cheapestSentence, fateSentence, guessSentence, leftSentence } from '../../src/explorables/strike-it-out-words.ts';
import { billOf } from '../../src/calculators/bill.ts';
import { ledger } from '../calculators/support.ts';

const FEATURES = 'content/features/features.yaml';
const text = readFileSync(new URL(`../../${FEATURES}`, import.meta.url), 'utf8');
const rows = rowsOf(loadFeatures([{ path: FEATURES, text }], ledger), ledger);
const ids = new Set(rows.map(({ id }) => id));

const judge = (...needs: string[]) => judgementsOf(rows, new Set(needs));
const left = (...needs: string[]) =>
  judge(...needs)
    .filter(stands)
    .map(({ door }) => door);
const listOf = (id: string) => SYSTEMS.find((system) => system.id === id)!.wishes.map(({ feature }) => feature);
const without = (id: string, ...struck: string[]) => listOf(id).filter((feature) => !struck.includes(feature));

describe('the doors that are left', () => {
  it('are all that take ordinary requests, when nothing is needed', () => {
    expect(left()).toEqual(['rest', 'http', 'alb', 'lambdaUrl', 'cloudfront']);
  });

  it('by the whole list of the menus is REST, and HTTP again once the unused is struck', () => {
    expect(left(...listOf('menus'))).toEqual(['rest']);
    expect(left(...without('menus', 'fixed-replies', 'request-validation', 'usage-plans', 'xray', 'execution-logs'))).toEqual([
      'rest',
      'http',
      'alb',
    ]);
    expect(left(...without('menus', 'fixed-replies', 'request-validation', 'usage-plans', 'xray'))).toEqual(['rest']);
  });

  it.each<[string, Product[], string, Product[]]>([
    ['guests', ['rest', 'alb'], 'waf', ['rest', 'http', 'alb']],
    ['partners', ['rest'], 'request-validation', ['rest']],
    ['minibar', ['rest'], 'private-endpoint', ['rest', 'http', 'lambdaUrl']],
    ['porter', ['websocket'], 'lambda-authorizer', ['websocket']],
    ['catalog', ['rest', 'cloudfront'], 'response-cache', ['rest', 'http', 'alb', 'lambdaUrl', 'cloudfront']],
    ['audit', ['rest', 'lambdaUrl'], 'long-wait', ['rest', 'http', 'lambdaUrl']],
    ['planner', ['alb'], 'waf', ['alb']],
  ])('for %s are %j, and without %s %j', (system, all, struck, rest) => {
    expect(left(...listOf(system))).toEqual(all);
    expect(left(...without(system, struck))).toEqual(rest);
  });

  it('for connections are those that pass them through too, unless a function stands behind', () => {
    expect(left(...without('porter', 'lambda-authorizer', 'lambda-backend'))).toEqual(['websocket', 'alb', 'cloudfront']);
    expect(judge(SOCKETS, 'lambda-backend').find(({ door }) => door === 'alb')!.missing).toEqual([
      { title: 'WebSocket connections with a function behind', note: 'it passes them through, and servers have to hold them' },
    ]);
  });

  it('never become fewer when a need is struck, as long as it is not the one for connections', () => {
    const needs = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 });
    fc.assert(
      fc.property(needs, fc.nat(), (list, pick) => {
        const struck = list[pick % list.length]!;
        const fewer = left(...list.filter((id) => id !== struck));
        const expected = left(...list).filter((door) => !(struck === SOCKETS && door === 'websocket'));
        expect(fewer).toEqual(expect.arrayContaining(expected));
      }),
    );
  });
});

describe('a door', () => {
  const doorOf = (door: Product, ...needs: string[]) => judge(...needs).find((judgement) => judgement.door === door)!;

  it('falls with every need that it does not meet, and what the matrix notes about it', () => {
    expect(doorOf('http', 'waf', 'xray', 'jwt')).toEqual({
      door: 'http',
      missing: [
        { id: 'waf', title: 'AWS WAF', note: 'put CloudFront in front' },
        { id: 'xray', title: 'X-Ray traces' },
      ],
      partly: [],
    });
  });

  it('stays with a need that it meets in part, and says which part', () => {
    expect(doorOf('http', 'cognito')).toMatchObject({
      missing: [],
      partly: [{ title: 'Cognito user pools', note: 'as an issuer of JWTs' }],
    });
  });

  it('of the type WebSocket falls for ordinary requests, whatever else it can', () => {
    expect(doorOf('websocket', 'api-keys').missing).toEqual([
      { title: 'Ordinary requests', note: 'it takes messages over open connections' },
    ]);
    expect(stands(doorOf('websocket', 'api-keys', SOCKETS))).toBe(true);
  });
});

describe('the systems', () => {
  it.each(SYSTEMS)('name rows of the matrix, each once, and traffic that can be chosen: $id', ({ wishes, calls, kilobytes }) => {
    const features = wishes.map(({ feature }) => feature);
    expect([...ids]).toEqual(expect.arrayContaining(features));
    expect(new Set(features).size).toBe(features.length);
    expect(CHOICES.calls).toContain(calls);
    expect(CHOICES.kilobytes).toContain(kilobytes);
  });
});

describe('the matrix', () => {
  it('comes without markup, with facts said', () => {
    expect(JSON.stringify(rows)).not.toMatch(/[{]fact|`/);
    expect(rows.find(({ id }) => id === 'long-wait')!.doors.alb.note).toBe('idle timeout of up to 4,000 seconds');
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(FEATURE_GROUPS));
    expect([...DOORS]).toEqual(Object.keys(PRODUCTS));
  });
});

it('needs for a private address, a cache or connections reach the bill', () => {
  const traffic = { calls: 1e6, kilobytes: 5, clients: 1_000 };
  expect(loadOf(traffic, new Set())).toEqual({ calls: 1e6, kilobytes: 5, clients: 0, isPrivate: false, isCached: false });
  expect(loadOf(traffic, new Set([SOCKETS, 'private-endpoint', 'response-cache']))).toMatchObject({
    clients: 1_000,
    isPrivate: true,
    isCached: true,
  });
});

describe('an address', () => {
  const settings = { system: 'menus', needs: ['cognito', 'cors'], calls: 30e6, kilobytes: 5, clients: 1_000 };

  it('keeps the system, the needs and the traffic, and what else stood there', () => {
    const search = withStrike('?gap-kb=4', settings);
    expect(search).toBe('?gap-kb=4&strike=menus&strike-needs=cognito.cors&strike-calls=30000000&strike-kb=5&strike-clients=1000');
    expect(strikeIn(search, ids)).toEqual(settings);
    expect(strikeIn(withStrike('', { ...settings, needs: [] }), ids)).toEqual({ ...settings, needs: [] });
  });

  it('with needs that nobody knows, or one twice, keeps the others', () => {
    expect(strikeIn(withStrike('', { ...settings, needs: ['cors', 'teleport', 'cors', '<b>'] }), ids)!.needs).toEqual(['cors']);
  });

  it.each([
    '',
    '?strike=menus',
    '?strike=nobody&strike-needs=&strike-calls=1000000&strike-kb=5&strike-clients=100',
    '?strike=menus&strike-needs=&strike-calls=7&strike-kb=5&strike-clients=100',
  ])('with %j has none', (search) => {
    expect(strikeIn(search, ids)).toBeUndefined();
  });
});

describe('what is said', () => {
  it('of the doors that are left', () => {
    expect(leftSentence(judge('api-keys', 'oidc-login'), PRODUCTS)).toBe('No door is left that does all of this alone.');
    expect(leftSentence(judge('api-keys'), PRODUCTS)).toBe('One door is left: REST API.');
    expect(leftSentence(judge('jwt'), PRODUCTS)).toBe('3 doors are left: REST API, HTTP API and Application Load Balancer.');
  });

  it('of the guess', () => {
    const said = (...guess: Product[]) => guessSentence(compareGuess(new Set(guess), judge('jwt')), PRODUCTS);
    expect(said('rest', 'http', 'alb')).toBe('As you said.');
    expect(said('lambdaUrl', 'http')).toBe(
      'You had HTTP API. You missed REST API and Application Load Balancer. Lambda function URL does not make it.',
    );
    expect(said()).toBe('You missed REST API, HTTP API and Application Load Balancer.');
  });

  it('of what a stroke changes', () => {
    expect(changeSentence(judge('jwt', 'waf'), judge('jwt'), PRODUCTS)).toBe('HTTP API is back.');
    expect(changeSentence(judge('jwt'), judge('jwt', 'waf'), PRODUCTS)).toBe('HTTP API falls.');
    expect(changeSentence(judge('jwt'), judge('jwt', 'cors'), PRODUCTS)).toBe('The same doors are left.');
  });

  it('of each door', () => {
    const fates = (...needs: string[]) => judge(...needs).map(fateSentence);
    expect(fates('cognito', 'waf')).toEqual(['stays', 'falls, by this need alone', 'falls', 'stays', 'falls', 'falls, by this need alone']);
    expect(fates('cognito')[1]).toBe('stays, if these parts are enough');
  });

  it('of the cheapest, among those that stand alone', () => {
    const bill = (amount: number) => billOf([{ what: 'Calls', formula: '', amount, facts: [] }]);
    const bills = new Map<Product, ReturnType<typeof bill>>([
      ['rest', bill(3)],
      ['http', bill(2)],
      ['cloudfront', bill(1)],
    ]);
    expect(cheapestSentence(bills, PRODUCTS)).toBe('By itself HTTP API costs least for this load: $2.00 a month.');
    expect(cheapestSentence(new Map([['rest', bill(3)]]), PRODUCTS)).toBe('');
  });
});
