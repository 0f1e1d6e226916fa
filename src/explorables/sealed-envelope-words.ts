/** What “the sealed envelope” says. */
import {
  isSimple,
  methodOf,
  ownHeader,
  type Answer,
  type Author,
  type Call,
  type Delivery,
  type Door,
  type Fault,
  type Names,
  type Origin,
  type Outcome,
  type Reply,
  type Situation,
} from './sealed-envelope.ts';

const PAGE = 'https://grand.test';

/** The error types of the gateway’s own replies, from the ledger. */
export interface ErrorTypes {
  throttled: string;
  crashed: string;
}

export const CALL_NAMES: Record<Call, string> = {
  get: 'GET /rooms',
  form: 'POST /orders as text/plain',
  token: 'GET /rooms with Authorization',
  json: 'POST /orders as JSON',
  delete: 'DELETE /bookings/7',
};
export const DOOR_NAMES: Record<Door, string> = { mock: 'a mock', guarded: 'an authorizer before it', missing: 'nothing' };
export const REPLY_NAMES: Record<Reply, string> = {
  backend: 'the backend',
  throttled: 'the throttle of the gateway',
  crashed: 'the gateway, for a backend that crashed',
};
export const AUTHOR_NAMES: Record<Author, string> = {
  mock: 'The mock behind OPTIONS',
  backend: 'The backend',
  gateway: 'Gateway responses',
};
export const ORIGIN_NAMES: Record<Origin, string> = { none: 'nothing', page: PAGE, star: '*', two: `${PAGE}, https://staff.grand.test` };
export const OUTCOME_NAMES: Record<Outcome, string> = {
  opened: 'The reply: its status and its body',
  sealed: 'An error, though the call was made',
  unsent: 'An error, and the call was never sent',
};

export const namesOf = (names: Names, named: string): string => (names === 'none' ? 'nothing' : names === 'star' ? '*' : named);
export const METHODS = 'GET,POST,DELETE';
export const HEADERS = 'authorization,content-type';

export function endingSentence({ outcome, call }: Delivery): string {
  if (outcome === 'opened') return `The script gets the reply: ${call!.status}.`;
  if (outcome === 'sealed') return 'The script gets TypeError: Failed to fetch. The call was made, and its reply stays sealed.';
  return 'The script gets TypeError: Failed to fetch. The call was never sent.';
}

export function guessSentence(guess: Outcome, { outcome }: Delivery): string {
  const said = OUTCOME_NAMES[guess];
  return guess === outcome ? 'As you said.' : `You said: ${said[0]!.toLowerCase()}${said.slice(1)}.`;
}

/** What the browser sends ahead, or why it does not. */
export function aheadSentence(call: Call): string {
  if (!isSimple(call)) return `${because(call)}, so the browser asks ahead. It sends neither token nor cookie.`;
  return 'A form could send that, too, so it goes out without a question.';
}

function because(call: Call): string {
  if (call === 'token') return 'Authorization is a header of the page’s own';
  return call === 'json' ? 'No form sends application/json' : 'No form sends DELETE';
}

export function aheadLines(call: Call): string[] {
  const header = ownHeader(call);
  return [
    `OPTIONS ${pathOf(call)}`,
    `origin: ${PAGE}`,
    `access-control-request-method: ${methodOf(call)}`,
    ...(header ? [`access-control-request-headers: ${header}`] : []),
  ];
}

export function callLines({ call, cookies }: Situation): string[] {
  return [
    `${methodOf(call)} ${pathOf(call)}`,
    `origin: ${PAGE}`,
    ...(call === 'token' ? ['authorization: Bearer …'] : []),
    ...(call === 'json' ? ['content-type: application/json'] : []),
    ...(call === 'form' ? ['content-type: text/plain'] : []),
    ...(cookies ? ['cookie: guest=ann'] : []),
  ];
}

const pathOf = (call: Call) => (call === 'delete' ? '/bookings/7' : call === 'form' || call === 'json' ? '/orders' : '/rooms');

