import { describe, expect, it } from 'vitest';
import { cloudFormationProblems } from '../../src/checks/code/cloudformation.ts';
import type { Fence } from '../../src/checks/code/fences.ts';

const fence = (code: string, index: number): Fence => ({
  file: 'content/lessons/08-throttling.mdx',
  number: index + 1,
  language: 'yaml',
  flags: new Set(['cloudformation']),
  settings: new Map(),
  code,
  line: 100,
  column: 1,
});

/** A template that is right, line 101 being its first in the page. */
const RIGHT = `Parameters:
  Api: { Type: String }
  Deployment: { Type: String }
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Api
      DeploymentId: !Ref Deployment
      StageName: prod
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          ThrottlingRateLimit: 100
          ThrottlingBurstLimit: 50
  Plan:
    Type: AWS::ApiGateway::UsagePlan
    Properties:
      ApiStages:
        - ApiId: !Ref Api
          Stage: !Ref Stage
      Throttle: { RateLimit: 10, BurstLimit: 20 }
      Quota: { Limit: 1000, Period: MONTH }
Outputs:
  PlanId: { Value: !GetAtt Plan.Id }
`;

const CASES: [what: string, template: string, expected: RegExp[]][] = [
  ['a template that is right', RIGHT, []],
  [
    'a template in JSON',
    '{ "Resources": { "Api": { "Type": "AWS::ApiGateway::RestApi", "Properties": { "Nme": "orders" } } } }',
    [/^101:\d+ CloudFormation: Api\.Nme: .*'Nme' was unexpected.*F3002/],
  ],
  [
    'an unknown property',
    RIGHT.replace('      StageName: prod', '      StageName: prod\n      ThrottlingRateLimit: 10'),
    [/^111:7 CloudFormation: Stage\.ThrottlingRateLimit: .*'ThrottlingRateLimit' was unexpected/],
  ],
  [
    'a property that is missing',
    RIGHT.replace('      RestApiId: !Ref Api\n', ''),
    [/^107:5 CloudFormation: Stage: 'RestApiId' is a required property/],
  ],
  [
    'a value of the wrong type',
    RIGHT.replace('ThrottlingBurstLimit: 50', 'ThrottlingBurstLimit: 1.5'),
    [/^115:11 CloudFormation: Stage\.MethodSettings\.0\.ThrottlingBurstLimit: 1\.5 is not of type 'integer'/],
  ],
  [
    'a Ref to nothing',
    RIGHT.replace('Stage: !Ref Stage', 'Stage: !Ref Stge'),
    [/^121:11 CloudFormation: Plan\.ApiStages\.0\.Stage: 'Stge' is not one of/],
  ],
  ['a GetAtt of an attribute that is not there', RIGHT.replace('Plan.Id', 'Plan.Arn'), [/^125:3 CloudFormation: PlanId.*'Arn'/]],
  [
    'a Sub of nothing',
    RIGHT.replace('StageName: prod', "StageName: !Sub '${Env}'"),
    [/^110:7 CloudFormation: Stage\.StageName: .*'\$\{Env\}'/],
  ],
  [
    'a DependsOn of nothing',
    RIGHT.replace('    Type: AWS::ApiGateway::UsagePlan', '    Type: AWS::ApiGateway::UsagePlan\n    DependsOn: Deploy'),
    [/^116:3 CloudFormation: Plan: DependsOn target 'Deploy' does not exist/],
  ],
  [
    'an unknown resource type',
    RIGHT.replace('ApiGateway::UsagePlan', 'ApiGateway::Plan'),
    [/CloudFormation: Plan: Unknown resource type 'AWS::ApiGateway::Plan'/],
  ],
  [
    'a rule of API Gateway, at its line',
    RIGHT.replace('ResourcePath: /*', 'ResourcePath: /orders'),
    [/^112:25 API Gateway: ResourcePath "\/orders" must write/],
  ],
  ['YAML that does not parse', 'Resources: [', [/^10\d:\d+ CloudFormation: /]],
  ['no template', 'MethodSettings: []', [/CloudFormation: /]],
];

describe('CloudFormation blocks fit the resource schemas and the rules of API Gateway', async () => {
  const problems = await cloudFormationProblems(CASES.map(([, template], index) => fence(template, index)));
  it.each(CASES.map(([what, , expected], index) => [what, expected, index] as const))('%s', (_, expected, index) => {
    const found = problems[index]!.map(({ line, column, message }) => `${line}:${column} ${message}`);
    for (const pattern of expected) expect(found).toContainEqual(expect.stringMatching(pattern));
    expect(found.length > 0).toBe(expected.length > 0);
  });
});
