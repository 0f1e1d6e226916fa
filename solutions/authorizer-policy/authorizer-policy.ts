export { createAuthorizer } from './authorizer.ts';
export { methodArn } from './method-arn.ts';
export { decide, preparePolicy } from './policy.ts';
