/** The concepts of an exercise as the verdict lists them: before a run, while it fills them up, and after it. */
import type { TestOutcome } from '../grader/outcome.ts';
import { resultOf, worthOf } from '../grader/report/sentences.ts';
import { conceptVerdictOf, type ConceptVerdict, type ExerciseVerdict, type Gradable, type TestVerdict } from '../grader/verdict.ts';

/** `open`: nothing is known yet. `not-run`: the run did not come to it. */
export type Standing = 'open' | 'passed' | 'failed' | 'not-run';

export interface ConceptRow {
  id: string;
  /** From 1. */
  number: number;
  title: string;
  beyond: boolean;
  standing: Standing;
  /** `10 points`, `2 of 12 rules broken`, and while it fills up `3 of 12 rules`. */
  result: string;
  /** The same where there is little room. */
  brief: string;
  /** How much of it has been run, 0 to 1. */
  share: number;
  /** Passed now, and not the time before. */
  earned: boolean;
  /** Empty as long as nothing of it was run. */
  tests: readonly TestVerdict[];
}

export interface Known {
  running: { outcomes: readonly TestOutcome[] } | undefined;
  verdict: ExerciseVerdict | undefined;
  former: ExerciseVerdict | undefined;
}

/** In the order of the exercise, one for each of its concepts, whatever is known. */
export function conceptRows(exercise: Gradable, { running, verdict, former }: Known): ConceptRow[] {
  const outcomes = running && Map.groupBy(running.outcomes, ({ concept }) => concept);
  const before = new Set((running ? verdict : former)?.concepts.filter(({ status }) => status === 'passed').map(({ id }) => id));
  return exercise.concepts.map((concept, index) => {
    const { id, title, beyond } = concept;
    const found = outcomes ? partOf(exercise, id, outcomes.get(id) ?? []) : judgedPart(verdict?.concepts.find((one) => one.id === id));
    return {
      id,
      number: index + 1,
      title,
      beyond,
      earned: found?.standing === 'passed' && !before.has(id),
      ...(found ?? { standing: 'open', result: worthOf(concept), brief: worthOf(concept), share: 0, tests: [] }),
    };
  });
}

type Part = Pick<ConceptRow, 'standing' | 'result' | 'brief' | 'share' | 'tests'>;

function partOf(exercise: Gradable, id: string, outcomes: readonly TestOutcome[]): Part {
  const all = exercise.expected.get(id)?.length ?? 0;
  if (outcomes.length >= all) return judgedPart(conceptVerdictOf(exercise, id, outcomes))!;
  const brief = `${outcomes.length} of ${all}`;
  return { standing: 'open', result: `${brief} rules`, brief, share: outcomes.length / all, tests: outcomes };
}

function judgedPart(concept: ConceptVerdict | undefined): Part | undefined {
  if (!concept) return undefined;
  const { status, tests } = concept;
  const ran = tests.length === 0 || tests.some((test) => test.status !== 'not-run');
  if (!ran) return { standing: 'not-run', result: 'not run', brief: 'not run', share: 0, tests };
  return { standing: status, result: resultOf(concept), brief: resultOf(concept, true), share: 1, tests };
}
