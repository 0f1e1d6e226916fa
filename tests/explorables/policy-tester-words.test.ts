import { describe, expect, it } from 'vitest';
import { decide, methodArn, preparePolicy } from '../../solutions/authorizer-policy/authorizer-policy.ts';
import {
  conditionSentence,
  coveringSentence,
  guessSentence,
  problemNote,
  reason,
  statementSentence,
  traceSentence,
} from '../../src/explorables/policy-tester-words.ts';
import { traceWildcard } from '../../src/explorables/policy-tester-wildcard.ts';
import { runPolicies, type Explained, type Situation } from '../../src/explorables/policy-tester.ts';

const START: Situation = {
  identity: '',
  resource: '',
  sameAccount: true,
  stage: 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod',
  method: 'GET',
  path: '/rooms',
  context: 'aws:SourceIp = 203.0.113.9',
};
const ALLOW = { Effect: 'Allow', Action: '*', Resource: '*' };
const DENY = { ...ALLOW, Effect: 'Deny' };
const ELSEWHERE = { ...ALLOW, Resource: 'elsewhere' };

const written = (...statements: unknown[]) => JSON.stringify({ Statement: statements });

function answered(change: Partial<Situation>) {
  const run = runPolicies({ decide, methodArn, preparePolicy }, { ...START, ...change });
  if ('complaints' in run) throw new Error('The request was refused.');
  return run;
}

function statement(written_: Record<string, unknown>): Explained {
  const { identity } = answered({ identity: written({ ...ALLOW, ...written_ }) }).sides;
  if (identity.kind !== 'read') throw new Error('The policy was refused.');
  return identity.statements[0]!;
}

describe('why the answer is as it is', () => {
  it.each<[Partial<Situation>, string]>([
    [{ identity: written(ALLOW, ALLOW) }, 'Statement[0] and Statement[1] of the identity policy allow it'],
    [
      { identity: written(ALLOW), resource: written(DENY) },
      'Statement[0] of the resource policy denies. Whoever allows it besides does not matter.',
    ],
    [{ identity: written(ELSEWHERE) }, 'Nothing denies it, and nothing allows it.'],
    [{}, 'There is no policy, so nothing allows it.'],
    [
      { resource: written(ALLOW), sameAccount: false },
      'The resource policy allows it, and there is no identity policy. From another account both must.',
    ],
    [
      { identity: written(ALLOW), resource: written(ELSEWHERE), sameAccount: false },
      'The identity policy allows it, the resource policy does not. From another account both must.',
    ],
    [{ identity: '{', resource: written(DENY) }, 'The identity policy cannot be read: line 1, column 2.'],
  ])('%j', (change, expected) => {
    expect(reason(answered(change), { ...START, ...change })).toContain(expected);
  });

  it('names a few of many statements', () => {
    const many = Array.from({ length: 9 }, () => DENY);
    const identity = written(...many);
    expect(reason(answered({ identity }), { ...START, identity })).toMatch(
      /^Statement\[0\], Statement\[1\], Statement\[2\] and 6 more of the identity policy deny\./,
    );
  });
});

describe('a statement', () => {
  it.each([
    [
      { Action: 's3:*', Resource: 'x', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      'its action, its resource and a condition do not fit',
    ],
    [{ Resource: 'x' }, 'It does not apply: its resource does not fit.'],
    [{}, 'It applies, so it allows.'],
    [{ Effect: 'Deny' }, 'It applies, so it denies.'],
  ])('%j', (parts, expected) => {
    expect(statementSentence(statement(parts))).toContain(expected);
  });

  it('with Not in a field', () => {
    const not = (NotResource: string) => statement({ Resource: undefined, NotResource }).resource;
    expect(coveringSentence(not('elsewhere'))).toBe('NotResource: none of these may fit, and none does.');
    expect(coveringSentence(not('*'))).toBe('NotResource: none of these may fit, and one does.');
    expect(coveringSentence(statement({}).resource)).toBe('');
  });

  it('with the short form of an ARN', () => {
    expect(coveringSentence(statement({ Resource: 'execute-api:/*' }).resource)).toMatch(/^API Gateway writes execute-api:\/ out/);
  });
});

describe('a condition', () => {
  it.each([
    [{ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'The request says “203.0.113.9”, which fits: it holds.'],
    [{ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '10.1.0.0/16'] } }, 'which fits none of them: it does not hold.'],
    [{ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, 'which is not that: it holds.'],
    [{ NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.9'] } }, 'which is one of those that it must not be: it does not hold.'],
    [{ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, 'An operator that is not negated fails where its key is missing.'],
    [{ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }, 'A negated operator holds where its key is missing.'],
    [{ StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }, 'With IfExists that is enough: it holds.'],
    [{ Null: { 'aws:SourceVpc': 'true' } }, 'aws:SourceVpc is missing: it holds.'],
    [{ Null: { 'aws:SourceIp': 'true' } }, 'aws:SourceIp is there: it does not hold.'],
  ])('%j', (Condition, expected) => {
    expect(conditionSentence(statement({ Condition }).conditions[0]!)).toContain(expected);
  });
});

it.each([
  ['a*c*', 'abbc', '* took “bb” and * took nothing.'],
  ['abc', 'abc', 'It is the same text.'],
  ['ab', 'abc', 'The pattern ends here, and the request goes on with “c”.'],
  ['abc', 'ab', 'The request ends here, and the pattern wants “c”.'],
  ['abc', 'abd', 'Here the pattern wants “c”.'],
  ['a*x*', 'abc', 'Behind the star the pattern wants “x”, and that does not come.'],
  ['a*x', 'abc', 'The pattern ends with “x”. The request does not.'],
  ['*', 'a'.repeat(90), `* took “${'a'.repeat(80)}…”.`],
])('%s over %s', (pattern, text, expected) => {
  expect(traceSentence(traceWildcard(pattern, text))).toBe(expected);
});

describe('a mistake', () => {
  const text = '{\n  "Statement": {\n    "Principal": "*"\n  }\n}';
  const from = text.indexOf('"Principal"');
  const problem = { message: '', path: 'Statement.Principal', span: { from, to: from + 16 } };

  it('that is none in AWS says so', () => {
    expect(problemNote('resource', problem)).toContain('A real resource policy must have a Principal.');
    expect(problemNote('identity', { ...problem, path: 'Statement.Condition.ArnLike' })).toContain('IAM knows more than this tester');
    expect(problemNote('identity', { ...problem, path: 'Statement.Effect' })).toContain('500');
    expect(problemNote('resource', { ...problem, path: undefined })).toContain('does not save');
  });
});

it('compares a guess', () => {
  expect(guessSentence('allow', 'allow')).toBe('As you said.');
  expect(guessSentence('implicit deny', 'allow')).toBe('You said: implicit deny.');
});
