/**
 * Exercise: authorizer and policy.
 *
 * `contract.ts` beside this file says what every function must do, and why. Start with `preparePolicy`: the first four concepts need little
 * else. `npm run examples` runs the visible examples, `npm run grade authorizer-policy` the whole suite, `npm run hint authorizer-policy`
 * helps with the first rule that is broken.
 */
import type {
  AccessRequest,
  Answer,
  ApiAddress,
  Authorizer,
  AuthorizerConfig,
  AuthorizerEvent,
  AuthorizerRequest,
  Millis,
  Outcome,
  Policy,
  Sides,
} from './contract.ts';

export function preparePolicy(document: unknown): Policy {
  return {
    evaluate(request: AccessRequest): Answer {
      return 'implicit deny';
    },
  };
}

export function decide(sides: Sides): Answer {
  return 'implicit deny';
}

export function methodArn(address: ApiAddress, method: string, path: string): string {
  return '';
}

export function createAuthorizer(config: AuthorizerConfig, authorize: (event: AuthorizerEvent) => Promise<unknown>): Authorizer {
  return {
    async check(request: AuthorizerRequest, now: Millis): Promise<Outcome> {
      return { status: 500, type: 'AUTHORIZER_FAILURE' };
    },
  };
}
