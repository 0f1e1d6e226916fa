/** What the way of a request says. */
import type { Doubts, Replies, ReplyFacts } from './request-way-replies.ts';
import { CHOICES, type Expense, type Part, type Situation, type Stop, type Visit, type Way } from './request-way.ts';

export const PART_NAMES: Record<Part, string> = {
  call: 'The call',
  token: 'Token',
  key: 'API key',
  parameter: 'Parameter “from”',
  body: 'Body',
  bucket: 'The key’s bucket',
  quota: 'The key’s quota',
  validator: 'Validator',
  kept: 'Kept reply',
  backend: 'Function',
};

export const CHOICE_NAMES: { [Name in Part]: Record<Situation[Name], string> } = {
  call: { rooms: 'GET /rooms', bookings: 'POST /bookings', unknown: 'PUT /bookings, which there is not' },
  token: {
    good: 'good',
    missing: 'none is sent',
    unauthorized: 'the authorizer says Unauthorized',
    denied: 'the authorizer’s policy allows nothing',
    unreadable: 'the authorizer returns undefined',
  },
  key: { good: 'good', missing: 'none is sent', wrong: 'a letter is lost' },
  parameter: { given: 'given', missing: 'missing' },
  body: { good: 'good', bad: 'lacks the e-mail address' },
  bucket: { token: 'holds tokens', empty: 'is empty' },
  quota: { left: 'has requests left', spent: 'is spent' },
  validator: { on: 'on', off: 'off' },
  kept: { no: 'none', yes: 'one for this call' },
  backend: {
    warm: 'warm and quick',
    cold: 'starts cold',
    slow: 'slower than the timeout',
    throttled: 'throttled by Lambda',
    malformed: 'answers in a wrong form',
  },
};

export function choicesOf<Name extends Part>(part: Name): [Situation[Name], string][] {
  return CHOICES[part].map((choice) => [choice, (CHOICE_NAMES[part] as Record<string, string>)[choice]!]) as [Situation[Name], string][];
}

/** Each stop by its name at AWS, and by its duty at the hotel’s desk. */
export const STOP_NAMES: Record<Stop, { short: string; aws: string; desk: string }> = {
  path: { short: 'path and verb', aws: 'Path and verb', desk: 'the plan of the rooms' },
  caller: { short: 'caller', aws: 'Caller: Lambda authorizer', desk: '“May I see your passport?”' },
  key: { short: 'API key', aws: 'API key', desk: 'the list of companies with a contract' },
  throttle: { short: 'throttle', aws: 'Throttle of the usage plan', desk: '“One at a time, please”' },
  quota: { short: 'quota', aws: 'Quota of the usage plan', desk: 'what the contract still covers' },
  parameters: { short: 'parameters', aws: 'Parameters: validator', desk: '“From which night?”' },
  body: { short: 'body', aws: 'Body: validator and model', desk: '“This form lacks a signature”' },
  cache: { short: 'cache', aws: 'Cache of the stage', desk: 'the answer that was just given to somebody else' },
  mapping: { short: 'mapping', aws: 'Mapping template', desk: 'the interpreter' },
  backend: { short: 'backend', aws: 'Integration: Lambda function', desk: 'the bell to the kitchen' },
};

export const REASONS: Record<number, string> = {
  200: 'an answer',
  400: 'bad request',
  401: 'who are you?',
  403: 'forbidden',
  429: 'too many requests',
  500: 'internal server error',
  502: 'bad gateway',
  504: 'gateway timeout',
};

const EXPENSES: Record<Expense, string> = {
  'authorizer-call': 'This costs a call of the authorizer’s function, billed by Lambda.',
  'bucket-token': 'This takes one.',
  'quota-count': 'This takes one.',
  'function-call': 'This costs a call of the function, billed by Lambda.',
};

/** Where the ending says more about an earlier expense. */
const AFTERWARDS: Partial<Record<Way['reply'], Partial<Record<Stop, string>>>> = {
  'quota-spent': { throttle: 'This takes one, and AWS does not say whether it comes back.' },
  timeout: { backend: 'Lambda bills it until it ends.' },
};

/** What a stop found, and what it took. */
export function visitSentence({ stop, expenses }: Visit, situation: Situation, { reply }: Way): string {
  const taken = AFTERWARDS[reply]?.[stop] ?? expenses.map((expense) => EXPENSES[expense]).join(' ');
  return [foundAt[stop](situation, reply), taken].join(' ').trim();
}

const CALLER: Record<Situation['token'], string> = {
  good: 'The authorizer’s policy allows the call.',
  missing: 'There is no token, so the authorizer’s function is not called.',
  unauthorized: 'The authorizer says Unauthorized.',
  denied: 'The authorizer’s policy does not allow this method.',
  unreadable: 'The authorizer returns undefined, which is no policy.',
};

const BACKEND: Record<Situation['backend'], string> = {
  warm: 'The function runs and answers.',
  cold: 'An environment starts, then the function runs and answers.',
  slow: 'The gateway stops waiting. The function does not hear of it and runs on.',
  throttled: 'Lambda has no environment for it. The function does not run, and its log is empty.',
  malformed: 'The function has run, and its answer has a field that nobody knows.',
};

