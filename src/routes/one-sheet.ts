/** Reads the list of facts that are asked most, `content/one-sheet.yaml`. Pure: whoever calls it has read the files. */
import { z } from 'astro/zod';
import type { ContentFile, Finding } from '../facts/finding.ts';
import type { Ledger } from '../facts/ledger.ts';
import { unknown } from '../facts/nearest.ts';
import type { Fact } from '../facts/schema.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { inWords } from '../quiz/people.ts';

/** What one sheet of paper holds on both sides. */
export const FACTS_ON_THE_SHEET = 40;

const sheetSchema = z
  .array(
    z.strictObject({
      title: z.string().min(1).describe('What the facts answer, in a few words.'),
      facts: z.array(z.string()).min(1).describe('Ids of facts of the ledger.'),
    }),
  )
  .min(1);

export interface SheetGroup {
  title: string;
  facts: Fact[];
}

/** The groups in the order of the file, and everything that is wrong with them. */
export function readOneSheet(file: ContentFile, ledger: Ledger): { groups: SheetGroup[]; findings: Finding[] } {
  const source = readYaml(file);
  if (source.findings.length > 0) return { groups: [], findings: source.findings };
  const findings: Finding[] = [];
  const report = (path: PropertyKey[], message: string) => findings.push({ file: file.path, ...source.placeOf(path), message });
  const { data: sheet = [], error } = sheetSchema.safeParse(source.value, { error: inWords });
  for (const { path, message } of error?.issues ?? []) report(path, `${path.join('.')}: ${message}`);

  const met = new Set<string>();
  const groups = sheet.map(({ title, facts: ids }, place): SheetGroup => {
    const facts = ids.flatMap((id, index) => {
      const fact = ledger.facts.get(id);
      if (!fact) report([place, 'facts', index], unknown('fact', id, ledger.facts.keys()));
      else if (met.has(id)) report([place, 'facts', index], `${id}: stands there already`);
      met.add(id);
      return fact ?? [];
    });
    return { title, facts };
  });
  if (met.size > FACTS_ON_THE_SHEET) report([], `lists ${met.size} facts, and the sheet holds ${FACTS_ON_THE_SHEET}`);
  return { groups, findings };
}
