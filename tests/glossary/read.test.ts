import { describe, expect, it } from 'vitest';
import { readGlossary } from '../../src/glossary/read.ts';

const ledger = { groups: [], facts: new Map() };
const bell = (more = '') => `- id: bell\n  term: Bell\n  text: It rings.\n${more}`;

function findingsIn(text: string): string[] {
  return readGlossary({ path: 'glossary.yaml', text }, ledger).findings.map(({ line, message }) => `${line}: ${message}`);
}

describe('the glossary', () => {
  it('reads a term, with nothing to see but itself', () => {
    expect(readGlossary({ path: 'glossary.yaml', text: bell() }, ledger)).toEqual({
      terms: [{ id: 'bell', term: 'Bell', text: 'It rings.', topics: [], see: [] }],
      findings: [],
    });
  });

  it.each([
    ['a term twice', bell() + bell(), '4: bell: stands there already'],
    ['a reference to nothing', bell('  see: [bull]\n'), '4: bell: unknown term "bull": did you mean "bell"?'],
    ['a reference to itself', bell('  see: [bell]\n'), '4: bell: refers to itself'],
    ['a missing text', '- id: bell\n  term: Bell\n', '1: 0.text'],
    ['a fact that the ledger does not have', bell().replace('It rings.', 'It rings {fact loud}.'), '3: bell: unknown fact "loud"'],
  ])('names the line of %s', (_, text, finding) => {
    expect(findingsIn(text)).toEqual([expect.stringContaining(finding) as string]);
  });
});
