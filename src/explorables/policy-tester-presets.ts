/** Situations to start from. Each is a trap: the policy says something else than its author meant. */
import type { Situation } from './policy-tester.ts';

export interface Preset {
  name: string;
  /** What its author meant, and who comes. */
  scene: string;
  /** What there is to see, once it has been asked. */
  moral: string;
  situation: Situation;
}

type Clause = Record<string, unknown>;

const API = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3';
const INVOKE = { Action: 'execute-api:Invoke' };
const NOBODY: Situation = {
  identity: '',
  resource: '',
  sameAccount: true,
  stage: `${API}/prod`,
  method: 'GET',
  path: '/rooms',
  context: 'aws:SourceIp = 203.0.113.9',
};

function policy(...statements: Clause[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'Any method',
    scene: 'Guests may do anything with /rooms, so the star stands where the method stands. A guest sends DELETE /admin/rooms.',
    moral:
      'A star does not stop at a slash. This one took the method and a piece of the path. Write out the methods that you mean, one ARN each.',
    situation: {
      ...NOBODY,
      identity: policy({ Effect: 'Allow', ...INVOKE, Resource: `${API}/prod/*/rooms` }),
      method: 'DELETE',
      path: '/admin/rooms',
    },
  },
  {
    name: 'Closed stage',
    scene: 'Everything is allowed, but prod is closed for tonight. So its author denies prod. A request to prod comes in.',
    moral:
      'A stage is not a folder. The pattern ends at prod and the ARN of the method goes on, so the Deny is about nothing. End it with /*.',
    situation: {
      ...NOBODY,
      resource: policy({ Effect: 'Allow', ...INVOKE, Resource: `${API}/*` }, { Effect: 'Deny', ...INVOKE, Resource: `${API}/prod` }),
    },
  },
  {
    name: 'Office allowlist',
    scene: 'Only 203.0.113.0/24 may call, so everybody else is denied. The caller has no credentials, and an address in that range.',
    moral:
      'Not denied is not yet allowed. The one address that the Deny spares finds no Allow. The allowlist is a Deny with an Allow beside it.',
    situation: {
      ...NOBODY,
      resource: policy({
        Effect: 'Deny',
        ...INVOKE,
        Resource: `${API}/*`,
        Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      }),
    },
  },
  {
    name: 'Private API',
    scene:
      'A private API lets in 10.0.0.0/8 and nobody else. A request comes through a VPC endpoint from 10.0.0.7. There the key is aws:VpcSourceIp, and aws:SourceIp is missing.',
    moral:
      'A negated operator holds for a key that is missing, so the Deny applies to everybody who comes this way. Ask for aws:VpcSourceIp.',
    situation: {
      ...NOBODY,
      resource: policy(
        { Effect: 'Allow', ...INVOKE, Resource: `${API}/*` },
        { Effect: 'Deny', ...INVOKE, Resource: `${API}/*`, Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
      ),
      context: 'aws:VpcSourceIp = 10.0.0.7',
    },
  },
  {
    name: 'Profile, then orders',
    scene:
      'An authorizer was asked about GET /profile, and returned this policy. The gateway kept it. The same guest now calls GET /orders.',
    moral: 'The policy names one method, so it allows one method. With the cache on, an authorizer has to name all that the caller may.',
    situation: {
      ...NOBODY,
      identity: policy({ Effect: 'Allow', ...INVOKE, Resource: `${API}/prod/GET/profile` }),
      path: '/orders',
    },
  },
  {
    name: 'A partner',
    scene: 'A partner’s role may call the API, says the partner’s own policy. The API has a policy, too, and it allows another method.',
    moral:
      'From another account both sides must allow. Choose the account of the API above, and one Allow is enough. Then add a Deny to either side.',
    situation: {
      ...NOBODY,
      identity: policy({ Effect: 'Allow', ...INVOKE, Resource: `${API}/prod/POST/bookings` }),
      resource: policy({ Effect: 'Allow', ...INVOKE, Resource: `${API}/prod/GET/rooms` }),
      sameAccount: false,
      method: 'POST',
      path: '/bookings',
    },
  },
  {
    name: 'From home',
    scene: 'Only the office may call. The caller sits at home, at 198.51.100.7.',
    moral:
      'A reader of policies that skipped the field it does not know would let everybody in. This one refuses the whole policy, and so does AWS. Fix the name, and ask again.',
    situation: {
      ...NOBODY,
      resource: policy({
        Effect: 'Allow',
        ...INVOKE,
        Resource: `${API}/*`,
        Conditions: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      }),
      context: 'aws:SourceIp = 198.51.100.7',
    },
  },
  {
    name: 'Your own',
    scene: 'Paste a policy, of the caller or of the API, and ask it about a request.',
    moral: 'Change one thing at a time: a star, a value, the account. Say what you expect before you look.',
    situation: { ...NOBODY, identity: policy({ Effect: 'Allow', ...INVOKE, Resource: `${API}/prod/GET/*` }) },
  },
];
