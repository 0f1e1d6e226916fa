import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Feature } from '../../src/facts/features.ts';
import { CALLERS, GUARDS, judge, TYPES, verdictOf, type Guard } from '../../src/explorables/which-guard.ts';
import { BLIND, costSentence, GUARD_NAMES, guessSentence, NEEDS } from '../../src/explorables/which-guard-words.ts';

const FACTS = { signature: 5, kept: 300, keptMost: 3600, keys: { rest: 1, http: 2 } };

const FEATURES: Record<Guard, string> = {
  iam: 'iam-auth',
  cognito: 'cognito',
  jwt: 'jwt',
  lambda: 'lambda-authorizer',
  'resource-policy': 'resource-policy',
  mtls: 'mtls',
  'api-key': 'api-keys',
};

const bestOf = (caller: (typeof CALLERS)[number], type: (typeof TYPES)[number]) =>
  judge(caller, type)
    .filter(({ verdict }) => verdict === 'best')
    .map(({ guard }) => guard);

it('says that a type lacks a guard where the feature matrix says so, and nowhere else', async () => {
  const features = parse(await readFile('content/features/features.yaml', 'utf8')) as Feature[];
  for (const caller of CALLERS) {
    for (const type of TYPES) {
      for (const { guard, verdict } of judge(caller, type)) {
        const has = features.find(({ id }) => id === FEATURES[guard])![type].has === 'yes';
        expect(verdict !== 'absent', `${guard} for ${caller} in ${type}`).toBe(has);
      }
    }
  }
});

describe('the guard that fits best', () => {
  it.each([
    ['job', ['iam'], ['iam']],
    ['guests', ['cognito'], ['jwt']],
    ['partner', ['jwt'], ['jwt']],
    ['locks', ['mtls'], ['mtls']],
    ['vpc', ['resource-policy'], []],
    ['menu', ['api-key'], []],
    ['sessions', ['lambda'], ['lambda']],
  ] as const)('for %s is %j in a REST API and %j in an HTTP API', (caller, rest, http) => {
    expect(bestOf(caller, 'rest')).toEqual(rest);
    expect(bestOf(caller, 'http')).toEqual(http);
  });

  it('stands first, and every guard is judged once', () => {
    for (const caller of CALLERS) {
      const judged = judge(caller, 'rest');
      expect(judged[0]!.verdict).toBe('best');
      expect(judged.map(({ guard }) => guard).toSorted()).toEqual(GUARDS.toSorted());
    }
  });
});

it('takes “none” for right where no guard will do', () => {
  expect(verdictOf('none', judge('vpc', 'http'))).toBe('best');
  expect(verdictOf('none', judge('vpc', 'rest'))).toBe('cannot');
});

it('never lets a key guard anything', () => {
  for (const caller of CALLERS) {
    const { verdict } = judge(caller, 'rest').find(({ guard }) => guard === 'api-key')!;
    expect(verdict).toBe(caller === 'menu' ? 'best' : 'cannot');
  }
  expect(guessSentence('api-key', judge('menu', 'rest'), 'rest')).toBe('Right, though it is no guard.');
});

it('judges a guess in one sentence', () => {
  const job = judge('job', 'rest');
  expect(guessSentence('iam', job, 'rest')).toBe('Right: IAM.');
  expect(guessSentence('lambda', job, 'rest')).toBe('Lambda authorizer could, at a price.');
  expect(guessSentence('none', job, 'rest')).toBe('One of them does.');
  expect(guessSentence('cognito', judge('guests', 'http'), 'http')).toBe('An HTTP API does not have it.');
  expect(guessSentence('none', judge('menu', 'http'), 'http')).toBe('Right: no guard of an HTTP API decides this.');
});

it('says what each guard costs, with the numbers of the type', () => {
  expect(costSentence('jwt', 'rest', FACTS)).toContain('up to 1 hour,');
  expect(costSentence('jwt', 'http', FACTS)).toContain('up to 2 hours,');
  expect(costSentence('lambda', 'rest', FACTS)).toContain('300 seconds by default, at most 3,600');
  expect(costSentence('lambda', 'http', FACTS)).toContain('only if you set a time');
});

it('says everything in whole sentences', () => {
  const whys = CALLERS.flatMap((caller) => TYPES.flatMap((type) => judge(caller, type).map(({ why }) => why)));
  const costs = GUARDS.flatMap((guard) => TYPES.map((type) => costSentence(guard, type, FACTS)));
  for (const sentence of [...whys, ...costs, ...Object.values(BLIND), ...Object.values(NEEDS)]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(Object.keys(GUARD_NAMES)).toEqual([...GUARDS]);
});
