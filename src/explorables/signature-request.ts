/** A request that somebody types: a line with verb and target, headers, an empty line, a body. */
import type { WireRequest } from './signature.ts';
import type { Span } from './text-place.ts';

/** More than anybody types by hand, and computed in a blink. */
export const LONGEST = 8_000;

export type ReadRequest = { request: WireRequest; problem?: undefined } | { problem: { message: string; span?: Span } };

/** @returns the request, or what keeps `typed` from being one, and where. */
export function readRequest(typed: string): ReadRequest {
  const text = typed.replaceAll('\r\n', '\n');
  if (text.length > LONGEST)
    return problem(
      `This is longer than ${LONGEST.toLocaleString('en-US')} characters. Shorten it: what is signed stays the same few lines.`,
    );
  const [start = '', ...rest] = text.split('\n');
  const [, method, target] = /^([A-Za-z]+) +(\/\S*)(?: +HTTP\/[\d.]+)? *$/.exec(start) ?? [];
  if (method === undefined || target === undefined)
    return problem('The first line is a verb and a path, as in “GET /prod/rooms?from=2026-12-24 HTTP/1.1”, without blanks in the path.', {
      from: 0,
      to: start.length,
    });

  const headers: [string, string][] = [];
  let from = start.length + 1;
  let body = '';
  for (const [index, line] of rest.entries()) {
    if (line === '') {
      body = rest.slice(index + 1).join('\n');
      break;
    }
    const [, name, value] = /^([\w!#$%&'*+\-.^`|~]+):(.*)$/.exec(line) ?? [];
    const span = { from, to: from + line.length };
    if (name === undefined || value === undefined)
      return problem('A header is a name, a colon and a value. Before the body stands an empty line.', span);
    if (name.toLowerCase() === 'authorization')
      return problem('Leave this header out: the signer writes it last, and it is no part of what is signed.', span);
    headers.push([name, value]);
    from += line.length + 1;
  }
  const question = target.indexOf('?');
  const [path, query] = question < 0 ? [target, ''] : [target.slice(0, question), target.slice(question + 1)];
  return { request: { method, path, query, headers, body } };
}

function problem(message: string, span?: Span): ReadRequest {
  return { problem: span ? { message, span } : { message } };
}
