/** What one run of a hidden suite gave, before points are counted. Every host produces this; `verdict.ts` is made from it. */
export interface SuiteRun {
  /** In the order in which the suite ran. */
  outcomes: TestOutcome[];
  /** The submission could not be loaded (syntax, throw on load, import it may not make): a sentence for the learner, with file and line. */
  refused?: string;
  /** The grader itself is in trouble: nobody is blamed, nothing is recorded. */
  trouble?: string;
  /** What the submission printed while it loaded, already formatted and capped. */
  printed?: string;
}

export interface TestOutcome {
  /** Name of the enclosing `describe`: the concept's id. */
  concept: string;
  /** The test's own name: the rule as a sentence. */
  name: string;
  status: 'passed' | 'failed' | 'not-run';
  message: string;
  /** The calls of the failing case, as code, with what each returned and printed. */
  input?: string;
  expected?: string;
  actual?: string;
  ms: number;
}
