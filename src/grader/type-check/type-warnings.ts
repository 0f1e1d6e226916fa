import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../write-whole.ts';

/** Something that the compiler holds against a submission. It never counts against a verdict. */
export interface TypeWarning {
  file: string;
  /** Both count from 1, as editors do. */
  line: number;
  column: number;
  /** The first line of the compiler's message. */
  message: string;
}

export interface TypeCheck {
  /** Undefined: the check was given up or could not be made. */
  warnings: Promise<TypeWarning[] | undefined>;
  giveUp(): void;
}

/**
 * Checks an exercise's types beside whatever else goes on, at a lower priority. Files that were checked before and did not
 * change are answered from `cache`.
 *
 * @param exercises the folder that holds the exercises, their `tsconfig.json` and `globals.d.ts`
 * @param cache a folder for what was found
 */
export function startTypeCheck(exercises: string, exercise: string, cache: string): TypeCheck {
  let givenUp = false;
  let stop = () => {};

  async function check(): Promise<TypeWarning[] | undefined> {
    const key = await fingerprint(exercises, exercise);
    const file = join(cache, `${exercise}.json`);
    const kept = await readFile(file, 'utf8')
      .then((json) => JSON.parse(json) as { key: string; warnings: TypeWarning[] })
      .catch(() => undefined);
    if (kept?.key === key) return kept.warnings;
    if (givenUp) return undefined;

    const found = run([join(exercises, 'tsconfig.json'), join(exercises, exercise, `${exercise}.ts`), join(exercises, 'globals.d.ts')]);
    stop = found.stop;
    const warnings = await found.warnings;
    if (warnings) await writeWhole(file, JSON.stringify({ key, warnings }));
    return warnings;
  }

  return {
    warnings: check().catch(() => undefined),
    giveUp() {
      givenUp = true;
      stop();
    },
  };
}

function run(args: readonly string[]): { warnings: Promise<TypeWarning[] | undefined>; stop: () => void } {
  const script = fileURLToPath(new URL('./check-types.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    setPriority(child.pid!, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not allow it.
  }
  const warnings = new Promise<TypeWarning[] | undefined>((resolve) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? (JSON.parse(text) as TypeWarning[]) : undefined));
  });
  return { warnings, stop: () => child.kill() };
}

/** Changes with the exercise's files, with the settings of the check, and with the compiler. */
async function fingerprint(exercises: string, exercise: string): Promise<string> {
  const folder = join(exercises, exercise);
  const own = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.ts')).sort();
  const compiler = fileURLToPath(import.meta.resolve('typescript/package.json'));
  const files = [...own.map((path) => join(folder, path)), join(exercises, 'tsconfig.json'), join(exercises, 'globals.d.ts'), compiler];
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}
