/** The submission, and the few ways in which the suite asks it. Nothing here waits: the calls of a case travel together. */
import { submission } from '#judge';
import type {
  Answer,
  AuthorizerConfig,
  AuthorizerEvent,
  AuthorizerPolicyPart,
  AuthorizerRequest,
  Conditions,
  Outcome,
  PolicyDocument,
  Statement,
} from '../../../exercises/authorizer-policy/contract.ts';

export const part = submission<AuthorizerPolicyPart>({ promising: ['check'] });

export const INVOKE = 'execute-api:Invoke';
export const ADDRESS = { region: 'eu-west-1', account: '111122223333', api: 'a1b2c3', stage: 'prod' };
/** The ARN of something in the API, by what stands behind its id: `prod/GET/pets`. */
export const arn = (tail: string) => `arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/${tail}`;

export function policyOf(...statements: Statement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(resource: string, condition?: Conditions): Statement {
  return { Effect: 'Allow', Action: INVOKE, Resource: resource, ...(condition && { Condition: condition }) };
}

export function deny(resource: string, condition?: Conditions): Statement {
  return { ...allow(resource, condition), Effect: 'Deny' };
}

/** What a policy answers for each of these ARNs. */
export function answersFor(document: unknown, ...resources: string[]): Promise<Answer[]> {
  const policy = part.preparePolicy(document);
  return Promise.all(resources.map((resource) => policy.evaluate({ action: INVOKE, resource })));
}

/** Whether a policy that allows everything under this condition allows a request of which this is known. */
export async function holds(condition: Conditions, context: Record<string, string>): Promise<boolean> {
  const policy = part.preparePolicy(policyOf(allow('*', condition)));
  return (await policy.evaluate({ action: INVOKE, resource: arn('prod/GET/pets'), context })) === 'allow';
}

/** The name and the path of the error that a document is refused with. */
export async function refusal(document: unknown): Promise<unknown> {
  try {
    await (part.preparePolicy(document) as unknown);
    return 'it was read';
  } catch (error) {
    const thrown = (error as { thrown?: unknown }).thrown ?? error;
    return thrown instanceof Error ? { name: thrown.name, path: (thrown as { path?: unknown }).path } : thrown;
  }
}

export const GET_PETS: AuthorizerRequest = {
  method: 'GET',
  path: '/pets',
  resource: '/pets',
  headers: { Authorization: 'ann' },
  query: {},
  pathParameters: {},
  stageVariables: {},
  context: {},
};

export const TOKEN: AuthorizerConfig = {
  ...ADDRESS,
  type: 'TOKEN',
  identitySources: ['method.request.header.Authorization'],
  ttlSeconds: 300,
};

/** A function that answers with this, or with what this gives, and keeps what it was called with. */
export function functionThat(answer: unknown): { call: (event: AuthorizerEvent) => Promise<unknown>; events: AuthorizerEvent[] } {
  const events: AuthorizerEvent[] = [];
  const call = async (event: AuthorizerEvent): Promise<unknown> => {
    events.push(event);
    return typeof answer === 'function' ? (answer as (event: AuthorizerEvent) => unknown)(event) : answer;
  };
  return { call, events };
}

/** An answer that allows what this pattern covers. */
export function permission(resource = '*'): { principalId: string; policyDocument: PolicyDocument } {
  return { principalId: 'ann', policyDocument: policyOf(allow(resource)) };
}

/** What one request comes to, with a function that answers so; how often it was called stands beside it. */
export async function outcomeOf(
  answer: unknown,
  request: Partial<AuthorizerRequest> = {},
  config: Partial<AuthorizerConfig> = {},
): Promise<{ outcome: Outcome; calls: number }> {
  const { call, events } = functionThat(answer);
  const outcome = await part.createAuthorizer({ ...TOKEN, ...config }, call).check({ ...GET_PETS, ...request }, 0);
  return { outcome, calls: events.length };
}

export const unauthorized: Outcome = { status: 401, type: 'UNAUTHORIZED' };
export const passes: Outcome = { status: 200, principalId: 'ann', context: {} };
export const misconfigured: Outcome = { status: 500, type: 'AUTHORIZER_CONFIGURATION_ERROR' };
export const failed: Outcome = { status: 500, type: 'AUTHORIZER_FAILURE' };

export function accessDenied(explicit: boolean): Outcome {
  return { status: 403, type: 'ACCESS_DENIED', explicit };
}
