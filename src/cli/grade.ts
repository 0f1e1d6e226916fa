/** `npm run grade`: the hidden suite's verdict on an exercise. */
import type { Verdict } from '../grader/verdict.ts';
import { readArguments, WrongUse } from './support/arguments.ts';
import { exercisesAskedFor, progressIn } from './support/exercises-asked-for.ts';
import { gradeAndReport, gradeSilently, openJudgeSoon } from './support/grading.ts';
import type { House } from './support/house.ts';
import { EXIT, runVerb } from './support/run-verb.ts';
import { whenToldToEnd } from './support/signals.ts';
import { submissionsIn } from './support/submissions.ts';

const HELP = `npm run grade [exercise …]      grades your files; all exercises if none is named
npm run grade [exercise …] -- [flags]

  --watch        grades again after each save
  --from DIR     grades other files: a folder laid out like exercises/, or one that holds
                 <exercise>.ts itself. What comes of it is not kept as your progress
  --json         prints the verdict as JSON, and nothing else
  --inspect      waits for a debugger before your code runs, and sets no time limits
  --help

Exit code 0: everything that was asked for passed. 1: something failed. 2: the command was
typed wrong. 3: the grader is in trouble, and nobody is blamed.
`;

const FLAGS = {
  watch: { type: 'boolean' },
  from: { type: 'string' },
  json: { type: 'boolean' },
  inspect: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export async function grade(args: readonly string[], house: House, openJudge: typeof openJudgeSoon = openJudgeSoon): Promise<number> {
  const { names, flags } = readArguments('grade', args, FLAGS, house.env);
  if (flags.help) {
    house.say(HELP);
    return EXIT.passed;
  }
  if (flags.json && (flags.watch || flags.inspect))
    throw new WrongUse('--json prints one verdict: it goes with neither --watch nor --inspect.');
  const exercises = await exercisesAskedFor(house, names);
  const { folders, own } = submissionsIn(house, flags.from as string | undefined, exercises, names.length > 0);

  const judge = openJudge({ inspect: flags.inspect === true, watch: flags.watch === true });
  const store = own ? progressIn(house, exercises) : undefined;
  if (flags.watch) {
    const { watchAndGrade } = await import('./support/watching.ts');
    return watchAndGrade(house, judge, folders, store);
  }

  const interrupt = new AbortController();
  const finish = whenToldToEnd(() => interrupt.abort());
  const { signal } = interrupt;
  const verdict: Verdict = { version: 1, exercises: [] };
  if (flags.json) verdict.exercises = await gradeSilently(house, judge, () => openJudge({}), folders, { signal });
  else
    for (const { exercise, folder } of folders) {
      if (signal.aborted) break;
      if (verdict.exercises.length > 0) house.say('\n');
      const found = await gradeAndReport(house, judge, exercise, folder, { signal, ...(store && { store }) });
      if (found) verdict.exercises.push(found);
    }
  finish();
  if (signal.aborted) {
    await judge.close();
    return EXIT.interrupted;
  }
  if (flags.json) house.write(`${JSON.stringify(verdict, null, 2)}\n`);
  return exitCodeOf(verdict);
}

function exitCodeOf({ exercises }: Verdict): number {
  const all = exercises.map(({ status }) => status);
  return all.includes('not-judged') ? EXIT.trouble : all.includes('failed') ? EXIT.failed : EXIT.passed;
}

if (import.meta.main) await runVerb(grade);
