import { describe, expect, it } from 'vitest';
import { notJudged } from '../../src/grader/verdict.ts';
import { conceptRows, type Known } from '../../src/workbench/concept-rows.ts';
import { broken, brokenRun, outcome, passed, refused, shownBell, twoPresses, verdictWith } from './support/bell-verdicts.ts';

const nothing: Known = { running: undefined, verdict: undefined, former: undefined };

/** Standing, result, and whether it was just earned. */
const rows = (known: Partial<Known>) =>
  conceptRows(shownBell, { ...nothing, ...known }).map(({ standing, result, earned }) =>
    [standing, result, ...(earned ? ['new'] : [])].join(', '),
  );

describe('the concepts of an exercise', () => {
  it('say what they are worth before anything was run', () => {
    expect(rows({})).toEqual(['open, 10 points', 'open, 20 points', 'open, 5 stars']);
    expect(rows({ verdict: notJudged(shownBell, 'The judge did not start.') })).toEqual(rows({}));
  });

  it('fill up in their order while they are run, and are judged once all of a concept is in', () => {
    const seen = brokenRun.outcomes.map((_, index) => rows({ running: { outcomes: brokenRun.outcomes.slice(0, index) } }));
    expect(seen).toEqual([
      ['open, 0 of 1 rules', 'open, 0 of 2 rules', 'open, 0 of 1 rules'],
      ['passed, 10 points, new', 'open, 0 of 2 rules', 'open, 0 of 1 rules'],
      ['passed, 10 points, new', 'open, 1 of 2 rules', 'open, 0 of 1 rules'],
      ['passed, 10 points, new', 'failed, 1 of 2 rules broken', 'open, 0 of 1 rules'],
    ]);
  });

  it('that were passed in the verdict that stood are not new while they are run again', () => {
    expect(rows({ running: { outcomes: brokenRun.outcomes }, verdict: broken, former: undefined })[0]).toBe('passed, 10 points');
  });

  it('are new after the run that passed them first', () => {
    expect(rows({ verdict: passed, former: broken })).toEqual(['passed, 10 points', 'passed, 20 points, new', 'passed, 5 stars, new']);
    expect(rows({ verdict: passed, former: passed })).toEqual(['passed, 10 points', 'passed, 20 points', 'passed, 5 stars']);
  });

  it('that the run did not come to are not called broken', () => {
    expect(rows({ verdict: refused('Unexpected token.') })).toEqual(['not-run, not run', 'not-run, not run', 'not-run, not run']);
    const half = verdictWith({ [twoPresses]: { status: 'not-run', message: 'not run: the 10 s of this submission are used up' } });
    expect(rows({ verdict: half })[1]).toBe('failed, 1 of 2 rules broken');
  });

  it('leave out what belongs to none of them, and what an older exercise had', () => {
    expect(rows({ running: { outcomes: [outcome('nowhere', 'a test')] } })[0]).toBe('open, 0 of 1 rules');
    expect(rows({ verdict: { ...passed, concepts: passed.concepts.slice(1) } })[0]).toBe('open, 10 points');
  });
});
