/**
 * What a grading run found, in one format for every host (terminal, browser, workshop).
 * A verdict is data: it can be printed, stored and compared, and it never holds text of a hidden suite beyond the
 * sentence that names a rule.
 */
import type { SuiteRun, TestOutcome } from './outcome.ts';

export interface Verdict {
  version: 1;
  exercises: ExerciseVerdict[];
}

export interface ExerciseVerdict {
  exercise: string;
  /** Points of the concepts whose every test passed. */
  earned: number;
  /** Points of all concepts that count; concepts marked *beyond* are worth stars and are not in this sum. */
  points: number;
  /**
   * `passed`: every concept that counts is passed. `not-judged`: the grader itself is in trouble; the submission is not
   * blamed and nothing is recorded against it.
   */
  status: 'passed' | 'failed' | 'not-judged';
  /** Why nothing could be graded (a syntax error, a throw on load), or what ails the grader. */
  message?: string;
  /** What the submission printed while it loaded. */
  printed?: string;
  concepts: ConceptVerdict[];
}

export interface ConceptVerdict {
  id: string;
  title: string;
  /** What the concept is worth: earned as a whole or not at all. */
  points: number;
  /** Worth stars: neither its points nor its failure count for the exercise. */
  beyond?: true;
  status: 'passed' | 'failed';
  tests: TestVerdict[];
}

export interface TestVerdict {
  /** The rule as a sentence; unique within its concept. */
  name: string;
  /** `not-run`: a limit was used up before this test came to its turn. It counts as failed. */
  status: 'passed' | 'failed' | 'not-run';
  /** One sentence for the learner; empty when the test passed. */
  message: string;
  /** The calls that were made, as code a learner can paste, with what they returned and printed. */
  input?: string;
  expected?: string;
  actual?: string;
  /** Wall time of the test, in milliseconds. */
  ms: number;
}

/** What there is to be passed in one exercise. */
export interface Gradable {
  name: string;
  concepts: readonly { id: string; title: string; points: number; beyond: boolean }[];
  /** Concept id to the names of its tests, from the manifest. The only list that counts: a run is held against it. */
  expected: ReadonlyMap<string, readonly string[]>;
}

/**
 * Counts a run: each expected test exactly once. One that is missing, reported twice, or not on the list fails its concept.
 * A refused submission earns nothing.
 */
export function verdictOf(exercise: Gradable, run: SuiteRun): ExerciseVerdict {
  const outcomes = Map.groupBy(run.outcomes, ({ concept }) => concept);
  const concepts = exercise.concepts.map(({ id }) => conceptVerdictOf(exercise, id, outcomes.get(id) ?? [], run.refused));
  const counted = concepts.filter(({ beyond }) => !beyond);
  const clean = concepts.length > 0 && counted.every(({ status }) => status === 'passed') && whyAbnormal(exercise, run) === undefined;
  return {
    exercise: exercise.name,
    earned: sumOfPoints(counted.filter(({ status }) => status === 'passed')),
    points: sumOfPoints(counted),
    status: clean ? 'passed' : 'failed',
    ...(run.refused !== undefined && { message: run.refused }),
    ...(run.printed && { printed: run.printed }),
    concepts,
  };
}

/**
 * Counts one concept.
 * @param outcomes those of this concept, in any order
 * @param refused why nothing of the submission could be run
 */
export function conceptVerdictOf(exercise: Gradable, id: string, outcomes: readonly TestOutcome[], refused?: string): ConceptVerdict {
  const { title, points, beyond } = exercise.concepts.find((concept) => concept.id === id)!;
  const names = exercise.expected.get(id) ?? [];
  const reported = Map.groupBy(outcomes, ({ name }) => name);
  const tests = [
    ...names.map((name) => testVerdict(name, reported.get(name) ?? [], refused)),
    ...outcomes
      .filter(({ name }) => !names.includes(name))
      .map((outcome): TestVerdict => ({ ...testOf(outcome), status: 'failed', message: 'No test of this name belongs to the concept.' })),
  ];
  // A concept without a single test would pass with nothing shown.
  const passed = refused === undefined && tests.length > 0 && tests.every(({ status }) => status === 'passed');
  return { id, title, points, ...(beyond && { beyond }), status: passed ? 'passed' : 'failed', tests };
}

/** A verdict that blames nobody. */
export function notJudged(exercise: Gradable, message: string): ExerciseVerdict {
  const points = sumOfPoints(exercise.concepts.filter(({ beyond }) => !beyond));
  return { exercise: exercise.name, earned: 0, points, status: 'not-judged', message, concepts: [] };
}

/**
 * What is odd about a run, in one sentence; undefined for a run as it should be. A wrong answer is nothing odd: it fails
 * tests. A run that does not report each expected test exactly once is, and may be the grader's own fault.
 */
export function whyAbnormal(exercise: Gradable, run: SuiteRun): string | undefined {
  if (run.trouble !== undefined) return run.trouble;
  if (run.refused !== undefined) return undefined;
  if (run.outcomes.length === 0) return 'No test reported anything.';
  const seen = Map.groupBy(run.outcomes, idOf);
  const expected = expectedIds(exercise);
  const missing = expected.filter((id) => !seen.has(id)).length;
  const twice = expected.filter((id) => seen.get(id) && seen.get(id)!.length > 1).length;
  const known = new Set(expected);
  const extra = run.outcomes.filter((outcome) => !known.has(idOf(outcome))).length;
  const oddities = [
    [missing, 'not reported'],
    [twice, 'reported more than once'],
    [extra, 'not on the list of tests'],
  ] as const;
  const found = oddities
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${count === 1 ? 'test was' : 'tests were'} ${what}`);
  return found.length > 0 ? `${found.join(', ')}.` : undefined;
}

/** The concept that a report explains and a hint is for: the first that is not passed. */
export function firstBroken({ concepts }: Pick<ExerciseVerdict, 'concepts'>): ConceptVerdict | undefined {
  return concepts.find(({ status }) => status === 'failed');
}

function testVerdict(name: string, outcomes: readonly TestOutcome[], refused: string | undefined): TestVerdict {
  const [outcome, ...more] = outcomes;
  if (refused !== undefined) return { name, status: 'not-run', message: 'Nothing could be run.', ms: 0 };
  if (!outcome) return { name, status: 'not-run', message: 'This test did not report.', ms: 0 };
  if (more.length > 0) return { ...testOf(outcome), status: 'failed', message: `This test reported ${outcomes.length} times.` };
  return testOf(outcome);
}

function testOf({ concept: _, ...test }: TestOutcome): TestVerdict {
  return test;
}

function expectedIds({ expected }: Gradable): string[] {
  return [...expected].flatMap(([concept, names]) => names.map((name) => idOf({ concept, name })));
}

function idOf({ concept, name }: { concept: string; name: string }): string {
  return JSON.stringify([concept, name]);
}

function sumOfPoints(concepts: readonly { points: number }[]): number {
  return concepts.reduce((sum, { points }) => sum + points, 0);
}
