import { describe, expect, it } from 'vitest';
import { loadExercises, parseExercises } from '../../src/architecture/read.ts';
import { formatFinding } from '../../src/facts/finding.ts';
import { course, PATH, text } from './sample.ts';

/** What is reported when `from` is replaced by `to` in the sample. */
function reports(from: string, to: string): string[] {
  expect(text).toContain(from);
  const { exercises, findings } = parseExercises([{ path: PATH, text: text.replace(from, to) }], course);
  expect(exercises).toEqual([]);
  return findings.map(formatFinding);
}

it('reads an exercise and names it after its file', () => {
  const [read, ...others] = loadExercises([{ path: PATH, text }], course);
  expect(others).toEqual([]);
  expect(read!.exercise).toMatchObject({ id: 'two-doors', title: 'Two doors', topics: ['doors'] });
});

it('lists every mistake when the site is built', () => {
  const broken = text
    .replace('topics: [doors]', 'topics: [dors]')
    .replace('row: keys, of: door, otherwise', 'row: key, of: door, otherwise');
  expect(() => loadExercises([{ path: PATH, text: broken }], course)).toThrow(/unknown topic "dors".*\n.*unknown row "key"/);
});

const FRESH_CASES = 'is: met, because: Nothing is kept. }';

describe('a mistake is reported with file, line, field and what to do:', () => {
  it.each([
    ['a field that is missing', 'minutes: 10\n', '', `${PATH}:1:1  minutes: is missing`],
    ['a topic that nobody knows', '[doors]', '[doors, caching]', `${PATH}:4:17  topics 2: unknown topic "caching" (known: doors, caches)`],
    [
      'a row that the matrix does not have',
      'row: keys, of: door, otherwise',
      'row: kes, of: door, otherwise',
      `${PATH}:25:28  needs 1, rules 1, row: unknown row "kes": did you mean "keys"?`,
    ],
    [
      'a fact that the ledger does not have',
      'facts: [cache-rule]',
      'facts: [cache-rules]',
      `${PATH}:40:16  needs 4, rules 1, facts: unknown fact "cache-rules": did you mean "cache-rule"?`,
    ],
    [
      'a fact behind a number',
      'wait: rest-wait',
      'wait: rest-waits',
      `${PATH}:13:72  decisions 1, options 1, numbers, wait: unknown fact "rest-waits": did you mean "rest-wait"?`,
    ],
    [
      'a price that the ledger does not have',
      'price: price-cache',
      'price: price-cash',
      `${PATH}:47:27  charges 3, price: unknown fact "price-cash": did you mean "price-cache"?`,
    ],
    [
      'an option that no decision has',
      'when: { cache: [small], door: [rest] }',
      'when: { cache: [smal], door: [rest] }',
      `${PATH}:42:30  needs 4, rules 1, cases 1, when, cache: unknown option "smal": did you mean "small"?`,
    ],
    [
      'a decision that is not there',
      'row: keys, of: door, along',
      'row: keys, of: doors, along',
      `${PATH}:30:38  needs 2, rules 1, of: unknown decision "doors": did you mean "door"?`,
    ],
    [
      'a case that nothing vouches for',
      '        facts: [cache-rule]\n',
      '',
      `${PATH}:41:13  needs 4, rules 1, cases 1: needs \`facts\` or a \`source\`: prose alone decides nothing`,
    ],
    [
      'a kind of rule that does not exist',
      'by: choice',
      'by: feeling',
      `${PATH}:39:13  needs 4, rules 1, by: unknown by "feeling" (known: matrix, sum, choice)`,
    ],
    [
      'a sum without a bound',
      ', atLeast: work',
      '',
      `${PATH}:35:47  needs 3, rules 1, sum: needs either \`atLeast\` or \`atMost\` beside it`,
    ],
    [
      'a sum that cannot be worked out',
      'sum: wait, atLeast',
      'sum: weight, atLeast',
      `${PATH}:31:5  needs 3: sum "weight": unknown name "weight"`,
    ],
    [
      'a fact in a text',
      '{fact cache-rule}',
      '{fact cash-rule}',
      `${PATH}:42:75  needs 4, rules 1, cases 1, because: unknown fact "cash-rule": did you mean "cache-rule"?`,
    ],
    [
      'a need that no choice meets',
      FRESH_CASES,
      FRESH_CASES.replace('met', 'unmet'),
      `${PATH}:36:5  needs 4: need "fresh": no choice meets it`,
    ],
    [
      'a need that every choice meets',
      "is: unmet, because: 'They",
      "is: met, because: 'They",
      `${PATH}:36:5  needs 4: need "fresh": every choice meets it, so it decides nothing`,
    ],
    [
      'a need on which a choice has no rule',
      '- { by: matrix, row: keys, of: door, along: all }',
      '- { by: matrix, row: keys, of: door, when: { door: [rest, http] } }',
      `${PATH}:26:5  needs 2: need "all-keys": no rule decides on both`,
    ],
    [
      'a model answer that does not pass',
      'design: { door: rest,',
      'design: { door: http,',
      `${PATH}:50:13  model 1, design: does not pass: it fails need "keys"`,
    ],
    [
      'a model answer that leaves something open',
      'design: { door: rest, cache: none }',
      'design: { door: rest }',
      `${PATH}:50:13  model 1, design: leaves decision "cache" open: a model answer decides everything`,
    ],
    [
      'a wrong choice that does not fail',
      'choose: { door: http }',
      'choose: { door: both }',
      `${PATH}:55:12  tempting 1, fails: this choice does not fail need "keys": it is condition`,
    ],
    [
      'two lines of a bill with one name',
      'what: Cache, price',
      'what: Calls at REST, price',
      `${PATH}:45:3  charges: a bill has two lines "Calls at REST", for rest small: name them apart`,
    ],
  ])('%s', (_, from, to, report) => {
    expect(reports(from, to)).toContain(report);
  });

  it('an exercise that no design passes', () => {
    const keys = '- { by: matrix, row: keys, of: door, otherwise: You would count. }';
    const both = `${keys}\n      - { by: choice, facts: [cache-rule], cases: [{ when: { door: [http] }, is: met, because: A. }, { is: unmet, because: B. }] }`;
    expect(reports(keys, both)).toContain(`${PATH}:22:5  needs 1: need "keys": no choice meets it`);
    const cache = text
      .replace('is: met, because: Nothing', 'is: unmet, because: Nothing')
      .replace("is: unmet, because: 'They", "is: met, because: 'They");
    const wanting = cache.replace(
      keys,
      '- { by: choice, facts: [cache-rule], cases: [{ when: { door: [http] }, is: met, because: A. }, { is: unmet, because: B. }] }',
    );
    const { findings } = parseExercises([{ path: PATH, text: wanting }], course);
    expect(findings.map(formatFinding)).toContain(`${PATH}:22:3  needs: no design meets every must: strike a need or add an option`);
  });
});
