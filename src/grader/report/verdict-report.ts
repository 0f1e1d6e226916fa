/** A verdict as lines of text. Pure: the same verdict and look give the same lines. */
import type { Exercise } from '../exercises.ts';
import type { RunRecord } from '../progress/progress.ts';
import { firstBroken, type ConceptVerdict, type ExerciseVerdict, type TestVerdict } from '../verdict.ts';
import { counted, cut, harmless, indented, lengthOf, padded, shortened, wrap, wrapCode } from './layout.ts';
import { penFor, type Look } from './look.ts';
import {
  anythingRan,
  BEYOND,
  conceptName,
  couldNotBeGraded,
  NOT_JUDGED,
  NOTHING_RECORDED,
  othersBroken,
  PRINTED_WHILE_LOADED,
  resultOf,
  ruleSentence,
  sumOf,
} from './sentences.ts';

/** What the report needs to know of an exercise. */
export type Titled = Pick<Exercise, 'name' | 'title' | 'concepts'>;

/** Calls and values longer than this are shortened in the middle; `--json` has all of them. */
const MOST_LINES = 30;
const MOST_PRINTED = 10;
const LABEL = 'expected'.length + 2;

/** The exercise's title, and where the learner was. */
export function heading({ title, concepts }: Titled, last: RunRecord | undefined, look: Look): string {
  const pen = penFor(look);
  const where = last ? `   ${pen.faint(`last time: ${whereabouts(concepts, last)}`)}` : '';
  return pen.strong(title) + where;
}

function whereabouts(concepts: Titled['concepts'], { broken, earned, points }: RunRecord): string {
  if (broken === undefined) return `all ${counted(concepts.length, 'concept')}`;
  const index = concepts.findIndex(({ id }) => id === broken);
  // A concept that the exercise no longer has.
  return index < 0 ? `${earned} of ${points} points` : `stuck at concept ${index + 1} of ${concepts.length}`;
}

/**
 * One concept: its mark, number, title, and what it earned or how much of it is broken.
 *
 * @param earnedBefore it was passed last time already
 */
export function conceptLine(exercise: Titled, concept: ConceptVerdict, earnedBefore: boolean, look: Look): string {
  const pen = penFor(look);
  const { concepts } = exercise;
  const number = concepts.findIndex(({ id }) => id === concept.id) + 1;
  const digits = String(concepts.length).length;
  const brief = look.width < 72;

  const result = resultOf(concept, brief);
  const titleRoom = look.width - digits - '  ✔   '.length - '  99 of 99 broken'.length - (brief ? 0 : ' rules'.length);
  const titleWidth = Math.min(titleRoom, Math.max(...concepts.map(({ title }) => lengthOf(title))));
  const inked = concept.status === 'passed' && !earnedBefore ? pen.brass(result) : pen.faint(result);
  return `  ${pen.mark(concept.status)} ${String(number).padStart(digits)}  ${padded(cut(concept.title, titleWidth), titleWidth)}  ${inked}`;
}

/** What stands above the first concept that lies beyond; nothing above any other. */
export function sectionLines({ concepts }: Titled, { id, beyond }: ConceptVerdict, look: Look): string[] {
  const before = concepts[concepts.findIndex((concept) => concept.id === id) - 1];
  return beyond && before && !before.beyond ? ['', `  ${penFor(look).faint(BEYOND)}`] : [];
}

