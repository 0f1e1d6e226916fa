/** Requests one after another at an authorizer that remembers. The authorizer is handed in; time is virtual. */
import type { AuthorizerConfig, AuthorizerEvent, AuthorizerPolicyPart, Outcome } from '../../exercises/authorizer-policy/contract.ts';

export const TOKENS = ['ann', 'ben', 'stranger', 'none'] as const;
export type Token = (typeof TOKENS)[number];

export const CALLS = ['GET /profile', 'GET /orders', 'POST /orders'] as const;
export type Call = (typeof CALLS)[number];

/** What the policy names that the function returns: the method that was called, the whole stage, or all that this caller may. */
export const NAMED = ['method', 'stage', 'caller'] as const;
export type Named = (typeof NAMED)[number];

/** The identity sources: the token alone, with the path, with verb and path. */
export const SOURCES = ['token', 'path', 'verb-path'] as const;
export type Sources = (typeof SOURCES)[number];

export interface Arrival {
  second: number;
  token: Token;
  call: Call;
}

export interface Settings {
  /** Seconds for which an answer is kept. */
  ttl: number;
  named: Named;
  sources: Sources;
}

export const MAX_SECOND = 9999;
export const MAX_ARRIVALS = 8;

/** What became of one request. */
export interface Moment extends Arrival {
  /** The values of the identity sources: the key of the cache. */
  key: string;
  answeredBy: 'function' | 'cache' | 'nobody';
  /** Second at which the policy was fetched that was asked; undefined: none was. */
  keptAt?: number;
  /** What that policy says, as `Allow prod/GET/profile`. */
  policy?: string;
  /** Second of an answer under this key that is too old by now. */
  expired?: number;
  status: Outcome['status'];
  /** Whether a Deny was in it, and not only silence. */
  explicit: boolean;
  /** `refused`: the caller may do this, and could not. `admitted`: the other way around. */
  wrongly?: 'refused' | 'admitted';
}

export interface Line {
  /** In order of time. */
  moments: Moment[];
  /** How often the function was called. */
  calls: number;
}

const STAGE = { region: 'eu-west-1', account: '111122223333', api: 'a1b2c3', stage: 'prod' };

const SOURCE_LISTS: Record<Sources, string[]> = {
  token: ['method.request.header.Authorization'],
  path: ['method.request.header.Authorization', 'context.path'],
  'verb-path': ['method.request.header.Authorization', 'context.httpMethod', 'context.path'],
};

/** Ann may do everything, Ben may read. */
export function may(token: Token, call: Call): boolean {
  return token === 'ann' || (token === 'ben' && call.startsWith('GET '));
}

/** A TOKEN authorizer has one source, and that is a header (B-AUT-05). */
export function typeOf(sources: Sources): AuthorizerConfig['type'] {
  return sources === 'token' ? 'TOKEN' : 'REQUEST';
}

export async function runTimeline(
  createAuthorizer: AuthorizerPolicyPart['createAuthorizer'],
  { ttl, named, sources }: Settings,
  arrivals: readonly Arrival[],
): Promise<Line> {
  const moments: Moment[] = [];
  /** What the function has returned; where it fails it returns nothing. */
  const returned: Clause[] = [];
  let calls = 0;
  const authorizer = createAuthorizer(
    { ...STAGE, type: typeOf(sources), identitySources: SOURCE_LISTS[sources], ttlSeconds: ttl },
    async (event) => {
      calls++;
      const clause = clauseFor(named, event);
      returned.push(clause);
      return { principalId: tokenIn(event), policyDocument: { Statement: { ...clause, Action: 'execute-api:Invoke' } } };
    },
  );

  for (const arrival of arrivals.toSorted((a, b) => a.second - b.second)) {
    const before = { calls, returned: returned.length };
    const outcome = await authorizer.check(requestOf(arrival), arrival.second * 1000);
    const key = keyOf(sources, arrival);
    const fetched = moments.findLast((moment) => moment.key === key && moment.answeredBy === 'function' && moment.policy !== undefined);
    const isAsked = outcome.status === 200 || outcome.status === 403;
    const fresh = returned[before.returned];
    const answeredBy = calls > before.calls ? 'function' : isAsked ? 'cache' : 'nobody';
    moments.push({
      ...arrival,
      key,
      answeredBy,
      ...(fresh && { policy: shortOf(fresh), keptAt: arrival.second }),
      ...(answeredBy === 'function' && fetched && ttl > 0 && { expired: fetched.second }),
      ...(answeredBy === 'cache' && { policy: fetched!.policy, keptAt: fetched!.second }),
      status: outcome.status,
      explicit: 'explicit' in outcome && outcome.explicit,
      ...wronglyOf(arrival, outcome.status),
    });
  }
  return { moments, calls };
}

function wronglyOf({ token, call }: Arrival, status: Outcome['status']): Pick<Moment, 'wrongly'> {
  if (may(token, call)) return status === 200 ? {} : { wrongly: 'refused' };
  return status === 200 ? { wrongly: 'admitted' } : {};
}

interface Clause {
  Effect: 'Allow' | 'Deny';
  Resource: string;
}

/** The function that somebody wrote. It knows Ann and Ben. */
function clauseFor(named: Named, event: AuthorizerEvent): Clause {
  const token = tokenIn(event);
  if (token !== 'ann' && token !== 'ben') throw new Error('Unauthorized');
  const [api, stage, verb, ...path] = event.methodArn.split('/');
  if (named === 'method') {
    const call = CALLS.find((known) => known === `${verb} /${path.join('/')}`)!;
    return { Effect: may(token, call) ? 'Allow' : 'Deny', Resource: event.methodArn };
  }
  const all = named === 'stage' || token === 'ann';
  return { Effect: 'Allow', Resource: all ? `${api}/${stage}/*` : `${api}/${stage}/GET/*` };
}

function tokenIn(event: AuthorizerEvent): string {
  return (event.type === 'TOKEN' ? event.authorizationToken : event.headers.Authorization) ?? 'none';
}

function shortOf({ Effect, Resource }: Clause): string {
  return `${Effect} ${Resource.slice(Resource.indexOf('/') + 1)}`;
}

function requestOf({ token, call }: Arrival): Parameters<ReturnType<AuthorizerPolicyPart['createAuthorizer']>['check']>[0] {
  const [method = '', path = ''] = call.split(' ');
  return {
    method,
    path,
    resource: path,
    headers: token === 'none' ? {} : { Authorization: token },
    query: {},
    pathParameters: {},
    stageVariables: {},
    context: { httpMethod: method, path: `/${STAGE.stage}${path}` },
  };
}

function keyOf(sources: Sources, { token, call }: Arrival): string {
  const [verb, path] = call.split(' ');
  return [token, ...(sources === 'verb-path' ? [verb] : []), ...(sources === 'token' ? [] : [path])].join(' ');
}

/** How often the caller’s rights and the reply differ. */
export function wrongs({ moments }: Line): Record<'refused' | 'admitted', number> {
  const count = (kind: 'refused' | 'admitted') => moments.filter(({ wrongly }) => wrongly === kind).length;
  return { refused: count('refused'), admitted: count('admitted') };
}
