/** What the integration menu says. */
import type { Api, Backend, Kind, Menu, Merit, Need, Ruling, Situation, Verdict } from './integration-menu.ts';

export const KIND_NAMES: Record<Kind, string> = {
  mock: 'MOCK',
  'http-proxy': 'HTTP_PROXY over the internet',
  'http-custom': 'HTTP with mappings, over the internet',
  link: 'HTTP_PROXY or HTTP through a VPC link',
  service: 'AWS: an action of a service, with templates',
  action: 'AWS_PROXY with a subtype: a ready-made action',
  'lambda-custom': 'AWS: a function, with templates',
  'lambda-proxy': 'AWS_PROXY: a function',
};

export const API_NAMES: Record<Api, string> = { rest: 'a REST API', http: 'an HTTP API' };

export const BACKEND_NAMES: Record<Backend, string> = {
  fixed: 'nobody: the same reply for all',
  web: 'a public web service',
  private: 'private containers',
  function: 'a function you write',
  'old-function': 'a function you cannot change',
  sqs: 'an SQS queue',
  'step-functions': 'a Step Functions state machine',
  dynamodb: 'a DynamoDB table',
};

export const NEED_NAMES: Record<Need, string> = {
  reshape: 'Callers see another body than the backend’s',
  keep: 'Status and headers reach callers as they are',
  'no-code': 'No function besides one that is there already',
};

export const FIT_NAMES: Record<Verdict['fit'], string> = { first: 'Take this', works: 'Works, too', out: 'Ruled out' };

export type Guess = Kind | 'none';

export const GUESSES: readonly (readonly [Guess, string])[] = [
  ...(Object.entries(KIND_NAMES) as [Kind, string][]),
  ['none', 'None of them does all of it'],
];

/** From the ledger: which services an HTTP API calls itself. */
export interface MenuFacts {
  services: string;
}

export function verdictSentence({ first }: Menu): string {
  return first ? `${KIND_NAMES[first]}.` : 'None does all of it. Give up one of the needs, or take the other kind of API.';
}

export function guessSentence(guess: Guess, menu: Menu): string {
  if (guess === (menu.first ?? 'none')) return 'As you said.';
  if (guess === 'none') return 'You said: none of them.';
  return {
    first: '',
    works: `You said ${KIND_NAMES[guess]}, which works, too.`,
    out: `You said ${KIND_NAMES[guess]}, which is ruled out.`,
  }[menu.verdicts[guess].fit];
}

/** Why a kind fits, or what rules it out. */
export function whySentence(kind: Kind, { why }: Verdict, situation: Situation, facts: MenuFacts): string {
  return why in MERITS ? MERITS[why as Merit](situation) : RULINGS[why as Ruling](kind, situation, facts);
}

const MERITS: Record<Merit, (situation: Situation) => string> = {
  'same-answer': () => 'The answer is always the same, so nobody has to be asked. Choose a status that tells the truth.',
  'hands-through': () => 'The server answers over HTTP already. What it says goes through, and there is nothing to write.',
  maps: ({ needs }) =>
    needs.reshape
      ? 'The server answers over HTTP, and templates write what callers read. Map each status that you want seen: without a pattern it becomes the default’s.'
      : 'The server answers over HTTP. But each status needs a pattern here, which a proxy does without.',
  'private-road': ({ needs }) =>
    needs.reshape
      ? 'The link is a private road to the load balancer. With the type HTTP, templates write what callers read.'
      : 'The link is a private road to the load balancer. With HTTP_PROXY what the service says goes through, and no second door is open.',
  signs: ({ backend }) =>
    `One call to one service, without a decision. The gateway signs it with a role, and a template writes it${backend === 'sqs' ? ': encode the body, or a & ends the message' : ''}.`,
  'ready-made': () => 'The call is on the list of an HTTP API. Parameters fill it, and there is no template to get wrong.',
  templates: ({ backend }) =>
    backend === 'old-function'
      ? 'Templates pick the fields that the function knows, and write what callers read. The function stays as it is.'
      : 'Templates can stand before a function of your own. But you would write in them what the function could do, with tests.',
  'in-code': () => 'You write the function, so it can speak the envelope: status, headers and body are decided in code that has tests.',
  'function-between': ({ backend }) =>
    backend === 'private'
      ? 'With a function in between, which has a foot in the VPC. It can do anything, and it is a second hop to write, patch and pay.'
      : backend === 'fixed'
        ? 'With a function that always says the same. It works, and it is code for a sentence.'
        : 'With a function in between. It can do anything, and it is one more thing to write, patch and pay.',
};

