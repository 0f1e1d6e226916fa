import { describe, expect, it } from 'vitest';
import { verdictOf, whyAbnormal } from '../../src/grader/verdict.ts';
import { bell, brokenRun, outcome, runOf, twoPresses } from './support/sample.ts';

describe('a verdict counts ids', () => {
  it('gives every point when each expected test passed once', () => {
    const verdict = verdictOf(bell, runOf(bell));
    expect(verdict).toMatchObject({ status: 'passed', earned: 30, points: 30 });
    expect(verdict.concepts.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed']);
  });

  it('gives a concept’s points as a whole or not at all', () => {
    const verdict = verdictOf(bell, runOf(bell, { [twoPresses]: { status: 'failed', message: 'no' } }));
    expect(verdict).toMatchObject({ status: 'failed', earned: 10, points: 30 });
  });

  it('counts what lies beyond neither as points nor as failure', () => {
    const verdict = verdictOf(bell, runOf(bell, { 'the corridor answers': { status: 'failed', message: 'no' } }));
    expect(verdict).toMatchObject({ status: 'passed', earned: 30, points: 30 });
    expect(verdict.concepts.at(-1)).toMatchObject({ status: 'failed', beyond: true, points: 5 });
  });

  it('fails a test that did not report', () => {
    const run = runOf(bell);
    run.outcomes = run.outcomes.filter(({ name }) => name !== twoPresses);
    const verdict = verdictOf(bell, run);
    expect(verdict).toMatchObject({ status: 'failed', earned: 10 });
    expect(verdict.concepts[1]!.tests[1]).toMatchObject({ name: twoPresses, status: 'not-run' });
  });

  it('fails a test that reported twice, even if it passed twice', () => {
    const run = runOf(bell);
    run.outcomes.push(outcome('ringing', twoPresses));
    const verdict = verdictOf(bell, run);
    expect(verdict).toMatchObject({ status: 'failed', earned: 10 });
    expect(verdict.concepts[1]!.tests[1]).toMatchObject({ status: 'failed', message: 'This test reported 2 times.' });
  });

  it('fails a test that was not run', () => {
    expect(verdictOf(bell, runOf(bell, { [twoPresses]: { status: 'not-run', message: 'not run' } }))).toMatchObject({
      status: 'failed',
      earned: 10,
    });
  });

  it('fails a concept that reports a test nobody expects', () => {
    const run = runOf(bell);
    run.outcomes.push(outcome('silence', 'all is well'));
    const verdict = verdictOf(bell, run);
    expect(verdict).toMatchObject({ status: 'failed', earned: 20 });
    expect(verdict.concepts[0]!.tests.at(-1)).toMatchObject({ name: 'all is well', status: 'failed' });
  });

  it('passes nothing that reports a test of a concept nobody knows', () => {
    const run = runOf(bell);
    run.outcomes.push(outcome('__proto__', 'all is well'));
    expect(verdictOf(bell, run).status).toBe('failed');
  });

  it('takes the same name in two concepts for two tests', () => {
    const run = runOf(bell);
    run.outcomes[0] = outcome('echo', 'a bell that nobody pressed has not rung');
    expect(verdictOf(bell, run).concepts[0]!.tests[0]!.status).toBe('not-run');
  });

  it('gives a refused submission nothing, and says why', () => {
    const verdict = verdictOf(bell, { ...runOf(bell), refused: 'bell.ts:3 cannot be read.' });
    expect(verdict).toMatchObject({ status: 'failed', earned: 0, points: 30, message: 'bell.ts:3 cannot be read.' });
    expect(verdict.concepts.flatMap(({ tests }) => tests).every(({ status }) => status === 'not-run')).toBe(true);
  });

  it('keeps the suite’s concept ids out of the tests and everything else in', () => {
    expect(verdictOf(bell, brokenRun).concepts[1]!.tests[1]).toEqual({
      name: twoPresses,
      status: 'failed',
      message: 'Your code answers differently.',
      input: "const bell = createBell('front desk')\nbell.press(0)\n  │ ding\nbell.press(1)\nbell.rings()  // → 1",
      expected: '2',
      actual: '1',
      ms: 1,
    });
  });
});

describe('what is odd about a run', () => {
  it('is nothing when tests fail: that is a wrong answer', () => {
    expect(whyAbnormal(bell, brokenRun)).toBeUndefined();
  });

  it('is nothing when the submission was refused', () => {
    expect(whyAbnormal(bell, { outcomes: [], refused: 'no' })).toBeUndefined();
  });

  it('is the trouble that the judge reports', () => {
    expect(whyAbnormal(bell, { outcomes: [], trouble: 'the disk is full' })).toBe('the disk is full');
  });

  it('is that nothing came back', () => {
    expect(whyAbnormal(bell, { outcomes: [] })).toBe('No test reported anything.');
  });

  it('is every test that is missing, doubled or extra', () => {
    const [first, second, third] = runOf(bell).outcomes;
    const outcomes = [first!, second!, second!, third!, outcome('silence', 'all is well')];
    expect(whyAbnormal(bell, { outcomes })).toBe(
      '1 test was not reported, 1 test was reported more than once, 1 test was not on the list of tests.',
    );
  });
});