const foundAt: Record<Stop, (situation: Situation, reply: Way['reply']) => string> = {
  path: ({ call }) => (call === 'unknown' ? 'No method for this verb and path, so nobody is asked anything.' : 'There is such a method.'),
  caller: ({ token }) => CALLER[token],
  key: ({ key }) => ({ good: 'The key is in a plan of this stage.', missing: 'There is no key.', wrong: 'Nobody has this key.' })[key],
  throttle: ({ bucket }) => (bucket === 'empty' ? 'No token is in the key’s bucket.' : 'Tokens are in the key’s bucket.'),
  quota: ({ quota }) => (quota === 'spent' ? 'No requests are left in the key’s period.' : 'Requests are left in the key’s period.'),
  parameters: ({ validator, parameter }) => {
    if (validator === 'off') return 'The validator is off: nobody looks.';
    return parameter === 'missing' ? 'The parameter “from” is missing.' : 'The parameter “from” is there.';
  },
  body: ({ call, validator, body }) => {
    if (call === 'rooms') return 'This method has no model: nothing to check.';
    if (validator === 'off') return 'The validator is off: nobody looks.';
    return body === 'bad' ? 'The body does not fit its model.' : 'The body fits its model.';
  },
  cache: ({ call, kept }) => {
    if (call !== 'rooms') return 'A cached stage keeps replies to GET. For POST somebody would have to turn it on.';
    return kept === 'yes' ? 'A kept reply answers.' : 'Nothing is kept for this call.';
  },
  mapping: () => 'A proxy integration has none. The request is handed on as it came.',
  backend: ({ backend }, reply) =>
    reply === 'function-refusal' ? 'Nobody has checked before, so the function has to run to find the fault.' : BACKEND[backend],
};

export const CACHE_PLACE = 'Its place is inferred; no log shows it.';

/** What the caller reads. A reply of the function’s has no error type, by which it can be told from the gateway’s. */
export function readBy({ reply }: Way, { call }: Situation, replies: Replies): ReplyFacts & { gatewayOwn: boolean } {
  if (reply === 'function-refusal') return { ...own(400, '{"error":"read the manual of this API"}'), gatewayOwn: false };
  if (reply === 'answer' || reply === 'kept')
    return { ...own(200, call === 'rooms' ? '{"rooms":["single","double"]}' : '{"booking":"b-1042"}'), gatewayOwn: false };
  return { ...replies[reply], gatewayOwn: true };
}

const own = (status: number, body: string): ReplyFacts => ({ status: { value: status }, body: { value: body } });

/** Who pays API Gateway for the call, and how sure that is. */
export function billingSentence({ billing, reply }: Way, doubts: Doubts): string {
  const doubtful = (name: keyof Doubts) => (doubts[name] ? ` (${doubts[name]})` : '');
  if (reply === 'kept') return `API Gateway bills the call like any other${doubtful('kept')}, and the cache by the hour.`;
  if (billing === 'billed') return 'API Gateway bills the call.';
  if (billing === 'free') return `API Gateway does not bill the call, said a page that AWS has withdrawn${doubtful('free')}.`;
  if (billing === 'probably') return `API Gateway most likely bills the call: no list of free refusals names it${doubtful('probably')}.`;
  return 'Whether API Gateway bills the call, AWS does not say.';
}

export function unheardSentence({ unheard }: Way): string {
  if (unheard.length === 0) return 'Every stop heard of it.';
  return `Never heard of it: ${unheard.map((stop) => STOP_NAMES[stop].short).join(', ')}.`;
}

/** `The reply leaves after 692 ms, 640 ms of them for the start of an environment.` */
export function timeSentence({ ms, visits }: Way): string {
  const start = visits.reduce((sum, { startMs }) => sum + startMs, 0);
  return `The reply leaves after ${msText(ms)}${start > 0 ? `, ${msText(start)} of them for the start of an environment` : ''}.`;
}

export function msText(ms: number): string {
  return `${ms.toLocaleString('en-US')} ms`;
}

export function guessSentence(guess: number, status: number): string {
  return guess === status ? `${status}, as you said.` : `${status}. You said ${guess}.`;
}

/** What mends the part that a reply reports. */
export function mendName(part: Part, { token, backend }: Situation): string {
  if (part === 'token' && token === 'unreadable') return 'Mend the authorizer';
  if (part === 'backend')
    return { slow: 'Make the function quick', throttled: 'Wait for an environment' }[backend as string] ?? 'Mend the function';
  return MENDS[part];
}

const MENDS: Record<Part, string> = {
  call: 'Call a method that exists',
  token: 'Send a good token',
  key: 'Send the right key',
  bucket: 'Wait for a token',
  quota: 'Wait for the next period',
  validator: 'Turn the validator on',
  parameter: 'Add the parameter',
  body: 'Mend the body',
  kept: 'Wait until the kept reply has gone',
  backend: 'Mend the function',
};

export interface Try {
  status: number;
  stop: Stop;
}

/** `Tries so far: 403 at path and verb, 401 at caller.` */
export function triesSentence(tries: readonly Try[]): string {
  return `Tries so far: ${tries.map(({ status, stop }) => `${status} at ${STOP_NAMES[stop].short}`).join(', ')}.`;
}
