import type {
  Authorizer,
  AuthorizerConfig,
  AuthorizerEvent,
  AuthorizerRequest,
  Millis,
  Outcome,
} from '../../exercises/authorizer-policy/contract.ts';
import { checkedAnswer, type CheckedAnswer } from './answer.ts';
import { cacheKeyOf, identityOf, isAdmissible } from './identity.ts';
import { ARN_BYTES, methodArn, utf8Length } from './method-arn.ts';

const TTL_SECONDS = 300;
const UNAUTHORIZED: Outcome = { status: 401, type: 'UNAUTHORIZED' };

/** A Lambda authorizer with its cache (B-AUT-01 to B-AUT-28). */
export function createAuthorizer(config: AuthorizerConfig, authorize: (event: AuthorizerEvent) => Promise<unknown>): Authorizer {
  const ttl = (config.ttlSeconds ?? TTL_SECONDS) * 1000;
  const kept = new Map<string, { answer: CheckedAnswer; since: Millis }>();

  return {
    async check(request, now) {
      const arn = methodArn(config, request.method, request.path);
      if (utf8Length(arn) > ARN_BYTES) return { status: 414, type: 'DEFAULT_4XX' };
      const identity = identityOf(config.identitySources, request);
      if (!isAdmissible(config, identity, ttl > 0)) return UNAUTHORIZED;

      const key = cacheKeyOf(identity);
      const known = kept.get(key);
      if (known && now - known.since < ttl) return outcomeOf(known.answer, arn, request);

      const asked = await ask(eventOf(config, arn, identity, request));
      if ('status' in asked) return asked;
      if (ttl > 0) keep(key, asked, now);
      return outcomeOf(asked, arn, request);
    },
  };

  /** Answers stand in the order in which they came, so the old ones stand first: what a flood of new callers leaves is gone after a TTL. */
  function keep(key: string, answer: CheckedAnswer, now: Millis): void {
    kept.delete(key);
    kept.set(key, { answer, since: now });
    for (const [old, { since }] of kept) {
      if (now - since < ttl) break;
      kept.delete(old);
    }
  }

  async function ask(event: AuthorizerEvent): Promise<CheckedAnswer | Outcome> {
    try {
      return checkedAnswer(await authorize(event)) ?? { status: 500, type: 'AUTHORIZER_CONFIGURATION_ERROR' };
    } catch (error) {
      return error instanceof Error && error.message === 'Unauthorized' ? UNAUTHORIZED : { status: 500, type: 'AUTHORIZER_FAILURE' };
    }
  }
}

function eventOf(
  { type }: AuthorizerConfig,
  arn: string,
  identity: readonly (string | undefined)[],
  request: AuthorizerRequest,
): AuthorizerEvent {
  if (type === 'TOKEN') return { type, authorizationToken: identity[0]!, methodArn: arn };
  const { method, path, resource, headers, query, pathParameters, stageVariables, context } = request;
  return {
    type,
    methodArn: arn,
    resource,
    path,
    httpMethod: method,
    headers,
    queryStringParameters: query,
    pathParameters,
    stageVariables,
    requestContext: context,
  };
}

/** A kept policy is asked again for each method: it may allow one and not the other (B-AUT-25). */
function outcomeOf(
  { policy, principalId, context, usageIdentifierKey }: CheckedAnswer,
  resource: string,
  request: AuthorizerRequest,
): Outcome {
  const address = request.context['identity.sourceIp'];
  const known = { ...request.context, ...(address !== undefined && { 'aws:SourceIp': address }) };
  const answer = policy.evaluate({ action: 'execute-api:Invoke', resource, context: known });
  if (answer !== 'allow') return { status: 403, type: 'ACCESS_DENIED', explicit: answer === 'explicit deny' };
  return { status: 200, principalId, context, ...(usageIdentifierKey !== undefined && { usageIdentifierKey }) };
}
