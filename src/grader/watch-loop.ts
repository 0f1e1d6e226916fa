/** Decides when a submission that somebody is editing is graded again. Time and files are handed in. */

export type Look =
  /** `content` differs whenever what is to be graded differs. */
  { state: 'there'; content: string } | { state: 'empty'; content: string } | { state: 'gone' };

export interface WatchLoopOptions {
  look(): Promise<Look>;
  /** Grades what is there now. When the signal is aborted, there is something newer: the run is to end soon and say nothing. */
  grade(signal: AbortSignal): Promise<void>;
  /** The file has been deleted. Called once; `grade` follows when it is back. */
  gone(): void;
  /** `grade` or `look` has failed for reasons that have nothing to do with the submission. The watch goes on. */
  trouble(error: unknown): void;
  /** Calls `then` after so many milliseconds, unless the returned function is called before. */
  after(ms: number, then: () => void): () => void;
}

export interface WatchLoop {
  /** Something may have changed. Called as often as the file system likes. */
  changed(): void;
  /** Grades again even if nothing has changed. */
  again(): void;
  /** Ends the run in progress and starts no other. */
  close(): Promise<void>;
}

/** One save is several events; the last of them is this long ago when a look is taken, in milliseconds. */
export const SETTLED_MS = 25;

/** Some editors delete or empty a file before they write it. What is gone or empty for less than this is being saved. */
export const BEING_SAVED_MS = 400;

export function watchLoop({ look, grade, gone, trouble, after }: WatchLoopOptions): WatchLoop {
  let graded: string | undefined;
  let closed = false;
  let cancelTimer = () => {};
  let run: { abort: AbortController; ended: Promise<void> } | undefined;

  function lookIn(ms: number, patience: boolean): void {
    cancelTimer();
    cancelTimer = after(ms, () => lookNow(patience).catch(trouble));
  }

  async function lookNow(patience: boolean): Promise<void> {
    const found = await look();
    if (closed) return;
    if (found.state !== 'there' && patience) return lookIn(BEING_SAVED_MS, false);
    if (found.state === 'gone') {
      if (graded === undefined) return;
      graded = undefined;
      run?.abort.abort();
      gone();
    } else if (found.content !== graded) start(found.content);
  }

  function start(content: string): void {
    graded = content;
    run?.abort.abort();
    const before = run?.ended;
    const abort = new AbortController();
    run = {
      abort,
      ended: (async () => {
        await before;
        if (!abort.signal.aborted) await grade(abort.signal).catch(trouble);
      })(),
    };
  }

  return {
    changed: () => lookIn(SETTLED_MS, true),
    again() {
      graded = '';
      lookIn(0, true);
    },
    async close() {
      closed = true;
      cancelTimer();
      run?.abort.abort();
      await run?.ended;
    },
  };
}
