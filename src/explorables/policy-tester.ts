/**
 * Policies asked about a request, and why they answer as they do. Every verdict is the reference’s: whether one part of a statement holds is
 * found by asking it about a policy of that part alone, so an explanation cannot contradict the answer.
 */
import type { AccessRequest, Answer, AuthorizerPolicyPart, PolicyProblem } from '../../exercises/authorizer-policy/contract.ts';
import { readJson } from './policy-tester-json.ts';
import { readRequest, type Complaints, type TypedRequest } from './policy-tester-request.ts';
import { traceWildcard, type Trace } from './policy-tester-wildcard.ts';
import type { Span } from './text-place.ts';

export type Part = Pick<AuthorizerPolicyPart, 'preparePolicy' | 'decide' | 'methodArn'>;

export interface Situation extends TypedRequest {
  /** JSON of the caller’s own policy, or of what an authorizer returned. Blank: none. */
  identity: string;
  /** JSON of the API’s own policy. Blank: none. */
  resource: string;
  /** Whether the caller belongs to the account of the API. */
  sameAccount: boolean;
}

export const SIDES = ['identity', 'resource'] as const;
export type SideName = (typeof SIDES)[number];

/** `malformed`: one of the policies is none, so nothing is allowed. */
export type Outcome = Answer | 'malformed';

export type Run = { complaints: Complaints } | { arn: string; sides: Record<SideName, Side>; outcome: Outcome };

export type Side = { kind: 'none' } | { kind: 'refused'; problem: Problem } | { kind: 'read'; answer: Answer; statements: Explained[] };

export interface Problem {
  message: string;
  /** Where the reference blames it; undefined: the text is no JSON. */
  path?: string;
  span: Span;
}

/** A statement on one request. */
export interface Explained {
  /** `Statement[1]`, or `Statement` where it stands in no list. */
  name: string;
  sid?: string;
  effect: 'Allow' | 'Deny';
  applies: boolean;
  action: Covering;
  resource: Covering;
  conditions: ExplainedCondition[];
}

export interface Covering {
  field: 'Action' | 'NotAction' | 'Resource' | 'NotResource';
  holds: boolean;
  patterns: { pattern: string; trace: Trace }[];
}

export interface ExplainedCondition {
  operator: string;
  key: string;
  /** What the request says of the key; undefined: nothing. */
  said?: string;
  holds: boolean;
  /** Each value as if it were the only one. */
  values: { value: string; holds: boolean }[];
}

/** Characters of a policy, at most. */
export const LONGEST_POLICY = 10_000;

export function runPolicies(part: Part, situation: Situation): Run {
  const read = readRequest(part.methodArn, situation);
  if ('complaints' in read) return read;
  const { request } = read;
  const sides = { identity: askSide(part, situation.identity, request), resource: askSide(part, situation.resource, request) };
  return { arn: request.resource, sides, outcome: outcomeOf(part, sides, situation.sameAccount) };
}

function outcomeOf(part: Part, { identity, resource }: Record<SideName, Side>, sameAccount: boolean): Outcome {
  if (identity.kind === 'refused' || resource.kind === 'refused') return 'malformed';
  return part.decide({
    ...(identity.kind === 'read' && { identity: identity.answer }),
    ...(resource.kind === 'read' && { resource: resource.answer }),
    sameAccount,
  });
}

function askSide(part: Part, typed: string, request: Required<AccessRequest>): Side {
  if (typed.length > LONGEST_POLICY) return { kind: 'refused', problem: tooLong(typed) };
  if (typed.trim() === '') return { kind: 'none' };
  const reading = readJson(typed);
  if ('problem' in reading) return { kind: 'refused', problem: { message: reading.problem, span: reading.place } };
  try {
    const answer = part.preparePolicy(reading.value).evaluate(request);
    return {
      kind: 'read',
      answer,
      statements: statementsOf(reading.value).map(([name, written]) => explain(part, name, written, request)),
    };
  } catch (error) {
    if (!isPolicyProblem(error)) throw error;
    const { message, path } = error;
    return { kind: 'refused', problem: { message, path, span: placeOf(path, reading.places) } };
  }
}

function tooLong(typed: string): Problem {
  const [longest, length] = [LONGEST_POLICY, typed.length].map((value) => value.toLocaleString('en-US'));
  return {
    message: `This tester reads policies of up to ${longest} characters. Yours has ${length}.`,
    span: { from: LONGEST_POLICY, to: typed.length },
  };
}

function isPolicyProblem(error: unknown): error is PolicyProblem {
  return error instanceof Error && error.name === 'PolicyError';
}

/** Of what is missing, the place where it is missed. */
function placeOf(path: string, places: ReadonlyMap<string, Span>): Span {
  const known = places.get(path);
  if (known) return known;
  const parent = path.replace(/\.?[^.]*$/, '');
  return places.get(parent) ?? places.get('')!;
}

type Written = Record<string, unknown> & { Effect: 'Allow' | 'Deny'; Sid?: string };

/** Those of a document that the reference has read. */
function statementsOf(document: unknown): [string, Written][] {
  const { Statement } = document as { Statement: Written | Written[] };
  return Array.isArray(Statement) ? Statement.map((written, index) => [`Statement[${index}]`, written]) : [['Statement', Statement]];
}

function explain(part: Part, name: string, written: Written, request: Required<AccessRequest>): Explained {
  /** Whether a statement that allows would apply, if it had no more than this. */
  const holds = (alone: Record<string, unknown>) =>
    part.preparePolicy({ Statement: { Effect: 'Allow', ...alone } }).evaluate(request) === 'allow';
  const anyAction = { Action: '*' };
  const anyResource = { Resource: '*' };

  const covering = (field: Covering['field'], beside: Record<string, string>, asked: string, fold: (text: string) => string): Covering => {
    const patterns = textsOf(written[field]);
    return {
      field,
      holds: holds({ ...beside, [field]: patterns }),
      patterns: patterns.map((pattern) => ({ pattern, trace: traceWildcard(fold(pattern), fold(asked)) })),
    };
  };
  const condition = (operator: string, key: string, values: string[]): ExplainedCondition => {
    const test = (some: string[]) => holds({ ...anyAction, ...anyResource, Condition: { [operator]: { [key]: some } } });
    const said = Object.entries(request.context).find(([known]) => known.toLowerCase() === key.toLowerCase())?.[1];
    return {
      operator,
      key,
      ...(said !== undefined && { said }),
      holds: test(values),
      values: values.map((value) => ({ value, holds: test([value]) })),
    };
  };
  const conditions = Object.entries((written.Condition ?? {}) as Record<string, Record<string, unknown>>).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => condition(operator, key, textsOf(values))),
  );
  return {
    name,
    ...(written.Sid !== undefined && { sid: written.Sid }),
    effect: written.Effect,
    applies: holds({ ...written, Effect: 'Allow' }),
    // Actions have no case (B-AUT-16).
    action: covering('NotAction' in written ? 'NotAction' : 'Action', anyResource, request.action, (text) => text.toLowerCase()),
    resource: covering('NotResource' in written ? 'NotResource' : 'Resource', anyAction, request.resource, (text) => text),
    conditions,
  };
}

function textsOf(written: unknown): string[] {
  return [written].flat() as string[];
}
