/** What a subject's process runs, as text: the process itself may read no file. */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

export interface SubjectProgram {
  /** Runs in the process's own realm. */
  host: string;
  /** Modules that run in the submission's realm, by address. */
  boundary: Record<string, string>;
}

const BOUNDARY = ['realm', 'timers', 'encode', 'decode', 'values'];

let read: Promise<SubjectProgram> | undefined;

export function subjectProgram(): Promise<SubjectProgram> {
  read ??= readProgram();
  return read;
}

async function readProgram(): Promise<SubjectProgram> {
  const [host, ...boundary] = await Promise.all(
    ['./subject-process.ts', ...BOUNDARY.map((name) => `../../boundary/${name}.ts`)].map(scriptOf),
  );
  return { host: host!, boundary: Object.fromEntries(BOUNDARY.map((name, i) => [`boundary:/${name}.ts`, boundary[i]!])) };
}

async function scriptOf(file: string): Promise<string> {
  return stripTypeScriptTypes(await readFile(new URL(file, import.meta.url), 'utf8'));
}
