/** The course's own glossary, for pages: read by Vite when the site is built. */
import text from '../../content/glossary.yaml?raw';
import { courseLedger } from '../facts/course-ledger.ts';
import { formatFinding } from '../facts/finding.ts';
import { parseMarkup, plainText } from '../quiz/markup.ts';
import { readGlossary, type Term } from './read.ts';

const { terms, findings } = readGlossary({ path: 'content/glossary.yaml', text }, courseLedger);
if (findings.length > 0) throw new Error(`The glossary has mistakes:\n${findings.map(formatFinding).join('\n')}`);

/** In the order of the alphabet. */
export const glossary: readonly (Term & { name: string })[] = terms
  .map((term) => ({ ...term, name: plainText(parseMarkup(term.term), courseLedger) }))
  .sort((one, other) => bare(one.name).localeCompare(bare(other.name), 'en'));

/** As somebody looks it up: `@connections` stands under C. */
function bare(name: string): string {
  return name.replace(/^\W+/, '');
}
