/**
 * The chores, what of them stays with the services, and what changes. Which type can do what comes from the feature matrix.
 *
 * Limits of methods and routes (B-THR-05, B-THR-21), access logs and custom domain names exist for every type; no row asks for them.
 * What a REST API does about CORS, and what it leaves to the services: B-COR-01. An HTTP API ignores their CORS headers: B-COR-02.
 */

/** The capability map: its groups, in order. */
export const GROUPS = { requests: 'Requests', security: 'Security', performance: 'Performance', operations: 'Operations' } as const;
export type Group = keyof typeof GROUPS;

/** Work that every service does in the same way, and that a desk can do once. */
export interface Chore {
  id: ChoreId;
  name: string;
  group: Group;
  /** The gateway’s name for it. */
  feature: string;
  /** Its row of the feature matrix; none where every type takes the chore. */
  row?: string;
  /** The number of the lesson that teaches it. */
  lesson: number;
  /** A service that is started past the desk has to do it too. */
  guards?: true;
  /** What happens one day. */
  event: string;
  /** What of it stays with the services. */
  stays: string;
  /** Where a type does only a part: which part, and what the services do. */
  part?: string;
}

/** Work that no desk can do. */
export interface Rule {
  id: RuleId;
  name: string;
  event: string;
  /** Who does it: the one service that it belongs to, or all. */
  owners: 'one' | 'all';
  why: string;
}

export type ChoreId =
  | 'body'
  | 'translation'
  | 'origin'
  | 'token'
  | 'ticket'
  | 'certificate'
  | 'attack'
  | 'rate'
  | 'customer'
  | 'keep'
  | 'log'
  | 'trace'
  | 'trial';

export type RuleId = 'data' | 'cancel' | 'repeat';
export type WorkId = ChoreId | RuleId;

export const CHORES: readonly Chore[] = [
  {
    id: 'body',
    name: 'Check the fields of a body',
    group: 'requests',
    feature: 'request validation',
    row: 'request-validation',
    lesson: 6,
    guards: true,
    event: 'A postal code may have letters from now on',
    stays: 'whether the room is free that night',
  },
  {
    id: 'translation',
    name: 'Translate an old partner’s format',
    group: 'requests',
    feature: 'mapping templates',
    row: 'body-templates',
    lesson: 5,
    event: 'The old partner renames a field',
    stays: 'what the fields mean',
  },
  {
    id: 'origin',
    name: 'Let a browser of another origin in',
    group: 'requests',
    feature: 'CORS settings',
    row: 'cors',
    lesson: 10,
    event: 'The web app moves to another origin',
    stays: 'behind a REST API with proxy integrations, the origin on each reply',
    part: 'A REST API answers the browser’s first question and words its own refusals. Replies of a proxy integration it hands through as they are, so each service still names the origin itself.',
  },
  {
    id: 'token',
    name: 'Check a token',
    group: 'security',
    feature: 'JWT authorizer',
    row: 'jwt',
    lesson: 7,
    guards: true,
    event: 'The house changes its issuer of tokens',
    stays: 'whether this caller may see this invoice',
  },
  {
    id: 'ticket',
    name: 'Check a ticket of the house',
    group: 'security',
    feature: 'Lambda authorizer',
    row: 'lambda-authorizer',
    lesson: 7,
    guards: true,
    event: 'The house writes its tickets in another form',
    stays: 'what the ticket’s owner may do with the data',
  },
  {
    id: 'certificate',
    name: 'Prove the name, encrypt the line',
    group: 'security',
    feature: 'custom domain name',
    lesson: 3,
    event: 'The name gets another certificate',
    stays: 'the line from the desk to a service, which has a certificate of its own',
  },
  {
    id: 'attack',
    name: 'Turn known attacks away',
    group: 'security',
    feature: 'AWS WAF',
    row: 'waf',
    lesson: 7,
    event: 'A new kind of attack needs a rule',
    stays: 'code that an odd input does not break',
  },
  {
    id: 'rate',
    name: 'Limit how often a method is called',
    group: 'performance',
    feature: 'throttle of a method or route',
    lesson: 8,
    guards: true,
    event: 'Before the holidays every limit is doubled',
    stays: 'how many open bookings a guest may have',
  },
  {
    id: 'customer',
    name: 'Limit each customer',
    group: 'performance',
    feature: 'API keys and usage plans',
    row: 'usage-plans',
    lesson: 8,
    event: 'A customer buys a higher limit',
    stays: 'what the customer is billed for',
  },
  {
    id: 'keep',
    name: 'Keep a reply for the next caller',
    group: 'performance',
    feature: 'cache of the stage',
    row: 'response-cache',
    lesson: 9,
    event: 'Menus may be kept for longer',
    stays: 'which replies may be kept, and for whom',
  },
  {
    id: 'log',
    name: 'Write down who called what',
    group: 'operations',
    feature: 'access log',
    lesson: 13,
    guards: true,
    event: 'Every line is to name the request’s id',
    stays: 'what your code did, and why',
  },
  {
    id: 'trace',
    name: 'Begin a trace',
    group: 'operations',
    feature: 'X-Ray traces',
    row: 'xray',
    lesson: 13,
    event: 'Fewer requests are to be traced',
    stays: 'what the code calls while it works',
  },
  {
    id: 'trial',
    name: 'Try a change on a few guests',
    group: 'operations',
    feature: 'canary release',
    row: 'canary',
    lesson: 12,
    event: 'Fewer guests are to meet the next trial',
    stays: 'data that old and new code both can read',
  },
];

export const RULES: readonly Rule[] = [
  {
    id: 'data',
    name: 'Decide whose data a caller may see',
    event: 'Assistants may see what their managers see',
    owners: 'all',
    why: 'The desk sees a request, and not your data. Only the service that holds an invoice knows whose it is.',
  },
  {
    id: 'cancel',
    name: 'Follow a rule of the house',
    event: 'Guests may cancel until six in the evening',
    owners: 'one',
    why: 'A business rule was never copied: it stands in the service whose business it is, with a desk or without.',
  },
  {
    id: 'repeat',
    name: 'Book once when a POST comes twice',
    event: 'Clients name a repeated call in another way',
    owners: 'all',
    why: 'The desk keeps no session. Whether this booking was made already is written in the service’s table and nowhere else.',
  },
];

export const WORKS: readonly (Chore | Rule)[] = [...CHORES, ...RULES];

/** @param id of a chore or a rule */
export function workOf(id: WorkId): Chore | Rule {
  return WORKS.find((work) => work.id === id)!;
}
