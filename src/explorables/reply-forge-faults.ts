/** What is wrong with a reply, and what nobody knows of it. */
import { DROPPED, REMAPPED } from './reply-forge-headers.ts';
import type { Cause, Door, Evidence, Open, Reply } from './reply-forge.ts';

/** With a cause it is known to be malformed; with `what` nobody has said what becomes of it. */
export type Fault = { cause: Cause; evidence: Evidence; at?: string } | Omit<Open, 'kind'>;

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const HEADER_VALUE = /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/;

/** Of a reply that is an object. In format 2.0 it has a `statusCode` or an `errorMessage`. */
export function faultsOf(reply: Reply, door: Door, keys: readonly string[]): Fault[] {
  return [
    ...keyFaults(reply, door, keys),
    ...statusFaults(reply, door),
    ...headerFaults(reply, door),
    ...(door === 'http-2.0' ? cookieFaults(reply) : listFaults(reply, door)),
    ...bodyFaults(reply),
  ];
}

function keyFaults(reply: Reply, door: Door, keys: readonly string[]): Fault[] {
  const threw = 'errorMessage' in reply;
  if (door !== 'rest') {
    if (threw && 'statusCode' in reply) return door === 'http-2.0' ? [{ what: 'error-and-status', at: 'errorMessage' }] : [];
    if (threw) return [{ cause: 'function-failed', evidence: 'recorded', at: 'errorMessage' }];
    return 'statusCode' in reply ? [] : [{ cause: 'status-missing', evidence: 'recorded' }];
  }
  if (threw) return [{ cause: 'function-failed', evidence: 'B-LPX-02', at: 'errorMessage' }];
  const unknown = Object.keys(reply).find((key) => !keys.includes(key));
  if (unknown !== undefined) return [{ cause: 'unknown-key', evidence: 'B-LPX-01', at: unknown }];
  return Object.keys(reply).length === 0 ? [{ what: 'empty' }] : [];
}

function statusFaults({ statusCode }: Reply, door: Door): Fault[] {
  if (statusCode === undefined) return [];
  const at = 'statusCode';
  const wrong: Fault = { cause: 'status-wrong', evidence: door === 'rest' && typeof statusCode === 'string' ? 'B-LPX-02' : 'recorded', at };
  if (/^[2-5]\d\d$/.test(String(statusCode)) && typeof statusCode !== 'object') return [];
  // Text without any digit is recorded, and zero; a fraction in format 2.0 alone.
  if (statusCode === 0 || (typeof statusCode === 'string' && /[^\d\s.+-]/.test(statusCode))) return [wrong];
  if (door === 'http-2.0' && typeof statusCode === 'number' && !Number.isInteger(statusCode)) return [wrong];
  return [{ what: 'status', at }];
}

function headerFaults({ headers }: Reply, door: Door): Fault[] {
  if (headers === undefined) return [];
  if (headers === null) return door === 'rest' ? [] : [{ what: 'headers', at: 'headers' }];
  if (!isMap(headers)) return [{ what: 'headers', at: 'headers' }];
  return Object.entries(headers).flatMap(([name, value]): Fault[] => {
    const at = `headers.${name}`;
    if (typeof value !== 'boolean' && !isText(value)) return [{ what: 'headers', at }];
    return isStrange(name, door) ? [{ what: 'header-name', at }] : [];
  });
}

function listFaults({ multiValueHeaders: lists }: Reply, door: Door): Fault[] {
  if (lists === undefined) return [];
  if (!isMap(lists)) return [{ what: 'lists', at: 'multiValueHeaders' }];
  return Object.entries(lists).flatMap(([name, values]): Fault[] => {
    const at = `multiValueHeaders.${name}`;
    if (!Array.isArray(values)) {
      const sure = door === 'rest' ? values !== null : typeof values === 'string';
      return [sure ? { cause: 'list-wanted', evidence: door === 'rest' ? 'B-LPX-02' : 'recorded', at } : { what: 'lists', at }];
    }
    if (!values.every(isText)) return [{ what: 'lists', at }];
    return isStrange(name, door) ? [{ what: 'header-name', at }] : [];
  });
}

function cookieFaults({ cookies }: Reply): Fault[] {
  const at = 'cookies';
  if (cookies === undefined) return [];
  if (Array.isArray(cookies)) return cookies.every(isText) ? [] : [{ what: 'cookies', at }];
  return [isMap(cookies) ? { cause: 'cookies-no-list', evidence: 'recorded', at } : { what: 'cookies', at }];
}

function bodyFaults({ body, isBase64Encoded: flag }: Reply): Fault[] {
  return [
    ...(body === undefined || typeof body === 'string' ? [] : [{ what: 'body', at: 'body' } as const]),
    ...(flag === undefined || typeof flag === 'boolean' ? [] : [{ what: 'flag', at: 'isBase64Encoded' } as const]),
  ];
}

/** A name that HTTP does not allow, or, behind an HTTP API, one of which only a REST API’s treatment is recorded. */
function isStrange(name: string, door: Door): boolean {
  return !HEADER_NAME.test(name) || (door !== 'rest' && [...REMAPPED, DROPPED].includes(name.toLowerCase()));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && HEADER_VALUE.test(value);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
