/**
 * What a grading run found, in one format for every host (terminal, browser, workshop).
 * A verdict is data: it can be printed, stored and compared, and it never holds text of a hidden suite beyond the
 * sentence that names a rule.
 */
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
  /** `not-judged`: the grader itself is in trouble; the submission is not blamed and nothing is recorded against it. */
  status: 'passed' | 'failed' | 'not-judged';
  /** Why nothing could be graded (a syntax error, a throw on load), or what ails the grader. */
  message?: string;
  concepts: ConceptVerdict[];
}

export interface ConceptVerdict {
  id: string;
  title: string;
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
