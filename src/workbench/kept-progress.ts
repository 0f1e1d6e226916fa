/** What the page of an exercise notes of the reader’s progress. */
import type { Renamed } from '../grader/progress/progress.ts';
import type { ExerciseVerdict } from '../grader/verdict.ts';
import { hasGivenUp, hintsOf, withGivenUp, withHint, withVerdict, type HintsRead } from '../progress/exercise-standing.ts';
import { underNamesOfToday } from '../progress/names-of-today.ts';
import type { ProgressStore } from '../progress/progress-store.ts';

export interface KeptProgress {
  /** Hints cost nothing: they are noted so that nobody reads one twice to find the next. */
  hints(): HintsRead;
  /** Notes that the first `step` hints of a concept were read. Steps that were read stay read. */
  readHint(concept: string, step: number): HintsRead;
  /** Whether the reader asked for the solution before everything passed. */
  givenUp(): boolean;
  giveUp(): void;
  /** Notes a verdict; to note the same once more changes nothing. */
  note(verdict: ExerciseVerdict): void;
}

/** @param renamed this exercise, with the names that it and its concepts once had */
export function keptProgress(progress: ProgressStore, exercise: string, renamed: readonly Renamed[]): KeptProgress {
  const store = underNamesOfToday(progress, renamed);
  const hints = () => hintsOf(store.records(), exercise);
  return {
    hints,
    readHint(concept, step) {
      store.change((records, at) => withHint(records, at, exercise, concept, step));
      return hints();
    },
    givenUp: () => hasGivenUp(store.records(), exercise),
    giveUp: () => store.change((records, at) => withGivenUp(records, at, exercise)),
    note: (verdict) => store.change((records, at) => withVerdict(records, at, verdict)),
  };
}
