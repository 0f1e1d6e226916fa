/**
 * What a caller gets for what a proxy function returned: B-LPX-01 to 05 behind a REST API, B-LPX-08 behind an HTTP API, B-INT-02 for headers
 * that change their names. What HTTP APIs make of single faults rests on replies that were recorded from them: by LocalStack
 * (test_aws_proxy_response_payload_format_validation_v1 and _v2) and by AWS’s own test tool for .NET functions, which is compared with the
 * service. What neither a page of AWS nor a recording says is left open.
 */
import { decodeBase64 } from './reply-forge-base64.ts';
import { headersOf } from './reply-forge-headers.ts';
import { faultsOf } from './reply-forge-faults.ts';

/** Behind which API the function stands, and which payload format its integration has. */
export const DOORS = ['rest', 'http-1.0', 'http-2.0'] as const;
export type Door = (typeof DOORS)[number];

/** `recorded`: a recording that has no number. `documented`: a sentence of AWS’s pages about replies of another form that has none. */
export type Evidence = `B-LPX-0${1 | 2 | 3 | 4 | 5 | 8}` | 'B-INT-02' | 'recorded' | 'documented';

/** What is known of a REST API, from the ledger. */
export interface RestFacts {
  /** Keys that a reply may have. */
  keys: readonly string[];
  /** The reply to a caller whose function answered in a wrong form. */
  status: number;
  body: string;
  /** What stands before the name of a header that may not pass under its own. */
  remapped: string;
}

/** What decides over Base64 behind a REST API. */
export interface Media {
  /** The API’s binaryMediaTypes. Blank: none. */
  binary: string;
  /** The Accept header of the caller. */
  accept: string;
}

export type Reply = Record<string, unknown>;

export type Cause =
  | 'said'
  | 'status-assumed'
  | 'inferred'
  | 'no-object'
  | 'function-failed'
  | 'unknown-key'
  | 'status-missing'
  | 'status-wrong'
  | 'list-wanted'
  | 'cookies-no-list'
  | 'base64-broken';

/** Something that the gateway did to a reply that passed. */
export type Note =
  | { kind: 'digits' | 'null' | 'decoded' | 'undecoded'; evidence: Evidence }
  | { kind: 'type'; value: string; evidence: Evidence }
  | { kind: 'boolean' | 'joined' | 'remapped' | 'dropped' | 'ignored'; names: string[]; evidence: Evidence };

export interface Answered {
  kind: 'reply';
  status: number;
  headers: [name: string, value: string][];
  /** Undefined: nobody has recorded it. */
  body?: string | Uint8Array;
  cause: Cause;
  evidence: Evidence;
  /** The key that is to blame, as a path. */
  at?: string;
  notes: Note[];
}

/** Neither documented nor recorded. */
export interface Open {
  kind: 'open';
  what: 'empty' | 'null' | 'status' | 'headers' | 'header-name' | 'lists' | 'cookies' | 'body' | 'flag' | 'base64' | 'error-and-status';
  at?: string;
}

export type Outcome = Answered | Open;

export function answerTo(value: unknown, door: Door, rest: RestFacts, media: Media): Outcome {
  const failed = (cause: Cause, evidence: Evidence, at?: string): Answered => ({
    kind: 'reply',
    ...(door === 'rest' ? { status: rest.status, body: rest.body } : { status: 500, body: '{"message":"Internal Server Error"}' }),
    headers: [['content-type', JSON_TYPE]],
    cause,
    evidence,
    ...(at !== undefined && { at }),
    notes: [],
  });

  if (door === 'http-2.0' && isInferred(value)) return inferred(value);
  if (value === null && door !== 'http-1.0') return { kind: 'open', what: 'null' };
  if (!isReply(value)) return failed('no-object', typeof value !== 'string' ? 'documented' : door === 'rest' ? 'B-LPX-02' : 'recorded');

  const faults = faultsOf(value, door, rest.keys);
  const sure = faults.find((fault) => 'cause' in fault);
  if (sure) return failed(sure.cause, sure.evidence, sure.at);
  const open = faults.find((fault) => 'what' in fault);
  if (open) return { kind: 'open', what: open.what, ...(open.at !== undefined && { at: open.at }) };
  return passed(value, door, rest, media);
}

const JSON_TYPE = 'application/json';

/** Whether format 2.0 takes the whole value as a body (B-LPX-08). */
function isInferred(value: unknown): boolean {
  return value !== null && (!isReply(value) || !('statusCode' in value || 'errorMessage' in value));
}

function inferred(value: unknown): Answered {
  return {
    kind: 'reply',
    status: 200,
    headers: [['content-type', JSON_TYPE]],
    body: typeof value === 'string' ? value : JSON.stringify(value),
    cause: 'inferred',
    evidence: 'B-LPX-08',
    notes: [],
  };
}

function passed(reply: Reply, door: Door, rest: RestFacts, media: Media): Outcome {
  const text = (reply.body ?? '') as string;
  const flagged = reply.isBase64Encoded === true && text !== '';
  const decodes = flagged && (door !== 'rest' || matchesBinary(media));
  const decoded = decodes ? decodeBase64(text) : undefined;
  if (decoded === 'doubtful' || (decoded === 'broken' && door !== 'rest')) return { kind: 'open', what: 'base64', at: 'body' };
  if (decoded === 'broken') {
    return { kind: 'reply', status: 500, headers: [], cause: 'base64-broken', evidence: 'B-LPX-05', at: 'body', notes: [] };
  }

  const { headers, notes } = headersOf(reply, door, rest.remapped);
  if (door === 'rest' || text !== '') {
    const value = door === 'rest' ? JSON_TYPE : 'text/plain; charset=utf-8';
    if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) {
      headers.push(['content-type', value]);
      if (text !== '') notes.push({ kind: 'type', value, evidence: door === 'rest' ? 'B-LPX-03' : 'recorded' });
    }
  }
  if (typeof reply.statusCode === 'string') notes.push({ kind: 'digits', evidence: door === 'rest' ? 'B-LPX-03' : 'recorded' });
  if (flagged) notes.push({ kind: decodes ? 'decoded' : 'undecoded', evidence: door === 'rest' ? 'B-LPX-05' : 'recorded' });
  const ignored = Object.keys(reply).filter((key) => !KNOWN[door].includes(key));
  if (ignored.length > 0) notes.push({ kind: 'ignored', names: ignored, evidence: 'recorded' });
  return {
    kind: 'reply',
    status: Number(reply.statusCode ?? 200),
    headers,
    body: decoded ?? text,
    ...('statusCode' in reply
      ? { cause: 'said', evidence: door === 'http-2.0' ? 'B-LPX-08' : door === 'rest' ? 'B-LPX-01' : 'recorded' }
      : { cause: 'status-assumed', evidence: 'B-LPX-01' }),
    notes,
  };
}

const SHARED = ['statusCode', 'headers', 'body', 'isBase64Encoded'];
/** The keys that say something. Behind a REST API any other is a fault, so none is ignored. */
const KNOWN: Record<Door, string[]> = {
  rest: [...SHARED, 'multiValueHeaders'],
  'http-1.0': [...SHARED, 'multiValueHeaders'],
  'http-2.0': [...SHARED, 'cookies'],
};

/** The first type that the caller accepts counts, and no other (B-LPX-05). */
function matchesBinary({ binary, accept }: Media): boolean {
  const first = accept.split(',')[0]!.split(';')[0]!.trim();
  return binary === '*/*' || (first !== '' && (binary === first || binary === first.replace(/\/.*/, '/*')));
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
