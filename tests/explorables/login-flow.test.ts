import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, checksOf, failureOf, GUARDS, PRESETS, START, type Situation } from '../../src/explorables/login-flow.ts';
import { guessSentence, outcomeSentences } from '../../src/explorables/login-flow-words.ts';

const answer = (part: Partial<Situation>) => answerOf({ ...START, ...part });

const situations = fc.record<Situation>({
  guard: fc.constantFrom(...GUARDS),
  token: fc.constantFrom('id', 'access'),
  listsScope: fc.boolean(),
  hasScope: fc.boolean(),
  rightPool: fc.boolean(),
  rightApp: fc.boolean(),
  expired: fc.boolean(),
  revoked: fc.boolean(),
});

describe('a Cognito authorizer', () => {
  it('wants an ID token without scopes and an access token with them', () => {
    expect(answer({ token: 'id', listsScope: false })).toBe('pass');
    expect(answer({ token: 'access', listsScope: false })).toBe('401');
    expect(answer({ token: 'id', listsScope: true })).toBe('401');
    expect(answer({ token: 'access', listsScope: true })).toBe('pass');
  });

  it('refuses an access token without the scope; the status is not written down', () => {
    expect(answer({ listsScope: true, hasScope: false })).toBe('refused');
  });

  it('names pools, not apps', () => {
    expect(answer({ token: 'id', rightApp: false })).toBe('pass');
    expect(answer({ token: 'id', rightPool: false })).toBe('401');
  });
});

describe('a JWT authorizer', () => {
  it('takes either token where the route lists no scope', () => {
    expect(answer({ guard: 'jwt', token: 'id' })).toBe('pass');
    expect(answer({ guard: 'jwt', token: 'access' })).toBe('pass');
  });

  it('answers 403 to a good token without the scope', () => {
    expect(answer({ guard: 'jwt', token: 'id', listsScope: true })).toBe('403');
    expect(answer({ guard: 'jwt', listsScope: true, hasScope: false })).toBe('403');
    expect(answer({ guard: 'jwt', listsScope: true })).toBe('pass');
  });

  it('answers 401 to a token of another pool or app, or an expired one, before it looks for scopes', () => {
    for (const fault of [{ rightPool: false }, { rightApp: false }, { expired: true }])
      expect(answer({ guard: 'jwt', listsScope: true, hasScope: false, ...fault })).toBe('401');
  });
});

it('no authorizer notices that a token is revoked', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      expect(checksOf({ ...situation, revoked: true })).toEqual(checksOf({ ...situation, revoked: false }));
    }),
  );
});

it('lets no expired token and none of another pool in', () => {
  fc.assert(
    fc.property(situations, fc.constantFrom({ expired: true }, { rightPool: false }), (situation, fault) => {
      expect(answerOf({ ...situation, ...fault })).toBe('401');
    }),
  );
});

it('stops at the first that fails', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const results = checksOf(situation).map(({ result }) => result);
      const end = results.indexOf('bad');
      expect(results).toEqual(results.map((_, index) => (end < 0 || index < end ? 'good' : index === end ? 'bad' : 'skipped')));
      expect(failureOf(situation) === undefined).toBe(answerOf(situation) === 'pass');
    }),
  );
});

it.each([
  ['The proper token', '401'],
  ['The other one', '401'],
  ['Signed out', 'pass'],
  ['An ID token, HTTP API', 'pass'],
  ['… and a scope', '403'],
  ['Another app', '401'],
  ['Another app, REST', 'pass'],
  ['Two faults', '401'],
])('%s: %s', (name, expected) => {
  expect(answerOf(PRESETS.find((preset) => preset.name === name)!.situation)).toBe(expected);
});

describe('the words', () => {
  it('say in whole sentences what happened, whatever is chosen', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        for (const sentence of outcomeSentences(situation)) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
      }),
    );
  });

  it('tell a revoked token that passes from one that fails anyway', () => {
    expect(outcomeSentences({ ...START, token: 'id', revoked: true }).join(' ')).toContain('asks nobody');
    expect(outcomeSentences({ ...START, token: 'id', revoked: true, expired: true }).join(' ')).not.toContain('asks nobody');
  });

  it('judge a guess', () => {
    expect(guessSentence('401', START)).toBe('As you said.');
    expect(guessSentence('pass', START)).toBe('You said: it passes.');
  });
});
