/**
 * The way of one request through a REST API with a Lambda authorizer, a usage plan, validation, a cache and a Lambda proxy integration:
 * which stops hear of it, in AWS’s order (B-PIPE-01), and where it ends. The first unhappy stop answers.
 */

/** The stops in the order in which they are asked. The cache’s place is inferred, not recorded. */
export const STOPS = ['path', 'caller', 'key', 'throttle', 'quota', 'parameters', 'body', 'cache', 'mapping', 'backend'] as const;
export type Stop = (typeof STOPS)[number];

/** What can be chosen for each part of the request, of the desk and of what is behind it. The first choice does no harm. */
export const CHOICES = {
  call: ['rooms', 'bookings', 'unknown'],
  token: ['good', 'missing', 'unauthorized', 'denied', 'unreadable'],
  key: ['good', 'missing', 'wrong'],
  bucket: ['token', 'empty'],
  quota: ['left', 'spent'],
  validator: ['on', 'off'],
  parameter: ['given', 'missing'],
  body: ['good', 'bad'],
  kept: ['no', 'yes'],
  backend: ['warm', 'cold', 'slow', 'throttled', 'malformed'],
} as const;

export type Part = keyof typeof CHOICES;
export type Situation = { [Name in Part]: (typeof CHOICES)[Name][number] };

