/** What “which token?” says. */
import { answerOf, failureOf, type Answer, type Guard, type Look, type Situation } from './login-flow.ts';

export const GUARD_NAMES: Record<Guard, string> = {
  cognito: 'REST API, Cognito authorizer',
  jwt: 'HTTP API, JWT authorizer',
};

export const ANSWER_NAMES: Record<Answer, string> = {
  pass: 'It passes',
  '401': '401',
  '403': '403',
  refused: 'It is refused',
};

export const LOOK_NAMES: Record<Look, string> = {
  pool: 'Signed by the pool that is named',
  app: 'For the app that is named',
  expiry: 'Not expired',
  kind: 'The kind of token that the method wants',
  scope: 'Has a scope of the list',
};

export const RESULT_NAMES = { good: '✓ yes', bad: '✗ no', skipped: '– not reached' } as const;

export function guessSentence(guess: Answer, situation: Situation): string {
  const answer = answerOf(situation);
  return guess === answer ? 'As you said.' : `You said: ${guess === 'pass' ? 'it passes' : ANSWER_NAMES[guess]}.`;
}

/** What happened, and why. */
export function outcomeSentences(situation: Situation): string[] {
  const { guard, token, listsScope, rightApp, revoked } = situation;
  const failure = failureOf(situation);
  if (failure !== undefined) {
    return [
      `${ANSWER_NAMES[answerOf(situation)]}. ${reason(failure, situation)}`,
      answerOf(situation) === '403'
        ? 'The token is good. A new one would say the same, so the app must not fetch one.'
        : failure === 'scope'
          ? 'Which status it gets stands on no page of AWS that we know. Do not build on one.'
          : failure === 'expiry' || failure === 'kind'
            ? 'The app can help itself: fetch or choose another token, and try once.'
            : 'No new token of the same kind will help.',
    ];
  }
  const said = [`It passes. ${passed(situation)}`];
  if (revoked)
    said.push(
      'It is revoked, and nobody has told the gateway: it checks signature and expiry and asks nobody. Until it expires, it is good here.',
    );
  if (guard === 'cognito' && !rightApp)
    said.push('A Cognito authorizer names pools, not apps. It looks at `aud` only if you give it an expression that `aud` must match.');
  if (guard === 'jwt' && token === 'id' && !listsScope)
    said.push('Nothing in a JWT says of which kind it is. A scope on the route would keep ID tokens out.');
  return said;
}

function passed({ guard, token, listsScope }: Situation): string {
  if (guard === 'jwt')
    return listsScope
      ? 'Issuer, audience and expiry are right, and one scope of the list is enough.'
      : 'Issuer, audience and expiry are right, and no scope is asked for.';
  return token === 'id'
    ? 'Without scopes on the method a Cognito authorizer wants an ID token.'
    : 'With scopes on the method a Cognito authorizer wants an access token that has one of them.';
}

function reason(failure: Look, { guard, token }: Situation): string {
  switch (failure) {
    case 'pool':
      return 'Another pool is another issuer, with other keys. To this authorizer it is nobody.';
    case 'app':
      return 'Neither its `aud` nor, where it has none, its `client_id` is among the audiences.';
    case 'expiry':
      return guard === 'jwt'
        ? '`exp` is looked at before scopes are, so what it may do is never asked.'
        : 'A token is good until its `exp`, and not a second longer.';
    case 'kind':
      return token === 'access'
        ? 'Without scopes on the method a Cognito authorizer wants an ID token. One line would change that: `AuthorizationScopes`.'
        : 'With scopes on the method a Cognito authorizer wants an access token. An ID token says who she is, not what this app may do.';
    case 'scope':
      return token === 'id' ? 'An ID token has no scopes, so it has none of the list.' : 'The access token has no scope of the list.';
  }
}
