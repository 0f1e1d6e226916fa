/** Which hint comes next: pure. */
import type { Concept } from '../brief-schema.ts';
import type { ExerciseProgress } from './progress.ts';

export interface NextHint {
  concept: Concept;
  /** Where the concept stands, from 1. */
  number: number;
  /** The rung of the ladder, from 1. */
  step: number;
  /** It was shown before: the ladder has no rung above it. */
  again: boolean;
}

/**
 * The next unread hint.
 *
 * @param concept the one that was asked for; otherwise the first that the last run found broken, or the first of all
 *   before any run
 * @returns undefined if the last run passed everything and no concept was asked for
 */
export function nextHint(concepts: readonly Concept[], { runs, hints }: ExerciseProgress, concept?: Concept): NextHint | undefined {
  const last = runs.at(-1);
  if (!concept && last && last.broken === undefined) return undefined;
  const broken = concept ?? concepts.find(({ id }) => id === last?.broken) ?? concepts[0]!;
  const read = hints[broken.id] ?? 0;
  const step = Math.min(read + 1, broken.hints.length);
  return { concept: broken, number: concepts.indexOf(broken) + 1, step, again: read >= broken.hints.length };
}
