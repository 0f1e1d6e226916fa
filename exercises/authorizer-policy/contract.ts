/**
 * Authorizer and policy: the contract. Types and rules only; you write `authorizer-policy.ts`.
 *
 * Each rule says where it comes from:
 *   AWS documents it   the developer guide, the IAM guide or the API model states it
 *   AWS records it     seen in recorded traffic
 *   course's choice    AWS leaves it open, so we fix one answer to be able to grade
 */

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. Always handed in; never read a clock. */
export type Millis = number;

/** One text, or several of which any will do. */
export type Texts = string | string[];

/**
 * A condition: operator, then key, then values. All operators and all keys must hold; of the values of one key, one must (of a negated
 * operator: none may). AWS documents it.
 *
 *     { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.7'] } }
 */
export type Conditions = Record<string, Record<string, Texts>>;

/** One statement. It applies to a request when its action, its resource and its conditions all do (B-AUT-15). */
export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  /** Exactly one of `Action` and `NotAction`. `NotAction` covers every action that it does not list. */
  Action?: Texts;
  NotAction?: Texts;
  /** Exactly one of `Resource` and `NotResource`. A resource has at most 512 characters (B-AUT-04). */
  Resource?: Texts;
  NotResource?: Texts;
  Condition?: Conditions;
}

export interface PolicyDocument {
  /** `2012-10-17` or `2008-10-17`; may be missing. */
  Version?: string;
  Id?: string;
  Statement: Statement | Statement[];
}

/** What somebody wants to do. */
export interface AccessRequest {
  /** `execute-api:Invoke`. */
  action: string;
  /** A complete ARN, without wildcards. */
  resource: string;
  /**
   * What is known about the request, by condition key: `{ 'aws:SourceIp': '203.0.113.9' }`. The names of keys have no case. A key that is
   * not in here is missing.
   */
  context?: Record<string, string>;
}

export type Answer = 'allow' | 'explicit deny' | 'implicit deny';

/**
 * A policy that was read once and is asked often.
 *
 * - Patterns: `*` is any run of characters, also an empty one, also one with `/` or `:` in it; `?` is exactly one. Everything else is itself
 *   (B-AUT-16, AWS documents it).
 * - Actions have no case, resources have (B-AUT-16).
 * - Any Deny that applies: `explicit deny`. Else any Allow that applies: `allow`. Else `implicit deny` (B-AUT-15).
 * - A pattern of many wildcards must not take longer than pattern length times text length.
 */
export interface Policy {
  evaluate(request: AccessRequest): Answer;
}

/**
 * Operators of conditions. Each but `Null` has a form with `IfExists` behind it, which also holds when the key is missing (B-AUT-20, AWS
 * documents it).
 *
 * | operator                                          | holds when                                             | key missing       |
 * |---------------------------------------------------|--------------------------------------------------------|-------------------|
 * | StringEquals, StringNotEquals                     | the texts are, are not, the same; case counts          | no, yes           |
 * | StringEqualsIgnoreCase, StringNotEqualsIgnoreCase | they are, are not, the same but for case               | no, yes           |
 * | StringLike, StringNotLike                         | the value is a pattern that covers, does not cover, it | no, yes           |
 * | NumericEquals, NumericNotEquals, four more        | both are numbers, and so they compare                  | no; NotEquals yes |
 * | DateEquals, DateNotEquals, four more              | both are dates, and so they compare                    | no; NotEquals yes |
 * | Bool                                              | both are the same of `true` and `false`, in any case   | no                |
 * | IpAddress, NotIpAddress                           | the address is, is not, in the range                   | no, yes           |
 * | Null                                              | value `true`: key is missing; `false`: it is there     | as it says        |
 *
 * - Numbers (`10`, `-3.5`) and dates (UTC, `2026-11-20` or `2026-11-20T00:00:00Z`; seconds may have a fraction: `00:00:00.5Z`) have six
 *   operators each: Equals, NotEquals, LessThan, LessThanEquals, GreaterThan, GreaterThanEquals.
 * - A range is `203.0.113.0/24` or `2001:db8::/32`; without `/` it is one address. In an IPv6 address `::` stands, at most once, for one zero or
 *   more, and case does not count. No range of one family holds an address of the other (course's choice).
 * - A text of the request that the operator cannot read (no number, no date, no address) makes a positive operator fail and a negated one hold
 *   (course's choice).
 */

