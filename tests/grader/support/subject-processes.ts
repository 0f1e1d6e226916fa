import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Processes that are, or come from, a subject which `ancestor` started. Windows has no `ps`, and its subjects no group to outlive. */
export async function subjectProcesses(ancestor: number): Promise<number[]> {
  if (process.platform === 'win32') return [];
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args='], { maxBuffer: 64_000_000 });
  const all = stdout.split('\n').map((line): Process => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), parent: Number(parent), command };
  });
  const family = new Set([ancestor]);
  for (const { pid, parent } of all.toSorted((a, b) => a.pid - b.pid)) if (family.has(parent)) family.add(pid);
  return all.filter(({ pid, command }) => family.has(pid) && command.includes('--input-type=module --eval')).map(({ pid }) => pid);
}

/** Asks until the answer is the one that is wanted, for as long as a test may take. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
