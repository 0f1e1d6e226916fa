/** Who is calling, as far as the configured sources say (B-AUT-05 to B-AUT-07). */
import type { AuthorizerConfig, AuthorizerRequest } from '../../exercises/authorizer-policy/contract.ts';

/** The value of each source, in order; undefined where it is missing. */
export function identityOf(sources: readonly string[], request: AuthorizerRequest): (string | undefined)[] {
  return sources.map((source) => {
    const [, place, name] = /^(method\.request\.header|method\.request\.querystring|stageVariables|context)\.(.+)$/s.exec(source) ?? [];
    if (place === 'method.request.header') return headerOf(request.headers, name!);
    if (place === 'method.request.querystring') return ownText(request.query, name!);
    if (place === 'stageVariables') return ownText(request.stageVariables, name!);
    return place === 'context' ? ownText(request.context, name!) : undefined;
  });
}

/** Whether the function may be asked about a caller of this identity. */
export function isAdmissible(
  { type, identityValidationExpression: expression }: AuthorizerConfig,
  identity: readonly (string | undefined)[],
  cached: boolean,
): boolean {
  const complete = identity.every((value) => value !== undefined && value !== '');
  if (type === 'REQUEST') return complete || !cached;
  return complete && (expression === undefined || new RegExp(`^(?:${expression})$`).test(identity[0]!));
}

/** A key for these values and no others: JSON tells every text from every other, and `null` stands for none. */
export function cacheKeyOf(identity: readonly (string | undefined)[]): string {
  return JSON.stringify(identity.map((value) => value ?? null));
}

function headerOf(headers: Record<string, string>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([header]) => header.toLowerCase() === wanted)?.[1];
}

function ownText(values: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
