/** A dollar sign that is text, a reference in braces, or a reference without them, which ends where its name ends. */
const DOLLAR = /\\\$|\$\{([^{}]*)\}|\$(\w+(?:\.\w+)*)/g;

const DEFAULT = '$default';

/** Routes that the service calls itself. */
const NOT_FOR_MESSAGES = ['$connect', '$disconnect'];

/** The route that a message takes (B-WS-03), or undefined (B-WS-04). */
export function selectRoute(expression: string, message: string, routeKeys: string[]): string | undefined {
  const key = evaluate(expression, message);
  if (key !== undefined && routeKeys.includes(key) && !NOT_FOR_MESSAGES.includes(key)) return key;
  return routeKeys.includes(DEFAULT) ? DEFAULT : undefined;
}

/** Undefined for a message that is no JSON. */
function evaluate(expression: string, message: string): string | undefined {
  let body: unknown;
  try {
    body = JSON.parse(message);
  } catch {
    return undefined;
  }
  return expression.replaceAll(DOLLAR, (match, braced: string | undefined, bare: string | undefined) => {
    const reference = braced ?? bare;
    return reference === undefined ? match.slice(1) : textAt(body, reference);
  });
}

/** What a reference stands for, as text. */
function textAt(body: unknown, reference: string): string {
  const [request, part, ...names] = reference.split('.');
  if (request !== 'request' || part !== 'body') return '';
  const value = names.reduce(member, body);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}

/** Own members of objects only: a text has a `length` and every object a `constructor`, which nobody sent. */
function member(value: unknown, name: string): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
