/** How long a person waits for a verdict, and what it costs in memory. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { canMeasureMemory, peakMemory } from './memory.ts';
import { inTurns, millisecondsOf, summarize, type Samples } from './measure.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const COLD_ROUNDS = 10;
const SAVES = 15;
const MEMORY_ROUNDS = 3;
const GRADE = ['src/cli/grade.ts', 'token-bucket', '--from', 'solutions'];

/** Milliseconds from the command to its end, both started through npm, in turns. */
export async function measureColdGrade(): Promise<{ graded: Samples; inProcess: Samples }> {
  const values = await inTurns(COLD_ROUNDS, {
    graded: coldGrade,
    inProcess: () => millisecondsOf(() => npmRun('bench:in-process')),
  });
  return { graded: summarize(values.graded), inProcess: summarize(values.inProcess) };
}

/** Milliseconds that `npm run grade` takes for the reference solution. */
export function coldGrade(): Promise<number> {
  return millisecondsOf(() => npmRun('grade', 'token-bucket', '--', '--from', 'solutions'));
}

/** Milliseconds from a save to the end of the verdict, with a judge that has been watching. */
export async function measureWarmGrade(): Promise<Samples> {
  const watch = await openWatch();
  try {
    return summarize((await inTurns(SAVES, { saved: watch.save })).saved);
  } finally {
    await watch.close();
  }
}

export interface Watch {
  /** Saves the reference solution once more. Gives the milliseconds until its verdict has ended. */
  save(): Promise<number>;
  close(): Promise<void>;
}

/** `npm run grade token-bucket -- --watch`, after its first verdict. */
export async function openWatch(): Promise<Watch> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-watch-'));
  await cp(join(ROOT, 'solutions/token-bucket'), folder, { recursive: true });
  const file = join(folder, 'token-bucket.ts');
  const text = await readFile(file, 'utf8');
  const watching = spawn(process.execPath, ['src/cli/grade.ts', 'token-bucket', '--watch', '--from', folder], { cwd: ROOT });
  async function close(): Promise<void> {
    watching.kill();
    await rm(folder, { recursive: true });
  }

  const verdicts = verdictsOf(watching);
  try {
    await verdicts.next();
  } catch (error) {
    await close();
    throw error;
  }
  let saves = 0;
  return {
    async save() {
      await pause(200);
      return millisecondsOf(async () => {
        await writeFile(file, `${text}// save ${saves++}\n`);
        await verdicts.next();
      });
    },
    close,
  };
}

/** Bytes that grader and subject hold together at most; undefined where the system does not tell. */
export async function measureMemory(): Promise<Samples | undefined> {
  if (!canMeasureMemory) return undefined;
  const peaks: number[] = [];
  for (let round = 0; round < MEMORY_ROUNDS; round++) {
    const child = spawn(process.execPath, GRADE, { cwd: ROOT, stdio: 'ignore' });
    peaks.push(await peakMemory(child.pid!, ended(child)));
  }
  return summarize(peaks);
}

async function npmRun(...args: string[]): Promise<void> {
  // Windows has npm as a script, which only a shell can start.
  const child = spawn('npm', ['run', ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await ended(child);
  if (code !== 0) throw new Error(`npm run ${args.join(' ')} ended with ${code}:\n${output}`);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
}

/** Gives a turn each time the watching grader says that it waits for the next save. */
async function* verdictsOf(watching: ReturnType<typeof spawn>): AsyncGenerator<void> {
  let output = '';
  for await (const chunk of watching.stdout!.setEncoding('utf8')) {
    output += chunk;
    if (!output.includes('watching ')) continue;
    if (!output.includes('100 of 100 points')) throw new Error(`the reference solution did not pass:\n${output}`);
    output = '';
    yield;
  }
}
