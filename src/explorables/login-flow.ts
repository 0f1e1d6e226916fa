/**
 * A token of a Cognito user pool at the door: what two authorizers that run no code make of it (B-AUT-07, B-AUT-29, B-AUT-30, and the
 * facts `cognito-token-kind` and `token-revocation`).
 */

export const GUARDS = ['cognito', 'jwt'] as const;
/** The Cognito authorizer of a REST API, or the JWT authorizer of an HTTP API with the pool as issuer and one app client as audience. */
export type Guard = (typeof GUARDS)[number];

export interface Situation {
  guard: Guard;
  token: 'id' | 'access';
  /** The method or route lists the scope `rooms/read`. */
  listsScope: boolean;
  /** The access token has this scope. An ID token has none. */
  hasScope: boolean;
  /** The pool that signed it is the one that the authorizer names. */
  rightPool: boolean;
  /** The app client that signed in is the one that the JWT authorizer has as audience. */
  rightApp: boolean;
  expired: boolean;
  revoked: boolean;
}

export const START: Situation = {
  guard: 'cognito',
  token: 'access',
  listsScope: false,
  hasScope: true,
  rightPool: true,
  rightApp: true,
  expired: false,
  revoked: false,
};

/** What is looked at; `kind` is the kind of token, which only a Cognito authorizer tells apart. */
export type Look = 'pool' | 'app' | 'expiry' | 'kind' | 'scope';

/** `skipped`: an earlier one has failed. */
export interface Checked {
  look: Look;
  result: 'good' | 'bad' | 'skipped';
}

/** `refused`: not let in, and no page of AWS that we know says with which status. */
export type Answer = 'pass' | '401' | '403' | 'refused';

/** What is looked at, in order, up to the first that fails. For the JWT authorizer it is the order of AWS’s page; for Cognito’s none is given. */
export function checksOf(situation: Situation): Checked[] {
  const { guard, token, listsScope, hasScope, rightPool, rightApp, expired } = situation;
  const isAccess = token === 'access';
  const looks: [Look, boolean][] =
    guard === 'jwt'
      ? [
          ['pool', rightPool],
          ['app', rightApp],
          ['expiry', !expired],
          ...(listsScope ? [['scope', isAccess && hasScope] satisfies [Look, boolean]] : []),
        ]
      : [
          ['pool', rightPool],
          ['expiry', !expired],
          ['kind', isAccess === listsScope],
          ...(listsScope ? [['scope', isAccess && hasScope] satisfies [Look, boolean]] : []),
        ];
  const end = looks.findIndex(([, isGood]) => !isGood);
  return looks.map(([look], index) => ({ look, result: end < 0 || index < end ? 'good' : index === end ? 'bad' : 'skipped' }));
}

export function failureOf(situation: Situation): Look | undefined {
  return checksOf(situation).find(({ result }) => result === 'bad')?.look;
}

export function answerOf(situation: Situation): Answer {
  const failure = failureOf(situation);
  if (failure === undefined) return 'pass';
  if (failure !== 'scope') return '401';
  return situation.guard === 'jwt' ? '403' : 'refused';
}

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'The proper token',
    scene: 'A REST method with a Cognito authorizer, and no scopes on it. The app sends its access token.',
    situation: START,
  },
  {
    name: 'The other one',
    scene: 'The same method, now with `rooms/read` in its `AuthorizationScopes`. The app has changed, too: it sends the ID token.',
    situation: { ...START, listsScope: true, token: 'id' },
  },
  {
    name: 'Signed out',
    scene: 'A REST method without scopes, an ID token. She signed out, her tokens are revoked, and this one would have lived an hour more.',
    situation: { ...START, token: 'id', revoked: true },
  },
  {
    name: 'An ID token, HTTP API',
    scene: 'A JWT authorizer with the pool as issuer and the app as audience. The route lists no scopes. The app sends its ID token.',
    situation: { ...START, guard: 'jwt', token: 'id' },
  },
  {
    name: '… and a scope',
    scene: 'The same route, now with the scope `rooms/read`. The app still sends its ID token.',
    situation: { ...START, guard: 'jwt', token: 'id', listsScope: true },
  },
  {
    name: 'Another app',
    scene: 'The token comes from another app of the same pool, at the JWT authorizer.',
    situation: { ...START, guard: 'jwt', rightApp: false },
  },
  {
    name: 'Another app, REST',
    scene: 'The same stranger’s app, with its ID token, at a Cognito authorizer without scopes.',
    situation: { ...START, token: 'id', rightApp: false },
  },
  {
    name: 'Two faults',
    scene: 'At the JWT authorizer, on a route with `rooms/read`: an access token without that scope, and expired.',
    situation: { ...START, guard: 'jwt', listsScope: true, hasScope: false, expired: true },
  },
];
