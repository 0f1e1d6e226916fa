/**
 * Signature Version 4, with every line that is computed on the way (B-SIG-01 to B-SIG-04). Nothing is sent, and nothing is kept: it
 * exists to be looked at.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A request as it stands on the wire. */
export interface WireRequest {
  method: string;
  /** As sent, so with `%20` for a blank. */
  path: string;
  /** Without the question mark. */
  query: string;
  /** In the order in which they are sent; names in any case, and more than once if sent so. */
  headers: readonly (readonly [name: string, value: string])[];
  body: string;
}

/** What a signature is good for. */
export interface Scope {
  region: string;
  service: string;
}

export interface Signing extends Scope {
  secret: string;
  /** Names of the headers to sign, in lower case and sorted. */
  signed: readonly string[];
  /** Every service but S3 encodes the path once more than it is encoded on the wire. A hand-made signer may forget. */
  encodesPathAgain: boolean;
}

/** A line, and what it is: two computations are compared by it. */
export interface Line {
  name: string;
  text: string;
}

export interface Computation {
  canonicalRequest: Line[];
  stringToSign: Line[];
  /** The chain of keys, each made from the one before. */
  keys: Line[];
  signature: string;
}

export const ALGORITHM = 'AWS4-HMAC-SHA256';
export const TERMINATOR = 'aws4_request';

/** @returns every step of signing `request`. The time is what its header `x-amz-date` says. */
export function computeSignature(request: WireRequest, { secret, region, service, signed, encodesPathAgain }: Signing): Computation {
  const canonicalRequest = [
    { name: 'method', text: request.method },
    { name: 'path', text: canonicalPath(request.path, encodesPathAgain) },
    { name: 'query', text: canonicalQuery(request.query) },
    ...canonicalHeaders(request.headers, signed),
    { name: 'blank line', text: '' },
    { name: 'signed headers', text: signed.join(';') },
    { name: 'hash of the body', text: sha256Hex(request.body) },
  ];
  const time = request.headers.find(([name]) => name.toLowerCase() === 'x-amz-date')?.[1].trim() ?? '';
  const date = time.slice(0, 8);
  const stringToSign = [
    { name: 'algorithm', text: ALGORITHM },
    { name: 'time', text: time },
    { name: 'scope', text: [date, region, service, TERMINATOR].join('/') },
    { name: 'hash of the canonical request', text: sha256Hex(textOf(canonicalRequest)) },
  ];
  let key: Uint8Array = utf8.encode(`AWS4${secret}`);
  const keys = [date, region, service, TERMINATOR].map((part) => {
    key = hmac(sha256, key, utf8.encode(part));
    return { name: part, text: bytesToHex(key) };
  });
  return { canonicalRequest, stringToSign, keys, signature: bytesToHex(hmac(sha256, key, utf8.encode(textOf(stringToSign)))) };
}

export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

const utf8 = new TextEncoder();

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8.encode(text)));
}

/** Without dot segments and doubled slashes; an empty path is `/`. */
function canonicalPath(path: string, encodesAgain: boolean): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encodesAgain ? encode(utf8.encode(segment)) : encode(decode(segment)));
  }
  return `/${segments.join('/')}${segments.length > 0 && path.endsWith('/') ? '/' : ''}`;
}

/** Sorted by name and then by value, as they are spelled after encoding. */
function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const [name, value] = equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
      return [encode(decode(name)), encode(decode(value))] as const;
    })
    .sort(([name, value], [otherName, otherValue]) => order(name, otherName) || order(value, otherValue))
    .map((pair) => pair.join('='))
    .join('&');
}

/** One line for each signed header that is there. Values of the same name are joined in the order in which they are sent. */
function canonicalHeaders(headers: WireRequest['headers'], signed: readonly string[]): Line[] {
  return signed.flatMap((name) => {
    const values = headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value.trim().replaceAll(/\s+/g, ' '));
    return values.length === 0 ? [] : [{ name: `header ${name}`, text: `${name}:${values.join(',')}` }];
  });
}

/** Bytes, because `encodeURIComponent` refuses half a character, and a pasted text may hold one. */
function encode(bytes: Iterable<number>): string {
  let encoded = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    encoded += /[A-Za-z0-9\-._~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

/** A percent sign that starts no code stands for itself. */
function decode(text: string): number[] {
  const bytes: number[] = [];
  for (const [piece, code] of text.matchAll(/%([0-9A-Fa-f]{2})|%|[^%]+/g)) {
    for (const byte of code === undefined ? utf8.encode(piece) : [Number.parseInt(code, 16)]) bytes.push(byte);
  }
  return bytes;
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
