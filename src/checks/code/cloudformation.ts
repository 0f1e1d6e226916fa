/**
 * Checks CloudFormation blocks with AWS's own validator, offline, against the resource schemas that it carries; then with the rules of API Gateway that
 * no schema states. Each block is a template of its own: what it does not create, it takes as a parameter.
 */
import type { StandardDiagnostic } from '@aws/cloudformation-validate';
import { LineCounter, parseDocument } from 'yaml';
import type { Problems } from './check-code.ts';
import { intrinsicTags } from './cfn-yaml.ts';
import { placeInPage, type Fence } from './fences.ts';
import { gatewayProblems } from './gateway-rules.ts';

export async function cloudFormationProblems(fences: Fence[]): Promise<Problems> {
  // Loaded when there is something to check: its schemas take a second to unpack.
  const { CelEngine } = await import('@aws/cloudformation-validate');
  const engine = new CelEngine();
  try {
    return fences.map((fence) => {
      const bytes = new TextEncoder().encode(fence.code);
      const report = engine.validateStandard({ path: `${fence.file}#${fence.number}`, readBytes: () => bytes }, { severityLevel: 'WARN' });
      const problems = report.diagnostics.map((diagnostic) => ({
        ...placeInPage(fence, diagnostic.startLine ?? 1, diagnostic.startColumn ?? 1),
        message: `CloudFormation: ${describe(diagnostic)}`,
      }));
      return [...problems, ...semanticProblems(fence)];
    });
  } finally {
    engine.free();
  }
}

function describe({ ruleId, entity, propertyPath, message }: StandardDiagnostic): string {
  const where = [entity?.logicalId, propertyPath?.replace(/^Properties\.?/, '')].filter(Boolean).join('.');
  return `${where ? `${where}: ` : ''}${message} (${ruleId})`;
}

function semanticProblems(fence: Fence): Problems[number] {
  const lines = new LineCounter();
  const document = parseDocument(fence.code, { lineCounter: lines, customTags: intrinsicTags, logLevel: 'silent' });
  return gatewayProblems(document.toJS()).map(({ path, message }) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { ...placeInPage(fence, line, col), message: `API Gateway: ${message}` };
  });
}
