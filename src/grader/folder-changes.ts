import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
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
  let before: string | undefined;

  function listen(identity: string): void {
    watcher?.close();
    watched = identity;
    try {
      watcher = watch(folder, changed);
      watcher.on('error', () => (watched = undefined));
    } catch {
      watched = undefined;
    }
  }

  async function lookAround(): Promise<void> {
    const [identity, files] = await Promise.all([identityOf(folder), stamps(folder)]);
    if (timer.hasRef === undefined) return;
    // A folder that was deleted and made again is another one, and the old watcher is deaf.
    if (identity !== undefined && identity !== watched) listen(identity);
    if (before !== undefined && files !== before) changed();
    before = files;
  }

  const timer = setInterval(() => void lookAround(), LOOK_EVERY_MS);
  void lookAround();

  return () => {
    clearInterval(timer);
    watcher?.close();
  };
}

async function identityOf(folder: string): Promise<string | undefined> {
  return stat(folder).then(
    ({ ino, birthtimeMs }) => `${ino} ${birthtimeMs}`,
    () => undefined,
  );
}

async function stamps(folder: string): Promise<string> {
  const paths = await readdir(folder, { recursive: true }).catch(() => []);
  const stamped = paths.sort().map((path) =>
    stat(join(folder, path)).then(
      ({ ino, size, mtimeMs }) => `${path} ${ino} ${size} ${mtimeMs}`,
      () => path,
    ),
  );
  return (await Promise.all(stamped)).join('\n');
}
