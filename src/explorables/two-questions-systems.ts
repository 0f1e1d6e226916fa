/** The systems of “two questions”: what each needs, and what people argue about it. Which type is left, the matrix says. */

interface Common {
  id: string;
  name: string;
  /** Two sentences. */
  scene: string;
  /** Rows of the feature matrix. */
  needs: readonly string[];
  /** What is asked for and not needed: a row of the matrix, and why it can go. */
  struck?: { need: string; because: string };
  /** Why the backend must speak unasked, or need not. */
  unasked: string;
}

/** Ordinary requests. */
export interface RequestSystem extends Common {
  /** A month. */
  calls: number;
  /** What somebody builds who takes an HTTP API although a need speaks for REST. */
  without?: string;
}

/** Connections that stay open. */
export interface SocketSystem extends Common {
  clients: number;
  /** In which each is connected, a month. */
  hours: number;
  /** In both directions, a month. */
  messages: number;
  /** Without connections each client would ask as often as this, in seconds. */
  every: number;
}

export type System = RequestSystem | SocketSystem;

export const isSocket = (system: System): system is SocketSystem => 'clients' in system;

export const SYSTEMS: readonly [System, ...System[]] = [
  {
    id: 'assistant',
    name: 'The assistant',
    scene: 'A guest asks, and the answer of the assistant grows on the screen word by word. Then it is silent until the guest asks again.',
    needs: ['response-streaming', 'lambda-backend'],
    unasked: 'It says much, but only as the answer to a question: that is one long reply, and no conversation.',
    calls: 500_000,
    without: 'to wait for the last word before the first is shown',
  },
  {
    id: 'spa',
    name: 'The spa',
    scene: 'Browsers on the sites of three partners book treatments. Guests bring a token of an OpenID provider, and a function answers.',
    needs: ['jwt', 'cors', 'lambda-backend'],
    unasked: 'Every reply answers a request.',
    calls: 3_000_000,
  },
  {
    id: 'screens',
    name: 'The lobby’s screens',
    scene:
      'Screens in the lobby show each arrival the moment it is known, and never ask. Each has an API key, so that a stolen one can be shut out.',
    needs: ['websocket', 'api-keys', 'lambda-backend'],
    unasked: 'The arrival begins at the desk, and no screen has asked.',
    clients: 40,
    hours: 730,
    messages: 1_080_000,
    every: 2,
  },
  {
    id: 'reviews',
    name: 'The reviews',
    scene:
      'Anybody may post a review; one in ten lacks a field, and the function must not wake for these. Somebody also wrote “a cache, later”.',
    needs: ['request-validation', 'lambda-backend'],
    struck: { need: 'response-cache', because: '“later” is no need, and a post is not answered from a cache' },
    unasked: 'Every reply answers a request.',
    calls: 2_000_000,
    without: 'the same checks in the function, which then wakes for every review',
  },
  {
    id: 'shuttle',
    name: 'The shuttles',
    scene:
      'The phones in the shuttles report where they are, and the dispatcher’s page asks for all of them every few seconds, with a JWT each. The ticket says “real time”, and wants X-Ray, whose traces nobody has opened in a year.',
    needs: ['jwt', 'lambda-backend'],
    struck: { need: 'xray', because: 'nobody has opened a trace in a year' },
    unasked: '“Real time” is a wish about delay. Whoever speaks here is a caller, and a page that may be some seconds old can ask.',
    calls: 40_000_000,
  },
  {
    id: 'meters',
    name: 'The meters',
    scene:
      'Meters report what each room uses. The readings go straight into a DynamoDB table, in another form, and no function stands between.',
    needs: ['aws-services', 'body-templates'],
    unasked: 'A meter reports and is thanked.',
    calls: 200_000_000,
    without: 'a function that rewrites each reading and puts it into the table, with a bill of its own',
  },
  {
    id: 'auction',
    name: 'The auction',
    scene:
      'At six the unsold rooms are auctioned, and every bid has to reach all bidders at once. A bid that lacks its price must not wake a function.',
    needs: ['websocket', 'request-validation', 'lambda-backend'],
    unasked: 'A bid of one guest is news for all the others, and they have not asked.',
    clients: 2_000,
    hours: 15,
    messages: 18_009_000,
    every: 1,
  },
  {
    id: 'locks',
    name: 'The locks',
    scene:
      'Each door lock reports every opening and proves who it is with a client certificate. Containers with private addresses take the reports.',
    needs: ['mtls', 'private-backend'],
    unasked: 'The locks report, and nobody opens a door through this API.',
    calls: 6_000_000,
  },
  {
    id: 'laundry',
    name: 'The laundry',
    scene:
      'The laundry’s machines send orders that are signed with IAM roles. Security writes into a resource policy from which addresses they may come.',
    needs: ['iam-auth', 'resource-policy'],
    unasked: 'An order is a request.',
    calls: 200_000,
    without: 'a Lambda authorizer that knows the addresses, and somebody in security who reads it',
  },
];
