/** What “which guard?” says. */
import { verdictOf, type ApiType, type Caller, type Guard, type Guess, type Judged, type Verdict } from './which-guard.ts';

/** Numbers of the ledger. */
export interface GuardFacts {
  /** How long a signature is good, in minutes. */
  signature: number;
  /** How long a REST API keeps what a Lambda authorizer answered, in seconds. */
  kept: number;
  keptMost: number;
  /** How long an issuer’s keys are kept, in hours. */
  keys: Record<ApiType, number>;
}

export const GUARD_NAMES: Record<Guard, string> = {
  iam: 'IAM',
  cognito: 'Cognito authorizer',
  jwt: 'JWT authorizer',
  lambda: 'Lambda authorizer',
  'resource-policy': 'Resource policy',
  mtls: 'Mutual TLS',
  'api-key': 'API key',
};

export const TYPE_NAMES: Record<ApiType, string> = { rest: 'REST API', http: 'HTTP API' };

export const CALLER_NAMES: Record<Caller, string> = {
  job: 'A job in another account',
  guests: 'Guests in a browser',
  partner: 'A partner’s employees',
  locks: 'Door locks',
  vpc: 'A tool in one VPC',
  menu: 'Strangers, to be counted',
  sessions: 'An old app’s users',
};

export const NEEDS: Record<Caller, string> = {
  job: 'A nightly job of yours runs in another AWS account, with a role. It may read the rooms, and nothing else.',
  guests: 'Guests sign in at your Cognito user pool and call from a browser.',
  partner: 'Employees of a partner come with tokens of the partner’s own OpenID provider.',
  locks: 'Each door lock was given a key and a client certificate when it was made.',
  vpc: 'Whatever runs in one VPC may call an internal tool, and nobody else.',
  menu: 'Other sites show your menu to strangers. Anybody may read it; each site is to be counted and slowed down.',
  sessions: 'An old app sends random session ids that only your server can look up. Who is dismissed must be out at once.',
};

export const VERDICT_NAMES: Record<Verdict, string> = {
  best: 'fits best',
  can: 'could, at a price',
  part: 'helps, does not decide it',
  cannot: 'cannot decide it',
  absent: 'not in this type',
};

/** Beside the words, never instead of them. */
export const MARKS: Record<Verdict, string> = { best: '✓', can: '○', part: '◐', cannot: '✗', absent: '–' };

export function guessSentence(guess: Guess, judged: readonly Judged[], type: ApiType): string {
  const verdict = verdictOf(guess, judged);
  if (guess === 'none') return verdict === 'best' ? `Right: no guard of an ${TYPE_NAMES[type]} decides this.` : 'One of them does.';
  const name = GUARD_NAMES[guess];
  switch (verdict) {
    case 'best':
      return guess === 'api-key' ? 'Right, though it is no guard.' : `Right: ${name}.`;
    case 'can':
      return `${name} could, at a price.`;
    case 'part':
      return `${name} helps, and does not decide this alone.`;
    case 'cannot':
      return `${name} does not see what it would have to see.`;
    case 'absent':
      return `An ${TYPE_NAMES[type]} does not have it.`;
  }
}

/** What no setting makes this guard see. */
export const BLIND: Record<Guard, string> = {
  iam: 'That a recorded request comes a second time, while its signature is good. Headers that are not signed.',
  cognito: 'A sign-out: a revoked token stays valid until it expires.',
  jwt: 'A revoked token that has not expired. Without scopes on the route, whether it is an ID or an access token.',
  lambda: 'The body. And whatever happens while its answer is kept.',
  'resource-policy': 'Tokens, keys and people. An account only behind a signature.',
  mtls: 'That a certificate was revoked. What the machine may do.',
  'api-key': 'Who sends it. It is one text for every request, and opens every API of its plan.',
};

/** Calls, waits, and what is remembered. */
export function costSentence(guard: Guard, type: ApiType, { signature, kept, keptMost, keys }: GuardFacts): string {
  switch (guard) {
    case 'iam':
      return `No function and no extra charge. Clients must sign every request, and sign again after ${signature} minutes, in most cases.`;
    case 'cognito':
      return 'No function. Nobody is asked, so the lifetime of a token is how late you hear of a dismissal.';
    case 'jwt':
      return `No function. The issuer’s keys are kept for up to ${keys[type]} ${keys[type] === 1 ? 'hour' : 'hours'}, so publish a new key before you use it.`;
    case 'lambda':
      return `A call, and its time in every reply whose answer is not remembered. ${
        type === 'rest'
          ? `Answers are kept for ${kept} seconds by default, at most ${keptMost.toLocaleString('en-US')}; 0 turns that off.`
          : 'Answers are kept only if you set a time.'
      } And a new way to fail: 500.`;
    case 'resource-policy':
      return 'No function. A change takes effect when the API is deployed again.';
    case 'mtls':
      return 'A Regional custom domain, a file of trusted authorities, and certificates to renew. Clients send no token.';
    case 'api-key':
      return 'No function. A missing or wrong key is 403. Somebody hands out keys and takes them back.';
  }
}
