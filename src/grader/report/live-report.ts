import type { TestOutcome } from '../outcome.ts';
import type { RunRecord } from '../progress/progress.ts';
import { conceptVerdictOf, type ConceptVerdict, type ExerciseVerdict, type Gradable } from '../verdict.ts';
import { counted } from './layout.ts';
import { penFor, type Look } from './look.ts';
import { anythingRan } from './sentences.ts';
import { conceptLine, explanation, heading, sectionLines, type Titled } from './verdict-report.ts';

/** The report of one exercise, written while it is being graded. */
export interface LiveReport {
  outcome(outcome: TestOutcome): void;
  /**
   * Writes what is still missing.
   * @param hintsRead how many hints of the first broken concept the learner has read; undefined: no hint is offered
   */
  verdict(verdict: ExerciseVerdict, hintsRead: number | undefined): void;
  /** Takes the bar away: the run was given up. */
  abandon(): void;
}

const ERASE_LINE = '\r\u001B[2K';
const BAR_WIDTH = 32;

/** Opens the report: its heading stands there at once. Concepts follow in their order, each once all of its tests are in. */
export function openLiveReport(
  exercise: Gradable & Titled,
  last: RunRecord | undefined,
  look: Look,
  write: (text: string) => void,
): LiveReport {
  const pen = penFor(look);
  const outcomes = new Map<string, TestOutcome[]>(exercise.concepts.map(({ id }) => [id, []]));
  let reported = 0;
  const total = [...exercise.expected.values()].reduce((sum, names) => sum + names.length, 0);
  /** The concepts that are on the page, as they were written there. */
  const written: ConceptVerdict['status'][] = [];
  let barDrawn = false;

  function writeLines(lines: readonly string[]): void {
    if (lines.length > 0) write(`${barDrawn ? ERASE_LINE : ''}${lines.join('\n')}\n`);
    barDrawn &&= lines.length === 0;
  }

  function drawBar(): void {
    if (!look.live) return;
    const share = total === 0 ? 0 : reported / total;
    write(
      `${ERASE_LINE}  ${pen.bar(share, Math.min(BAR_WIDTH, look.width - 24))}  ${pen.faint(`${reported} of ${counted(total, 'rule')}`)}`,
    );
    barDrawn = true;
  }

  function linesOf(concept: ConceptVerdict): string[] {
    return [...sectionLines(exercise, concept, look), conceptLine(exercise, concept, last?.passed.includes(concept.id) ?? false, look)];
  }

  function writeFinishedConcepts(): void {
    for (const { id } of exercise.concepts.slice(written.length)) {
      const own = outcomes.get(id)!;
      if (own.length < (exercise.expected.get(id)?.length ?? 0)) return;
      const concept = conceptVerdictOf(exercise, id, own);
      writeLines(linesOf(concept));
      written.push(concept.status);
    }
  }

  writeLines([heading(exercise, last, look), '']);
  drawBar();

  return {
    outcome(outcome) {
      // One that belongs to no concept is told of in the verdict.
      outcomes.get(outcome.concept)?.push(outcome);
      reported++;
      writeFinishedConcepts();
      if (reported < total) drawBar();
    },

    verdict(verdict, hintsRead) {
      // After a second run the lines above may no longer be true.
      const stillTrue = written.every((status, index) => verdict.concepts[index]?.status === status);
      const missing = !anythingRan(verdict) ? [] : stillTrue ? verdict.concepts.slice(written.length) : verdict.concepts;
      const gap = written.length > 0 && missing.length > 0 && !stillTrue ? [''] : [];
      const under = written.length > 0 || missing.length > 0 ? [''] : [];
      writeLines([...gap, ...missing.flatMap(linesOf), ...under, ...explanation(exercise, verdict, hintsRead, look)]);
    },

    abandon() {
      if (barDrawn) write(ERASE_LINE);
      barDrawn = false;
    },
  };
}
