import type { PolicyProblem } from '../../exercises/authorizer-policy/contract.ts';

export class PolicyError extends Error implements PolicyProblem {
  override readonly name = 'PolicyError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path || 'The policy'}: ${message}`);
    this.path = path;
  }
}