/** What the server sent, as far as it matters here. */
export function answerLines(answer: Answer, situation: Situation, types: ErrorTypes): string[] {
  const { status, author, allows } = answer;
  const { mock } = situation;
  const allow = (name: string, value: string) => (value === 'nothing' ? [] : [`access-control-${name}: ${value}`]);
  return [
    String(status),
    ...allow('allow-origin', ORIGIN_NAMES[allows.origin]),
    ...allow('allow-credentials', allows.credentials ? 'true' : 'nothing'),
    ...(author === 'mock'
      ? [...allow('allow-methods', namesOf(mock.methods, METHODS)), ...allow('allow-headers', namesOf(mock.headers, HEADERS))]
      : []),
    ...('expose' in allows && allows.expose ? allow('expose-headers', exposedBy(author)) : []),
  ].concat(author === 'mock' ? [] : bodyLines(answer, situation, types));
}

const exposedBy = (author: Author) => (author === 'gateway' ? 'x-amzn-errortype' : 'x-page');

function bodyLines({ author }: Answer, { reply }: Situation, types: ErrorTypes): string[] {
  if (author === 'backend') return ['x-page: 1 of 3', '{"free":3}'];
  const type = reply === 'crashed' ? types.crashed : types.throttled;
  return [`x-amzn-errortype: ${type}`, '{"message":"…"}'];
}

/** What the script has in its hands. */
export function scriptLines(delivery: Delivery): string[] {
  const { outcome, call, reads } = delivery;
  if (outcome !== 'opened' || !call) return ['TypeError: Failed to fetch', 'status: none', 'headers: none', 'body: none'];
  const name = exposedBy(call.author);
  return [
    `status: ${call.status}`,
    `body: ${call.author === 'backend' ? '{"free":3}' : '{"message":"…"}'}`,
    `${name}: ${reads ? 'readable' : 'null'}`,
  ];
}

const FAULTS: Record<Fault, string> = {
  'no-origin': 'No Access-Control-Allow-Origin header is present',
  'two-origins': 'Access-Control-Allow-Origin contains multiple values, but only one is allowed',
  'star-with-cookies': 'Access-Control-Allow-Origin must not be the wildcard * when the request’s credentials mode is include',
  'no-credentials': 'The value of the Access-Control-Allow-Credentials header must be true',
  status: 'It does not have HTTP ok status',
  method: 'Method DELETE is not allowed by Access-Control-Allow-Methods',
  header: 'Request header field is not allowed by Access-Control-Allow-Headers',
};

/** What the rule is behind some of them. */
const RULES: Partial<Record<Fault, string>> = {
  'two-origins': 'The header has room for one origin. ',
  'star-with-cookies': 'With cookies a star counts nowhere: the reply has to name the origin. ',
  'no-credentials': 'With cookies every reply has to allow credentials, that to OPTIONS too. ',
};

/** The browser’s verdict on one of the two replies. */
export function verdict({ fault }: Answer): string {
  return fault ? `Refused. ${FAULTS[fault]}.` : 'The browser is content.';
}

/** What is to be learned from it. */
export function lessonSentence(situation: Situation, { outcome, preflight, call, ran, reads }: Delivery): string {
  const { reply, door, call: asked, mock } = situation;
  if (outcome === 'unsent') {
    if (door === 'guarded')
      return `A preflight has no token, so the guard refuses it. ${preflight!.fault === 'status' ? 'The headers of the refusal do not help: a preflight needs a good status.' : 'To the page that looks like a missing header.'}`;
    if (door === 'missing') return 'OPTIONS is a method like any other: without one the gateway refuses it as unknown.';
    if (preflight!.fault === 'header' && asked === 'token' && mock.headers === 'star')
      return 'By the standard a star does not cover authorization. Chrome lets it pass at the time of writing; do not build on it.';
    return `${RULES[preflight!.fault!] ?? ''}What the preflight does not allow is not sent: nothing has happened at the backend.`;
  }
  if (outcome === 'sealed') {
    if (call!.author === 'gateway' && call!.fault !== 'no-origin')
      return `This ${call!.status} is the gateway’s own reply, and what its gateway response allows does not fit this call.`;
    if (!ran)
      return `This ${call!.status} is the gateway’s own reply, and no gateway response gave it the header. The console speaks of CORS; look at the status.`;
    if (reply === 'crashed')
      return `The function had no reply, so the gateway sent ${call!.status} in its stead. To the page that is a CORS error; the cause is in the function.`;
    return `${RULES[call!.fault!] ?? ''}The backend has run${methodOf(asked) === 'GET' ? '' : ', and what it did is done'}. A page that tries again does it twice.`;
  }
  return reads
    ? 'Status, body, and the header that was exposed: the script can decide by all of them.'
    : 'Status and body are there. The reply’s own header was sent, too, but nobody exposed it: the script reads null.';
}
