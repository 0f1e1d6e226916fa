/**
 * What each guard can do about each caller. The text of the lesson is the source; which type has which guard comes from the feature
 * matrix, and a test holds the two together.
 */
import type { Caller, Case, Guard } from './which-guard.ts';

export const CASES: Readonly<Record<Caller, Readonly<Record<Guard, Case>>>> = {
  job: {
    iam: {
      rest: ['best', 'The job has a role, so it can sign. From another account its role and your resource policy must both allow it.'],
      http: [
        'best',
        'The job has a role, so it can sign. An HTTP API has no resource policy, so the job first takes a role in your account.',
      ],
    },
    cognito: {
      rest: ['cannot', 'The job has no account in your pool. Its role already proves who it is.'],
      http: ['absent', 'An HTTP API has no such setting, and the job has no account in your pool.'],
    },
    jwt: ['cannot', 'The job holds no token. It would need an issuer, and a secret to ask it with.'],
    lambda: [
      'can',
      'Your code can check any secret that the job sends. Then there is a secret and a function, where a role does without both.',
    ],
    'resource-policy': {
      rest: ['part', 'It is needed here, since the call crosses accounts. But it sees an account only where IAM has checked a signature.'],
      http: ['absent', 'An HTTP API has none, so nothing of yours can open to another account. The job takes a role in yours.'],
    },
    mtls: ['part', 'A certificate would prove the machine. You would issue and renew it, and something else would say what it may call.'],
    'api-key': {
      rest: ['cannot', 'One text, the same in every request. Whoever reads it in a log is the job.'],
      http: ['absent', 'An HTTP API has no keys.'],
    },
  },
  guests: {
    iam: ['can', 'An identity pool can lend the browser AWS credentials to sign with. For calls to your own API a token is simpler.'],
    cognito: {
      rest: ['best', 'The pool is the issuer. The gateway checks its tokens by a setting.'],
      http: ['absent', 'An HTTP API has no such setting. Its JWT authorizer takes the pool as issuer.'],
    },
    jwt: {
      rest: ['can', 'It takes the pool as issuer, too. It is new in REST APIs, so see whether your tools know it.'],
      http: ['best', 'The pool as issuer, the app client as audience: two settings.'],
    },
    lambda: ['can', 'Your code can check the same signature. It adds a call and a wait to what a setting does.'],
    'resource-policy': {
      rest: ['cannot', 'Guests call from anywhere, and it reads no token.'],
      http: ['absent', 'An HTTP API has none. It would read no token, either.'],
    },
    mtls: ['cannot', 'No guest’s browser holds a certificate that you trust.'],
    'api-key': {
      rest: ['cannot', 'The key stands in the page. Whoever opens the network tab has it, and it names the app, not the guest.'],
      http: ['absent', 'An HTTP API has no keys. In a page they would be no secret.'],
    },
  },
  partner: {
    iam: ['cannot', 'These people have tokens, and no AWS credentials to sign with.'],
    cognito: {
      rest: ['cannot', 'It takes tokens of a user pool only. The partner’s provider is none.'],
      http: ['absent', 'An HTTP API has no such setting, and the partner’s provider is no user pool.'],
    },
    jwt: {
      rest: [
        'best',
        'It takes any OpenID provider, in REST APIs too by now. No function runs. See whether your tools know it; else it is a function.',
      ],
      http: ['best', 'Any OpenID provider: issuer and audience are two settings. No function runs.'],
    },
    lambda: ['can', 'Your code can check the token with the provider’s published keys. For REST APIs that was long the only way.'],
    'resource-policy': {
      rest: ['part', 'It can fence the API in to the partner’s addresses. Which employee calls it does not see.'],
      http: ['absent', 'An HTTP API has none.'],
    },
    mtls: ['part', 'It would prove the partner’s machine. Which employee calls stands in the token.'],
    'api-key': {
      rest: ['cannot', 'It tells this partner from others, for a plan. Nobody is proved to be anybody.'],
      http: ['absent', 'An HTTP API has no keys.'],
    },
  },
  locks: {
    iam: ['cannot', 'A lock would need AWS credentials to sign with. It has a certificate.'],
    cognito: {
      rest: ['cannot', 'A lock does not sign in, so it has no token.'],
      http: ['absent', 'An HTTP API has no such setting, and a lock does not sign in.'],
    },
    jwt: ['cannot', 'No issuer has given the lock a token.'],
    lambda: [
      'part',
      'It is asked when the handshake is over. Behind mutual TLS it reads the certificate, and says whether it was revoked and what this lock may do.',
    ],
    'resource-policy': {
      rest: ['cannot', 'Locks call from the networks of many hotels, and an address proves no key.'],
      http: ['absent', 'An HTTP API has none. An address would prove no key, either.'],
    },
    mtls: ['best', 'The handshake proves that the lock holds its key. Switch the default address off, or there is a way around it.'],
    'api-key': {
      rest: ['cannot', 'One text in each lock. Whoever opens one lock has it.'],
      http: ['absent', 'An HTTP API has no keys.'],
    },
  },
  vpc: {
    iam: ['part', 'It tells which machine calls, not from where. It is good inside the fence.'],
    cognito: {
      rest: ['cannot', 'It asks for a login. The need names a network, not a person.'],
      http: ['absent', 'An HTTP API has no such setting, and no login tells a network.'],
    },
    jwt: ['cannot', 'A token is as good outside of the VPC as inside.'],
    lambda: {
      rest: ['part', 'It can read where the call comes from. A resource policy decides that before it, without a call.'],
      http: ['part', 'It can compare the address that a call comes from. The API’s own address stays public.'],
    },
    'resource-policy': {
      rest: [
        'best',
        'A private API, and a policy that denies every other VPC or endpoint. It sees where a call comes from and asks for no proof.',
      ],
      http: ['absent', 'An HTTP API has none, and no private address. Take a REST API.'],
    },
    mtls: {
      rest: ['cannot', 'Private APIs do not have it.'],
      http: ['part', 'It would prove machines that hold a certificate, wherever they stand. The API’s address stays public.'],
    },
    'api-key': {
      rest: ['cannot', 'A key works from everywhere.'],
      http: ['absent', 'An HTTP API has no keys. One would work from everywhere.'],
    },
  },
  menu: {
    iam: ['cannot', 'Strangers have no AWS credentials, and you want to keep nobody out.'],
    cognito: {
      rest: ['cannot', 'A login keeps out the visitors that you want.'],
      http: ['absent', 'An HTTP API has no such setting. A login would keep out the visitors that you want.'],
    },
    jwt: ['cannot', 'A login keeps out the visitors that you want.'],
    lambda: {
      rest: ['part', 'It can look up the site and name its key to the plan (`usageIdentifierKey`). The plan still does the counting.'],
      http: ['part', 'Your code can look up the site and refuse it. The counting is yours, too.'],
    },
    'resource-policy': {
      rest: ['cannot', 'It says yes or no. It does not know how often.'],
      http: ['absent', 'An HTTP API has none. It would not know how often, either.'],
    },
    mtls: ['cannot', 'Strangers hold no certificate.'],
    'api-key': {
      rest: ['best', 'It guards nothing, and here nothing is to be guarded. It tells the sites apart, and each one’s plan slows it down.'],
      http: ['absent', 'An HTTP API has neither keys nor usage plans. Take a REST API.'],
    },
  },
  sessions: {
    iam: ['cannot', 'A session id is no signature.'],
    cognito: {
      rest: ['cannot', 'Nothing in a random id can be checked without asking, and it asks nobody.'],
      http: ['absent', 'An HTTP API has no such setting. It would ask nobody, either.'],
    },
    jwt: ['cannot', 'A random id has no claims and no signature, and this authorizer does not ask your server.'],
    lambda: {
      rest: ['best', 'It asks your server. For “at once” turn its memory off: a kept yes outlives a dismissal.'],
      http: ['best', 'It asks your server. For “at once” leave its memory off, as it is from the start.'],
    },
    'resource-policy': {
      rest: ['cannot', 'It sees where a call comes from, and no session id.'],
      http: ['absent', 'An HTTP API has none. It would see no session id, either.'],
    },
    mtls: ['cannot', 'It proves a machine’s key. The id is looked up by nobody.'],
    'api-key': {
      rest: ['cannot', 'It names the app, the same for all of its users.'],
      http: ['absent', 'An HTTP API has no keys.'],
    },
  },
};
