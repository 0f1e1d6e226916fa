/** A small exercise as its verdict is shown, and verdicts of it. */
import type { SuiteRun } from '../../../src/grader/outcome.ts';
import { verdictOf } from '../../../src/grader/verdict.ts';
import type { ShownExercise } from '../../../src/workbench/shown-exercise.ts';
import { bell, brokenRun, outcome, runOf, twoPresses } from '../../cli/support/sample.ts';

export { brokenRun, outcome, twoPresses };

export const shownBell: ShownExercise = {
  name: bell.name,
  title: bell.title,
  expected: bell.expected,
  concepts: bell.concepts.map(({ id, title, points, beyond }) => ({
    id,
    title,
    points,
    beyond,
    hints: [`<p>Where <code>${id}</code> begins.</p>`, '<p>What to do.</p>', '<p>How to do it.</p>'],
  })),
};

export const broken = verdictOf(bell, brokenRun);
export const passed = verdictOf(bell, runOf(bell));
export const refused = (message: string) => verdictOf(bell, { outcomes: [], refused: message });
export const verdictWith = (changes: Parameters<typeof runOf>[1], more: Partial<SuiteRun> = {}) =>
  verdictOf(bell, { ...runOf(bell, changes), ...more });
