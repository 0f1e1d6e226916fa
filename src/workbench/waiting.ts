/** Milliseconds from the last key to the write. */
const PAUSE = 300;
/** Milliseconds that a write waits at the most: whoever types without a pause would lose all of it with the page. */
const LONGEST = 2_000;

interface Waiting {
  soon: () => void;
  now: () => void;
}

/**
 * `soon` calls `act` once it was not called again for a while, of `pause` milliseconds, and at the latest after `longest`; `now` calls it at
 * once where it still waits.
 */
export function waiting(act: () => void, pause: number, longest = Infinity): Waiting {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    clearTimeout(timer);
    clearTimeout(last);
    timer = last = undefined;
    act();
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(run, pause);
      if (longest < Infinity) last ??= setTimeout(run, longest);
    },
    now() {
      if (timer !== undefined) run();
    },
  };
}

/** Waits as what is typed waits for being kept. */
export function waitingToKeep(act: () => void): Waiting {
  return waiting(act, PAUSE, LONGEST);
}