/** Everything below the concepts: the first broken rule with its calls, what to type next, and the sum. */
export function explanation(exercise: Titled, verdict: ExerciseVerdict, hintsRead: number | undefined, look: Look): string[] {
  if (verdict.status === 'not-judged') return troubleLines(verdict, look);
  const broken = firstBroken(verdict);
  const parts = [
    verdict.message === undefined ? [] : messageLines(verdict, verdict.message, look),
    verdict.printed ? printedLines(verdict.printed, look) : [],
    broken && anythingRan(verdict) ? brokenRule(exercise, broken, verdict, hintsRead, look) : [],
    [sumLine(verdict, look)],
  ];
  return parts.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function brokenRule(
  exercise: Titled,
  concept: ConceptVerdict,
  verdict: ExerciseVerdict,
  hintsRead: number | undefined,
  look: Look,
): string[] {
  const pen = penFor(look);
  const width = look.width - 2;
  const test = concept.tests.find(({ status }) => status !== 'passed')!;
  const others = othersBroken(concept, verdict);
  const lines = [
    `${pen.mark('failed')} ${pen.strong(conceptName(exercise.concepts, concept))}`,
    '',
    ...indented(wrap(ruleSentence(test.name), width).map(pen.strong), 2),
    ...(test.message === '' ? [] : ['', ...indented(wrap(harmless(test.message), width), 2)]),
    '',
    ...evidence(test, look),
    ...(others === undefined ? [] : [...indented(wrap(others, width), 2), '']),
    ...(hintsRead === undefined ? [] : nextHint(exercise, concept, hintsRead, look)),
  ];
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The calls, what should have come of them, and what came. */
function evidence({ input, expected, actual }: TestVerdict, look: Look): string[] {
  const pen = penFor(look);
  const parts = [
    ['input', input],
    ['expected', expected],
    ['got', actual],
  ] as const;
  const lines = parts.flatMap(([label, text]) => {
    if (text === undefined || text === '') return [];
    const code = wrapCode(harmless(text), look.width - 2 - LABEL);
    const shown = shortened(code, MOST_LINES, (count) => pen.faint(`… ${counted(count, 'line')} left out; --json has them all`));
    return shown.map((line, index) => `  ${index === 0 ? pen.faint(padded(label, LABEL)) : ' '.repeat(LABEL)}${line}`.trimEnd());
  });
  return lines.length > 0 ? [...lines, ''] : [];
}

function nextHint({ name, concepts }: Titled, { id }: ConceptVerdict, read: number, look: Look): string[] {
  const pen = penFor(look);
  const all = concepts.find((concept) => concept.id === id)?.hints.length ?? 0;
  const which = read < all ? `hint ${read + 1} of ${all}, costs nothing` : 'all hints are read: the last again';
  return [`  ${pen.brass(`npm run hint ${name}`)}   ${pen.faint(which)}`];
}

function messageLines(verdict: ExerciseVerdict, message: string, look: Look): string[] {
  const pen = penFor(look);
  return [
    `${pen.mark('failed')} ${pen.strong(couldNotBeGraded(verdict))}`,
    '',
    ...indented(refusalLines(harmless(message), look.width - 2), 2),
  ];
}

/** Sentences, and below them perhaps a line of the source with a mark under it, which must stay where it is. */
function refusalLines(message: string, width: number): string[] {
  const [sentences = '', excerpt] = message.split(/\n(?=\S+:\d+\n)/, 2);
  return [...wrap(sentences, width), ...(excerpt?.split('\n').map((line) => cut(line, width)) ?? [])];
}

function printedLines(printed: string, look: Look): string[] {
  const lines = wrapCode(harmless(printed.trimEnd()), look.width - 4);
  return [
    `  ${PRINTED_WHILE_LOADED}`,
    ...indented(
      shortened(lines, MOST_PRINTED, (count) => `… ${counted(count, 'line')} left out; --json has them all`),
      4,
    ),
  ];
}

function troubleLines({ message }: ExerciseVerdict, look: Look): string[] {
  const pen = penFor(look);
  return [
    `${pen.mark('unknown')} ${pen.strong(NOT_JUDGED)}`,
    '',
    ...indented(wrap(harmless(message ?? ''), look.width - 2), 2),
    '',
    ...indented(wrap(NOTHING_RECORDED, look.width - 2), 2),
    ...indented(wrap('With FRONT_DESK_DEBUG=1 in the environment it shows more.', look.width - 2), 2),
  ];
}

function sumLine(verdict: ExerciseVerdict, look: Look): string {
  const pen = penFor(look);
  const sum = sumOf(verdict);
  return verdict.status === 'passed' ? `${pen.mark('passed')} ${pen.strong(sum)}` : sum;
}
