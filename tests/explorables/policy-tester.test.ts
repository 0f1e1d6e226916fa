import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, methodArn, preparePolicy } from '../../solutions/authorizer-policy/authorizer-policy.ts';
import { PRESETS } from '../../src/explorables/policy-tester-presets.ts';
import { LONGEST_POLICY, runPolicies, type Explained, type Run, type Situation } from '../../src/explorables/policy-tester.ts';

const PART = { decide, methodArn, preparePolicy };
const API = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3';
const START: Situation = {
  identity: '',
  resource: '',
  sameAccount: true,
  stage: `${API}/prod`,
  method: 'GET',
  path: '/rooms',
  context: '',
};
const ALLOW = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };

const run = (change: Partial<Situation>) => runPolicies(PART, { ...START, ...change });
const written = (...statements: unknown[]) => JSON.stringify({ Statement: statements });

function answered(done: Run): Extract<Run, { outcome: unknown }> {
  if ('complaints' in done) throw new Error('The request was refused.');
  return done;
}

function explained(...statements: unknown[]): Explained[] {
  return explainedWith({}, ...statements);
}

function explainedWith(change: Partial<Situation>, ...statements: unknown[]): Explained[] {
  const { identity } = answered(run({ ...change, identity: written(...statements) })).sides;
  return identity.kind === 'read' ? identity.statements : [];
}

describe('the situations to start from', () => {
  it.each([
    ['Any method', 'allow'],
    ['Closed stage', 'allow'],
    ['Office allowlist', 'implicit deny'],
    ['Private API', 'explicit deny'],
    ['Profile, then orders', 'implicit deny'],
    ['A partner', 'implicit deny'],
    ['From home', 'malformed'],
    ['Your own', 'allow'],
  ])('%s: %s', (name, outcome) => {
    expect(answered(runPolicies(PART, PRESETS.find((preset) => preset.name === name)!.situation)).outcome).toBe(outcome);
  });

  it('of two accounts: one Allow is enough in the API’s own', () => {
    const { situation } = PRESETS.find(({ name }) => name === 'A partner')!;
    expect(answered(runPolicies(PART, { ...situation, sameAccount: true })).outcome).toBe('allow');
  });
});

describe('a statement is explained in its parts', () => {
  it('which of them fit, and whether it applies', () => {
    const [statement] = explained({ ...ALLOW, Sid: 'rooms', Resource: [`${API}/*/POST/rooms`, `${API}/prod/GET/*`] });
    expect(statement).toMatchObject({ name: 'Statement[0]', sid: 'rooms', effect: 'Allow', applies: true, conditions: [] });
    expect(statement!.resource.patterns.map(({ trace }) => trace.fits)).toEqual([false, true]);
  });

  it('actions without case', () => {
    const [statement] = explained({ ...ALLOW, Action: 'EXECUTE-API:inv*' });
    expect(statement!.action.holds).toBe(true);
    expect(statement!.action.patterns[0]!.trace.fits).toBe(true);
  });

  it('a field with Not holds where none of its patterns fits', () => {
    const [one, other] = explained(
      { Effect: 'Deny', NotAction: 'sqs:*', NotResource: `${API}/prod/GET/*` },
      { Effect: 'Deny', NotAction: '*', NotResource: `${API}/test/*` },
    );
    expect([one!.action.holds, one!.resource.holds, one!.applies]).toEqual([true, false, false]);
    expect([other!.action.holds, other!.resource.holds, other!.applies]).toEqual([false, true, false]);
  });

  it('conditions one by one, each value as if it were alone', () => {
    const Condition = {
      IpAddress: { 'AWS:sourceip': ['10.0.0.0/8', '203.0.113.0/24'] },
      StringNotEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] },
      NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] },
    };
    const [statement] = explainedWith({ context: 'aws:SourceIp = 203.0.113.9' }, { ...ALLOW, Condition });
    expect(statement!.applies).toBe(false);
    expect(statement!.conditions.map(({ said, holds, values }) => [said, holds, values.map((value) => value.holds)])).toEqual([
      ['203.0.113.9', true, [false, true]],
      [undefined, true, [true, true]],
      ['203.0.113.9', false, [true, false]],
    ]);
  });

  it('where the only statement stands in no list, its name has no number', () => {
    const { identity } = answered(run({ identity: JSON.stringify({ Statement: ALLOW }) })).sides;
    expect(identity).toMatchObject({ kind: 'read', statements: [{ name: 'Statement' }] });
  });

  it('and applies exactly where all of its parts hold', () => {
    const pattern = fc.constantFrom('*', `${API}/prod/*`, `${API}/prod/GET/rooms`, `${API}/?`, `${API}/prod`);
    const condition = fc.dictionary(
      fc.constantFrom('StringEquals', 'StringNotLike', 'NotIpAddress', 'IpAddressIfExists'),
      fc.dictionary(fc.constantFrom('aws:SourceIp', 'aws:other'), fc.constantFrom('203.0.113.9', '10.0.0.0')),
    );
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Resource: fc.array(pattern, { minLength: 1 }),
      Condition: condition,
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), (statements) => {
        const parts = explainedWith({ context: 'aws:sourceIP=203.0.113.9' }, ...statements.map((each) => ({ ...each, Action: '*' })));
        for (const { applies, action, resource, conditions } of parts) {
          expect(applies).toBe(action.holds && resource.holds && conditions.every(({ holds }) => holds));
          expect(resource.holds).toBe(resource.patterns.some(({ trace }) => trace.fits));
        }
      }),
    );
  });
});

