/** Reads the glossary, `content/glossary.yaml`. Pure: whoever calls it has read the file. */
import { z } from 'astro/zod';
import type { ContentFile, Finding } from '../facts/finding.ts';
import type { Ledger } from '../facts/ledger.ts';
import { unknown } from '../facts/nearest.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { parseMarkup, plainText } from '../quiz/markup.ts';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case: small letters, digits and single hyphens');

const termSchema = z.strictObject({
  id: kebab.describe('Its anchor on the page. Never reused.'),
  term: z.string().min(1).describe('The word, in inline markup.'),
  text: z.string().min(1).describe('What it means, in a few sentences of inline markup.'),
  topics: z.array(kebab).default([]).describe('Topics for which the course owes this entry.'),
  see: z.array(kebab).default([]).describe('Other terms to look up.'),
});

export type Term = z.infer<typeof termSchema>;

/** The terms in the order of the file, and everything that is wrong with them. */
export function readGlossary(file: ContentFile, ledger: Ledger): { terms: Term[]; findings: Finding[] } {
  const source = readYaml(file);
  if (source.findings.length > 0) return { terms: [], findings: source.findings };
  const findings: Finding[] = [];
  const { data: terms = [], error } = z.array(termSchema).safeParse(source.value);
  for (const { path, message } of error?.issues ?? [])
    findings.push({ file: file.path, ...source.placeOf(path), message: `${path.join('.')}: ${message}` });

  const ids = terms.map(({ id }) => id);
  terms.forEach((term, index) => {
    const report = (keys: PropertyKey[], message: string) =>
      findings.push({ file: file.path, ...source.placeOf([index, ...keys]), message: `${term.id}: ${message}` });
    if (ids.indexOf(term.id) < index) report(['id'], 'stands there already');
    term.see.forEach((other, order) => {
      if (other === term.id) report(['see', order], 'refers to itself');
      else if (!ids.includes(other)) report(['see', order], unknown('term', other, ids));
    });
    for (const field of ['term', 'text'] as const) {
      try {
        plainText(parseMarkup(term[field]), ledger);
      } catch (mistake) {
        report([field], (mistake as Error).message);
      }
    }
  });
  return { terms, findings };
}
