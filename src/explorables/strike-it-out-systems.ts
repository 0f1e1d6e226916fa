/** The systems of “strike it out”: what stands on the list of each, and why it got there. Some of it nobody uses. */

export interface Wish {
  /** A row of the feature matrix. */
  feature: string;
  /** What is known about it, so that the reader can decide. */
  because: string;
}

export interface System {
  id: string;
  name: string;
  scene: string;
  wishes: readonly Wish[];
  /** A month. */
  calls: number;
  kilobytes: number;
}

const FUNCTION: Wish = { feature: 'lambda-backend', because: 'Every call ends in one function.' };

export const SYSTEMS: readonly System[] = [
  {
    id: 'menus',
    name: 'The menus that nobody remembers',
    scene:
      'A REST API hands the calls of the menu page to a function. Its template has seven parts more than that. Whoever wrote them has left.',
    wishes: [
      FUNCTION,
      { feature: 'cognito', because: 'GET asks for a token of the user pool.' },
      { feature: 'cors', because: 'An OPTIONS method answers the browser with two headers.' },
      { feature: 'fixed-replies', because: 'That OPTIONS method is a mock integration, and nothing else is one.' },
      { feature: 'request-validation', because: 'A validator stands in the template. No method names it.' },
      { feature: 'usage-plans', because: 'A plan limits every key. No method requires one.' },
      { feature: 'xray', because: 'Tracing is on. The function can trace itself.' },
      { feature: 'execution-logs', because: 'The log level is INFO. People read the access log.' },
    ],
    calls: 30_000_000,
    kilobytes: 5,
  },
  {
    id: 'guests',
    name: 'The guests’ app',
    scene: 'Guests sign in at an OpenID provider, and the app sends their token with every call.',
    wishes: [
      FUNCTION,
      { feature: 'jwt', because: 'The tokens are JWTs, and nobody wants to write the check.' },
      { feature: 'cors', because: 'The app runs in a browser too, from two origins.' },
      { feature: 'waf', because: 'Security has asked whether there is one. CloudFront could stand in front.' },
    ],
    calls: 1_500_000,
    kilobytes: 5,
  },
  {
    id: 'partners',
    name: 'The partners’ API',
    scene: 'Anybody may sign up and book rooms for customers. What is more than the free calls of a day is sold.',
    wishes: [
      FUNCTION,
      { feature: 'api-keys', because: 'Each partner has one.' },
      { feature: 'usage-plans', because: 'The free calls end at a number for each partner, and so do the sold ones.' },
      { feature: 'request-validation', because: 'One booking in ten lacks a field. The function refuses it today.' },
    ],
    calls: 10_000_000,
    kilobytes: 5,
  },
  {
    id: 'minibar',
    name: 'Housekeeping calls the minibar',
    scene: 'Service to service. The ticket says “internal”, and does not say what that means.',
    wishes: [
      FUNCTION,
      { feature: 'iam-auth', because: 'Callers sign with their roles.' },
      { feature: 'private-endpoint', because: 'If “internal” means that there is no public address.' },
    ],
    calls: 30_000_000,
    kilobytes: 1,
  },
  {
    id: 'porter',
    name: 'The night porter’s chat',
    scene: 'Messages both ways while the hotel sleeps. The desk speaks first as often as the guest.',
    wishes: [
      { feature: 'websocket', because: 'The backend must speak without being asked.' },
      { feature: 'lambda-backend', because: 'Each message is one run of a function.' },
      { feature: 'lambda-authorizer', because: 'A ticket from the reception is checked by code of the house.' },
    ],
    calls: 3_000_000,
    kilobytes: 1,
  },
  {
    id: 'catalog',
    name: 'The room catalog',
    scene: 'Public, GET only, new every few minutes. Somebody wrote “REST, for the cache”.',
    wishes: [FUNCTION, { feature: 'response-cache', because: 'Nine of ten calls ask what was just asked.' }],
    calls: 15_000_000,
    kilobytes: 20,
  },
  {
    id: 'audit',
    name: 'The night audit',
    scene: 'Once a night each house asks for its report, signed with a role. The report takes 45 seconds.',
    wishes: [
      FUNCTION,
      { feature: 'iam-auth', because: 'Callers sign with their roles.' },
      { feature: 'long-wait', because: 'The caller waits for the report, with the line open.' },
    ],
    calls: 20_000,
    kilobytes: 200,
  },
  {
    id: 'planner',
    name: 'The staff’s planner',
    scene: 'A web application in containers. Whoever has no session is sent to the login page of the house.',
    wishes: [
      { feature: 'oidc-login', because: 'The application has no login of its own.' },
      { feature: 'private-backend', because: 'The containers have private addresses only.' },
      { feature: 'waf', because: 'The application is old.' },
    ],
    calls: 20_000_000,
    kilobytes: 20,
  },
  {
    id: 'own',
    name: 'A system of your own',
    scene: 'The list is empty. Put on it what your system needs.',
    wishes: [],
    calls: 10_000_000,
    kilobytes: 5,
  },
];
