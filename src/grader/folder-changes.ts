import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Network drives, containers and WSL deliver no events: there a look at sizes and times, so many milliseconds apart, finds the save. */
const LOOK_EVERY_MS = 700;

/**
 * Calls `changed` soon after anything in a folder has changed, however it was saved; sometimes also when nothing has. The
 * folder may be deleted and come back.
 *
 * @returns ends it
 */
export function onFolderChange(folder: string, changed: () => void): () => void {
  let watcher: FSWatcher | undefined;
  let watched: string | undefined;
  let before = stamps(folder);

  function listen(): void {
    const identity = identityOf(folder);
    // A folder that was deleted and made again is another one, and the old watcher is deaf.
    if (identity === undefined || identity === watched) return;
    watcher?.close();
    watched = identity;
    try {
      watcher = watch(folder, changed);
      watcher.on('error', () => (watched = undefined));
    } catch {
      watched = undefined;
    }
  }

  function lookAround(): void {
    listen();
    const now = stamps(folder);
    if (now !== before) changed();
    before = now;
  }

  listen();
  const timer = setInterval(lookAround, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    watcher?.close();
  };
}

function identityOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.birthtimeMs}`;
}

/** Who is there, and how big and how old they are. */
function stamps(folder: string): string {
  return pathsIn(folder)
    .sort()
    .map((path) => {
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      return found ? `${path} ${found.ino} ${found.size} ${found.mtimeMs}` : path;
    })
    .join('\n');
}

function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
