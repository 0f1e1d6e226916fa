import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fence } from '../../src/checks/code/fences.ts';
import { typescriptProblems } from '../../src/checks/code/typescript.ts';

const root = resolve(import.meta.dirname, '../..');

const fence = (code: string, index: number): Fence => ({
  file: 'content/lessons/08-throttling.mdx',
  number: index + 1,
  language: 'ts',
  flags: new Set(),
  settings: new Map(),
  code,
  line: 10 * (index + 1),
  column: 1,
});

const update = (command: string, path: string) => `import { APIGatewayClient, ${command} } from '@aws-sdk/client-api-gateway';

await new APIGatewayClient().send(
  new ${command}({ restApiId: 'a', stageName: 'prod', usagePlanId: 'p', patchOperations: [{ op: 'replace', path: '${path}', value: '10' }] } as never),
);`;

const CASES: [what: string, code: string, expected: RegExp[]][] = [
  [
    'code that is right, with the SDK',
    "import { APIGatewayClient, CreateUsagePlanCommand } from '@aws-sdk/client-api-gateway';\n\nawait new APIGatewayClient().send(new CreateUsagePlanCommand({ name: 'free', quota: { limit: 1000, period: 'DAY' } }));",
    [],
  ],
  ['the same names as another block', "const client = 1;\nexport { client };\nawait fetch('https://example.org');", []],
  ['names of another block', 'console.log(client);', [/^31:13 TypeScript: Cannot find name 'client'/]],
  [
    'an SDK input that does not exist',
    "import { CreateUsagePlanCommand } from '@aws-sdk/client-api-gateway';\nnew CreateUsagePlanCommand({ name: 'x', quota: { limit: 1, period: 'YEAR' } });",
    [
      /^42:\d+ TypeScript: No overload matches this call\. Type '"YEAR"' is not assignable to type 'QuotaPeriodType \| undefined'\. \(TS2769\)$/,
    ],
  ],
  ['strictness', 'export const first = (list: number[]): number => list[0];', [/^51:\d+ TypeScript: Type 'number \| undefined'/]],
  ['syntax', 'export const a = ;', [/^61:18 TypeScript: Expression expected/]],
  [
    'an exercise’s contract',
    "import type { Bucket } from '../../exercises/nothing/contract.ts';\nexport type A = Bucket;",
    [/^71:\d+ TypeScript: Cannot find module/],
  ],
  ['a patch path for the whole stage', update('UpdateStageCommand', '/*/*/throttling/rateLimit'), []],
  ['a patch path for one method', update('UpdateStageCommand', '/~1orders~1{id}/GET/throttling/burstLimit'), []],
  [
    'a patch path that does not exist',
    update('UpdateStageCommand', '/throttle/rateLimit'),
    [/^104:\d+ API Gateway knows no patch path "\/throttle\/rateLimit"/],
  ],
  [
    'a patch path with a raw slash',
    update('UpdateStageCommand', '/orders/GET/throttling/rateLimit'),
    [/^114:\d+ API Gateway knows no patch path/],
  ],
  ['a plan’s patch path', update('UpdateUsagePlanCommand', '/throttle/rateLimit'), []],
  ['a stage’s path on a plan', update('UpdateUsagePlanCommand', '/*/*/throttling/rateLimit'), [/^134:\d+ API Gateway knows no patch path/]],
];

describe('TypeScript blocks compile on their own, strictly, against the real SDK', () => {
  const problems = typescriptProblems(
    CASES.map(([, code], index) => fence(code, index)),
    root,
  );
  it.each(CASES.map(([what, , expected], index) => [what, expected, index] as const))('%s', (_, expected, index) => {
    const found = problems[index]!.map(({ line, column, message }) => `${line}:${column} ${message}`);
    expect(found).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});
