/** Patch operations are plain strings to the compiler; API Gateway refuses a path that it does not know (B-THR-07). */
import ts from 'typescript';

const VERB = String.raw`(?:\*|GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|ANY)`;
const RESOURCE = String.raw`(?:\*|~1[^/]*)`;
const METHOD_SETTING = String.raw`(?:throttling\/(?:rateLimit|burstLimit)|caching\/(?:enabled|ttlInSeconds|dataEncrypted|requireAuthorizationForCacheControl|unauthorizedCacheControlHeaderStrategy)|logging\/(?:loglevel|dataTrace)|metrics\/enabled)`;

interface PathRule {
  pattern: RegExp;
  /** What a right path looks like. */
  example: string;
}

const RULES: Record<string, PathRule> = {
  UpdateStageCommand: {
    pattern: new RegExp(
      String.raw`^/(?:${RESOURCE}\/${VERB}\/${METHOD_SETTING}|deploymentId|description|documentationVersion|clientCertificateId|tracingEnabled|cacheClusterEnabled|cacheClusterSize|(?:variables|accessLogSettings|canarySettings)(?:\/.+)?)$`,
    ),
    example: '/*/*/throttling/rateLimit for the stage, /~1orders/POST/throttling/burstLimit for one method',
  },
  UpdateUsagePlanCommand: {
    pattern: new RegExp(
      String.raw`^/(?:name|description|productCode|throttle(?:\/(?:rateLimit|burstLimit))?|quota(?:\/(?:limit|period|offset))?|apiStages(?:\/[^/]+\/throttle(?:\/.+)?)?)$`,
    ),
    example: '/throttle/rateLimit, /quota/limit or /apiStages',
  },
};

/** Paths in `new UpdateStageCommand({ patchOperations: [{ path: '…' }] })` and the like that API Gateway refuses. */
export function patchPathProblems(source: ts.SourceFile): { offset: number; message: string }[] {
  const problems: { offset: number; message: string }[] = [];
  const visit = (node: ts.Node, rule: PathRule | undefined): void => {
    const inner = ts.isNewExpression(node) && ts.isIdentifier(node.expression) ? (RULES[node.expression.text] ?? rule) : rule;
    if (rule && ts.isPropertyAssignment(node) && node.name.getText(source) === 'path' && ts.isStringLiteralLike(node.initializer)) {
      const path = node.initializer.text;
      if (!rule.pattern.test(path))
        problems.push({
          offset: node.initializer.getStart(source),
          message: `API Gateway knows no patch path "${path}": write ${rule.example}`,
        });
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, undefined);
  return problems;
}
