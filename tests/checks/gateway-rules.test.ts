import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { intrinsicTags } from '../../src/checks/code/cfn-yaml.ts';
import { gatewayProblems } from '../../src/checks/code/gateway-rules.ts';

const problems = (template: string) =>
  gatewayProblems(parse(template, { customTags: intrinsicTags })).map(({ path, message }) => `${path.slice(1).join('.')}: ${message}`);

const stage = (setting: string) => `Resources: { Stage: { Type: AWS::ApiGateway::Stage, Properties: { MethodSettings: [${setting}] } } }`;

describe('a method setting (B-THR-07)', () => {
  it.each(['/*', '/', '/~1orders', '/~1orders~1{id}'])('may be for %s', (path) => {
    expect(problems(stage(`{ ResourcePath: '${path}', HttpMethod: '*' }`))).toEqual([]);
  });

  it.each([
    [
      '{ ResourcePath: /orders, HttpMethod: GET }',
      'ResourcePath: ResourcePath "/orders" must write the slashes of the path as ~1: "/~1orders"',
    ],
    [
      '{ ResourcePath: /analytics/report, HttpMethod: GET }',
      'ResourcePath: ResourcePath "/analytics/report" must write the slashes of the path as ~1: "/~1analytics~1report"',
    ],
    [
      '{ ResourcePath: /~1orders/x, HttpMethod: GET }',
      'ResourcePath: ResourcePath "/~1orders/x" must write the slashes of the path as ~1: "/~1orders~1x"',
    ],
    [
      "{ ResourcePath: '/products/*', HttpMethod: GET }",
      'ResourcePath: ResourcePath "/products/*" has a wildcard for a part of the path: "/*" means every resource, anything else names one',
    ],
    ['{ ResourcePath: orders, HttpMethod: GET }', 'ResourcePath: ResourcePath "orders" must start with a slash'],
    [
      "{ ResourcePath: '/*', HttpMethod: get }",
      'HttpMethod: HttpMethod "get" must be one of *, GET, PUT, POST, DELETE, PATCH, HEAD, OPTIONS, ANY',
    ],
  ])('%s is refused', (setting, message) => {
    expect(problems(stage(setting))).toEqual([`Stage.Properties.MethodSettings.0.${message}`]);
  });

  it('needs both keys', () => {
    expect(problems(stage('{ LoggingLevel: INFO }'))).toEqual([
      'Stage.Properties.MethodSettings.0: a method setting needs ResourcePath, "/*" for every resource',
      'Stage.Properties.MethodSettings.0: a method setting needs HttpMethod, "*" for every verb',
    ]);
  });
});

const plan = (properties: string, rest = '') => `Resources:
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: prod } }
  Plan: { Type: AWS::ApiGateway::UsagePlan, ${rest} Properties: { ${properties} } }`;

describe('a usage plan', () => {
  it.each([
    ['a reference to the stage', plan('ApiStages: [{ ApiId: !Ref Api, Stage: !Ref Stage }]')],
    ['its name, if it waits for the stage', plan('ApiStages: [{ ApiId: !Ref Api, Stage: prod }]', 'DependsOn: Stage,')],
    ['a stage of an API that is made elsewhere', plan('ApiStages: [{ ApiId: !Ref Other, Stage: v1 }]')],
    ['a quota', plan('Quota: { Limit: 1000, Period: DAY }')],
  ])('may have %s', (_, template) => {
    expect(problems(template)).toEqual([]);
  });

  it.each([
    [
      'ApiStages: [{ ApiId: !Ref Api, Stage: prd }]',
      'Plan.Properties.ApiStages.0.Stage: no stage of this API is named "prd": write !Ref Stage',
    ],
    [
      'ApiStages: [{ ApiId: !Ref Api, Stage: prod }]',
      'Plan.Properties.ApiStages.0.Stage: the plan may be created before its stage: write !Ref Stage',
    ],
    ['ApiStages: [{ ApiId: !Ref Api }]', "Plan.Properties.ApiStages.0: a plan's stage needs Stage"],
    ['Quota: { Limit: 1000, Period: YEAR }', 'Plan.Properties.Quota.Period: Period "YEAR" must be one of DAY, WEEK, MONTH'],
    ['Quota: { Limit: 1000 }', 'Plan.Properties.Quota: a quota needs Period: DAY, WEEK, MONTH'],
    ['Quota: { Period: DAY }', 'Plan.Properties.Quota: a quota needs Limit'],
  ])('%s is refused', (properties, message) => {
    expect(problems(plan(properties))).toEqual([message]);
  });
});

