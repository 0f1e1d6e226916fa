/** What the reply forge says. */
import type { Answered, Cause, Door, Evidence, Note, Open, Outcome } from './reply-forge.ts';

export const DOOR_NAMES: Record<Door, string> = {
  rest: 'REST API, format 1.0',
  'http-1.0': 'HTTP API, format 1.0',
  'http-2.0': 'HTTP API, format 2.0',
};

/** What can be bet on. */
export const BETS = ['200', '201', '500', '502', 'other', 'open'] as const;
export type Bet = (typeof BETS)[number];

export const BET_NAMES: Record<Bet, string> = {
  200: '200, an answer',
  201: '201, created',
  500: '500, internal server error',
  502: '502, bad gateway',
  other: 'another status',
  open: 'AWS leaves it open',
};

export function betOf(outcome: Outcome): Bet {
  if (outcome.kind === 'open') return 'open';
  return BETS.find((bet) => bet === String(outcome.status)) ?? 'other';
}

export function verdict(outcome: Outcome): string {
  return outcome.kind === 'open' ? 'AWS leaves this open.' : `${outcome.status}.`;
}

export function betSentence(bet: Bet, outcome: Outcome): string {
  return bet === betOf(outcome) ? 'As you said.' : `You said: ${BET_NAMES[bet].replace(/[,:].*/, '')}.`;
}

/** Why, and how anybody knows. */
export function reason(outcome: Outcome): string {
  if (outcome.kind === 'open') return `${openReason(outcome)} What is neither documented nor recorded may change, so do not build on it.`;
  return `${causeReason(outcome)} ${evidenceWords(outcome.evidence)}`;
}

function causeReason({ cause, status, at }: Answered): string {
  const key = quoted(at?.replace(/^(headers|multiValueHeaders)\./, '') ?? '');
  const sentences: Record<Cause, string> = {
    said: 'The function named the status, and nothing in its reply is malformed.',
    'status-assumed': `No key is required behind a REST API. Without a status the caller gets ${status}.`,
    inferred: `There is no statusCode, so format 2.0 takes the whole value as the body and assumes ${status} and JSON. A misspelled envelope reaches callers the same way.`,
    'no-object': 'The reply has to be an object, and this is none.',
    'function-failed': 'The function failed, and errorMessage says so. How far it came before that, the caller cannot tell.',
    'unknown-key': `${key} is none of the keys that a reply may have here. One key too many spoils the whole reply.`,
    'status-missing':
      'In format 1.0 an HTTP API assumes nothing: without a statusCode the reply is malformed. A REST API with the same format assumes a status.',
    'status-wrong': 'The status is neither a number that can be a status nor digits as text.',
    'list-wanted': `In multiValueHeaders each value has to be a list, and ${key} is none.`,
    'cookies-no-list': 'The cookies have to be a list of texts.',
    'base64-broken': 'The first type that the caller accepts is on the API’s list, so the gateway decodes, and this is no Base64.',
  };
  const after = status >= 500 && !['said', 'function-failed'].includes(cause) ? WORK_DONE : '';
  return `${sentences[cause]}${after}`;
}

const WORK_DONE = ' The function has run all the same: what it did stays done.';

function evidenceWords(evidence: Evidence): string {
  return evidence === 'B-LPX-08' || evidence === 'documented' ? '(AWS documents it.)' : '(Recorded on AWS.)';
}

function openReason({ what, at }: Open): string {
  const sentences: Record<Open['what'], string> = {
    empty: 'What an empty object gives is not verified: a REST API requires no key, and nobody has recorded a reply without any.',
    null: 'A function that returns nothing returns null. No recording shows what becomes of it at this door.',
    status: 'AWS shows a number here. Digits as text are recorded, zero and words too; this is not.',
    headers: 'AWS shows a map of texts here. A boolean is recorded, and behind a REST API null for the whole map; this is not.',
    'header-name': 'HTTP does not allow this name, or gateways treat it in a way of their own that is not recorded for this door.',
    lists: 'AWS shows a map of lists of texts here. That a text in place of a list is malformed is recorded; this is not.',
    cookies: 'AWS shows a list of texts here. That an object is malformed is recorded; this is not.',
    body: 'AWS shows text here, and its advice is plain: send text, so call JSON.stringify.',
    flag: 'AWS shows true or false here, and nothing else is recorded.',
    base64: 'Decoders disagree about Base64 like this, and no recording shows what this gateway’s does with it.',
    'error-and-status': 'An errorMessage alone means that the function failed, and a statusCode that it did not. Nobody has recorded both.',
  };
  return `${at === undefined ? '' : `${quoted(at)}: `}${sentences[what]}`;
}

export function noteSentence(note: Note, door: Door): string {
  switch (note.kind) {
    case 'digits':
      return 'Digits as text will do for a status.';
    case 'null':
      return 'For headers, null is as good as absent.';
    case 'boolean':
      return `${listed(note.names)}: the boolean becomes text.`;
    case 'joined':
      return `${listed(note.names)} stands in both maps: the values of the list come first, under the name that stands there.`;
    case 'remapped':
      return `${listed(note.names)} may not pass under that name.`;
    case 'dropped':
      return `${listed(note.names)} is never passed on.`;
    case 'type':
      return `No content type is named, so it is ${note.value}${door === 'rest' ? ', whatever the body is' : '. A REST API would have said application/json'}.`;
    case 'ignored':
      return `${listed(note.names)}: not a key of a reply here. It is ignored, and no error says so.`;
    case 'decoded':
      return door === 'rest'
        ? 'The flag says Base64, and the first type that the caller accepts is on the API’s list: decoded.'
        : 'The flag says Base64, and at an HTTP API that is enough: decoded.';
    case 'undecoded':
      return 'The flag says Base64, but the first type that the caller accepts is not on the API’s list: the caller gets the Base64 as text.';
  }
}

const LONGEST_SHOWN = 2_000;

/** The reply as the caller reads it. */
export function onTheWire({ status, headers, body }: Answered): string {
  const head = [`HTTP/1.1 ${status}`, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  const shown = `${head}\n\n${bodyText(body)}`;
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}

function bodyText(body: Answered['body']): string {
  if (body === undefined) return '(a body that nobody has recorded)';
  if (typeof body === 'string') return body === '' ? '(no body)' : body;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (!/[\u0000-\u0008\u000e-\u001f]/.test(text)) return text;
  } catch {
    // No text: shown as bytes.
  }
  const bytes = [...body.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return `(${body.length.toLocaleString('en-US')} bytes: ${bytes}${body.length > 16 ? ' …' : ''})`;
}

const LONGEST_QUOTE = 60;

function quoted(name: string): string {
  return `“${name.length > LONGEST_QUOTE ? `${name.slice(0, LONGEST_QUOTE)}…` : name}”`;
}

/** Of many, the first few. */
function listed(names: readonly string[]): string {
  const few = names.slice(0, 3).map(quoted).join(', ');
  return names.length > 3 ? `${few} and ${names.length - 3} more` : few;
}
