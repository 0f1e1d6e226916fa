/** What API Gateway refuses or silently ignores although the resource schemas allow it. */
import type { GatewayResponseType } from '@aws-sdk/client-api-gateway';
import { httpIntegrationProblems, httpRouteProblems, httpStageProblems } from './http-api-rules.ts';

export interface TemplateProblem {
  /** Keys from the template's root to the value that is wrong. */
  path: (string | number)[];
  message: string;
}

export type Properties = Record<string, unknown>;
export interface Resource {
  id: string;
  type: string;
  properties: Properties;
  dependsOn: unknown[];
}

/** The problems of a template with long-form intrinsics. Values that are references or functions are taken on trust. */
export function gatewayProblems(template: unknown): TemplateProblem[] {
  const resources = resourcesOf(template);
  return resources.flatMap((resource) => RULES[resource.type]?.(resource, resources) ?? []);
}

const RULES: Record<string, (resource: Resource, all: Resource[]) => TemplateProblem[]> = {
  'AWS::ApiGateway::Stage': (stage) =>
    methodSettingProblems(stage.properties.MethodSettings, ['Resources', stage.id, 'Properties', 'MethodSettings']),
  'AWS::ApiGateway::Deployment': deploymentProblems,
  'AWS::ApiGateway::UsagePlan': usagePlanProblems,
  'AWS::ApiGateway::GatewayResponse': gatewayResponseProblems,
  'AWS::ApiGatewayV2::Route': httpRouteProblems,
  'AWS::ApiGatewayV2::Integration': httpIntegrationProblems,
  'AWS::ApiGatewayV2::Stage': httpStageProblems,
};

