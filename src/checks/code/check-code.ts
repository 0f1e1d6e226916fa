/**
 * Every fenced block of a lesson is checked for what its language allows: TypeScript compiles, JSON and YAML parse, CloudFormation fits the resource schemas.
 * A block that teaches a mistake says so, ` ```yaml cloudformation wrong="the slash is not encoded" `, and must fail its check.
 */
import type { Finding } from '../../facts/finding.ts';
import { cloudFormationProblems } from './cloudformation.ts';
import { jsonProblems, yamlProblems } from './data.ts';
import type { Fence } from './fences.ts';
import { shellProblems } from './shell.ts';
import { templateProblems } from './templates.ts';
import { typescriptProblems } from './typescript.ts';

/** What is wrong with each of the blocks that a check was given, in the order in which it got them. */
export type Problems = Omit<Finding, 'file'>[][];

interface Kind {
  /** As the output names it. */
  name: string;
  matches(fence: Fence): boolean;
  /** None for text that no parser can refuse. */
  problems?(fences: Fence[], root: string, all: readonly Fence[]): Problems | Promise<Problems>;
}

const KINDS: Kind[] = [
  { name: 'ts', matches: ({ language }) => language === 'ts', problems: typescriptProblems },
  {
    name: 'cloudformation',
    matches: ({ language, flags }) => ['yaml', 'json'].includes(language) && flags.has('cloudformation'),
    problems: cloudFormationProblems,
  },
  { name: 'json', matches: ({ language }) => language === 'json', problems: (fences) => fences.map(jsonProblems) },
  { name: 'yaml', matches: ({ language }) => language === 'yaml', problems: (fences) => fences.map(yamlProblems) },
  { name: 'vtl', matches: ({ language }) => language === 'vtl', problems: (fences, _root, all) => templateProblems(fences, all) },
  { name: 'http', matches: ({ language }) => language === 'http' },
  { name: 'text', matches: ({ language }) => language === 'text' },
  { name: 'sh', matches: ({ language }) => language === 'sh', problems: shellProblems },
];

const LANGUAGES = 'ts, json, yaml (either with the word cloudformation behind it), vtl, http, text, sh';

export interface CodeReport {
  findings: Finding[];
  /** How many blocks of each kind there are. */
  counts: Map<string, number>;
}

/** @param root - the project's folder: blocks of TypeScript import what the project has installed */
export async function checkCode(fences: Fence[], root: string): Promise<CodeReport> {
  const counts = new Map<string, number>();
  const findings: Finding[] = [];
  const byKind = Map.groupBy(fences, (fence) => KINDS.find((kind) => kind.matches(fence)));
  for (const fence of byKind.get(undefined) ?? [])
    findings.push({ file: fence.file, line: fence.line, column: fence.column, message: refusalOf(fence.language) });
  for (const kind of KINDS) {
    const blocks = byKind.get(kind) ?? [];
    if (blocks.length === 0) continue;
    counts.set(kind.name, blocks.length);
    const problems = await kind.problems?.(blocks, root, fences);
    blocks.forEach((fence, index) => findings.push(...judged(fence, kind, problems?.[index])));
  }
  return { findings, counts };
}

/** A block that is marked wrong must have problems, any other must have none. */
function judged(fence: Fence, kind: Kind, problems: Problems[number] | undefined): Finding[] {
  const reason = fence.settings.get('wrong');
  const about = { file: fence.file, line: fence.line, column: fence.column };
  if (reason === undefined && !fence.flags.has('wrong')) return (problems ?? []).map((problem) => ({ file: fence.file, ...problem }));
  if (!reason) return [{ ...about, message: 'a wrong block says what is wrong with it', mend: 'wrong="the reason"' }];
  if (problems?.length === 0) {
    return [
      {
        ...about,
        message: `this ${kind.name} block is marked wrong, but its check finds nothing wrong: "${reason}"`,
        mend: 'break it as the reason says, or take the mark away',
      },
    ];
  }
  return [];
}

function refusalOf(language: string): string {
  return `${language ? `"${language}" is no language that is checked` : 'a code block names its language'}; there are ${LANGUAGES}`;
}
