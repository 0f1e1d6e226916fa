/** Keeps the progress in one file, under the project's ignored folder. */
import { readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from '../write-whole.ts';
import { NO_PROGRESS, withNamesOfToday, type Progress, type Renamed } from './progress.ts';
import { FromTheFuture, parseProgress } from './upgrade.ts';

export interface ProgressStore {
  read(): Promise<Progress>;
  /** Reads, changes and writes. Reads again each time: a watch and a hint may be at work on the same file. */
  update(change: (progress: Progress) => Progress): Promise<void>;
}

/**
 * Never throws over what is in the file or whether it can be written: grading goes on without it. A file that cannot be
 * understood is set aside, one from a later version of the course is left as it is; `note` gets a sentence about either.
 *
 * @param exercises those whose former names are to be carried over
 * @param now names the file that is set aside
 */
export function openProgress(
  file: string,
  { exercises, now, note }: { exercises: readonly Renamed[]; now: () => Date; note: (sentence: string) => void },
): ProgressStore {
  /** Set once there is something in the file that must not be overwritten. */
  let untouchable = false;

  function leaveAlone(sentence: string): Progress {
    if (!untouchable) note(sentence);
    untouchable = true;
    return NO_PROGRESS;
  }

  async function read(): Promise<Progress> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NO_PROGRESS;
      return leaveAlone(`Your progress cannot be read, so this run is not recorded: ${(error as Error).message}`);
    }
    try {
      return withNamesOfToday(parseProgress(text), exercises);
    } catch (error) {
      if (error instanceof FromTheFuture) {
        return leaveAlone(
          `Your progress comes from a later version of the course (${error.message}). It stays as it is; this run is not recorded.`,
        );
      }
      return setAside((error as Error).message);
    }
  }

  async function setAside(reason: string): Promise<Progress> {
    const aside = join(dirname(file), `${basename(file, '.json')}-set-aside-${now().toISOString().replaceAll(/[:.]/g, '-')}.json`);
    try {
      await rename(file, aside);
    } catch (error) {
      return leaveAlone(
        `Your progress is not readable (${reason}) and cannot be set aside, so this run is not recorded: ${(error as Error).message}`,
      );
    }
    note(`Your progress was not readable (${reason}). It is kept as ${aside}, and a new one begins.`);
    return NO_PROGRESS;
  }

  return {
    read,
    async update(change) {
      try {
        const progress = change(await read());
        if (!untouchable) await writeWhole(file, `${JSON.stringify(progress, null, 2)}\n`);
      } catch (error) {
        note(`Your progress could not be kept: ${(error as Error).message}.`);
      }
    },
  };
}