const RULINGS: Record<Ruling, (kind: Kind, situation: Situation, facts: MenuFacts) => string> = {
  'not-http': (kind) => (kind === 'mock' ? 'HTTP APIs have no mock.' : 'HTTP APIs have no templates, and so no types without a proxy.'),
  'not-rest': () => 'Ready-made actions belong to HTTP APIs. A REST API builds the call with a template.',
  'calls-nobody': () => 'A mock calls nobody, and here somebody has to answer.',
  'no-server': () => 'There is no server to ask.',
  'no-public-address': () => 'The containers have no public address. To give them one would open a second door, past keys, limits and WAF.',
  unsigned: () => 'The service wants a signed request. These types sign nothing; the AWS types sign with a role.',
  'function-no-server': () => 'The backend is a function, and no server. The gateway reaches it by Lambda’s own call.',
  'not-private': () => 'Nothing here stands in a private network behind a load balancer.',
  'not-function': () => 'There is no function that templates could stand before.',
  'not-service': (_, { backend }) =>
    backend.endsWith('function')
      ? 'The backend is a function, which has types of its own.'
      : 'There is no action of an AWS service to call.',
  'not-listed': (_, __, { services }) => `Not on the list: an HTTP API has ready-made actions for ${services}, and for no other service.`,
  'body-untouched': (kind, { api }) =>
    kind === 'link' && api === 'http'
      ? 'The road is there, but an HTTP API has no templates at its end: bodies stay as they are.'
      : 'A proxy leaves bodies alone.',
  'reply-fixed': () => 'The body of the reply is the service’s own here, and cannot be changed.',
  'status-lost': () =>
    'Without a proxy the gateway writes the reply: a status without a pattern becomes the default’s, and more headers change their names.',
  'speaks-no-envelope': (_, { api }) =>
    `The function expects three fields and would get the whole event. ${api === 'rest' ? 'Its data would be a malformed reply, too.' : 'Somebody would have to translate.'}`,
  'another-function': () => 'It would be a function in between, and there is to be none.',
};

/** What a kind brings, whatever the case. */
export interface Brings {
  shapes: string;
  sees: string;
  costs: string;
}

export const BRINGS_NAMES: Record<keyof Brings, string> = {
  shapes: 'Who shapes request and reply',
  sees: 'What the backend sees',
  costs: 'What you give up',
};

export const BRINGS: Record<Kind, Brings> = {
  mock: {
    shapes: 'You, with a template that picks the status and one that writes the body.',
    sees: 'Nothing. There is none.',
    costs: 'Proof that anything behind the desk works: a mock is well while the kitchen burns.',
  },
  'http-proxy': {
    shapes: 'The backend. You may map parameters on the way in.',
    sees: 'Method, query, body and most headers of the caller.',
    costs: 'Every word in between: callers see the backend as it is, but for a few headers that change their names.',
  },
  'http-custom': {
    shapes: 'You, in mappings and templates, both ways.',
    sees: 'What the mappings build, from a caller called AmazonAPIGateway_ and the API’s id.',
    costs: 'Errors by themselves: a status without a pattern becomes the default’s.',
  },
  link: {
    shapes: 'As with the type that uses it: the backend with HTTP_PROXY, you with HTTP.',
    sees: 'A request on the load balancer, from inside the VPC.',
    costs: 'Independence of the network: security groups, subnets that cannot be changed, and a link that falls asleep when nobody calls.',
  },
  service: {
    shapes: 'You, with a template for the call and patterns for the reply.',
    sees: 'A call of its API, signed with your role.',
    costs: 'Tests and a debugger. Encoding, passthrough and the default reply are yours to get right.',
  },
  action: {
    shapes: 'AWS. You fill in parameters.',
    sees: 'A call of its API, signed with your role.',
    costs: 'Services that are not on the list, and any say over the body of the reply.',
  },
  'lambda-custom': {
    shapes: 'You, with templates both ways. An error is found by its message.',
    sees: 'The fields that you picked, and nothing else.',
    costs:
      'One place for the logic: half of it is in templates that few people can test. An error that no pattern matches goes out as a success.',
  },
  'lambda-proxy': {
    shapes: 'The function, in code. The gateway adds nothing, no CORS header either.',
    sees: 'The whole request in a fixed envelope.',
    costs: 'Room for slips in the reply: it must have the form of the envelope. And code that runs, starts cold and is billed.',
  },
};
