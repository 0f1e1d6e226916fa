/** Loads the ledger: YAML lists of facts in, one lookup out. Pure: whoever calls it has read the files. */
import { readEntries, type Entry } from './entries.ts';
import { formatFinding, type ContentFile, type Finding } from './finding.ts';
import { unknown } from './nearest.ts';
import { factSchema, type Fact } from './schema.ts';

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
export function parseLedger(files: ContentFile[]): { ledger: Ledger; findings: Finding[]; entries: Entry<Fact>[] } {
  const findings: Finding[] = [];
  const lists = readEntries(files, { schema: factSchema, one: 'fact', many: 'facts' }, findings);
  const groups = files.map(({ path }, index) => ({ path, title: titleOf(path), facts: lists[index]!.map(({ data }) => data) }));
  const entries = lists.flat();
  return { ledger: { groups, facts: new Map(entries.map(({ data }) => [data.id, data])) }, findings, entries };
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
  return words
    .replace(/^./, (letter) => letter.toUpperCase())
    .replace(/\b(api|aws|cors|http|iam|sdk|vtl)(s?)\b/gi, (_, name: string, plural: string) => name.toUpperCase() + plural)
    .replace(/\bwebsocket\b/i, 'WebSocket');
}
