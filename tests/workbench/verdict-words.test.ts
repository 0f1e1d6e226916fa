import { describe, expect, it } from 'vitest';
import { notJudged } from '../../src/grader/verdict.ts';
import { changesSince, excerptOf, goLabel, outcomeSentence, progressOf } from '../../src/workbench/verdict-words.ts';
import { broken, passed, refused, shownBell, twoPresses, verdictWith } from './support/bell-verdicts.ts';

const failed = { status: 'failed', message: 'Your code answers differently.' } as const;
const onePress = 'one press is one ring';

describe('the end of a run is said in one sentence', () => {
  const said = (verdict: typeof broken) => outcomeSentence(shownBell, verdict);

  it('which names the rule that is broken', () => {
    expect(said(broken)).toBe('Concept 2 breaks: Two presses are two rings, however close together they come');
  });

  it('or that all is passed, with what lies beyond', () => {
    expect(said(passed)).toBe('All 2 concepts: 30 of 30 points, 5 of 5 stars, 2 of 2 concepts.');
    expect(said(verdictWith({ 'the corridor answers': failed }))).toBe('All 2 concepts: 30 of 30 points, 0 of 5 stars, 2 of 2 concepts.');
  });

  it('or why nothing could be graded, without the line of the source', () => {
    const mistake = 'Unexpected token.\nbell.ts:3\nconst a = ;\n          ^';
    expect(said(refused(mistake))).toBe('bell.ts could not be graded: Unexpected token.');
  });

  it('or that nobody is blamed', () => {
    expect(said(notJudged(shownBell, 'No test reported anything.'))).toBe('Not judged: the grader is in trouble, not your code.');
  });
});

describe('since the run before', () => {
  const changes = (former: typeof broken | undefined, verdict: typeof broken) => changesSince(shownBell, former, verdict);

  it('concepts have come to pass, or broke again', () => {
    expect(changes(broken, passed)).toEqual(['Concepts 2 and 3 pass now.']);
    expect(changes(passed, broken)).toEqual(['Concepts 2 and 3 broke again.']);
    const other = verdictWith({ 'a bell that nobody pressed has not rung': failed });
    expect(changes(broken, other)).toEqual(['Concepts 2 and 3 pass now.', 'Concept 1 broke again.']);
  });

  it('the first broken concept has come nearer, or gone further', () => {
    const [one, two] = [verdictWith({ [twoPresses]: failed }), verdictWith({ [twoPresses]: failed, [onePress]: failed })];
    expect(changes(two, one)).toEqual(['Concept 2 breaks 1 rule now, 2 before.']);
    expect(changes(one, two)).toEqual(['Concept 2 breaks 2 rules now, 1 before.']);
    expect(changes(one, one)).toEqual(['Concept 2 breaks the same rule as before.']);
    expect(changes(two, two)).toEqual(['Concept 2 breaks the same 2 rules as before.']);
    expect(changes(one, verdictWith({ [onePress]: failed }))).toEqual(['Concept 2 breaks another rule than before.']);
  });

  it('nothing is said where there is nothing to compare', () => {
    expect([changes(undefined, passed), changes(refused('No.'), passed), changes(passed, refused('No.')), changes(passed, passed)]).toEqual(
      [[], [], [], []],
    );
  });
});

it('a run says how far it is', () => {
  expect(progressOf(shownBell, [1, 2, 3], false)).toBe('3 of 4 rules.');
  expect(progressOf(shownBell, [1, 2, 3, 4, 5], true)).toBe('4 of 4 rules. Below: the last run.');
});

it('a place is named by its file where that is not the one that is called', () => {
  expect(goLabel(shownBell, { path: 'bell.ts', line: 12 })).toBe('Go to line 12');
  expect(goLabel(shownBell, { path: 'parts/hammer.ts', line: 3 })).toBe('Go to line 3 of parts/hammer.ts');
});

describe('a line with a mistake', () => {
  it('is shown without its indent, the place by itself', () => {
    expect(excerptOf('    const level = ;', 19)).toEqual({ before: 'const level = ', at: ';', after: '' });
    expect(excerptOf('\tburst level', 8)).toEqual({ before: 'burst ', at: 'level', after: '' });
  });

  it('that is very long is shown around the place', () => {
    const { before, at, after } = excerptOf(`${'a '.repeat(500)}!${' b'.repeat(500)}`, 1001);
    expect([before.length, before[0], at, after.length, after.at(-1)]).toEqual([121, '…', '!', 121, '…']);
    expect(excerptOf('x'.repeat(100_000), 1).at).toHaveLength(120);
  });

  it('that is empty is one all the same', () => {
    expect(excerptOf('', 1)).toEqual({ before: '', at: '', after: '' });
  });
});
