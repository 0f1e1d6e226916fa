/** How a reader stands in the exercises: what the runs earned, which hints were read, whether the solution was asked for. */
import type { ExerciseVerdict } from '../grader/verdict.ts';
import { isRecord, isTrue, valueOf, valuesBelow, withValue, type Kind, type Records } from './records.ts';

/** What a run earned, as it was judged then. */
export interface Standing {
  earned: number;
  points: number;
  /** Ids of the concepts that were passed. */
  passed: string[];
}

/** Concept id to the number of its hints that were read, 1 to 3. */
export type HintsRead = Readonly<Record<string, number>>;

const MOST_HINTS = 3;

export const BEST: Kind<Standing> = { name: 'best', is: isStanding };
export const LAST: Kind<Standing> = { name: 'last', is: isStanding };
export const GIVEN_UP: Kind<true> = { name: 'given-up', is: isTrue };
/** How many hints of a concept were read. */
export const HINT: Kind<number> = {
  name: 'hint',
  is: (value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_HINTS,
};

export function bestOf(records: Records, exercise: string): Standing | undefined {
  return valueOf(records, BEST, exercise);
}

export function lastOf(records: Records, exercise: string): Standing | undefined {
  return valueOf(records, LAST, exercise);
}

/** Notes a verdict. One that judged nothing, or that is noted already, leaves no trace. */
export function withVerdict(records: Records, at: string, { exercise, earned, points, status, concepts }: ExerciseVerdict): Records {
  if (status === 'not-judged') return records;
  const standing = { earned, points, passed: concepts.filter((concept) => concept.status === 'passed').map(({ id }) => id) };
  const [best, last] = [bestOf(records, exercise), lastOf(records, exercise)];
  if (last && same(last, standing)) return records;
  const noted = withValue(records, at, LAST, [exercise], standing);
  return best && best.passed.length > standing.passed.length ? noted : withValue(noted, at, BEST, [exercise], standing);
}

export function hintsOf(records: Records, exercise: string): HintsRead {
  return valuesBelow(records, HINT, exercise);
}

/** Notes that the first `step` hints of a concept were read. Steps that were read stay read. */
export function withHint(records: Records, at: string, exercise: string, concept: string, step: number): Records {
  return withValue(records, at, HINT, [exercise, concept], Math.max(step, valueOf(records, HINT, exercise, concept) ?? 0));
}

export function hasGivenUp(records: Records, exercise: string): boolean {
  return valueOf(records, GIVEN_UP, exercise) ?? false;
}

export function withGivenUp(records: Records, at: string, exercise: string): Records {
  return withValue(records, at, GIVEN_UP, [exercise], true);
}

function same(one: Standing, other: Standing): boolean {
  return one.earned === other.earned && one.points === other.points && one.passed.join() === other.passed.join();
}

function isStanding(value: unknown): value is Standing {
  return (
    isRecord(value) &&
    Number.isFinite(value.earned) &&
    Number.isFinite(value.points) &&
    Array.isArray(value.passed) &&
    value.passed.every((id) => typeof id === 'string')
  );
}
