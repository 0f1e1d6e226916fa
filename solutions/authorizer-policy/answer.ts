/** What the function returned, checked (B-AUT-10 to B-AUT-12). */
import type { Policy } from '../../exercises/authorizer-policy/contract.ts';
import { preparePolicy } from './policy.ts';

export interface CheckedAnswer {
  principalId: string;
  policy: Policy;
  context: Record<string, string>;
  usageIdentifierKey?: string;
}

/** Undefined: it is no answer. */
export function checkedAnswer(returned: unknown): CheckedAnswer | undefined {
  if (!isObject(returned)) return undefined;
  const { principalId, policyDocument, context = {}, usageIdentifierKey } = returned;
  if (typeof principalId !== 'string' || !isObject(context)) return undefined;
  if (usageIdentifierKey !== undefined && typeof usageIdentifierKey !== 'string') return undefined;
  const texts = Object.entries(context).map(([name, value]) => [name, scalarText(value)] as const);
  if (texts.some(([, text]) => text === undefined)) return undefined;
  const policy = readable(policyDocument);
  return (
    policy && {
      principalId,
      policy,
      context: Object.fromEntries(texts) as Record<string, string>,
      ...(usageIdentifierKey !== undefined && { usageIdentifierKey }),
    }
  );
}

function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function readable(document: unknown): Policy | undefined {
  try {
    return preparePolicy(document);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