/**
 * What `preparePolicy` throws for a document that is none: an `Error` whose `name` is `PolicyError`. Nothing is ever allowed by a policy
 * that could not be read. Refused are (course's choice; AWS validates more):
 *
 * - a document, a statement, a condition or the keys of an operator that is no object, and a field that this contract does not name;
 * - a missing `Statement`, a `Version` that is neither of the two, an `Effect` that is not exactly `Allow` or `Deny`;
 * - neither or both of `Action` and `NotAction`, of `Resource` and `NotResource`;
 * - where texts belong, anything else, and an empty list; a resource that is too long;
 * - an operator that is not in the table above, and a value that its operator cannot read.
 */
export interface PolicyProblem {
  name: 'PolicyError';
  message: string;
  /**
   * Where in the document: `Statement[1].Effect`, `Statement[0].Condition.IpAddress.aws:SourceIp[2]`; `Statement.Effect` where the only
   * statement stands in no list; empty for the document itself. A missing field is named as if it were there. If
   * both `Action` and `NotAction` are there the place is `NotAction`, if neither is it is `Action`; so with resources.
   */
  path: string;
}

/** A caller’s own policies and the API’s resource policy, on one request. A side that has no policy is missing. */
export interface Sides {
  identity?: Answer;
  resource?: Answer;
  /** Whether the caller belongs to the account that owns the API. */
  sameAccount: boolean;
}

/** What a Lambda authorizer of a REST API is asked with. */
export interface AuthorizerRequest {
  /** Verb and path as the client sent them: `GET`, `/pets/1`. */
  method: string;
  path: string;
  /** Path of the resource, with its variables: `/pets/{id}`. */
  resource: string;
  /** Names have no case. One value each: what a client sent twice is joined before it gets here. */
  headers: Record<string, string>;
  /** Names have case. */
  query: Record<string, string>;
  pathParameters: Record<string, string>;
  stageVariables: Record<string, string>;
  /** `$context`, flat: `{ 'identity.sourceIp': '203.0.113.9', stage: 'prod' }`. */
  context: Record<string, string>;
}

/** Where the API is. */
export interface ApiAddress {
  region: string;
  account: string;
  api: string;
  stage: string;
}

export interface AuthorizerConfig extends ApiAddress {
  /** `TOKEN` hands the function one header, `REQUEST` the whole request (B-AUT-01, B-AUT-02). */
  type: 'TOKEN' | 'REQUEST';
  /**
   * Where the caller is looked for, in order: `method.request.header.X`, `method.request.querystring.X`, `stageVariables.X`, `context.X`
   * (B-AUT-05). A TOKEN authorizer has exactly one, and it is a header.
   */
  identitySources: string[];
  /** For TOKEN only: a regular expression that the whole token must match (B-AUT-07). It is configuration, and trusted. */
  identityValidationExpression?: string;
  /** Seconds for which an answer is kept: 0 to 3600, 0 is off, 300 if missing (B-AUT-24). */
  ttlSeconds?: number;
}

/** What the function is called with (B-AUT-01, B-AUT-02). */
export type AuthorizerEvent =
  | { type: 'TOKEN'; authorizationToken: string; methodArn: string }
  | {
      type: 'REQUEST';
      methodArn: string;
      resource: string;
      path: string;
      httpMethod: string;
      headers: Record<string, string>;
      queryStringParameters: Record<string, string>;
      pathParameters: Record<string, string>;
      stageVariables: Record<string, string>;
      requestContext: Record<string, string>;
    };