const VERBS = ['*', 'GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'ANY'];

/** Method settings are keyed by resource path and verb (B-THR-07): inner slashes as `~1`, and a wildcard stands for all resources or for none. */
function methodSettingProblems(settings: unknown, path: (string | number)[]): TemplateProblem[] {
  if (!Array.isArray(settings)) return [];
  return settings.flatMap((setting: Properties, index) => {
    const { ResourcePath: resource, HttpMethod: verb } = setting;
    const problems: TemplateProblem[] = [];
    const refuse = (key: string | undefined, message: string) => problems.push({ path: [...path, index, ...(key ? [key] : [])], message });
    if (resource === undefined) refuse(undefined, 'a method setting needs ResourcePath, "/*" for every resource');
    if (verb === undefined) refuse(undefined, 'a method setting needs HttpMethod, "*" for every verb');
    if (typeof resource === 'string' && !/^\/(?:\*|~1[^/*]*)?$/.test(resource))
      refuse('ResourcePath', `ResourcePath "${resource}" ${pathAdvice(resource)}`);
    if (typeof verb === 'string' && !VERBS.includes(verb)) refuse('HttpMethod', `HttpMethod "${verb}" must be one of ${VERBS.join(', ')}`);
    return problems;
  });
}

function pathAdvice(resource: string): string {
  if (resource.includes('*')) return 'has a wildcard for a part of the path: "/*" means every resource, anything else names one';
  if (!resource.startsWith('/')) return 'must start with a slash';
  return `must write the slashes of the path as ~1: "/${resource.replaceAll('~1', '/').replace(/^\/+/, '/').replaceAll('/', '~1')}"`;
}

/** A deployment is a snapshot: what CloudFormation creates after it is not in it. */
function deploymentProblems({ id, properties, dependsOn }: Resource, all: Resource[]): TemplateProblem[] {
  const methods = all.filter(
    ({ type, properties: method }) => type === 'AWS::ApiGateway::Method' && same(method.RestApiId, properties.RestApiId),
  );
  const missing = methods.filter((method) => !dependsOn.includes(method.id)).map((method) => method.id);
  const late: TemplateProblem[] =
    missing.length > 0
      ? [
          {
            path: ['Resources', id],
            message: `the deployment needs DependsOn: ${missing.join(', ')}; a method created after it is not deployed`,
          },
        ]
      : [];
  const stage = properties.StageDescription as Properties | undefined;
  return [...late, ...methodSettingProblems(stage?.MethodSettings, ['Resources', id, 'Properties', 'StageDescription', 'MethodSettings'])];
}

const PERIODS = ['DAY', 'WEEK', 'MONTH'];

function usagePlanProblems({ id, properties, dependsOn }: Resource, all: Resource[]): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const base = ['Resources', id, 'Properties'];
  const quota = properties.Quota as Properties | undefined;
  if (quota && quota.Limit === undefined) problems.push({ path: [...base, 'Quota'], message: 'a quota needs Limit' });
  if (quota && quota.Period === undefined)
    problems.push({ path: [...base, 'Quota'], message: `a quota needs Period: ${PERIODS.join(', ')}` });
  if (typeof quota?.Period === 'string' && !PERIODS.includes(quota.Period)) {
    problems.push({ path: [...base, 'Quota', 'Period'], message: `Period "${quota.Period}" must be one of ${PERIODS.join(', ')}` });
  }

  const apiStages = Array.isArray(properties.ApiStages) ? (properties.ApiStages as Properties[]) : [];
  apiStages.forEach((apiStage, index) => {
    const path = [...base, 'ApiStages', index];
    for (const key of ['ApiId', 'Stage']) if (apiStage[key] === undefined) problems.push({ path, message: `a plan's stage needs ${key}` });
    const stages = all.filter((one) => one.type === 'AWS::ApiGateway::Stage' && same(one.properties.RestApiId, apiStage.ApiId));
    // A name says nothing about order: the plan may be created before the stage that it names.
    if (typeof apiStage.Stage !== 'string' || stages.length === 0) return;
    const stage = stages.find((one) => one.properties.StageName === apiStage.Stage);
    if (!stage)
      problems.push({
        path: [...path, 'Stage'],
        message: `no stage of this API is named "${apiStage.Stage}": write !Ref ${stages[0]!.id}`,
      });
    else if (!dependsOn.includes(stage.id))
      problems.push({ path: [...path, 'Stage'], message: `the plan may be created before its stage: write !Ref ${stage.id}` });
  });
  return problems;
}

/** Every type there is; the compiler keeps it whole. */
const RESPONSE_TYPES: Record<GatewayResponseType, true> = {
  ACCESS_DENIED: true,
  API_CONFIGURATION_ERROR: true,
  AUTHORIZER_CONFIGURATION_ERROR: true,
  AUTHORIZER_FAILURE: true,
  BAD_REQUEST_BODY: true,
  BAD_REQUEST_PARAMETERS: true,
  DEFAULT_4XX: true,
  DEFAULT_5XX: true,
  EXPIRED_TOKEN: true,
  INTEGRATION_FAILURE: true,
  INTEGRATION_TIMEOUT: true,
  INVALID_API_KEY: true,
  INVALID_SIGNATURE: true,
  MISSING_AUTHENTICATION_TOKEN: true,
  QUOTA_EXCEEDED: true,
  REQUEST_TOO_LARGE: true,
  RESOURCE_NOT_FOUND: true,
  THROTTLED: true,
  UNAUTHORIZED: true,
  UNSUPPORTED_MEDIA_TYPE: true,
  WAF_FILTERED: true,
};

/** A gateway response's headers are fixed text in inner quotes or copied from the request (B-THR-15). */
function gatewayResponseProblems({ id, properties }: Resource): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const base = ['Resources', id, 'Properties'];
  const type = properties.ResponseType;
  if (typeof type === 'string' && !Object.hasOwn(RESPONSE_TYPES, type)) {
    problems.push({
      path: [...base, 'ResponseType'],
      message: `ResponseType "${type}" must be one of ${Object.keys(RESPONSE_TYPES).join(', ')}`,
    });
  }
  for (const [key, value] of Object.entries((properties.ResponseParameters ?? {}) as Properties)) {
    const path = [...base, 'ResponseParameters', key];
    if (!/^gatewayresponse\.header\.[\w-]+$/.test(key))
      problems.push({ path, message: `response parameter "${key}" must be gatewayresponse.header.<name>` });
    if (!/^(?:'.*'|(?:method\.request|context|stageVariables)\..+)$/.test(String(value))) {
      problems.push({ path, message: `fixed text needs quotes of its own: "'${value}'"` });
    }
  }
  return problems;
}

function resourcesOf(template: unknown): Resource[] {
  const resources = (template as { Resources?: unknown } | null)?.Resources;
  if (typeof resources !== 'object' || resources === null) return [];
  return Object.entries(resources as Record<string, { Type?: unknown; Properties?: unknown; DependsOn?: unknown } | null>).flatMap(
    ([id, resource]) =>
      typeof resource?.Type === 'string'
        ? [{ id, type: resource.Type, properties: (resource.Properties ?? {}) as Properties, dependsOn: [resource.DependsOn ?? []].flat() }]
        : [],
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
