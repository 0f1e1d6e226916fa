/** “Which limits bend”: ten limits, and what AWS does when somebody asks for more. */

export const ANSWERS = ['yes', 'no', 'depends'] as const;
/** `depends`: some types of API get more, and others do not. */
export type Answer = (typeof ANSWERS)[number];

export interface Limit {
  /** Its fact in the ledger. */
  fact: string;
  name: string;
  answer: Answer;
  /** May name further facts as `{id}`. */
  why: string;
  /** What to do where it does not bend, or what to mind where it does. */
  instead: string;
}

export const LIMITS: readonly Limit[] = [
  {
    fact: 'throttle-account-rate',
    name: 'Calls to the account',
    answer: 'yes',
    why: 'On request, Region by Region. AWS names no ceiling, and may ask back before it grants more.',
    instead: 'The Region to which you fail over has the default until somebody asks there, too.',
  },
  {
    fact: 'throttle-account-burst',
    name: 'The account’s burst',
    answer: 'no',
    why: 'AWS sets it to go with the rate. Nobody can ask for it.',
    instead: 'Spread what comes at once: a queue in front of the work, clients that wait a random while.',
  },
  {
    fact: 'rest-timeout-default',
    name: 'The wait for an integration',
    answer: 'depends',
    why: 'Regional and private REST APIs may ask for more. Edge-optimized ones may not, and HTTP APIs end at {http-timeout-max}, WebSocket APIs at {websocket-integration-timeout-max}.',
    instead: 'Take long work in, answer at once, do it behind a queue, and let the client ask for its state.',
  },
  {
    fact: 'rest-payload',
    name: 'The body of a request',
    answer: 'no',
    why: 'REST and HTTP APIs share it, and keep it.',
    instead: 'Sign an upload: the file goes to a bucket and past the desk.',
  },
  {
    fact: 'lambda-payload',
    name: 'What a function is handed, or returns',
    answer: 'no',
    why: 'It is Lambda’s, whatever stands before it.',
    instead: 'Hand over a link to a bucket. Behind a REST API a function may stream its reply, up to {lambda-stream-payload}.',
  },
  {
    fact: 'rest-resources',
    name: 'Resources of a REST API',
    answer: 'yes',
    why: 'AWS raises it on request.',
    instead: 'Before you ask, see whether one greedy path can take what many take, or whether it is two APIs.',
  },
  {
    fact: 'api-keys-per-account',
    name: 'API keys',
    answer: 'no',
    why: 'So many for an account in a Region, and no more.',
    instead: 'Keep keys for customers with a plan. Guests of a free tier can be told apart, and counted, by an authorizer of your own.',
  },
  {
    fact: 'websocket-connection-duration',
    name: 'The life of a WebSocket connection',
    answer: 'no',
    why: 'A busy connection ends like a silent one.',
    instead: 'Clients come back by themselves, somewhat earlier, and each at a time of its own.',
  },
  {
    fact: 'websocket-new-connections',
    name: 'New WebSocket connections',
    answer: 'yes',
    why: 'On request, for the account in a Region.',
    instead: 'A raised rate shortens a crowd’s return. A random first wait is what keeps it from knocking in vain.',
  },
  {
    fact: 'lambda-concurrency',
    name: 'Functions that run at one time',
    answer: 'yes',
    why: 'On request, from Lambda. New accounts may start with fewer.',
    instead: 'Ask for it together with the rate: a raised rate lifts nothing behind the desk.',
  },
];

const NAMED = /\{([a-z0-9-]+)\}/g;

/** All facts that the limits and their sentences name. */
export const FACTS: readonly string[] = LIMITS.flatMap(({ fact, why, instead }) => [
  fact,
  ...[...`${why} ${instead}`.matchAll(NAMED)].map(([, id]) => id!),
]);

/** `sentence` with the values of the facts that it names. */
export function withFacts(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(NAMED, (_, id: string) => values[id]!);
}

/** One answer for each limit. Undefined: not sorted. */
export type Sorted = readonly (Answer | undefined)[];

export const unsorted = (sorted: Sorted): number => sorted.filter((answer) => answer === undefined).length;
export const right = (sorted: Sorted): number => sorted.filter((answer, index) => answer === LIMITS[index]!.answer).length;
