import type { CachedMethod, CacheRequest, ParameterName } from '../../exercises/cache-keys/contract.ts';

/** Writes what a request adds to its key. */
type WritePart = (request: CacheRequest) => string;

const FORM = /^method\.request\.(path|querystring|header)\.(.+)$/s;

/** What a missing parameter adds. Where values stand, a count stands first, so no values can look like this. */
const MISSING = '-';

/**
 * The key is a row of texts, each with its length in front (`5:green`), as in a netstring. Whoever reads it from the left
 * knows at every place how far the text goes before seeing it, so nothing inside a text can pass for the end of it: two
 * keys are equal only if they were written from the same parts. Nothing is escaped, and nothing is searched for.
 *
 * @throws Error if a listed parameter is not declared, or is no parameter of a method request (B-CCH-06)
 */
export function cacheKey(method: CachedMethod, request: CacheRequest): string {
  let write = writers.get(method);
  if (!write) {
    write = keyWriter(method);
    writers.set(method, write);
  }
  return write(request);
}

/** Methods are few and requests many: what a configuration says is worked out once for as long as somebody holds it. */
const writers = new WeakMap<CachedMethod, WritePart>();

/** Writes the keys of one method. */
function keyWriter(method: CachedMethod): WritePart {
  const { stage, httpMethod, resourceId, cacheNamespace = resourceId } = method;
  const identity = text(stage) + text(httpMethod) + text(cacheNamespace);
  const parts = listedParameters(method).map(partWriter);
  return (request) => {
    let key = identity;
    for (const part of parts) key += part(request);
    return key;
  };
}

/** Each listed parameter once, in an order that does not depend on the list's. */
function listedParameters({ cacheKeyParameters, requestParameters }: CachedMethod): ParameterName[] {
  const declared = new Set(Object.keys(requestParameters).map(canonical));
  for (const name of cacheKeyParameters) {
    if (declared.has(canonical(name))) continue;
    throw new Error(`cacheKeyParameters: ${name} is not declared. Add it to requestParameters, or take it off the list.`);
  }
  return [...new Set(cacheKeyParameters.map(canonical))].sort();
}

/** The name with what HTTP does not tell apart made equal: the case of a header's name. */
function canonical(parameter: ParameterName): ParameterName {
  return parameter.startsWith('method.request.header.') ? parameter.toLowerCase() : parameter;
}

function partWriter(parameter: ParameterName): WritePart {
  const [, location, name] = FORM.exec(parameter) ?? [];
  if (location === undefined || name === undefined) {
    throw new Error(`cacheKeyParameters: ${parameter} is not method.request.querystring, .header or .path with a name after it.`);
  }
  switch (location as 'path' | 'querystring' | 'header') {
    case 'path':
      return ({ path }) => (Object.hasOwn(path, name) ? text(path[name]!) : MISSING);
    case 'querystring':
      return ({ querystring }) => (Object.hasOwn(querystring, name) ? texts(querystring[name]!) : MISSING);
    case 'header':
      return ({ header }) => {
        const values = valuesOfHeader(header, name);
        return values ? texts(values) : MISSING;
      };
  }
}

/** @param name in small letters */
export function valuesOfHeader(header: CacheRequest['header'], name: string): string[] | undefined {
  // Few headers have a name of the right length, and only those are worth a copy in small letters.
  for (const sent in header) if (sent.length === name.length && sent.toLowerCase() === name) return header[sent];
  return undefined;
}

function texts(values: readonly string[]): string {
  let row = prefix(values.length);
  for (const value of values) row += text(value);
  return row;
}

function text(value: string): string {
  return prefix(value.length) + value;
}

/** Most texts are short, and to write their lengths anew each time would take a sixth of the whole key's time. */
const PREFIXES = Array.from({ length: 256 }, (_, length) => `${length}:`);

function prefix(length: number): string {
  return PREFIXES[length] ?? `${length}:`;
}
