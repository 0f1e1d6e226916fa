/** What the page says about a verdict, beside what the terminal says too. */
import { counted, harmless } from '../grader/report/layout.ts';
import { anythingRan, couldNotBeGraded, NOT_JUDGED, ruleSentence, sumOf } from '../grader/report/sentences.ts';
import { firstBroken, type ConceptVerdict, type ExerciseVerdict, type Gradable } from '../grader/verdict.ts';
import { pieceOf } from './marks.ts';
import { readMessage, type Place } from './places.ts';

export const GRADING = 'Grading';
export const NO_VERDICT = 'Not judged';
export const STOPPED = 'The run was stopped.';
export const CHANGED_SINCE = 'You have changed the files since.';
export const NOTHING_YET = 'Nothing has been graded yet.';
export const SAME_ON_PAPER =
  'Written down, both look the same. They differ in kind (an instance of a class is no plain object), or beyond what is shown.';
export const NOT_LOADED = 'What the run found could not be loaded. Load the page anew once there is a network; your files are kept.';
export const TRY_AGAIN = 'If it says so again, load the page anew. Your files are kept.';

/**
 * `23 of 98 rules.`
 * @param last - what the last run found stands below meanwhile
 */
export function progressOf(exercise: Gradable, outcomes: readonly unknown[], last: boolean): string {
  const all = [...exercise.expected.values()].reduce((sum, { length }) => sum + length, 0);
  return `${Math.min(outcomes.length, all)} of ${counted(all, 'rule')}.${last ? ' Below: the last run.' : ''}`;
}

/** What is said aloud at the end of a run: one sentence, no list. */
export function outcomeSentence(exercise: Gradable, verdict: ExerciseVerdict): string {
  if (verdict.status === 'not-judged') return NOT_JUDGED;
  if (verdict.message !== undefined) return `${couldNotBeGraded(verdict)}: ${harmless(readMessage(verdict.message).sentence)}`;
  const broken = firstBroken(verdict);
  const all = exercise.concepts.filter(({ beyond }) => !beyond).length;
  if (verdict.status === 'passed' && (!broken || broken.beyond)) return `All ${all} concepts: ${sumOf(verdict)}.`;
  const rule = broken?.tests.find(({ status }) => status !== 'passed');
  return rule ? `Concept ${numberOf(exercise, broken!)} breaks: ${ruleSentence(rule.name)}` : sumOf(verdict);
}

/** What has changed since the run before: empty if there is nothing to compare. */
export function changesSince(exercise: Gradable, former: ExerciseVerdict | undefined, verdict: ExerciseVerdict): string[] {
  if (!former || !anythingRan(former) || !anythingRan(verdict)) return [];
  const passedBefore = passedIn(former);
  const passedNow = passedIn(verdict);
  const numbersOf = (wanted: (id: string) => boolean) =>
    verdict.concepts.filter(({ id }) => wanted(id)).map((concept) => numberOf(exercise, concept));
  const gained = numbersOf((id) => passedNow.has(id) && !passedBefore.has(id));
  const lost = numbersOf((id) => passedBefore.has(id) && !passedNow.has(id));
  return [
    ...(gained.length > 0 ? [`${concepts(gained)} ${gained.length === 1 ? 'passes' : 'pass'} now.`] : []),
    ...(lost.length > 0 ? [`${concepts(lost)} broke again.`] : []),
    ...(gained.length + lost.length === 0 ? movement(exercise, former, verdict) : []),
  ];
}

/** The first broken concept has come nearer, or not, although no concept has passed or broken. */
function movement(exercise: Gradable, former: ExerciseVerdict, verdict: ExerciseVerdict): string[] {
  const broken = firstBroken(verdict);
  const before = former.concepts.find(({ id }) => id === broken?.id);
  if (!broken || !before) return [];
  const name = `Concept ${numberOf(exercise, broken)}`;
  const [then, now] = [brokenRules(before), brokenRules(broken)];
  if (then.length !== now.length) return [`${name} breaks ${counted(now.length, 'rule')} now, ${then.length} before.`];
  const which = now.length === 1 ? 'rule' : `${now.length} rules`;
  if (then.every((rule, index) => rule === now[index])) return [`${name} breaks the same ${which} as before.`];
  return [`${name} breaks ${now.length === 1 ? 'another rule' : `${now.length} other rules`} than before.`];
}

function brokenRules({ tests }: ConceptVerdict): string[] {
  return tests.filter(({ status }) => status !== 'passed').map(({ name }) => name);
}

/** `Go to line 12`, and where it is not the file that is called, `Go to line 12 of tokens.ts`. */
export function goLabel(exercise: Gradable, { path, line }: Place): string {
  return `Go to line ${line}${path === `${exercise.name}.ts` ? '' : ` of ${path}`}`;
}

/** `Concepts 4, 5 and 7` */
function concepts(numbers: readonly number[]): string {
  const [last, ...others] = numbers.toReversed();
  return others.length === 0 ? `Concept ${last}` : `Concepts ${others.toReversed().join(', ')} and ${last}`;
}

function passedIn({ concepts }: ExerciseVerdict): Set<string> {
  return new Set(concepts.filter(({ status }) => status === 'passed').map(({ id }) => id));
}

function numberOf(exercise: Gradable, { id }: { id: string }): number {
  return exercise.concepts.findIndex((concept) => concept.id === id) + 1;
}

/** To a place in a file of the submission: line and column from 1. */
export type Go = (line: number, column?: number, path?: string) => void;

/** Characters on either side of the place: somebody may have made the line very long. */
const AROUND = 120;

/** A line in three parts, the middle one at the column. */
export function excerptOf(line: string, column?: number): { before: string; at: string; after: string } {
  const { from, to } = pieceOf(line, column);
  const before = line.slice(0, from).trimStart();
  const after = line.slice(to).trimEnd();
  return {
    before: harmless(before.length > AROUND ? `…${before.slice(-AROUND)}` : before),
    at: harmless(line.slice(from, Math.min(to, from + AROUND))),
    after: harmless(after.length > AROUND ? `${after.slice(0, AROUND)}…` : after),
  };
}
