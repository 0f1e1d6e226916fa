/** `npm run examples`: the visible tests of an exercise, in the learner's own process, with plain Vitest. */
import { join } from 'node:path';
import { knownName, readArguments } from './support/arguments.ts';
import { exerciseNames } from '../grader/exercises.ts';
import { keptIn, type House } from './support/house.ts';
import { EXIT, runVerb } from './support/run-verb.ts';

const HELP = `npm run examples [exercise]            runs exercises/<exercise>/examples.test.ts
npm run examples [exercise] -- --watch

The file is yours: add what you want to try. The grader asks more than it does.
`;

export async function examples(args: readonly string[], house: House): Promise<number> {
  const { names, flags } = readArguments(
    'examples',
    args,
    { watch: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    house.env,
  );
  if (flags.help) {
    house.say(HELP);
    return EXIT.passed;
  }
  const all = await exerciseNames(house.root);
  const files = names.map((name) => `${knownName('exercise', name, all)}/examples.test.ts`);
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest(
    files,
    // The course's own test settings stay out.
    { config: false, root: join(house.root, 'exercises'), watch: flags.watch === true },
    { cacheDir: keptIn(house, 'cache/examples') },
  );
  if (flags.watch) await new Promise<void>((resolve) => vitest.onClose(resolve));
  const modules = vitest.state.getTestModules();
  const passed = modules.length > 0 && modules.every((module) => module.ok()) && vitest.state.getUnhandledErrors().length === 0;
  await vitest.close();
  return passed ? EXIT.passed : EXIT.failed;
}

if (import.meta.main) await runVerb(examples);
