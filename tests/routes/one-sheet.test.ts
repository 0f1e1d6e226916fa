import { expect, it } from 'vitest';
import { FACTS_ON_THE_SHEET, readOneSheet } from '../../src/routes/one-sheet.ts';
import { ledger, sheetFile } from './course.ts';

const findingsIn = (text: string) =>
  readOneSheet({ path: 'content/one-sheet.yaml', text }, ledger).findings.map(({ line, message }) => `${line} ${message}`);

it('fills the sheet with facts of the ledger, each once', () => {
  const { groups, findings } = readOneSheet(sheetFile, ledger);
  expect(findings).toEqual([]);
  expect(groups.flatMap(({ facts }) => facts)).toHaveLength(FACTS_ON_THE_SHEET);
});

it.each([
  ['a fact that the ledger does not have', 'price-reest', '2 unknown fact "price-reest": did you mean "price-rest"?'],
  ['a fact that stands there already', 'price-http', '2 price-http: stands there already'],
])('names the line of %s', (_, id, message) => {
  expect(findingsIn(`- title: Prices\n  facts: [price-http, ${id}]\n`)).toEqual([message]);
});

it('refuses more facts than the sheet holds', () => {
  const ids = [...ledger.facts.keys()].slice(0, FACTS_ON_THE_SHEET + 1);
  expect(findingsIn(`- title: All\n  facts: [${ids.join(', ')}]\n`)).toEqual(['1 lists 41 facts, and the sheet holds 40']);
});
