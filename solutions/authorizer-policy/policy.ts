import type { AccessRequest, Answer, Policy, Sides } from '../../exercises/authorizer-policy/contract.ts';
import { holds } from './conditions.ts';
import { readPolicy, type CheckedStatement } from './read-policy.ts';

/** Reads a policy. @throws PolicyError */
export function preparePolicy(document: unknown): Policy {
  const statements = readPolicy(document);
  const denials = statements.filter(({ denies }) => denies);
  const permissions = statements.filter(({ denies }) => !denies);
  return {
    evaluate(request) {
      const asked = ask(request);
      if (denials.some((statement) => applies(statement, asked))) return 'explicit deny';
      return permissions.some((statement) => applies(statement, asked)) ? 'allow' : 'implicit deny';
    },
  };
}

interface Asked {
  action: string;
  resource: string;
  /** By key in small letters; read only if a statement asks. */
  context(): Map<string, string>;
}

function ask({ action, resource, context = {} }: AccessRequest): Asked {
  let keys: Map<string, string> | undefined;
  return {
    action: action.toLowerCase(),
    resource,
    context: () => (keys ??= new Map(Object.entries(context).map(([key, text]) => [key.toLowerCase(), text]))),
  };
}

function applies({ isAboutAction, isAboutResource, conditions }: CheckedStatement, asked: Asked): boolean {
  return (
    isAboutResource(asked.resource) &&
    isAboutAction(asked.action) &&
    conditions.every((condition) => holds(condition, asked.context().get(condition.key)))
  );
}

/** Identity and resource policy together (B-AUT-21). */
export function decide({ identity, resource, sameAccount }: Sides): Answer {
  const sides = [identity, resource];
  if (sides.includes('explicit deny')) return 'explicit deny';
  const allowed = sameAccount ? sides.includes('allow') : sides.every((side) => side === 'allow');
  return allowed ? 'allow' : 'implicit deny';
}