const deployment = (dependsOn: string) => `Resources:
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api } }
  Deployment: { Type: AWS::ApiGateway::Deployment, ${dependsOn} Properties: { RestApiId: !Ref Api } }`;

describe('a deployment', () => {
  it('waits for the methods that it deploys', () => {
    expect(problems(deployment('DependsOn: Get,'))).toEqual([]);
    expect(problems(deployment('DependsOn: [Get],'))).toEqual([]);
    expect(problems(deployment(''))).toEqual([
      'Deployment: the deployment needs DependsOn: Get; a method created after it is not deployed',
    ]);
  });
});

const response = (properties: string) => `Resources: { R: { Type: AWS::ApiGateway::GatewayResponse, Properties: { ${properties} } } }`;

describe('a gateway response (B-THR-15)', () => {
  it('has headers of fixed text or of the request', () => {
    expect(
      problems(
        response(
          `ResponseType: THROTTLED, ResponseParameters: { gatewayresponse.header.Retry-After: "'1'", gatewayresponse.header.X: context.requestId }`,
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['ResponseType: THROTTLE', /ResponseType "THROTTLE" must be one of ACCESS_DENIED, .*THROTTLED/],
    ['ResponseType: THROTTLED, ResponseParameters: { gatewayresponse.header.Retry-After: 1 }', /fixed text needs quotes of its own: "'1'"/],
    [
      'ResponseType: THROTTLED, ResponseParameters: { Retry-After: "\'1\'" }',
      /response parameter "Retry-After" must be gatewayresponse\.header\.<name>/,
    ],
  ])('%s is refused', (properties, message) => {
    expect(problems(response(properties))).toEqual([expect.stringMatching(message)]);
  });
});

it.each(['', '[]', 'Resources: 3', 'Resources: { A: null }', 'Resources: { A: { Type: 3 } }'])(
  'what is no template has no problems of its own: %s',
  (template) => {
    expect(problems(template)).toEqual([]);
  },
);

describe('what generation 2 has for WebSocket APIs only', () => {
  const onApi = (protocol: string, type: string, properties: string) => `Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: menus, ProtocolType: ${protocol} } }
  It: { Type: AWS::ApiGatewayV2::${type}, Properties: { ApiId: !Ref Api, ${properties} } }`;

  it.each([
    ['Route', 'ApiKeyRequired: true', 'ApiKeyRequired: ApiKeyRequired is for WebSocket APIs only'],
    ['Route', 'RequestModels: { a: b }', 'RequestModels: RequestModels is for WebSocket APIs only'],
    [
      'Integration',
      'IntegrationType: MOCK',
      'IntegrationType: IntegrationType MOCK is for WebSocket APIs: an HTTP API has AWS_PROXY and HTTP_PROXY',
    ],
    ['Integration', 'RequestTemplates: { a: b }', 'RequestTemplates: RequestTemplates is for WebSocket APIs only'],
    ['Stage', 'DefaultRouteSettings: { LoggingLevel: INFO }', 'DefaultRouteSettings.LoggingLevel: LoggingLevel is for WebSocket APIs only'],
    [
      'Stage',
      'RouteSettings: { GET /menus: { DataTraceEnabled: true } }',
      'RouteSettings.GET /menus.DataTraceEnabled: DataTraceEnabled is for WebSocket APIs only',
    ],
  ])('%s with %s is refused on an HTTP API, and on no other', (type, properties, message) => {
    expect(problems(onApi('HTTP', type, properties))).toEqual([`It.Properties.${message}`]);
    expect(problems(onApi('WEBSOCKET', type, properties))).toEqual([]);
    expect(problems(onApi('HTTP', type, properties).replace('!Ref Api', 'a1b2c3'))).toEqual([]);
  });
});
