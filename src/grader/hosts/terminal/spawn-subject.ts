import { spawn, type ChildProcess } from 'node:child_process';
import { parse } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { LIMITS } from '../../judge/limits.ts';
import type { SubjectPlan } from './subject-plan.ts';

/** The process of a subject that has its boundary and waits for a submission. */
export interface SpawnedSubject {
  child: ChildProcess;
  toSubject: Writable;
  fromSubject: Readable;
}

const PROTECTION = [
  '--permission',
  '--frozen-intrinsics',
  '--disallow-code-generation-from-strings',
  `--max-old-space-size=${LIMITS.memory}`,
];
const INSPECTION = ['--inspect-wait=127.0.0.1:0'];

export function spawnSubject({ program, wall, inspect }: Pick<SubjectPlan, 'program' | 'wall' | 'inspect'>): SpawnedSubject {
  const node = [process.execPath, ...(inspect ? INSPECTION : PROTECTION), '--experimental-vm-modules', '--no-warnings'];
  const [command, ...args] = [...(inspect ? [] : wall.command), ...node, '--input-type=module', '--eval', program.host];
  const child = spawn(command!, args, {
    stdio: ['ignore', 'ignore', inspect ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    env: {},
    // Stacks may name it, and the learner has nothing to do with where the judge was started.
    cwd: parse(process.execPath).root,
    detached: process.platform !== 'win32',
  });
  const toSubject = child.stdio[3] as Writable;
  const fromSubject = child.stdio[4] as Readable;
  // A line that breaks, or a process that cannot be started, is told by the exit that follows.
  for (const end of [child, toSubject, fromSubject]) end.on('error', () => {});
  child.unref();
  toSubject.write(`${JSON.stringify(program.boundary)}\n`);
  return { child, toSubject, fromSubject };
}
