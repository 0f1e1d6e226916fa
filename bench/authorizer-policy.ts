/** Evaluations of prepared policies: how many a second, and what statements and wildcards cost. */
import type { AuthorizerPolicyPart, Statement } from '../exercises/authorizer-policy/contract.ts';
import { inTurns, summarize, type Samples } from './measure.ts';

export interface EvaluationFigure {
  what: string;
  perSecond: Samples;
}

const ROUNDS = 15;
const EVALUATIONS_A_ROUND = 20_000;
const WILDCARDS_A_ROUND = 20;
const API = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3';

/** Statements as an API of this size has them: the request meets the last one. */
function statements(count: number): Statement[] {
  return Array.from({ length: count }, (_, index) => ({
    Effect: index % 5 === 0 ? 'Deny' : 'Allow',
    Action: 'execute-api:Invoke',
    Resource: `${API}/prod/*/orders-${index}/*`,
    ...(index % 4 === 0 && { Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.7'] } } }),
  }));
}

export async function measureStatements({ preparePolicy }: AuthorizerPolicyPart): Promise<EvaluationFigure[]> {
  const measures = Object.fromEntries(
    [10, 20, 40, 80].map((count) => {
      const policy = preparePolicy({ Version: '2012-10-17', Statement: statements(count) });
      const request = {
        action: 'execute-api:Invoke',
        resource: `${API}/prod/GET/orders-${count - 1}/17/lines`,
        context: { 'aws:SourceIp': '203.0.113.9' },
      };
      return [`${count} statements`, async () => perSecond(EVALUATIONS_A_ROUND, () => policy.evaluate(request))];
    }),
  );
  return figuresOf(await inTurns(ROUNDS, measures));
}

/** The pattern that sends a backtracking matcher into the night: `a*a*a*…b`, against a text without a `b`. */
export async function measureWildcards({ preparePolicy }: AuthorizerPolicyPart): Promise<EvaluationFigure[]> {
  const policy = preparePolicy({ Statement: { Effect: 'Allow', Action: '*', Resource: `${'a*'.repeat(20)}b` } });
  const measures = Object.fromEntries(
    [100, 1_000, 10_000].map((length) => {
      const request = { action: 'execute-api:Invoke', resource: 'a'.repeat(length) };
      return [
        `20 stars, ${length.toLocaleString('en-US')} characters`,
        async () => perSecond(WILDCARDS_A_ROUND, () => policy.evaluate(request)),
      ];
    }),
  );
  return figuresOf(await inTurns(ROUNDS, measures));
}

function perSecond(count: number, evaluate: () => unknown): number {
  const start = performance.now();
  for (let index = 0; index < count; index++) evaluate();
  return (count * 1000) / (performance.now() - start);
}

function figuresOf(values: Record<string, number[]>): EvaluationFigure[] {
  return Object.entries(values).map(([what, samples]) => ({ what, perSecond: summarize(samples) }));
}
