/** What the browser keeps of a route, the blocks that are done, and how it is read back: text in, text out. */

const VERSION = 1;

/** The ids in `text`; nothing if it is missing or was not written by this version of the course. */
export function readTicks(text: string | null): Set<string> {
  try {
    const data: unknown = JSON.parse(text ?? 'null');
    if (typeof data !== 'object' || data === null || !('version' in data) || data.version !== VERSION || !('done' in data))
      return new Set();
    return new Set(Array.isArray(data.done) ? data.done.filter((id): id is string => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

export function writeTicks(done: ReadonlySet<string>): string {
  return JSON.stringify({ version: VERSION, done: [...done] });
}
