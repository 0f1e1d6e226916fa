/**
 * Which integration fits a backend, and what rules out the others. The order of the choice is the lesson’s: mock, server, service, custom,
 * and else the proxy. What a type does to status and headers rests on B-VTL-117 and 118, B-INT-01 and 02; which API type has it, on the
 * feature matrix (body-templates, fixed-replies, private-backend, aws-services) and on the ledger’s list of actions.
 */

export const APIS = ['rest', 'http'] as const;
export type Api = (typeof APIS)[number];

/** What answers behind the gateway. */
export const BACKENDS = ['fixed', 'web', 'private', 'function', 'old-function', 'sqs', 'step-functions', 'dynamodb'] as const;
export type Backend = (typeof BACKENDS)[number];

/** `reshape`: callers see another body. `keep`: status and headers pass as the backend wrote them. `no-code`: no function is added. */
export const NEEDS = ['reshape', 'keep', 'no-code'] as const;
export type Need = (typeof NEEDS)[number];

export interface Situation {
  backend: Backend;
  api: Api;
  needs: Record<Need, boolean>;
}

/** The seven kinds of a REST API, and the ready-made actions of an HTTP API. */
export const KINDS = ['mock', 'http-proxy', 'http-custom', 'link', 'service', 'action', 'lambda-custom', 'lambda-proxy'] as const;
export type Kind = (typeof KINDS)[number];

/** Why a kind is ruled out. */
export type Ruling =
  | 'not-http'
  | 'not-rest'
  | 'calls-nobody'
  | 'no-server'
  | 'no-public-address'
  | 'unsigned'
  | 'function-no-server'
  | 'not-private'
  | 'not-function'
  | 'not-service'
  | 'not-listed'
  | 'body-untouched'
  | 'reply-fixed'
  | 'status-lost'
  | 'speaks-no-envelope'
  | 'another-function';

/** What speaks for a kind that would do. */
export type Merit =
  'same-answer' | 'hands-through' | 'maps' | 'private-road' | 'signs' | 'ready-made' | 'templates' | 'in-code' | 'function-between';

export type Verdict = { fit: 'first' | 'works'; why: Merit } | { fit: 'out'; why: Ruling };

export interface Menu {
  verdicts: Record<Kind, Verdict>;
  /** What to take. Undefined: nothing fits all needs. */
  first?: Kind;
}

export function menuOf(situation: Situation): Menu {
  // A function of one’s own is a proxy first, and behind templates only where it has to be.
  const order: readonly Kind[] = situation.backend === 'function' ? ['lambda-proxy', ...KINDS] : KINDS;
  const first = order.find((kind) => rulingOf(kind, situation) === undefined);
  const verdictOf = (kind: Kind): Verdict => {
    const ruling = rulingOf(kind, situation);
    return ruling ? { fit: 'out', why: ruling } : { fit: kind === first ? 'first' : 'works', why: meritOf(kind, situation) };
  };
  return {
    verdicts: Object.fromEntries(KINDS.map((kind) => [kind, verdictOf(kind)])) as Menu['verdicts'],
    ...(first && { first }),
  };
}

/** Backends that are an action of an AWS service. */
const SERVICES: readonly Backend[] = ['sqs', 'step-functions', 'dynamodb'];
const FUNCTIONS: readonly Backend[] = ['function', 'old-function'];

function rulingOf(kind: Kind, { backend, api, needs }: Situation): Ruling | undefined {
  const isService = SERVICES.includes(backend);
  switch (kind) {
    case 'mock':
      if (api === 'http') return 'not-http';
      return backend === 'fixed' ? undefined : 'calls-nobody';
    case 'http-proxy':
    case 'http-custom':
      if (kind === 'http-custom' && api === 'http') return 'not-http';
      if (backend === 'fixed') return 'no-server';
      if (backend === 'private') return 'no-public-address';
      if (isService) return 'unsigned';
      if (FUNCTIONS.includes(backend)) return 'function-no-server';
      if (kind === 'http-proxy') return needs.reshape ? 'body-untouched' : undefined;
      return needs.keep ? 'status-lost' : undefined;
    case 'link':
      if (backend !== 'private') return 'not-private';
      if (!needs.reshape) return undefined;
      if (api === 'http') return 'body-untouched';
      return needs.keep ? 'status-lost' : undefined;
    case 'service':
      if (api === 'http') return 'not-http';
      if (!isService) return 'not-service';
      return needs.keep ? 'status-lost' : undefined;
    case 'action':
      if (api === 'rest') return 'not-rest';
      if (!isService) return 'not-service';
      if (backend === 'dynamodb') return 'not-listed';
      return needs.reshape ? 'reply-fixed' : undefined;
    case 'lambda-custom':
      if (api === 'http') return 'not-http';
      if (!FUNCTIONS.includes(backend)) return 'not-function';
      return needs.keep ? 'status-lost' : undefined;
    case 'lambda-proxy':
      if (backend === 'function') return undefined;
      if (!needs['no-code']) return undefined;
      return backend === 'old-function' ? 'speaks-no-envelope' : 'another-function';
  }
}

function meritOf(kind: Kind, { backend }: Situation): Merit {
  if (kind === 'lambda-proxy' && backend !== 'function') return 'function-between';
  const merits: Record<Kind, Merit> = {
    mock: 'same-answer',
    'http-proxy': 'hands-through',
    'http-custom': 'maps',
    link: 'private-road',
    service: 'signs',
    action: 'ready-made',
    'lambda-custom': 'templates',
    'lambda-proxy': 'in-code',
  };
  return merits[kind];
}
