import type { Gradable } from '../grader/verdict.ts';
import type { ShownConcept } from './shown-concept.ts';

/** An exercise as its verdict is shown. */
export interface ShownExercise extends Gradable {
  title: string;
  concepts: readonly ShownConcept[];
}
