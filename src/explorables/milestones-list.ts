/** The milestones, without their days: those come from the ledger, and so does what is often said wrongly. */
import type { Dates, Milestone } from './milestones.ts';

/** What the sentences quote from the ledger, with its unit. */
export interface Quoted {
  /** The account’s rate until it was raised, and since. */
  rateBefore: string;
  rate: string;
  /** How long a REST API waits for a backend by default. */
  wait: string;
}

type Told = Pick<Milestone, 'id' | 'name' | 'changed' | 'until'>;

/** Ids of the facts that say when. */
export const MILESTONE_IDS: readonly string[] = told({ rateBefore: '', rate: '', wait: '' }).map(({ id }) => id);

export function milestonesOf(dates: Dates, quoted: Quoted): Milestone[] {
  return told(quoted).map((each) => ({ ...each, ...dates[each.id]! }));
}

function told({ rateBefore, rate, wait }: Quoted): Told[] {
  return [
    {
      id: 'history-launch',
      name: 'API Gateway itself',
      changed: 'An entrance that AWS runs. It has one type, so nobody says “REST API” yet.',
      until: 'The entrance is a fleet of servers that you run.',
    },
    {
      id: 'history-lambda-authorizers',
      name: 'Lambda authorizers, of type TOKEN',
      changed: 'A function of yours decides on a token before the backend is called.',
      until: 'A token of your own is checked in the backend.',
    },
    {
      id: 'history-cognito-authorizers',
      name: 'Authorizers for Cognito user pools',
      changed: 'The gateway checks the tokens of a user pool by itself.',
      until: 'For the tokens of a user pool you write a function.',
    },
    {
      id: 'history-usage-plans',
      name: 'Usage plans',
      changed: 'Each customer’s key has a rate and a quota of its own.',
      until: 'You count each customer’s calls in your own code.',
    },
    {
      id: 'history-custom-domain-certificates',
      name: 'Certificates of ACM on custom domain names',
      changed: 'A name takes a certificate that AWS Certificate Manager holds.',
      until: 'You bring the certificate of your name, and you renew it.',
    },
    {
      id: 'throttle-raised',
      name: 'A higher rate for every account',
      changed: `By default an account may have ${rate}.`,
      until: `The account’s limit is ${rateBefore}.`,
    },
    {
      id: 'history-regional',
      name: 'Regional endpoints',
      changed: 'An API answers in its Region, and its certificate is there too.',
      until: 'A CloudFront stands before every API, and certificates go to us-east-1.',
    },
    {
      id: 'history-canary',
      name: 'Canary releases',
      changed: 'A share of a stage’s guests meets the new deployment first.',
      until: 'A deployment meets all guests of its stage at once.',
    },
    {
      id: 'history-vpc-link',
      name: 'VPC links to Network Load Balancers',
      changed: 'An HTTP backend may stay in a private network.',
      until: 'The internet must be able to reach an HTTP backend.',
    },
    {
      id: 'history-private-apis',
      name: 'Private REST APIs',
      changed: 'An API can have an address inside a VPC only.',
      until: 'Every API has a public address.',
    },
    {
      id: 'history-xray',
      name: 'X-Ray traces',
      changed: 'A trace of a REST API begins at the gateway.',
      until: 'The gateway is in no trace.',
    },
    {
      id: 'history-waf',
      name: 'AWS WAF',
      changed: 'A firewall stands on the stage of a REST API.',
      until: 'A firewall needs a CloudFront distribution of your own in front.',
    },
    {
      id: 'history-websocket',
      name: 'WebSocket APIs',
      changed: 'A backend speaks to clients that did not ask.',
      until: 'API Gateway answers and never speaks first. Who wants that holds the connections on servers.',
    },
    {
      id: 'history-http-preview',
      name: 'HTTP APIs, as a preview',
      changed: 'A second type for requests and replies, with JWT authorizers from its first day.',
      until: 'REST is the one type for requests and replies.',
    },
    {
      id: 'history-http-apis',
      name: 'HTTP APIs, for everybody',
      changed: 'The second type is there for production.',
      until: 'HTTP APIs are a preview.',
    },
    {
      id: 'history-http-lambda-authorizers',
      name: 'Lambda authorizers of HTTP APIs',
      changed: 'An HTTP API, too, asks a function of yours about its callers.',
      until: 'An HTTP API cannot ask a function about a caller.',
    },
    {
      id: 'history-mtls',
      name: 'Client certificates (mutual TLS)',
      changed: 'A custom domain name asks its callers for certificates.',
      until: 'For client certificates something else must stand in front.',
    },
    {
      id: 'history-http-parameter-mapping',
      name: 'Parameter mapping of HTTP APIs',
      changed: 'An HTTP API changes headers, query strings and paths. Bodies it leaves alone to this day.',
      until: 'An HTTP API hands requests on as they came.',
    },
    {
      id: 'history-timeout-raise',
      name: 'A longer wait for backends',
      changed: `On request a Regional or private REST API waits longer than ${wait}.`,
      until: `After ${wait} it is over. That is a hard limit.`,
    },
    {
      id: 'history-dual-stack',
      name: 'IPv6',
      changed: 'APIs answer on IPv6 as well as on IPv4.',
      until: 'Callers need IPv4.',
    },
    {
      id: 'history-free-tier',
      name: 'Credits for new accounts',
      changed: 'Accounts that are opened from this day on get credits, and no free calls each month.',
      until: 'A new account has its free calls each month.',
    },
    {
      id: 'history-response-streaming',
      name: 'Streamed replies',
      changed: 'A REST API hands a reply on while it is still being made.',
      until: 'API Gateway cannot stream. It buffers each reply whole.',
    },
    {
      id: 'history-rest-alb',
      name: 'REST APIs reach Application Load Balancers',
      changed: 'A VPC link of the second kind leads there.',
      until: 'Between a REST API and an Application Load Balancer stands a Network Load Balancer.',
    },
    {
      id: 'jwt-rest',
      name: 'JWT authorizers of REST APIs',
      changed: 'A REST API checks the JWT of any issuer by itself.',
      until: 'For the JWT of another issuer than Cognito a REST API needs a function.',
    },
  ];
}
