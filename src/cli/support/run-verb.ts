import { WrongUse } from './arguments.ts';
import { houseOfThisProcess, type House } from './house.ts';

/** The last one is what a shell gives for Ctrl+C. */
export const EXIT = { passed: 0, failed: 1, wrongUse: 2, trouble: 3, interrupted: 130 } as const;

/**
 * Runs a verb as this process: its result is the exit code. Whatever goes wrong inside is one sentence, and where it
 * happened only with `FRONT_DESK_DEBUG=1`.
 */
export async function runVerb(verb: (args: string[], house: House) => Promise<number>): Promise<void> {
  const house = houseOfThisProcess();
  // What Node has to say about its own features is for whoever works on the course.
  if (!house.env.FRONT_DESK_DEBUG) process.removeAllListeners('warning');
  // `npm run grade | head` closes the pipe: there is nobody left to write to.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? (process.exitCode ?? EXIT.trouble) : EXIT.trouble),
  );
  process.on('uncaughtException', (error) => {
    process.exitCode = reportError(error, house);
    process.exit();
  });
  try {
    process.exitCode = await verb(process.argv.slice(2), house);
  } catch (error) {
    process.exitCode = reportError(error, house);
  }
  // Whatever is still open, a warm judge for one, is not worth waiting for. What was written is.
  process.stdout.write('', () => process.exit());
}

/** Says what went wrong. @returns the exit code that it means */
export function reportError(error: unknown, house: House): number {
  if (error instanceof WrongUse) {
    house.remark(`${error.message}\n`);
    return EXIT.wrongUse;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (house.env.FRONT_DESK_DEBUG) house.remark(`${error instanceof Error ? error.stack : message}\n`);
  else
    house.remark(`The course’s own code is in trouble, not yours: ${message}\nWith FRONT_DESK_DEBUG=1 in the environment it says where.\n`);
  return EXIT.trouble;
}
