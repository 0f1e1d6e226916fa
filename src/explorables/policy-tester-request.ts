/** The request that a policy is asked about, as a reader types it. */
import type { AccessRequest, AuthorizerPolicyPart } from '../../exercises/authorizer-policy/contract.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export type Method = (typeof METHODS)[number];

export interface TypedRequest {
  /** ARN of a stage: `arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod`. */
  stage: string;
  method: Method;
  path: string;
  /** Context keys, one a line: `aws:SourceIp = 203.0.113.9`. */
  context: string;
}

/** What is wrong, by the field in which it is. */
export type Complaints = Partial<Record<'stage' | 'path' | 'context', string>>;

const STAGE = /^arn:aws:execute-api:([^:/*?\s]+):(\d{12}):([^:/*?\s]+)\/([^:/*?\s]+)$/;
const LONGEST = { stage: 200, path: 1000, context: 2000 };

export function readRequest(
  methodArn: AuthorizerPolicyPart['methodArn'],
  { stage, method, path, context }: TypedRequest,
): { request: Required<AccessRequest> } | { complaints: Complaints } {
  const [, region, account, api, name] = (stage.length <= LONGEST.stage && STAGE.exec(stage.trim())) || [];
  const keys = contextOf(context);
  const wrongPath = pathComplaint(path);
  if (name === undefined || typeof keys === 'string' || wrongPath !== undefined) {
    return {
      complaints: {
        ...(name === undefined && { stage: 'Write the ARN of one stage, like arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod.' }),
        ...(wrongPath !== undefined && { path: wrongPath }),
        ...(typeof keys === 'string' && { context: keys }),
      },
    };
  }
  const resource = methodArn({ region: region!, account: account!, api: api!, stage: name }, method, path);
  return { request: { action: 'execute-api:Invoke', resource, context: keys } };
}

function pathComplaint(path: string): string | undefined {
  if (path.length > LONGEST.path)
    return `This tester takes paths of up to ${figure(LONGEST.path)} characters. Yours has ${figure(path.length)}.`;
  if (!path.startsWith('/')) return 'Begin the path with a slash.';
  if (path.includes('?')) return 'Leave the query string out. It is no part of the ARN, so no policy sees it there.';
  if (!/^[!-~]+$/.test(path)) return 'Write the path as a client sends it: a space is %20, an ü is %C3%BC.';
  return undefined;
}

/** The keys, or what is wrong with them. */
function contextOf(typed: string): Record<string, string> | string {
  if (typed.length > LONGEST.context) return `This tester takes up to ${figure(LONGEST.context)} characters of context keys.`;
  const keys = new Map<string, [string, string]>();
  for (const [index, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, key, value] = /^\s*([^\s=]+)\s*=(.*)$/.exec(line) ?? [];
    if (key === undefined) return `Line ${index + 1}: write it as aws:SourceIp = 203.0.113.9.`;
    if (keys.has(key.toLowerCase())) return `Line ${index + 1}: ${key} stands above already. Names of keys have no case.`;
    keys.set(key.toLowerCase(), [key, value!.trim()]);
  }
  return Object.fromEntries(keys.values());
}

function figure(value: number): string {
  return value.toLocaleString('en-US');
}