/** Refusals and failures whose words are the gateway’s own. */
export const REFUSALS = [
  'unknown-unsigned',
  'unknown-signed',
  'unauthorized',
  'denied',
  'authorizer-unreadable',
  'bad-key',
  'throttled',
  'quota-spent',
  'parameter-missing',
  'body-invalid',
  'lambda-throttled',
  'timeout',
  'malformed',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** `answer`: the function’s 200. `kept`: one from the cache. `function-refusal`: a 400 of the function’s own. */
export type Reply = Refusal | 'answer' | 'kept' | 'function-refusal';

/** What a stop does that somebody pays for or counts. */
export type Expense = 'authorizer-call' | 'bucket-token' | 'quota-count' | 'function-call';

export interface Visit {
  stop: Stop;
  /** Milliseconds that the stop takes, for the last one with the way back. */
  ms: number;
  /** Of these, the start of an environment. */
  startMs: number;
  expenses: Expense[];
}

/** Whether the call is on API Gateway’s bill. `free` and the rest differ in who says so; see the words. */
export type Billing = 'billed' | 'free' | 'probably' | 'unsaid';

export interface Way {
  /** The stops that heard of the request, in their order. The last one ended it. */
  visits: Visit[];
  /** Those that never did. */
  unheard: Stop[];
  reply: Reply;
  ms: number;
  billing: Billing;
  /** The part to mend, by what the reply reports. Undefined: nothing to mend. */
  fault: Part | undefined;
}

/** The parts that do nothing for the chosen call or before a function that never runs. */
export function idleParts({ call }: Situation): Part[] {
  if (call === 'rooms') return ['body'];
  return call === 'bookings' ? ['kept'] : [];
}

/** Example times, those of the lesson’s two tables. Not AWS’s. */
const MS = { stop: 0.5, authorizer: 6, start: 640, rooms: 43, bookings: 85, functionRefusal: 30, lambdaRefusal: 3 };

/** @param timeoutMs how long the gateway waits for its integration */
export function wayOf(situation: Situation, timeoutMs: number): Way {
  const visits: Visit[] = [];
  for (const stop of STOPS) {
    const { ms = 0, startMs = 0, expenses = [], end } = askAt[stop](situation, timeoutMs);
    visits.push({ stop, ms, startMs, expenses });
    if (end) {
      const unheard = STOPS.slice(visits.length);
      return { visits, unheard, ...end, ms: visits.reduce((sum, visit) => sum + visit.ms, 0), billing: billingOf(stop, end.reply) };
    }
  }
  throw new Error('The backend ends every request.');
}

/** The same situation with one part as it should be: the first choice, and a method that exists. */
export function mend(situation: Situation, part: Part): Situation {
  return { ...situation, [part]: part === 'call' ? 'bookings' : CHOICES[part][0] };
}

interface Asked {
  ms?: number;
  startMs?: number;
  expenses?: Expense[];
  /** The stop ends the request. */
  end?: { reply: Reply; fault: Part | undefined };
}

const refuse = (reply: Refusal | 'function-refusal', fault: Part) => ({ reply, fault });

const askAt: Record<Stop, (situation: Situation, timeoutMs: number) => Asked> = {
  path({ call, token }) {
    if (call !== 'unknown') return { ms: MS.stop };
    return { ms: MS.stop, end: refuse(token === 'missing' ? 'unknown-unsigned' : 'unknown-signed', 'call') };
  },
  caller({ token }) {
    if (token === 'missing') return { ms: MS.stop, end: refuse('unauthorized', 'token') };
    const asked: Asked = { ms: MS.authorizer, expenses: ['authorizer-call'] };
    if (token === 'good') return asked;
    return { ...asked, end: refuse(token === 'unreadable' ? 'authorizer-unreadable' : token, 'token') };
  },
  key({ key }) {
    return key === 'good' ? { ms: MS.stop } : { ms: MS.stop, end: refuse('bad-key', 'key') };
  },
  throttle({ bucket }) {
    return bucket === 'empty' ? { ms: MS.stop, end: refuse('throttled', 'bucket') } : { ms: MS.stop, expenses: ['bucket-token'] };
  },
  quota({ quota }) {
    return quota === 'spent' ? { ms: MS.stop, end: refuse('quota-spent', 'quota') } : { ms: MS.stop, expenses: ['quota-count'] };
  },
  parameters({ validator, parameter }) {
    if (validator === 'off') return {};
    return parameter === 'missing' ? { ms: MS.stop, end: refuse('parameter-missing', 'parameter') } : { ms: MS.stop };
  },
  body({ call, validator, body }) {
    if (validator === 'off' || call === 'rooms') return {};
    return body === 'bad' ? { ms: MS.stop, end: refuse('body-invalid', 'body') } : { ms: MS.stop };
  },
  cache({ call, kept }) {
    if (call !== 'rooms') return {};
    return kept === 'yes' ? { ms: MS.stop, end: { reply: 'kept', fault: undefined } } : { ms: MS.stop };
  },
  mapping: () => ({}),
  backend({ backend, ...request }, timeoutMs) {
    if (backend === 'throttled') return { ms: MS.lambdaRefusal, end: refuse('lambda-throttled', 'backend') };
    const expenses: Expense[] = ['function-call'];
    if (backend === 'slow') return { ms: timeoutMs, expenses, end: refuse('timeout', 'backend') };
    const startMs = backend === 'cold' ? MS.start : 0;
    const unread = uncheckedFault(request);
    if (unread) return { ms: startMs + MS.functionRefusal, startMs, expenses, end: refuse('function-refusal', unread) };
    const ms = startMs + (request.call === 'rooms' ? MS.rooms : MS.bookings);
    if (backend === 'malformed') return { ms, startMs, expenses, end: refuse('malformed', 'backend') };
    return { ms, startMs, expenses, end: { reply: 'answer', fault: undefined } };
  },
};

/** What only the function can find, because nobody checked before it. */
function uncheckedFault({ call, parameter, body }: Pick<Situation, 'call' | 'parameter' | 'body'>): Part | undefined {
  if (parameter === 'missing') return 'parameter';
  return call !== 'rooms' && body === 'bad' ? 'body' : undefined;
}

function billingOf(stop: Stop, reply: Reply): Billing {
  if (stop === 'path' || reply === 'authorizer-unreadable') return 'unsaid';
  if (stop === 'caller' || stop === 'key' || stop === 'throttle' || stop === 'quota') return 'free';
  return stop === 'parameters' || stop === 'body' ? 'probably' : 'billed';
}
