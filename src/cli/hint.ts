/** `npm run hint`: one nudge at a time for the first concept that is broken. */
import type { Concept } from '../grader/brief-schema.ts';
import type { Exercise } from '../grader/exercises.ts';
import { nextHint } from '../grader/progress/next-hint.ts';
import { progressOf, withHint, type Progress } from '../grader/progress/progress.ts';
import { hintReport } from '../grader/report/hint-report.ts';
import { knownName, readArguments, WrongUse } from './support/arguments.ts';
import { exercisesAskedFor, progressIn } from './support/exercises-asked-for.ts';
import type { House } from './support/house.ts';
import { EXIT, runVerb } from './support/run-verb.ts';

const HELP = `npm run hint [exercise] [concept]      the next hint you have not read
npm run hint [exercise] [concept] -- --all

Without an exercise: the one you graded last. Without a concept: the first that the last run
found broken. A concept is named by its number or its id. Hints cost nothing.

  --all    all hints of the concept, from the first to the last
`;

export async function hint(args: readonly string[], house: House): Promise<number> {
  const { names, flags } = readArguments('hint', args, { all: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, house.env);
  if (flags.help) {
    house.say(HELP);
    return EXIT.passed;
  }
  const [name, conceptName, ...more] = names;
  if (more.length > 0) throw new WrongUse(`hint takes an exercise and a concept: npm run hint ${name} ${conceptName}`);

  const exercises = await exercisesAskedFor(house, name === undefined ? [] : [name]);
  const store = progressIn(house, exercises);
  const progress = await store.read();
  const exercise = name === undefined ? gradedLast(exercises, progress) : exercises[0]!;
  const concept = conceptName === undefined ? undefined : conceptNamed(conceptName, exercise);

  const next = nextHint(exercise.concepts, progressOf(progress, exercise.name), concept);
  if (!next) {
    house.say(`${exercise.title} is passed: all ${exercise.concepts.length} concepts. There is nothing to hint at.\n`);
    return EXIT.passed;
  }
  house.say(`${hintReport(exercise, next, flags.all === true, house.look).join('\n')}\n`);
  await store.update((now) => withHint(now, exercise.name, next.concept.id, flags.all ? next.concept.hints.length : next.step));
  return EXIT.passed;
}

/** The exercise of the newest run; the first of all before any run. */
function gradedLast(exercises: readonly Exercise[], progress: Progress): Exercise {
  const when = (exercise: Exercise) => progressOf(progress, exercise.name).runs.at(-1)?.at ?? '';
  return exercises.reduce((last, exercise) => (when(exercise) > when(last) ? exercise : last));
}

function conceptNamed(name: string, { concepts }: Exercise): Concept {
  const byNumber = /^\d+$/.test(name) ? concepts[Number(name) - 1] : undefined;
  const id =
    byNumber?.id ??
    knownName(
      'concept',
      name,
      concepts.map(({ id }) => id),
    );
  return concepts.find((concept) => concept.id === id)!;
}

if (import.meta.main) await runVerb(hint);
