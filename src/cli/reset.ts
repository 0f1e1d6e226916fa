/** `npm run reset`: the empty exercise again, and a backup of what was there. */
import { join, relative } from 'node:path';
import { resetExercise } from '../grader/reset.ts';
import { penFor } from '../grader/report/look.ts';
import { readArguments, WrongUse } from './support/arguments.ts';
import { exercisesAskedFor } from './support/exercises-asked-for.ts';
import { keptIn, type House } from './support/house.ts';
import { EXIT, runVerb } from './support/run-verb.ts';

const HELP = `npm run reset [exercise]

Puts the stub of an exercise back. What you had is kept under .front-desk/backups, and your
progress stays. The name may be left out while there is only one exercise.
`;

export async function reset(args: readonly string[], house: House): Promise<number> {
  const { names, flags } = readArguments('reset', args, { help: { type: 'boolean', short: 'h' } }, house.env);
  if (flags.help) {
    house.say(HELP);
    return EXIT.passed;
  }
  const exercises = await exercisesAskedFor(house, names);
  const [exercise, ...others] = exercises;
  if (!exercise || (others.length > 0 && names.length !== 1)) {
    throw new WrongUse(`Which exercise? One at a time: ${exercises.map(({ name }) => `npm run reset ${name}`).join(', ')}.`);
  }

  const { name } = exercise;
  const folder = join(house.root, 'exercises', name);
  const day = house.now().toISOString().slice(0, 19).replaceAll(':', '-');
  const { restored, backup } = await resetExercise(
    join(house.root, 'tests/stubs', name),
    folder,
    keptIn(house, 'backups', `${day}-${name}`),
  );

  const pen = penFor(house.look);
  const shown = (path: string) => relative(house.root, path);
  if (restored.length === 0) {
    house.say(`${name} is as it was in the beginning: there is nothing to do.\n`);
    return EXIT.passed;
  }
  house.say(`${pen.mark('passed')} Put back: ${restored.map((path) => shown(join(folder, path))).join(', ')}\n`);
  if (backup !== undefined) {
    house.say(`\n  What you had is kept: ${shown(backup)}\n`);
    house.say(
      `  To have it again, copy it back: ${restored.map((path) => `${shown(join(backup, path))} to ${shown(join(folder, path))}`).join(', ')}\n`,
    );
  }
  house.say(`\n  ${pen.brass(`npm run grade ${name}`)}\n`);
  return EXIT.passed;
}

if (import.meta.main) await runVerb(reset);
