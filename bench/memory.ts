import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether this machine tells what a process really uses: Linux does. */
export const canMeasureMemory = existsSync('/proc/self/smaps_rollup');

/**
 * The most memory that a process and everything it started held together while it ran, in bytes. Pages that several of them share
 * count once (proportional set size). A look every 10 ms misses what lasted less.
 *
 * @param running settles when the process has ended
 */
export async function peakMemory(pid: number, running: Promise<unknown>): Promise<number> {
  let ended = false;
  void running.finally(() => (ended = true));
  let peak = 0;
  while (!ended) {
    const sizes = await Promise.all((await processTree(pid)).map(proportionalSetSize));
    peak = Math.max(
      peak,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    await pause(10);
  }
  return peak;
}

async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    // The name stands in parentheses and may hold spaces; state and parent follow it.
    const [, parent] = /\) \S (\d+)/.exec(await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')) ?? [];
    if (parent) parents.set(Number(entry), Number(parent));
  }
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

async function proportionalSetSize(pid: number): Promise<number> {
  // A process that has just ended has no map left.
  const map = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(map)?.[1] ?? 0) * 1024;
}
