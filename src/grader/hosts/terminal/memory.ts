import { execFile } from 'node:child_process';

/** Often enough for a machine to stay well, seldom enough to cost nothing. */
const EVERY_MS = 250;

/**
 * Calls `onTooMuch` once the process holds more than `limit` megabytes. For systems without resource limits that a parent can set:
 * the heap flag of Node does not count buffers. On Windows nothing is watched, and the heap flag alone holds.
 */
export function watchMemory(pid: number | undefined, limit: number, onTooMuch: () => void): () => void {
  if (pid === undefined || process.platform === 'win32') return () => {};
  const timer = setInterval(() => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, kilobytes) => {
      if (!error && Number(kilobytes) > limit * 1024) onTooMuch();
    });
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