/** What the gateway makes of it, in AWS’s names. */
export type Outcome =
  | {
      status: 200;
      principalId: string;
      /** As backends and templates see it: every value as text (B-AUT-12). `{}` if there was none. */
      context: Record<string, string>;
      usageIdentifierKey?: string;
    }
  /** No caller was found, or the function said `Unauthorized` (B-AUT-06, B-AUT-07, B-AUT-11). */
  | { status: 401; type: 'UNAUTHORIZED' }
  /** A policy was read, and does not allow this method (B-AUT-18). */
  | { status: 403; type: 'ACCESS_DENIED'; explicit: boolean }
  /** The ARN of the method has more than 1,600 bytes of UTF-8 (B-AUT-04). Checked before anything else. There is no `TextEncoder` here. */
  | { status: 414; type: 'DEFAULT_4XX' }
  /** The function failed (`AUTHORIZER_FAILURE`), or what it returned is no answer (`AUTHORIZER_CONFIGURATION_ERROR`) (B-AUT-10). */
  | { status: 500; type: 'AUTHORIZER_FAILURE' | 'AUTHORIZER_CONFIGURATION_ERROR' };

/**
 * A Lambda authorizer with its cache.
 *
 * Before the function is called:
 * - TOKEN: the header must be there and not empty, and match the expression as a whole; else 401 (B-AUT-07).
 * - REQUEST with a cache: every source must be there and not empty; else 401. Without a cache (TTL 0) sources are optional (B-AUT-06).
 *
 * What the function returns:
 * - It must be an object with `principalId`, a string (an empty one will do), and `policyDocument`, a policy that `preparePolicy` reads;
 *   else 500, `AUTHORIZER_CONFIGURATION_ERROR` (B-AUT-10, B-AUT-11).
 * - `context` may be missing; else it is an object whose values are strings, numbers or booleans. A list, an object or a null in it: the same
 *   500 (B-AUT-12). `usageIdentifierKey`, if it is there, is a string.
 * - If it throws an error whose message is exactly `Unauthorized`: 401. If it throws anything else: 500, `AUTHORIZER_FAILURE` (B-AUT-11).
 *
 * The policy is asked for `execute-api:Invoke` on the method’s ARN, with the request’s `context` as condition keys where `identity.sourceIp`
 * is also `aws:SourceIp` (course’s choice). Allowed: 200. Else 403.
 *
 * The cache:
 * - Its key is made of the values of the identity sources, in their order, and of nothing else: no method, no path (B-AUT-25). Two lists of
 *   values that differ never share a key, whatever characters they hold. Values have case (B-AUT-28). A missing source is not an empty one.
 * - What is kept is the policy with its principal and context. It is asked again for each request, so one answer can allow a method and deny
 *   another (B-AUT-25). Denials are kept like permissions; 401 and 500 are not (B-AUT-27).
 * - An answer is used while less than TTL seconds have passed since the request that fetched it came in. At exactly TTL seconds anything is right.
 */
export interface Authorizer {
  check(request: AuthorizerRequest, now: Millis): Promise<Outcome>;
}

/** What `authorizer-policy.ts` exports. */
export interface AuthorizerPolicyPart {
  /** Reads a policy. @throws PolicyProblem where it is none. Of several mistakes it may name any. */
  preparePolicy(document: unknown): Policy;
  /**
   * Both sides together (B-AUT-21, AWS documents it). A Deny on either side: `explicit deny`. Same account: an Allow on either side is enough.
   * Other account: both sides must allow, and a missing side does not. Else `implicit deny`.
   */
  decide(sides: Sides): Answer;
  /**
   * `arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/GET/pets/1`: the path as it was sent, without its first slash; the root’s ARN ends
   * with one (B-AUT-04).
   */
  methodArn(address: ApiAddress, method: string, path: string): string;
  /** @param authorize the Lambda function; called at most once for a request */
  createAuthorizer(config: AuthorizerConfig, authorize: (event: AuthorizerEvent) => Promise<unknown>): Authorizer;
}