describe('a policy that is none', () => {
  const problem = (identity: string) => {
    const { sides, outcome } = answered(run({ identity, resource: written(ALLOW) }));
    expect(outcome).toBe('malformed');
    if (sides.identity.kind !== 'refused') throw new Error('It was read.');
    const { path, span, message } = sides.identity.problem;
    return { path, message, blamed: identity.slice(span.from, span.to) };
  };

  it.each([
    ['{"Statement":[{"Effect":"allow"}]}', 'Statement[0].Effect', '"Effect":"allow"'],
    ['{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Conditions":{}}}', 'Statement.Conditions', '"Conditions":{}'],
    ['{"Version":"2012-10-17"}', 'Statement', '{"Version":"2012-10-17"}'],
    ['{"Statement":[{"Effect":"Deny","Resource":"*"}]}', 'Statement[0].Action', '{"Effect":"Deny","Resource":"*"}'],
    [
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":["1.2.3.4","1.2.3"]}}}}',
      'Statement.Condition.IpAddress.aws:SourceIp[1]',
      '"1.2.3"',
    ],
    ['[]', '', '[]'],
    ['{"Statement":[{"Effect":"Allow","__proto__":1}]}', 'Statement[0].__proto__', '"__proto__":1'],
  ])('%s is blamed at %s', (identity, path, blamed) => {
    expect(problem(identity)).toMatchObject({ path, blamed });
  });

  it('is one that is no JSON', () => {
    expect(problem('{"Statement": [}')).toEqual({ path: undefined, blamed: '}', message: expect.stringContaining('JSON') });
  });

  it('and one that is longer than anybody reads', () => {
    expect(problem('x'.repeat(LONGEST_POLICY + 1)).message).toBe(
      'This tester reads policies of up to 10,000 characters. Yours has 10,001.',
    );
  });

  it('whatever is pasted, there is an answer or a problem inside the text', () => {
    const policyish = fc.json({ maxDepth: 3 }).map((text) => `{"Statement":${text}}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), policyish), (identity) => {
        const { identity: side } = answered(run({ identity })).sides;
        const span = side.kind === 'refused' ? side.problem.span : { from: 0, to: identity.length };
        expect(span.from).toBeLessThanOrEqual(span.to);
        expect(span.to).toBeLessThanOrEqual(identity.length);
      }),
    );
  });
});

describe('a side', () => {
  it('that is blank has no policy', () => {
    const { sides, outcome } = answered(run({ identity: ' \n', resource: written(ALLOW) }));
    expect(sides.identity).toEqual({ kind: 'none' });
    expect(outcome).toBe('allow');
  });

  it('that is missing allows nobody from another account', () => {
    expect(answered(run({ resource: written(ALLOW), sameAccount: false })).outcome).toBe('implicit deny');
  });
});

describe('the request', () => {
  const complaints = (change: Partial<Situation>) => {
    const done = run(change);
    return 'complaints' in done ? done.complaints : {};
  };

  it('is the ARN of a method', () => {
    expect(answered(run({ method: 'DELETE', path: '/rooms/7', stage: ` ${API}/test ` })).arn).toBe(`${API}/test/DELETE/rooms/7`);
  });

  it.each<[Partial<Situation>, string, RegExp]>([
    [{ stage: API }, 'stage', /ARN of one stage/],
    [{ stage: `${API}/prod/GET` }, 'stage', /ARN of one stage/],
    [{ stage: 'arn:aws:execute-api:eu-west-1:1111:a1b2c3/prod' }, 'stage', /ARN of one stage/],
    [{ path: 'rooms' }, 'path', /Begin the path with a slash/],
    [{ path: '/rooms?all=1' }, 'path', /Leave the query string out/],
    [{ path: '/zimmer für zwei' }, 'path', /as a client sends it/],
    [{ path: `/${'x'.repeat(1000)}` }, 'path', /up to 1,000 characters. Yours has 1,001/],
    [{ context: 'aws:a = 1\n203.0.113.9' }, 'context', /^Line 2: write it as/],
    [{ context: 'aws:SourceIp = 1\n\naws:sourceip = 2' }, 'context', /^Line 3: aws:sourceip stands above already/],
    [{ context: 'x'.repeat(2001) }, 'context', /up to 2,000 characters/],
  ])('%j is refused', (change, field, complaint) => {
    expect(complaints(change)).toEqual({ [field]: expect.stringMatching(complaint) });
  });

  it('may have an empty value among its keys, and equals signs in it', () => {
    const Condition = { StringEquals: { 'aws:a': '', 'aws:b': 'x=y' } };
    expect(explainedWith({ context: 'aws:a =\naws:b = x=y' }, { ...ALLOW, Condition })[0]!.applies).toBe(true);
  });
});
