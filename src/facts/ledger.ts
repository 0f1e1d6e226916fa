/** Loads the ledger: YAML lists of facts in, one lookup out. Pure: whoever calls it has read the files. */
import { formatFinding, type ContentFile, type Finding } from './finding.ts';
import { unknown } from './nearest.ts';
import { factSchema, type Fact } from './schema.ts';
import { readYaml } from './yaml-source.ts';

/** The facts of one file, in the order in which they stand there. */
export interface LedgerGroup {
  path: string;
  /** The file's name as a heading: `throttling-limits.yaml` is `Throttling limits`. */
  title: string;
  facts: Fact[];
}

export interface Ledger {
  groups: LedgerGroup[];
  facts: ReadonlyMap<string, Fact>;
}

/** Reads the ledger and collects everything that is wrong with it. Facts that are wrong are left out of `ledger`. */
export function parseLedger(files: ContentFile[]): { ledger: Ledger; findings: Finding[] } {
  const findings: Finding[] = [];
  const facts = new Map<string, Fact>();
  const homes = new Map<string, string>();
  const groups = files.map((file) => {
    const group: LedgerGroup = { path: file.path, title: titleOf(file.path), facts: [] };
    for (const { fact, line } of readFacts(file, findings)) {
      const home = homes.get(fact.id);
      if (home) {
        findings.push({ file: file.path, line, column: 1, message: `${fact.id}: id: already used at ${home}; an id names one fact` });
        continue;
      }
      homes.set(fact.id, `${file.path}:${line}`);
      facts.set(fact.id, fact);
      group.facts.push(fact);
    }
    return group;
  });
  return { ledger: { groups, facts }, findings };
}

/**
 * The ledger of `files`.
 * @throws Error that lists every finding, one a line, as `file:line:column  id: field: reason`.
 */
export function loadLedger(files: ContentFile[]): Ledger {
  const { ledger, findings } = parseLedger(files);
  if (findings.length > 0) throw new Error(`The ledger of facts has mistakes:\n${findings.map(formatFinding).join('\n')}`);
  return ledger;
}

/**
 * The fact called `id`.
 * @throws Error that names the nearest id.
 */
export function factById(ledger: Ledger, id: string): Fact {
  const fact = ledger.facts.get(id);
  if (!fact) throw new Error(unknown('fact', id, ledger.facts.keys()));
  return fact;
}

function titleOf(path: string): string {
  const words = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.ya?ml$/, '')
    .replaceAll('-', ' ');
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return sentence.replace(/\b(api|aws|cors|http|iam|sdk|vtl)(s?)\b/gi, (_, name: string, plural: string) => name.toUpperCase() + plural);
}

function readFacts(file: ContentFile, findings: Finding[]): { fact: Fact; line: number }[] {
  const { path } = file;
  const source = readYaml(file);
  findings.push(...source.findings);
  if (source.findings.length > 0) return [];

  const entries: unknown = source.document.toJS();
  if (!Array.isArray(entries)) {
    findings.push({ file: path, line: 1, column: 1, message: 'must be a list of facts, each starting with `- id:`' });
    return [];
  }
  return entries.flatMap((entry, index) => {
    const result = factSchema.safeParse(entry);
    if (result.success) return [{ fact: result.data, line: source.placeOf([index]).line }];
    const name = typeof entry?.id === 'string' ? entry.id : `fact ${index + 1}`;
    for (const issue of result.error.issues) {
      const field = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
      findings.push({ file: path, ...source.placeOf([index, ...issue.path]), message: `${name}: ${field}${issue.message}` });
    }
    return [];
  });
}
