/** Runs that nobody asks for one by one: each begins when the learner pauses. */
import type { Files } from './drafts.ts';

export interface PauseTools {
  /** The files as they stand. */
  files: () => Files;
  /** Whether a run is under way. */
  running: () => boolean;
  /** Whether the last verdict is about the files as they stand. */
  current: () => boolean;
  /** Whether a judge could read them: nobody wants to be told in the middle of a line that it does not end. */
  readable: (files: Files) => Promise<boolean>;
  run: () => void;
  stop: () => void;
  /** Calls `act` once it was not called again for a while. */
  later: (act: () => void) => { soon: () => void };
}

export interface OnPause {
  /** The files have changed. Ends a run that began in a pause; the next pause begins another. */
  changed(): void;
  /** A run has ended. */
  ended(): void;
  /** Nothing begins any more. */
  close(): void;
}

export function onPause({ files, running, current, readable, run, stop, later }: PauseTools): OnPause {
  /** Whether the run under way began here: one that was asked for goes on to its end. */
  let own = false;
  let due = false;
  let closed = false;
  const pause = later(() => {
    due = true;
    void begin();
  });

  async function begin(): Promise<void> {
    if (closed || running() || current()) return;
    const given = files();
    if (!(await readable(given))) return;
    if (closed || !due || running() || files() !== given) return;
    due = false;
    own = true;
    run();
  }

  return {
    changed() {
      due = false;
      if (own && running()) stop();
      pause.soon();
    },
    ended() {
      own = false;
      if (due) void begin();
    },
    close() {
      closed = true;
      if (own && running()) stop();
    },
  };
}
